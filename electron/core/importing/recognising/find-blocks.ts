import type { ImportMapping } from '../mapping.ts';
import { nameText, senseOf } from './cell-sense.ts';
import { groupContent } from './group-row.ts';
import type { Names } from './names.ts';
import { type Content, contentsOf, type RowKind, rowKind } from './row-kind.ts';
import { rowMarks } from './row-text.ts';
import type { SheetView } from './sheet-view.ts';
import { withSpoiltRows } from './spoilt-rows.ts';
import { isUnitWord } from './stated-units.ts';
import { withStrayTitles } from './stray-titles.ts';
import { isAxisHeading } from './words.ts';

/** The rows of one table, from 0: those above its header, the header, and from the first figures to the last. */
export interface Block {
  /** Rows from here to the header may hold its titles; behind the table above. */
  readonly from: number;
  readonly header: { readonly first: number; readonly last: number };
  readonly body: { readonly first: number; readonly last: number };
  /** Rows up to here, this one not included, may hold its notes. */
  readonly until: number;
  readonly kinds: readonly RowKind[];
}

/** No form needs more levels of headings. */
const mostLevels = 5;

interface Found {
  readonly from: number;
  readonly header: Block['header'];
  readonly first: number;
  last: number;
}

/** The tables of a sheet, one below the other: a header, and rows of figures under it. */
export function findBlocks(
  view: SheetView,
  names: Names,
  stated: ImportMapping['headers'][string] | undefined,
): readonly Block[] {
  const alone = Array.from({ length: view.height }, (_, row) => rowKind(view, row, names));
  const kinds = withStrayTitles(view, withSpoiltRows(view, alone));
  const forced = stated && { first: stated.first - 1, last: Math.min(stated.last, view.height) - 1 };
  const found: Found[] = [];
  let pending = 0;
  let hasTail = false;
  for (const [row, kind] of kinds.entries()) {
    if (forced && row <= forced.last) continue;
    if (kind === 'tail') hasTail = true;
    if (kind !== 'figures' && kind !== 'named') continue;
    const table = found.at(-1);
    const header = forced
      ? table || forced.last < forced.first
        ? null
        : forced
      : headerAbove({ view, kinds, names }, { from: pending, to: row, isOpen: table !== undefined });
    if (header) found.push({ from: pending, header, first: header.last + 1, last: row });
    // Behind the notes only what names a region can still be a row of the table.
    else if (table && !(hasTail && !namesRegion(view, row, names))) table.last = row;
    else continue;
    hasTail = false;
    pending = row + 1;
  }
  return found.map(({ from, header, first, last }, at) => {
    const next = found[at + 1];
    return { from, header, body: { first, last }, until: next ? next.header.first : view.height, kinds };
  });
}

function namesRegion(view: SheetView, row: number, { regions }: Names): boolean {
  return contentsOf(view, row).some(({ cell }) => regions.find(nameText(cell).replaceAll(rowMarks, '')) !== null);
}

interface Sheet {
  readonly view: SheetView;
  readonly kinds: readonly RowKind[];
  readonly names: Names;
}

/** The header that ends above the row, among the rows that belong to no table yet. */
function headerAbove(
  sheet: Sheet,
  { from, to, isOpen }: { readonly from: number; readonly to: number; readonly isOpen: boolean },
): Block['header'] | null {
  const { view, kinds } = sheet;
  let last = to - 1;
  while (last >= from && kinds[last] === 'blank') last -= 1;
  last = aboveGroups(sheet, { from, last });
  const end = last;
  while (last >= from && kinds[last] === 'numbering') last -= 1;
  if (last < from || !mayEndHeader(sheet, last)) return null;
  let first = last;
  // A row of units stands under the headings that it belongs to.
  if (first > from && isUnitRow(view, first) && kinds[first - 1] === 'heading') first -= 1;
  while (first > from && last - first + 1 < mostLevels && belongsAbove(sheet, first - 1)) first -= 1;
  if (isOpen && !beginsTable(sheet, { from, first, last })) return null;
  // What merged cells reach into from above is the header still.
  return { first, last: Math.max(end, view.reachesDown(end) ? end + 1 : end) };
}

/** The names of groups above the first figures are no part of the header above them. */
function aboveGroups({ view, kinds }: Sheet, { from, last }: { readonly from: number; readonly last: number }): number {
  let row = last;
  while (row > from && groupContent(view, row, kinds)?.column === 0) row -= 1;
  const [head] = row < last && kinds[row] === 'heading' ? contentsOf(view, row) : [];
  const isHeader = head !== undefined && isAxisHeading(nameText(head.cell));
  return isHeader && !view.reachesDown(last) ? row : last;
}

/** `（单位） （人） （万元）` */
function isUnitRow(view: SheetView, row: number): boolean {
  const texts = contentsOf(view, row).map(({ cell }) => nameText(cell));
  return texts.every((text) => /^\([^()]+\)$/.test(text) || isUnitWord(text, noUnits) || /^(计量)?单位$/.test(text));
}

const noUnits: ReadonlySet<string> = new Set();

function mayEndHeader({ view, kinds, names }: Sheet, row: number): boolean {
  if (kinds[row] === 'heading') return true;
  if (kinds[row] !== 'single') return false;
  // One heading over one column of figures: the corner above the names is empty.
  const [only] = contentsOf(view, row);
  if (!only || only.column === 0) return view.reachesDown(row - 1);
  return names.indicators.has(nameText(only.cell)) || senseOf(only.cell) === 'period' || view.reachesDown(row - 1);
}

/** Whether the row above is one more level: merged cells tie it to the next, or its headings span those of the next. */
function belongsAbove({ view, kinds, names }: Sheet, row: number): boolean {
  if (kinds[row] === 'blank' || kinds[row] === 'figures' || kinds[row] === 'tail') return false;
  if (view.reachesDown(row)) return true;
  const upper = contentsOf(view, row);
  const lower = new Set(contentsOf(view, row + 1).map(({ column }) => column));
  if (kinds[row] === 'single') {
    const [only] = upper;
    const text = only ? nameText(only.cell) : '';
    const isSaid = only !== undefined && (senseOf(only.cell) === 'period' || names.indicators.has(text));
    return isSaid && only.column > 0;
  }
  if (kinds[row] !== 'heading' || isTitleBesideRemarks(upper, contentsOf(view, row + 1))) return false;
  return upper.some(({ column }) => !lower.has(column)) || upper.length < lower.size;
}

/** A title over the head of the rows' names, with the remarks of a column that runs on beside it: no level of headings. */
function isTitleBesideRemarks([title]: readonly Content[], below: readonly Content[]): boolean {
  if (title === undefined || isAxisHeading(nameText(title.cell))) return false;
  return below.some(({ column, cell }) => column === title.column && isAxisHeading(nameText(cell)));
}

/** Below another table a row of texts begins a new one only where it names something, or stands apart. */
function beginsTable(
  { view, kinds, names }: Sheet,
  { from, first, last }: { readonly from: number; readonly first: number; readonly last: number },
): boolean {
  for (let row = from; row < first; row += 1) if (kinds[row] !== 'heading') return true;
  for (let row = first; row <= last; row += 1) {
    const contents = contentsOf(view, row);
    const [head] = contents;
    if (head && isAxisHeading(nameText(head.cell))) return true;
    if (contents.some(({ cell }) => names.indicators.has(nameText(cell)))) return true;
    if (contents.filter(({ cell }) => senseOf(cell) === 'period').length > 1) return true;
  }
  return false;
}

/**
 * A row between the figures that holds nothing but the name of an indicator, in a table whose header names indicators
 * too: what stands below it may belong to that one. Null where there is none.
 */
export function headerWithin(
  { header, body, kinds }: Block,
  { view, names }: { readonly view: SheetView; readonly names: Names },
): number | null {
  const isNamed = (row: number) => contentsOf(view, row).some(({ cell }) => names.indicators.has(nameText(cell)));
  let isHeaded = false;
  for (let row = header.first; row <= header.last; row += 1) isHeaded ||= isNamed(row);
  if (!isHeaded) return null;
  for (let row = body.first; row <= body.last; row += 1) if (kinds[row] === 'single' && isNamed(row)) return row;
  return null;
}
