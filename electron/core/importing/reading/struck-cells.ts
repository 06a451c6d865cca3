import { type GridCell, type GridSheet, textCell } from '../grid.ts';
import type { GuardedZip } from './guard-zip.ts';
import { joinRuns } from './rich-text.ts';
import { attributeOf, scanTags } from './scan-tags.ts';

/**
 * The sheets of an .xlsx with the figures that its fonts strike out, which the library does not tell: no longer numbers, so
 * that nobody takes them for such without a word.
 */
export function withStruckCells(sheets: readonly GridSheet[], zip: GuardedZip): readonly GridSheet[] {
  const struck = struckStyles(textOf(zip, 'xl/styles.xml'));
  if (struck.size === 0) return sheets;
  const parts = sheetParts(zip);
  return sheets.map((sheet) => {
    const places = struckPlaces(textOf(zip, parts.get(sheet.name) ?? ''), struck);
    if (places.size === 0) return sheet;
    const rows = sheet.rows.map((cells, row) => {
      const columns = places.get(row);
      return columns ? cells.map((cell, column) => (columns.has(column) ? strikeOut(cell) : cell)) : cells;
    });
    return { ...sheet, rows };
  });
}

function strikeOut(cell: GridCell): GridCell {
  const text =
    cell.kind === 'number'
      ? (cell.shown ?? cell.decimal)
      : cell.kind === 'percent'
        ? `${cell.shown ?? cell.decimal}%`
        : cell.kind === 'text'
          ? cell.text
          : cell.kind === 'uncomputed'
            ? '0'
            : null;
  return text === null ? cell : textCell(joinRuns([{ text, look: 'struck' }]));
}

function textOf(zip: GuardedZip, name: string): string {
  return Buffer.from(zip.part(name) ?? []).toString('utf8');
}

/** Numbers of the cell formats whose font strikes out. */
function struckStyles(styles: string): ReadonlySet<string> {
  const fonts = new Set<number>();
  const struck = new Set<string>();
  if (!/<(\w+:)?strike\b/.test(styles)) return struck;
  let list = '';
  let count = { font: -1, xf: -1 };
  for (const tag of scanTags(styles)) {
    const isListed = tag.name === 'fonts' || tag.name === 'cellxfs';
    if (isListed) list = tag.kind === 'start' ? tag.name : '';
    if (tag.kind === 'end') continue;
    if (list === 'fonts' && tag.name === 'font') count = { ...count, font: count.font + 1 };
    if (list === 'fonts' && tag.name === 'strike' && !/^(0|false)$/.test(attributeOf(tag, 'val') ?? '')) {
      fonts.add(count.font);
    }
    if (list !== 'cellxfs' || tag.name !== 'xf') continue;
    count = { ...count, xf: count.xf + 1 };
    if (fonts.has(Number(attributeOf(tag, 'fontId') ?? '-1'))) struck.add(String(count.xf));
  }
  return struck;
}

/** Names of the parts that hold the sheets, by the sheets' names. */
function sheetParts(zip: GuardedZip): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const tag of scanTags(textOf(zip, 'xl/_rels/workbook.xml.rels'))) {
    const [id, target] = [attributeOf(tag, 'Id'), attributeOf(tag, 'Target')];
    if (id !== null && target !== null) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const parts = new Map<string, string>();
  for (const tag of scanTags(textOf(zip, 'xl/workbook.xml'))) {
    if (tag.name !== 'sheet' || tag.kind === 'end') continue;
    const link = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(tag.attributes)?.[1];
    const target = link === undefined ? undefined : targets.get(link);
    const name = attributeOf(tag, 'name');
    if (name !== null && target !== undefined) parts.set(name, target);
  }
  return parts;
}

/** By row the columns of cells with such a format. */
function struckPlaces(sheet: string, styles: ReadonlySet<string>): ReadonlyMap<number, ReadonlySet<number>> {
  const places = new Map<number, Set<number>>();
  for (const [, attributes = ''] of sheet.matchAll(/<(?:\w+:)?c\s([^<>]*)/g)) {
    const style = /(?:^|\s)s=["'](\d+)["']/.exec(attributes)?.[1];
    if (style === undefined || !styles.has(style)) continue;
    const [, letters = '', digits = ''] = /(?:^|\s)r=["']([A-Z]{1,3})(\d{1,7})["']/.exec(attributes) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = Number(digits) - 1;
    if (column >= 0 && row >= 0) places.set(row, (places.get(row) ?? new Set()).add(column));
  }
  return places;
}
