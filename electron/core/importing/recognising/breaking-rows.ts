import { nameText, senseOf } from './cell-sense.ts';
import { type Draft, isFigureRow, type Known } from './draft.ts';
import { contentsOf } from './row-kind.ts';
import { isUnitWord } from './stated-units.ts';
import { readTitlePeriods } from './title-periods.ts';

const noUnits: ReadonlySet<string> = new Set();

/** What stands before the name of a further part: 附表：, 表二： */
const partMark = /^(附表?|续表?|表)[一二三四五六七八九十\d]*:/;

/**
 * For every row below a row that seems to open another part of the table, that row: a text that names another period, a
 * unit, an indicator, or other headings. What stands below it may be of something else than the header says.
 */
export function breakingRows(
  draft: Draft,
  { figures, hasPeriods }: { readonly figures: ReadonlySet<number>; readonly hasPeriods: boolean },
  known: Known,
): ReadonlyMap<number, number> {
  const below = new Map<number, number>();
  let breaking: number | null = null;
  for (let row = draft.block.body.first; row <= draft.block.body.last; row += 1) {
    if (isFigureRow(draft, row)) {
      if (breaking !== null) below.set(row, breaking);
    } else if (breaks(draft, row, { figures, hasPeriods, known })) breaking = row;
  }
  return below;
}

function breaks(
  { view, block, paths, titles }: Draft,
  row: number,
  {
    figures,
    hasPeriods,
    known,
  }: { readonly figures: ReadonlySet<number>; readonly hasPeriods: boolean; readonly known: Known },
): boolean {
  const kind = block.kinds[row];
  if (kind !== 'single' && kind !== 'heading' && kind !== 'label') return false;
  const contents = contentsOf(view, row);
  const texts = contents.map(({ cell }) => nameText(cell));
  if (!hasPeriods && namesOtherPeriod(texts, titles)) return true;
  if (texts.every((text) => isUnitWord(text.replaceAll(/^\(|\)$|^(计量)?单位:/g, ''), noUnits))) return true;
  if (texts.some((text) => partMark.test(text) && known.names.indicators.has(text.replace(partMark, '')))) return true;
  return contents.some(
    ({ column, cell }) =>
      column > 0 && figures.has(column) && senseOf(cell) === 'text' && !isRepeated(nameText(cell), paths[column] ?? []),
  );
}

function namesOtherPeriod(texts: readonly string[], titles: readonly string[]): boolean {
  const stated = new Set(readTitlePeriods(titles).periods.map(({ label }) => label));
  const { periods, unclear } = readTitlePeriods(texts);
  return unclear.length > 0 || periods.some(({ label }) => !stated.has(label));
}

/** Whether a heading of the column stands there once more, as on every page of a long table. */
function isRepeated(text: string, path: readonly string[]): boolean {
  return path.includes(text) || path.join('') === text || path.some((each) => each.startsWith(`${text}(`));
}
