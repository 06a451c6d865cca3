import { foldName } from '../../../shared/reading/fold-name.ts';

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly code: string | null;
}

/** Finds an indicator or region by name, alias or code; a name that two of them share finds neither. */
export interface NameIndex<T> {
  readonly find: (text: string) => T | undefined;
  readonly has: (text: string) => boolean;
}

export function nameIndex<T extends Named>(things: readonly T[]): NameIndex<T> {
  const byName = new Map<string, T | null>();
  const add = (text: string, thing: T): void => {
    const key = foldName(text);
    const known = byName.get(key);
    byName.set(key, known === undefined || known === thing ? thing : null);
  };
  for (const thing of things) {
    for (const text of new Set([thing.name, ...thing.aliases])) add(text, thing);
    if (thing.code !== null) add(thing.code, thing);
  }
  const find = (text: string): T | undefined => byName.get(foldName(text)) ?? undefined;
  return { find, has: (text) => find(text) !== undefined };
}
