import type { GuardedZip } from './guard-zip.ts';

/** A sheet has 16,384 columns; even one described several times over stays below this. */
const mostDescribed = 100_000;

/** Whether a sheet describes no more columns than there can be: the library keeps an object for each it is told of. */
export function describesFewColumns(zip: GuardedZip): boolean {
  return zip.names.every((name) => {
    if (!/^xl\/.*sheets?\/[^/]*\.xml$/i.test(name)) return true;
    const part = Buffer.from(zip.part(name) ?? []);
    // Columns are described before the cells.
    const cells = part.indexOf('sheetData');
    return countDescribed(part.toString('latin1', 0, cells < 0 ? part.length : cells)) <= mostDescribed;
  });
}

function countDescribed(head: string): number {
  let count = 0;
  for (const [column] of head.matchAll(/<(?:\w+:)?col\s[^<>]*/g)) {
    const end = Number.parseInt(/\smax\s*=\s*["'](\d+)/.exec(column)?.[1] ?? '0', 10);
    count += end - Number.parseInt(/\smin\s*=\s*["'](\d+)/.exec(column)?.[1] ?? '0', 10);
  }
  return count;
}
