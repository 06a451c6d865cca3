import { zipSync } from 'fflate';
import type { GridSheet } from '../grid.ts';
import type { GuardedZip } from './guard-zip.ts';
import { readWorkbook } from './read-workbook.ts';

/** Rows of each sheet that are read before the rest. */
const rowsWanted = 60;
/** A part below this is read as it is; a sheet's first rows stand within so many bytes, however wide it is. */
const smallPart = 1024 * 1024;

/**
 * The first rows of a large .xlsx, long before all of it is read: its parts with the sheets cut off behind some rows.
 * Null where that would not be quicker, or the rows do not stand where they should: then there is nothing to show yet.
 */
export function readFirstRows(zip: GuardedZip): readonly GridSheet[] | null {
  const parts = new Map<string, Buffer>();
  let isCut = false;
  for (const name of zip.names) {
    const part = Buffer.from(zip.part(name) ?? []);
    const isLarge = part.length > smallPart;
    isCut ||= isLarge && isSheet(name);
    if (!isLarge || isStrings(name)) parts.set(name, part);
    else if (isSheet(name)) parts.set(name, cutSheet(part));
  }
  if (!isCut) return null;
  const strings = 1 + Math.max(-1, ...[...parts].filter(([name]) => isSheet(name)).map(([, part]) => lastString(part)));
  for (const [name, part] of parts) if (isStrings(name)) parts.set(name, cutStrings(part, strings));
  const contents = readWorkbook(zipSync(Object.fromEntries(parts), { level: 0 }));
  if (contents.kind !== 'sheets') return null;
  return contents.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, rowsWanted) }));
}

function isSheet(name: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/i.test(name);
}

function isStrings(name: string): boolean {
  return name.toLowerCase() === 'xl/sharedstrings.xml';
}

/** Up to the end of the last row that is wanted; merged cells, which stand behind all rows, are taken over. */
function cutSheet(part: Buffer): Buffer {
  const head = part.toString('utf8', 0, smallPart);
  const ends = [...head.matchAll(/<\/(\w+:|)row>/g)];
  const last = ends[Math.min(rowsWanted, ends.length) - 1];
  if (last === undefined) return Buffer.alloc(0);
  const [end, prefix = ''] = last;
  const close = (name: string) => `</${prefix}${name}>`;
  return Buffer.from(
    [head.slice(0, last.index + end.length), close('sheetData'), mergesOf(part, prefix), close('worksheet')].join(''),
  );
}

function mergesOf(part: Buffer, prefix: string): string {
  const start = part.lastIndexOf(`<${prefix}mergeCells`);
  const end = part.indexOf(`</${prefix}mergeCells>`, Math.max(start, 0));
  if (start < 0 || end < 0 || end - start > smallPart) return '';
  return `${part.toString('utf8', start, end)}</${prefix}mergeCells>`;
}

/** The highest number of a shared text that a cell shows. */
function lastString(sheet: Buffer): number {
  const cells = sheet
    .toString('utf8')
    .matchAll(/\st=["']s["'][^>]*>(?:<(?:\w+:)?f\b[^<]*<\/(?:\w+:)?f>)?<(?:\w+:)?v>(\d+)/g);
  let last = -1;
  for (const [, index = ''] of cells) last = Math.max(last, Number(index));
  return last;
}

function cutStrings(part: Buffer, wanted: number): Buffer {
  const text = part.toString('utf8');
  const items = text.matchAll(/<\/(\w+:|)si>|<(\w+:|)si\s*\/>/g);
  let count = 0;
  for (const { 0: item, 1: closed, 2: empty, index } of items) {
    count += 1;
    if (count === Math.max(wanted, 1))
      return Buffer.from(`${text.slice(0, index + item.length)}</${closed ?? empty ?? ''}sst>`);
  }
  return part;
}
