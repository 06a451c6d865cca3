/** What a person may look for by. */
export interface Searchable {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly code: string | null;
  /** First letters of each character's readings, blanks between: `cz x x` for 长兴县. */
  readonly initials: string;
}

/** Whether the typed letters stand for neighbouring characters: `cxx` and `zxx` both for 长兴县. */
function matchesInitials(initials: string, typed: string): boolean {
  const letters = initials.split(' ');
  return letters.some((_, start) => [...typed].every((letter, at) => letters[start + at]?.includes(letter) ?? false));
}

/** By part of the name or an alias, by the beginning of the code, or by 拼音首字母; blanks and case do not matter. */
export function matchesSearch({ name, aliases, code, initials }: Searchable, text: string): boolean {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  if (typed === '') return true;
  if ([name, ...aliases].some((each) => each.normalize('NFKC').toLowerCase().includes(typed))) return true;
  if (code?.toLowerCase().startsWith(typed)) return true;
  return /^[a-z0-9]+$/.test(typed) && matchesInitials(initials, typed);
}
