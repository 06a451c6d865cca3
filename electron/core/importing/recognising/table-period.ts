import { makePeriod, type Period, parsePeriod } from '../../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { Line } from '../recognised-table.ts';
import { type Draft, type Known, saidAbove } from './draft.ts';
import type { RowLabels } from './row-labels.ts';
import { agrees, periodsIn } from './stated-periods.ts';

export interface TablePeriod {
  readonly axis: 'rows' | 'columns' | 'table';
  /** Whether a column keeps the period that it names: one given for the whole file goes before it, but not before 上年. */
  readonly keeps: (column: Line) => boolean;
  /** Whether a row does. */
  readonly keepsRow: (row: Line) => boolean;
  /** Null where the rows or columns say it, or where the question asks. */
  readonly period: Period | null;
  readonly question: ImportQuestion | null;
}

/** The periods that titles state, or the sheet's name where they state none. */
export function titlePeriods(draft: Draft): readonly Period[] {
  const inTitles = saidAbove(draft, periodsIn);
  return inTitles.length > 0 ? inTitles : periodsIn([draft.view.sheet.name]);
}

/** The one period that is given, answered or stated for the whole table; null where there is none or several. */
export function statedPeriod(draft: Draft, { context, mapping }: Known): Period | null {
  const answer = mapping.answers[`period:${draft.id}`];
  const said = answer?.kind === 'use' ? parsePeriod(answer.name) : null;
  const [title, other] = titlePeriods(draft);
  return context.period ?? said ?? (other ? null : (title ?? null));
}

interface Lines {
  readonly labels: readonly RowLabels[];
  readonly columns: readonly Line[];
  /** Columns such as 上年, which contradict nothing. */
  readonly relative: ReadonlySet<number>;
}

/** Where a table says its period, and which; a given one must not contradict any that is stated. */
export function tablePeriod(draft: Draft, lines: Lines, known: Known): Result<TablePeriod, Failure> {
  const titles = titlePeriods(draft);
  const answer = known.mapping.answers[`period:${draft.id}`];
  const given = known.context.period;
  if (given) {
    const found = contradiction(given, { titles, lines });
    const relativeRows = new Set(lines.labels.flatMap(({ index, period }) => (period?.isRelative ? [index] : [])));
    const axis = lines.relative.size > 0 ? 'columns' : relativeRows.size > 0 ? 'rows' : 'table';
    const keeps = ({ index }: Line) => lines.relative.has(index);
    const keepsRow = ({ index }: Line) => relativeRows.has(index);
    if (found === null) return succeed({ axis, keeps, keepsRow, period: given, question: null });
    return fail({ code: 'import-period-differs', name: known.fileName, found, expected: given.label });
  }
  const figures = lines.columns.filter(({ role }) => role === 'data' || role === 'total');
  const inColumns = figures.some(({ period }) => period !== null);
  const inRows = lines.labels.some(({ period }) => period !== null);
  // 上年 says nothing as long as this year is not known.
  const isHanging = lines.labels.some(({ period }) => period?.isRelative && period.period === null);
  const isStated = (inRows && !isHanging) || (inColumns && figures.every(({ period }) => period !== null));
  const [title, other] = titles;
  const said = answer?.kind === 'use' ? parsePeriod(answer.name) : null;
  const period = said ?? (other ? null : (title ?? null));
  const question: ImportQuestion | null =
    period || isStated
      ? null
      : {
          kind: 'period',
          id: `period:${draft.id}`,
          table: draft.id,
          candidates: titles.map(({ label }) => label),
        };
  const axis = inColumns ? 'columns' : inRows ? 'rows' : 'table';
  return succeed({ axis, keeps: () => inColumns, keepsRow: () => axis === 'rows', period, question });
}

/** What the table states instead of the given period; null when nothing speaks against it. */
function contradiction(
  given: Period,
  { titles, lines }: { readonly titles: readonly Period[]; readonly lines: Lines },
): string | null {
  const [title] = titles;
  if (title && !titles.some((each) => agrees(each, given))) return title.label;
  for (const { index, period } of lines.columns) {
    if (period && !lines.relative.has(index) && !agrees(period, given)) return period.label;
  }
  for (const { period } of lines.labels) {
    if (period && !period.isRelative && !rowAgrees(period, given)) return period.text;
  }
  return null;
}

function rowAgrees({ text, period }: NonNullable<RowLabels['period']>, given: Period): boolean {
  // A day lies in its year.
  const year = /^(\d{4})[-/.]/.exec(text)?.[1];
  const stated = period ?? (year === undefined ? null : makePeriod('自然年', Number(year)));
  return stated !== null && agrees(stated, given);
}
