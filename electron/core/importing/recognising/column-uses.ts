import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { ColumnStats } from './column-stats.ts';
import type { Draft, Known } from './draft.ts';
import { type HeadingParts, headingParts, type StatedPeriod } from './heading-parts.ts';
import { withoutUnit } from './indicator-names.ts';
import { headings } from './words.ts';

/** What a column is for. `region`, `indicator` and `period` columns say of each row what its figures are of. */
export type ColumnUse =
  | 'figures'
  | 'region'
  | 'indicator'
  | 'period'
  | 'code'
  | 'unit'
  | 'order'
  | 'date'
  | 'remark'
  | 'margin'
  | 'blank';

export interface UsedColumn {
  readonly column: number;
  readonly use: ColumnUse;
  readonly path: readonly string[];
  readonly parts: HeadingParts;
  readonly stats: ColumnStats;
}

interface Column extends Omit<UsedColumn, 'use'> {
  /** What a column of `text` is for, its neighbours decide. */
  readonly use: ColumnUse | 'text';
}

export interface Basis {
  readonly base: Indicator | null;
  readonly stated: StatedPeriod;
}

/** What every column of the span is for: by its heading, by what stands in it, then by its neighbours. */
export function columnUses(
  { draft, stats, known }: { readonly draft: Draft; readonly stats: readonly ColumnStats[]; readonly known: Known },
  { base, stated }: Basis,
): readonly UsedColumn[] {
  const columns: Column[] = [];
  for (let column = draft.span.first; column <= draft.span.last; column += 1) {
    const counts = stats[column];
    const path = draft.paths[column] ?? [];
    const parts = headingParts(path, known.names, stated);
    if (counts)
      columns.push({ column, path, parts, stats: counts, use: ownUse({ path, parts, stats: counts }, known, base) });
  }
  const first = columns.find(({ use }) => use === 'figures')?.column ?? draft.span.last + 1;
  const isNaming = columns.some(({ use, parts }) => use === 'figures' && parts.rest.length > 0);
  const uses: UsedColumn[] = [];
  for (const column of columns) {
    const hasRegion = uses.some(({ use }) => use === 'region');
    const groups = groupsPlaces(column, columns.slice(uses.length + 1));
    const use = groups ? 'region' : settle(column, { isLeft: column.column < first, isNaming, hasRegion });
    uses.push({ ...column, use });
  }
  const margin = marginFrom(uses, known, base);
  return uses.map((column, at) => (at >= margin ? { ...column, use: 'margin' } : column));
}

/** 城区 and 县 left of the counties say of what kind these are, and name nothing that is counted. */
function groupsPlaces({ use, stats }: Column, right: readonly Column[]): boolean {
  const isKinds = use === 'text' && stats.kinds > stats.dividers && stats.kinds === stats.texts - stats.totals;
  return isKinds && right.some((column) => column.use === 'text' && column.stats.regions > 0);
}

/** Blank columns between a table and the lists to choose from that stand in its margin. */
const gapWidth = 2;

/** Place of the first column behind a gap, where nothing behind it is named; behind the last one where there is none. */
function marginFrom(uses: readonly UsedColumn[], { names }: Known, base: Indicator | null): number {
  const isBlank = ({ use, path }: UsedColumn) => path.length === 0 && (use === 'blank' || use === 'margin');
  const first = uses.findIndex(({ use }) => use === 'figures');
  const gap = uses.findIndex(
    (_, at) => at > first && uses.slice(at, at + gapWidth).filter(isBlank).length === gapWidth,
  );
  if (first < 0 || gap < 0) return uses.length;
  const isSaid = ({ use, parts }: UsedColumn) =>
    use === 'region' ||
    parts.period !== null ||
    parts.region !== null ||
    names.indicators.find(parts.rest, base) !== null;
  return uses.slice(gap).some((column) => !isBlank(column) && isSaid(column)) ? uses.length : gap;
}

function ownUse(
  column: Pick<UsedColumn, 'path' | 'parts' | 'stats'>,
  known: Known,
  base: Indicator | null,
): Column['use'] {
  const { path, parts, stats } = column;
  const { indicators } = known.names;
  const heading = withoutUnit(path.at(-1) ?? '');
  if (indicators.has(heading) || indicators.has(path.join(''))) return 'figures';
  const byHeading = headedUse(heading, stats);
  if (byHeading) return byHeading;
  const { figures, texts, dates, codes } = stats;
  if (dates > 0 && figures === 0 && texts <= dates) return 'date';
  if (texts + codes > figures - codes) return 'text';
  if (figures + dates > 0) return 'figures';
  const isSaid = parts.period !== null || parts.region !== null || indicators.find(parts.rest, base) !== null;
  return path.length > 0 && isSaid ? 'figures' : 'blank';
}

/** What a heading says by itself that it stands over no figures. */
function headedUse(heading: string, { figures, texts, dates, years, periods, units }: ColumnStats): ColumnUse | null {
  if (headings.period.test(heading) && years + periods + texts > 0) return dates > texts + figures ? 'date' : 'period';
  if (heading === '' && figures > 1 && years === figures && texts === 0) return 'period';
  if (headings.order.test(heading)) return 'order';
  if (headings.code.test(heading)) return 'code';
  if (headings.unit.test(heading) && units * 2 > texts) return 'unit';
  // What only compares with another period is of no indicator of its own.
  if (headings.comparison.test(heading)) return 'remark';
  // 修订后学生数 is no 修订, where figures stand below it.
  if (headings.remark.test(heading) && (texts >= figures || headings.onlyRemark.test(heading))) return 'remark';
  return headings.date.test(heading) ? 'date' : null;
}

interface Neighbours {
  /** Of the first column of figures. */
  readonly isLeft: boolean;
  /** The headings over the figures name indicators, known or not. */
  readonly isNaming: boolean;
  readonly hasRegion: boolean;
}

/** Over a column that says of each row what kind of thing it counts. */
const kindHeading = /^(.*(性质|类型|类别|办别|学段|性别|种类)|学校类[型别]|举办者)$/;

function divides({ stats: { dimensions, texts, totals } }: Column, heading: string): boolean {
  return kindHeading.test(heading) || (dimensions > 0 && dimensions * 2 >= texts - totals);
}

function settle(column: Column, { isLeft, isNaming, hasRegion }: Neighbours): ColumnUse {
  const { use, path, stats } = column;
  if (use !== 'text') return use;
  const heading = withoutUnit(path.at(-1) ?? '');
  if (!isLeft) return path.length === 0 ? 'margin' : divides(column, heading) ? 'indicator' : 'remark';
  const { indicators, texts, periods, units, totals, dimensions, places } = stats;
  const regions = stats.regions + stats.codes;
  if (periods * 2 > texts) return 'period';
  if (regions > 0 && regions >= indicators) return 'region';
  if (indicators > 0) return 'indicator';
  if (units * 2 > texts) return 'unit';
  if (places > 1 && places * 2 > texts - totals) return 'region';
  if (headings.region.test(heading)) return 'region';
  if (headings.indicator.test(heading)) return 'indicator';
  if (dimensions > 0 && dimensions * 2 >= texts - totals) return 'indicator';
  if (hasRegion) return kindHeading.test(heading) ? 'indicator' : 'remark';
  return isNaming || totals * 2 > texts ? 'region' : 'indicator';
}
