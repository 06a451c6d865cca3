/** What a host takes from the page beside requests: the bytes of a file that the person chose or dropped. */

/** A spreadsheet of a whole province stays far below it; the reading of files has the same limit. */
export const uploadLimit = 64 * 1024 * 1024;

/** Longest file name of the systems that the program runs on. */
const longestName = 255;

/** The last part of the name, without signs that a console or a log would obey; null when nothing is left. */
export function cleanFileName(name: string): string | null {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replaceAll(/\p{Cc}|\p{Cf}/gu, '').trim();
  return clean === '' || clean.length > longestName ? null : clean;
}
