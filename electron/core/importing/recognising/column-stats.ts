import { bareYear, nameText, senseOf } from './cell-sense.ts';
import { type Draft, isFigureRow, type Known } from './draft.ts';
import { meaningful } from './indicator-names.ts';
import { relativePeriod } from './relative-period.ts';
import { isSpoiltFigure } from './spoilt-rows.ts';
import { isUnitWord } from './stated-units.ts';
import { isDivider, isKindOfPlace, isPlaceName, isSubtotalWord, isTotalWord } from './words.ts';

/** What stands in a column of the body, in rows that hold figures. */
export interface ColumnStats {
  readonly figures: number;
  readonly texts: number;
  readonly dates: number;
  readonly periods: number;
  /** Figures that may be years. */
  readonly years: number;
  /** Figures that are the code of a region. */
  readonly codes: number;
  readonly regions: number;
  readonly indicators: number;
  readonly units: number;
  readonly totals: number;
  /** Names that nobody knows and that are likely those of regions. */
  readonly places: number;
  /** Values of dimensions: 小学, 公办. */
  readonly dimensions: number;
  /** Kinds of places: 县, 市辖区, and 城区 beside them. */
  readonly kinds: number;
  /** Those among them by which pupils are divided, too: 城区. */
  readonly dividers: number;
}

type Counts = { -readonly [Key in keyof ColumnStats]: number };

/** By column of the sheet. */
export function columnStats(draft: Draft, known: Known): readonly ColumnStats[] {
  const { view, block, span } = draft;
  const columns = Array.from({ length: span.last + 1 }, newCounts);
  for (let row = block.body.first; row <= block.body.last; row += 1) {
    if (!isFigureRow(draft, row)) continue;
    const end = Math.min(span.last + 1, view.endOf(row));
    for (let column = span.first; column < end; column += 1) {
      const counts = columns[column];
      if (counts) count(counts, view.at(row, column), known);
    }
  }
  return columns;
}

function newCounts(): Counts {
  const naming = { regions: 0, indicators: 0, units: 0, totals: 0, places: 0, dimensions: 0, kinds: 0, dividers: 0 };
  return { figures: 0, texts: 0, dates: 0, periods: 0, years: 0, codes: 0, ...naming };
}

function count(counts: Counts, cell: Parameters<typeof senseOf>[0], { names, units }: Known): void {
  const sense = senseOf(cell);
  if (sense === 'blank') return;
  if (sense === 'figure') {
    counts.figures += 1;
    if (bareYear(cell) !== null) counts.years += 1;
    if (names.regions.byCode(nameText(cell))) counts.codes += 1;
    return;
  }
  if (sense === 'date') {
    counts.dates += 1;
    return;
  }
  const text = nameText(cell);
  if (isSpoiltFigure(text)) {
    counts.figures += 1;
    return;
  }
  counts.texts += 1;
  if (isKindOfPlace(text)) counts.kinds += 1;
  if (isDivider(text)) counts.dividers += 1;
  if (sense === 'period' || relativePeriod(text, null) !== null) counts.periods += 1;
  else if (isTotalWord(text) || isSubtotalWord(text)) counts.totals += 1;
  else if (names.regions.find(text)) counts.regions += 1;
  else if (names.indicators.has(meaningful(text))) counts.indicators += 1;
  else if (isUnitWord(text, units)) counts.units += 1;
  else if (names.indicators.isDimension(meaningful(text))) counts.dimensions += 1;
  else if (isPlaceName(text)) counts.places += 1;
}
