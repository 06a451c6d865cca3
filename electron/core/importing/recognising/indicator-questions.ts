import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { suggestNames } from '../../../../shared/figures/suggest.ts';
import type { GridCell } from '../grid.ts';
import { emptyCell } from '../grid.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { Line } from '../recognised-table.ts';
import type { CrossedIndicators } from './cross-indicators.ts';
import type { Draft, Known } from './draft.ts';
import { figureShape } from './figure-shape.ts';
import type { IndicatorNames } from './indicator-names.ts';
import { indicatorQuestionId } from './name-lines.ts';
import { proposedUnit } from './proposed-unit.ts';
import { onlyDivides, ownWords, partName, type Whole, wholeOf } from './wholes.ts';

/** The table that a question about one of its names is asked of. */
export interface AskedTable {
  readonly draft: Draft;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly crossed: CrossedIndicators;
  readonly base: Indicator | null;
  /** Units that the titles list. */
  readonly units: readonly string[];
}

export type IndicatorQuestion = Extract<ImportQuestion, { readonly kind: 'indicator' }>;

export interface AskedLine {
  readonly line: Line;
  readonly isRow: boolean;
  readonly isSuggested: boolean;
  /** Indicators that no other line already is. */
  readonly free: readonly Indicator[];
}

/** What may a heading be that the catalogue lacks: the part that it names of what it divides, else something alike, or new. */
export function askIndicator(place: AskedLine, asked: AskedTable, known: Known): IndicatorQuestion {
  const names = known.names.indicators;
  const text = place.line.indicator?.text ?? '';
  const whole = wholeOf(place.line, { lines: place.isRow ? asked.rows : asked.columns, base: asked.base, names });
  const words = ownWords(text);
  const part = whole?.indicator
    ? namedPart(words, whole.indicator, { free: place.free, names })
    : names.byTitles(words);
  const plain = whole ? partName(words, whole, names) : words.join('');
  // Below a title of 小学 it is not the indicator of that name, but its part.
  const name = names.has(plain) ? `${names.scope}${plain}` : plain;
  const alike = place.isSuggested ? suggestNames(name, likely(words, place.free, names)) : [];
  return {
    kind: 'indicator',
    id: indicatorQuestionId([text]),
    text,
    suggestions: part ? [part.name] : alike,
    // What is there already need not be made.
    proposal:
      name === '' || part || names.has(name) ? null : proposeIndicator(name, { ...place, whole }, { asked, known }),
  };
}

function namedPart(
  words: readonly string[],
  whole: Indicator,
  { free, names }: { readonly free: readonly Indicator[]; readonly names: IndicatorNames },
): Indicator | null {
  const found = names.find(words, whole)?.indicator ?? null;
  return found && found !== whole && free.includes(found) ? found : null;
}

/** Girls are no pupils of one stage: a part by what the heading does not say is not what it means. */
function likely(words: readonly string[], free: readonly Indicator[], names: IndicatorNames): readonly string[] {
  const own = words.join('');
  const isSaid = (indicator: Indicator) =>
    Object.values(names.rootOf(indicator).dimensions).every((value) => own.includes(value));
  return (onlyDivides(words, names) ? free.filter(isSaid) : free).map(({ name }) => name);
}

function proposeIndicator(
  name: string,
  { line, isRow, whole }: AskedLine & { readonly whole: Whole | null },
  { asked: { draft, base, units }, known }: { readonly asked: AskedTable; readonly known: Known },
): IndicatorQuestion['proposal'] {
  const shape = figureShape(isRow ? rowCells(draft, line.index) : columnCells(draft, line.index));
  const unit = proposedUnit(name, {
    heading: line.unit,
    figures: shape.unit,
    whole: whole?.unit ?? null,
    titles: units,
    catalogue: known.units,
  });
  return {
    kind: 'new-indicator',
    name,
    // 贫困家庭 below a title of 学生数 counts pupils; 操场数 says by itself that it counts something else.
    unit: unit === '' && !/[数率额量比费]$/.test(name) ? (base?.unit ?? '') : unit,
    decimals: shape.decimals,
    timing: whole?.indicator?.timing ?? '时点',
    group: whole?.indicator?.group ?? base?.group ?? '',
  };
}

function rowCells({ view }: Draft, row: number): readonly GridCell[] {
  return view.sheet.rows[row] ?? [];
}

export function* columnCells({ view, block }: Draft, column: number): Generator<GridCell> {
  for (let row = block.body.first; row <= block.body.last; row += 1) yield view.sheet.rows[row]?.[column] ?? emptyCell;
}
