import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { GridCell } from '../grid.ts';
import { bareYear, nameText, senseOf } from './cell-sense.ts';
import type { Names } from './names.ts';
import type { SheetView } from './sheet-view.ts';
import { isAxisHeading, isTail, isTitleLabel } from './words.ts';

/**
 * What a row looks like by itself. `figures` hold numbers; `named` name a region without any; `heading` may be one of the
 * rows of a header; `numbering` counts the columns below a header (甲 乙 1 2 3); `single` holds one text: a title, a
 * group's name, a note; `label` says who filled the form in and the like; `tail` is a note below the figures.
 */
export type RowKind = 'blank' | 'figures' | 'named' | 'heading' | 'numbering' | 'single' | 'label' | 'tail';

export interface Content {
  readonly column: number;
  readonly cell: GridCell;
}

/** The contents of a row, a text that merged cells share only once. */
export function contentsOf(view: SheetView, row: number): readonly Content[] {
  const contents: Content[] = [];
  let before = -1;
  for (let column = 0; column < view.endOf(row); column += 1) {
    const cell = view.at(row, column);
    if (cell.kind === 'empty' || (cell.kind === 'text' && foldName(cell.text) === '')) continue;
    const owner = view.owner(row, column);
    if (owner !== before) contents.push({ column, cell });
    before = owner;
  }
  return contents;
}

export function rowKind(view: SheetView, row: number, names: Names): RowKind {
  const contents = contentsOf(view, row);
  const [first] = contents;
  if (!first) return 'blank';
  if (isTail(nameText(first.cell)) && !isMarkedName(contents)) return 'tail';
  if (isNumbering(contents)) return 'numbering';
  if (isYearHeader(contents, names)) return 'heading';
  if (contents.some(({ cell }) => senseOf(cell) === 'figure'))
    return isHeaderBesideList(contents) || isHeaderWithStrays(contents, names) ? 'heading' : 'figures';
  if (contents.some(({ cell }) => isTitleLabel(nameText(cell)))) return 'label';
  if (isAxisHeading(nameText(first.cell)) && contents.length > 1) return 'heading';
  const regions = contents.filter(({ cell }) => names.regions.find(nameText(cell)) !== null).length;
  // Regions in a row beside each other are a header; 市 and 县 in the first columns of a row are not.
  if (regions > 0) return regions > 2 && regions * 2 > contents.length ? 'heading' : 'named';
  return contents.length > 1 ? 'heading' : 'single';
}

/** A mark before a name points at a note below; what holds figures beside it is no note. */
function isMarkedName([first, ...rest]: readonly Content[]): boolean {
  const text = first ? nameText(first.cell) : '';
  const isMarked = /^[*①②③④⑤]/.test(text) || /^来源[^:]/.test(text);
  return isMarked && text.length <= longestName && rest.some(({ cell }) => senseOf(cell) === 'figure');
}

const longestName = 15;

/** A list to choose from may stand far right of the headings, with numbers of its own. */
function isHeaderBesideList(contents: readonly Content[]): boolean {
  const gap = contents.findIndex(({ column }, at) => at > 0 && column - (contents[at - 1]?.column ?? column) > 2);
  const [first, ...headings] = gap < 0 ? [] : contents.slice(0, gap);
  if (!first || headings.length === 0 || !isAxisHeading(nameText(first.cell))) return false;
  return !headings.some(({ cell }) => senseOf(cell) === 'figure');
}

/**
 * A header below another table, in whose row a column that runs on has a number of its own: the serial number, a
 * telephone. No row of figures is named 地区 or 年份.
 */
function isHeaderWithStrays(contents: readonly Content[], { indicators, regions }: Names): boolean {
  const texts = contents.filter(({ cell }) => senseOf(cell) !== 'figure');
  const isHeading = ({ cell }: Content): boolean =>
    isAxisHeading(nameText(cell)) || senseOf(cell) === 'period' || indicators.has(nameText(cell));
  const headings = texts.filter(isHeading).length;
  return (
    headings > 1 &&
    headings > contents.length - texts.length &&
    texts.some(({ cell }) => isAxisHeading(nameText(cell))) &&
    !texts.some(({ cell }) => regions.find(nameText(cell)) !== null)
  );
}

/** `甲 乙 1 2 3 4` */
function isNumbering(contents: readonly Content[]): boolean {
  const texts = contents.map(({ cell }) => nameText(cell).replace(/^[(<](.+)[)>]$/, '$1'));
  const counted = texts.filter((text) => !/^([甲乙丙丁戊己]|栏次|序号|行次|编号|代码|指标)$/.test(text));
  return counted.length >= 2 && counted.every((text, at) => text === String(at + 1));
}

/** Years beside each other, one after the other, are a header also where they stand as bare numbers. */
function isYearHeader(contents: readonly Content[], { indicators, regions }: Names): boolean {
  const years = contents.flatMap(({ cell }) => bareYear(cell) ?? []);
  const rest = contents.filter(({ cell }) => bareYear(cell) === null);
  if (years.length === 0 || rest.some(({ cell }) => senseOf(cell) === 'figure')) return false;
  const label = nameText(rest[0]?.cell ?? { kind: 'empty' });
  if (indicators.has(label) || regions.find(label)) return false;
  if (years.length === 1) return isAxisHeading(label);
  const step = Math.sign((years[1] ?? 0) - (years[0] ?? 0));
  return step !== 0 && years.every((year, at) => at === 0 || year - (years[at - 1] ?? 0) === step);
}
