import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { AxisPlace, Line, RecognisedTable } from '../recognised-table.ts';
import { columnLines } from './column-lines.ts';
import { columnStats } from './column-stats.ts';
import { columnUses, type UsedColumn } from './column-uses.ts';
import { type CrossedIndicators, crossIndicators } from './cross-indicators.ts';
import { type Draft, type Known, saidAbove } from './draft.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isItemSum } from './item-sums.ts';
import { nameQuestions } from './questions.ts';
import { type RowLabels, rowLabels } from './row-labels.ts';
import { rowLines } from './row-lines.ts';
import { isSideBySide } from './side-by-side.ts';
import { statedUnits } from './stated-units.ts';
import { tableDay } from './table-day.ts';
import { statedPeriod, statedYear, type TablePeriod, tablePeriod } from './table-period.ts';
import { regionSpokenOf, tableIndicator, tableRegion } from './table-subject.ts';
import { namesBelow, withoutUnborne } from './titled-names.ts';
import { withUnknownPlaces } from './unknown-places.ts';

/** The meaning of a table whose place is known; null where it holds no column of figures. */
export function describeTable(
  draft: Draft,
  { sheet, known: ofFile }: { readonly sheet: number; readonly known: Known },
): Result<RecognisedTable | null, Failure> {
  const known = knownBelow(draft, ofFile);
  const base = baseOf(draft, known);
  const year = statedYear(draft, known);
  const stats = columnStats(draft, known);
  const stated = { year, period: statedPeriod(draft, known) };
  const uses = withUnknownPlaces(columnUses({ draft, stats, known }, { base, stated }), base, known);
  if (!uses.some(({ use }) => use === 'figures')) return succeed(null);
  if (isSideBySide(uses)) return fail(sideBySide(draft, uses, known));
  const labels = rowLabels(draft, uses, { known, stated });
  const read = readLines({ draft, uses, labels, base }, known);
  const relative = new Set(uses.flatMap(({ column, parts }) => (parts.isRelative ? [column] : [])));
  const period = tablePeriod(draft, { labels, columns: read.columns, relative }, known);
  if (!period.ok) return period;
  const asOf = tableDay(draft, known.fileName);
  if (!asOf.ok) return asOf;
  return succeed({
    ...assemble({ ...read, draft, uses, labels, base, period: period.value }, known),
    sheet,
    asOf: asOf.value,
  });
}

/** What is known of the file, with what the table's own titles and period add to the meaning of its names. */
function knownBelow(draft: Draft, known: Known): Known {
  const titles = [...(draft.titles.length > 0 ? draft.titles : (draft.inherited[0] ?? [])), draft.view.sheet.name];
  const { indicators, regions } = known.names;
  const names = { indicators: namesBelow(titles, indicators), regions: regions.at(statedPeriod(draft, known)) };
  return { ...known, names };
}

/** The indicator that the titles speak of, those of the tables above included where its own name none. */
function baseOf(draft: Draft, { names }: Known): Indicator | null {
  const inTitles = saidAbove<Indicator>(draft, (titles) => {
    const said = names.indicators.baseOf(titles);
    return said ? [said] : [];
  });
  return inTitles[0] ?? names.indicators.baseOf([draft.view.sheet.name]);
}

function sideBySide({ block }: Draft, uses: readonly UsedColumn[], { fileName }: Known): Failure {
  const isNamedLeft = uses[0]?.use !== 'figures';
  if (!isNamedLeft) {
    const detail = `第 ${block.header.last + 1} 行的地区写在数的右边，请移到数的左边`;
    return { code: 'import-no-table', name: fileName, detail };
  }
  const detail = `第 ${block.header.last + 1} 行右边还有一列地区，像是两张表并排，请分成两个文件或两个工作表`;
  return { code: 'import-no-table', name: fileName, detail };
}

interface Read {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly places: { readonly region: AxisPlace; readonly indicator: AxisPlace };
  readonly crossed: CrossedIndicators;
}

interface Parts {
  readonly draft: Draft;
  readonly uses: readonly UsedColumn[];
  readonly labels: readonly RowLabels[];
  readonly base: Indicator | null;
}

const noPairs: CrossedIndicators = new Map();

function readLines({ draft, uses, labels, base }: Parts, known: Known): Read {
  const has = (use: UsedColumn['use']) => uses.some((column) => column.use === use);
  const figures = uses.filter(({ use }) => use === 'figures');
  const inColumns = figures.some(({ parts }) => parts.region !== null || parts.unknownPlace !== '');
  const naming = figures.filter(({ path, parts }) => parts.rest.length > 0 || path.length === 0);
  const rowsName = has('indicator') || labels.some(({ indicator }) => indicator.length > 0);
  // One column that names an indicator is what the rows divide: 学段 beside 在校生数.
  const single =
    rowsName && naming.length === 1 ? known.names.indicators.find(naming[0]?.parts.rest ?? [], base) : null;
  const knowsRows = labels.some(({ indicator }) => known.names.indicators.has(indicator.join('')));
  const isCrossed = rowsName && !knowsRows && naming.length > 1;
  const region: AxisPlace = has('region')
    ? 'rows'
    : inColumns
      ? 'columns'
      : has('code') && !rowsName
        ? 'rows'
        : 'table';
  const columnsName = (!rowsName || isCrossed || naming.length > 1) && naming.length > 0;
  const columns = columnLines(
    draft,
    { uses, axes: { region: inColumns, indicator: columnsName && !isOnlyWhole(naming, inColumns), base } },
    known,
  );
  const rowAxes = {
    region: region === 'rows',
    indicator: rowsName,
    period: has('period') || labels.some((label) => label.period !== null),
    base: single?.indicator ?? base,
    isCrossed,
    figures: new Set(figures.map(({ column }) => column)),
  };
  const rows = rowLines(draft, { labels, axes: rowAxes }, known);
  const crossed = isCrossed ? crossIndicators({ rows, columns, base: rowAxes.base, known }) : noPairs;
  const measures = isCrossed ? withoutUnborne({ rows, columns }, crossed, known.names.indicators) : columns;
  return {
    rows,
    // Alone a measure is of something only beside 合计.
    columns: isCrossed && !rows.some(isItemSum) ? columns.map((line) => ({ ...line, indicator: null })) : measures,
    crossed,
    places: { region, indicator: rowsName && !isCrossed ? 'rows' : columnsName ? 'columns' : 'table' },
  };
}

/** 合计 alone beside columns of regions names no indicator. */
function isOnlyWhole(naming: readonly UsedColumn[], isByRegion: boolean): boolean {
  return isByRegion && naming.every(({ parts }) => parts.totalWord !== null && parts.rest.length === 1);
}

function assemble(
  {
    draft,
    uses,
    labels,
    base,
    rows,
    columns,
    places,
    crossed,
    period,
  }: Parts & Read & { readonly period: TablePeriod },
  known: Known,
): Omit<RecognisedTable, 'sheet' | 'asOf'> {
  const { id, block, span, titles, notes } = draft;
  const region = places.region === 'table' ? tableRegion(draft, known) : null;
  const indicator = places.indicator === 'table' ? tableIndicator(draft, base, known) : null;
  const units = statedUnits(draft);
  const within = new Map(
    labels.flatMap((each): [number, Region][] => (each.within ? [[each.index, each.within]] : [])),
  );
  const axes = { ...places, period: period.axis };
  const own = [period.question, region?.question, indicator?.question].flatMap((question): ImportQuestion[] =>
    question ? [question] : [],
  );
  return {
    id,
    header: block.header,
    body: block.body,
    span,
    titles,
    notes,
    axes,
    crossed,
    // A period given for the whole file, which nothing contradicts, stands for what the lines say.
    rows: rows.map((line) => (period.keepsRow(line) ? line : { ...line, period: null })),
    columns: columns.map((line) => (period.keeps(line) ? line : { ...line, period: null })),
    region: region?.naming ?? null,
    indicator: indicator?.naming ?? null,
    period: period.period,
    units,
    fingerprint: fingerprintOf(uses, { axes, rows, titles, regions: known.context.regions }),
    about: regionSpokenOf(draft, known)?.name ?? '',
    questions: [...own, ...nameQuestions({ draft, rows, columns, crossed, base, within, units }, known)],
  };
}
