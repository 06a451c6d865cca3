import { makePeriod, type Period, parsePeriod } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { Line } from '../recognised-table.ts';
import { type Draft, type Known, saidAbove } from './draft.ts';
import { planWord } from './plan-words.ts';
import type { RowLabels } from './row-labels.ts';
import { agrees, periodOf } from './stated-periods.ts';
import { readTitlePeriods, type StatedPeriods } from './title-periods.ts';

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

/** Periods that titles state, or the sheet's name where they state none. */
function titlePeriods(draft: Draft): StatedPeriods {
  const { name } = draft.view.sheet;
  const [own] = saidAbove(draft, (titles) => {
    const said = readTitlePeriods(titles);
    return said.periods.length + said.unclear.length > 0 ? [said] : [];
  });
  const said = own ?? readTitlePeriods([name]);
  const [only, other] = said.periods;
  // A sheet for each half or month under the same title: the year is not what the figures are of.
  const within = only?.kind === '自然年' && !other ? periodOf(foldName(name), only.year) : null;
  const nearby = own ? said.nearby : saidAbove(draft, (titles) => readTitlePeriods(titles).nearby);
  if (!only || !within || within.year !== only.year || within.kind === '自然年') return { ...said, nearby };
  return { ...said, unclear: [...said.unclear, { years: [only.year], candidates: [within, only] }], nearby };
}

/** The one period that titles state beyond doubt. */
function surePeriod({ periods, unclear }: StatedPeriods): Period | null {
  const [only, other] = periods;
  return only && !other && unclear.length === 0 ? only : null;
}

/** The year that headings such as `上半年` belong to; null where none is stated. */
export function statedYear(draft: Draft, { context }: Known): number | null {
  const { periods, unclear } = titlePeriods(draft);
  return context.period?.year ?? periods[0]?.year ?? unclear[0]?.years[0] ?? null;
}

/** The one period that is given, answered or stated for the whole table; null where there is none or several. */
export function statedPeriod(draft: Draft, known: Known): Period | null {
  return known.context.period ?? answered(draft, known) ?? surePeriod(titlePeriods(draft));
}

function answered({ id }: Draft, { mapping }: Known): Period | null {
  const answer = mapping.answers[`period:${id}`];
  return answer?.kind === 'use' ? parsePeriod(answer.name) : null;
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
  const given = known.context.period;
  const found = given && contradiction(given, { titles, lines });
  if (given && found) {
    return fail({ code: 'import-period-differs', name: known.fileName, found, expected: given.label });
  }
  const said = answered(draft, known);
  const plan = said ? null : plannedIn(draft, lines);
  if (plan !== null) return succeed(asked(draft, { titles, plan }));
  if (given) {
    const relativeRows = new Set(lines.labels.flatMap(({ index, period }) => (period?.isRelative ? [index] : [])));
    const axis = lines.relative.size > 0 ? 'columns' : relativeRows.size > 0 ? 'rows' : 'table';
    const keeps = ({ index }: Line) => lines.relative.has(index);
    const keepsRow = ({ index }: Line) => relativeRows.has(index);
    return succeed({ axis, keeps, keepsRow, period: given, question: null });
  }
  const figures = lines.columns.filter(({ role }) => role === 'data' || role === 'total');
  const inColumns = figures.some(({ period }) => period !== null);
  const inRows = lines.labels.some(({ period }) => period !== null);
  // 上年 says nothing as long as this year is not known.
  const isHanging = lines.labels.some(({ period }) => period?.isRelative && period.period === null);
  const isStated = (inRows && !isHanging) || (inColumns && figures.every(({ period }) => period !== null));
  const period = said ?? surePeriod(titles);
  const { question } = period || isStated ? { question: null } : asked(draft, { titles, plan: null });
  const axis = inColumns ? 'columns' : inRows ? 'rows' : 'table';
  return succeed({ axis, keeps: () => inColumns, keepsRow: () => axis === 'rows', period, question });
}

/** The word by which the titles say that the figures are of a plan, unless it belongs to what the table counts. */
function plannedIn({ titles, inherited, view }: Draft, { labels, columns }: Lines): string | null {
  const names = columns.flatMap(({ path, indicator }) => [
    ...path,
    ...(indicator?.kind === 'known' ? [indicator.thing.name] : []),
  ]);
  const own = titles.length > 0 ? titles : (inherited[0] ?? []);
  return planWord([...own, view.sheet.name], [...names, ...labels.flatMap(({ indicator }) => indicator)]);
}

/** Nothing is taken before a person says of which period the figures are. */
function asked(
  { id }: Draft,
  { titles, plan }: { readonly titles: StatedPeriods; readonly plan: string | null },
): TablePeriod {
  const { periods, unclear, nearby } = titles;
  const stated = [...unclear.flatMap(({ candidates }) => candidates), ...periods];
  const labels = (stated.length > 0 ? stated : nearby).map(({ label }) => label);
  const question: ImportQuestion = {
    kind: 'period',
    id: `period:${id}`,
    table: id,
    candidates: [...new Set(labels)],
    ...(plan === null ? {} : { plan }),
  };
  return { axis: 'table', keeps: () => false, keepsRow: () => false, period: null, question };
}

/** What the table states instead of the given period; null when nothing speaks against it. */
function contradiction(
  given: Period,
  { titles, lines }: { readonly titles: StatedPeriods; readonly lines: Lines },
): string | null {
  const { periods, unclear } = titles;
  const isOpen = unclear.some(({ years }) => years.length === 0 || years.includes(given.year));
  const [title] = [...periods, ...unclear.flatMap(({ candidates }) => candidates)];
  if (title && !isOpen && !periods.some((each) => agrees(each, given))) return title.label;
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
