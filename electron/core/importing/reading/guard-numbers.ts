import type { GuardedZip } from './guard-zip.ts';

/** A value that begins like a number and is none (xsd:double; ISO/IEC 29500-1, 18.3.1.96). */
const doubtful = /<(?:\w+:)?v(?:\s[^<>]*)?>(?=\s*[-+]?\.?\d)(?!\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*<)/g;
/** Types whose value is a text, an error, a truth or a day, and no number. */
const otherTypes = /(?:^|\s)t\s*=\s*["'](?:s|str|inlineStr|e|b|d)["']/;

/**
 * Whether every cell of numbers holds one. The library reads as far as it understands: 18 for a cell that says `18,932`.
 * Programs that write workbooks never do; a file that says so is damaged, or written by hand.
 */
export function holdsNumbers(zip: GuardedZip): boolean {
  return zip.names.every((name) => {
    if (!/^xl\/.*sheets?\/[^/]*\.xml$/i.test(name)) return true;
    const part = Buffer.from(zip.part(name) ?? []).toString('latin1');
    for (const { index } of part.matchAll(doubtful)) if (!otherTypes.test(startOfCell(part, index))) return false;
    return true;
  });
}

/** Between the start of a cell and its value stands its formula at most. */
const reach = 10_000;

/** The attributes of the cell that a value at this place belongs to. */
function startOfCell(part: string, at: number): string {
  const before = part.slice(Math.max(0, at - reach), at);
  const start = Math.max(before.lastIndexOf('<c '), before.lastIndexOf(':c '));
  return start < 0 ? '' : before.slice(start, before.indexOf('>', start));
}
