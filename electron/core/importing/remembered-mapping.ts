import { emptyMapping, type ImportMapping } from './mapping.ts';

/** Questions of one file's own figures begin so; see `isRemembered`. */
const ofOneFile = ['total:', 'formula:', 'period:'];

/** What holds for the next file of the same layout; null where nothing does. */
export function rememberedMapping({ answers, headers, sheets }: ImportMapping): ImportMapping | null {
  const kept = Object.entries(answers).filter(([id]) => !ofOneFile.some((prefix) => id.startsWith(prefix)));
  const size = kept.length + Object.keys(headers).length + Object.keys(sheets).length;
  return size === 0 ? null : { answers: Object.fromEntries(kept), headers, sheets };
}

/** The later mappings have the last word. */
export function joinMappings(mappings: readonly ImportMapping[]): ImportMapping {
  return mappings.reduce(
    (joined, { answers, headers, sheets }) => ({
      answers: { ...joined.answers, ...answers },
      headers: { ...joined.headers, ...headers },
      sheets: { ...joined.sheets, ...sheets },
    }),
    emptyMapping,
  );
}
