import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { suggestNames } from '../../../../shared/figures/suggest.ts';
import type { Line } from '../recognised-table.ts';
import { crossKey, wordsOf } from './cross-indicators.ts';
import type { Known } from './draft.ts';
import { figureShape } from './figure-shape.ts';
import { type AskedTable, columnCells, type IndicatorQuestion } from './indicator-questions.ts';
import { indicatorQuestionId } from './name-lines.ts';
import { proposedUnit } from './proposed-unit.ts';
import { ownWords } from './wholes.ts';

interface Pair {
  readonly row: Line;
  readonly column: Line;
  /** What the question calls it. */
  readonly text: string;
}

/** Pairs of an item and a measure that the catalogue does not know, each once. */
export function pairQuestions(
  asked: AskedTable,
  { free, mostSuggested }: { readonly free: readonly Indicator[]; readonly mostSuggested: number },
  known: Known,
): readonly IndicatorQuestion[] {
  const questions = new Map<string, IndicatorQuestion>();
  for (const { row, column, text } of unknownPairs(asked)) {
    if (questions.has(text)) continue;
    const names = questions.size < mostSuggested ? free.map(({ name }) => name) : [];
    const proposal = proposePair({ row, column, text }, asked, known);
    questions.set(text, {
      kind: 'indicator',
      id: indicatorQuestionId([text]),
      text,
      suggestions: suggestNames(proposal.name, names),
      proposal,
    });
  }
  return [...questions.values()];
}

/** Where nothing stands nothing waits. */
function* unknownPairs({ draft, rows, columns, crossed }: AskedTable): Generator<Pair> {
  for (const row of rows) {
    for (const column of columns) {
      const naming = crossed.get(crossKey(row.index, column.index));
      const cell = draft.view.sheet.rows[row.index]?.[column.index];
      if (naming?.kind === 'unknown' && cell && cell.kind !== 'empty') yield { row, column, text: naming.text };
    }
  }
}

function proposePair(
  { row, column }: Pair,
  { draft, columns, base, units }: AskedTable,
  known: Known,
): NonNullable<IndicatorQuestion['proposal']> {
  const whole = column.partOf === null ? undefined : columns.find(({ index }) => index === column.partOf);
  const measure = whole ?? column;
  const thing = measure.indicator?.kind === 'known' ? measure.indicator.thing : null;
  const parts = whole ? ownWords(column.path.join('/')) : [];
  // 小学 by 女 of 学生数 is 小学女学生数.
  const name = [...wordsOf(row), ...parts, thing?.name ?? wordsOf(measure).join('')].join('');
  const { decimals, unit } = figureShape(columnCells(draft, column.index));
  const evidence = { heading: column.unit, figures: unit, whole: thing?.unit ?? null, titles: units };
  return {
    kind: 'new-indicator',
    name,
    unit: proposedUnit(name, { ...evidence, catalogue: known.units }),
    decimals,
    timing: thing?.timing ?? '时期',
    group: thing?.group ?? base?.group ?? '',
  };
}
