import type { GuardedZip } from './guard-zip.ts';

/** A sheet has 16,384 columns; even one described several times over stays below this. */
const mostDescribed = 100_000;

/** Whether a sheet describes no more columns than there can be: the library keeps an object for each it is told of. */
export function describesFewColumns(zip: GuardedZip): boolean {
  return zip.names.every((name) => {
    if (!/^xl\/.*sheets?\/[^/]*\.(xml|bin)$/i.test(name)) return true;
    const part = Buffer.from(zip.part(name) ?? []);
    if (name.toLowerCase().endsWith('.bin')) return countInRecords(part) <= mostDescribed;
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

/** BrtColInfo of [MS-XLSB] 2.4.323: the first and the last column that it describes. */
const columnInfo = 60;

/** Of a binary sheet: records with a type and a length, seven bits to the byte. */
function countInRecords(part: Buffer): number {
  let count = 0;
  let at = 0;
  const number = (most: number) => {
    let value = 0;
    for (let bytes = 0; bytes < most; bytes += 1) {
      const byte = part[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * 128 ** bytes;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < part.length) {
    const type = number(2);
    const length = number(4);
    if (type === columnInfo && at + 8 <= part.length)
      count += Math.max(part.readUInt32LE(at + 4) - part.readUInt32LE(at), 0);
    at += length;
  }
  return count;
}
