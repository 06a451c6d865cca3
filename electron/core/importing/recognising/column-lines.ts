import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { Line, LineRole, Naming } from '../recognised-table.ts';
import { shiftBetween } from '../staging/unit-scale.ts';
import { columnSums } from './column-sums.ts';
import type { ColumnUse, UsedColumn } from './column-uses.ts';
import type { Draft, Known } from './draft.ts';
import { unitInPath } from './indicator-names.ts';
import { nameIndicator } from './name-lines.ts';
import { regionTotals } from './region-totals.ts';

const roles: Readonly<Record<ColumnUse, LineRole>> = {
  figures: 'data',
  region: 'name',
  indicator: 'name',
  period: 'name',
  code: 'code',
  unit: 'unit',
  order: 'order',
  date: 'date',
  remark: 'remark',
  margin: 'margin',
  blank: 'blank',
};

export interface ColumnAxes {
  readonly region: boolean;
  /** Whether the headings name indicators; where the rows do, a heading that says more is of no figure of theirs. */
  readonly indicator: boolean;
  readonly base: Indicator | null;
}

/** Every column of the span with its meaning. */
export function columnLines(
  draft: Draft,
  { uses, axes }: { readonly uses: readonly UsedColumn[]; readonly axes: ColumnAxes },
  known: Known,
): readonly Line[] {
  const named = nameColumns(uses, { axes, known });
  const lines = uses.map((column) => columnLine(column, { naming: named.get(column.column) ?? null, axes, known }));
  const sums = columnSums(lines, known.names.indicators);
  const places = { regions: known.names.regions, titled: known.names.regions.inTitles(draft.titles) };
  const totals = regionTotals(axes.region ? regionLines(uses, lines) : [], places);
  return lines.map((line) => {
    const total = totals.get(line.index);
    if (!total) return { ...line, ...sums.get(line.index) };
    const text = uses.find(({ column }) => column === line.index)?.parts.totalWord ?? '';
    const region =
      line.region ?? (total.region && { kind: 'known' as const, thing: total.region, text, by: 'total' as const });
    return { ...line, role: total.role, region, sumOf: total.sumOf };
  });
}

/** A heading that leans on its last word alone names no indicator where another column does so too. */
function nameColumns(
  uses: readonly UsedColumn[],
  { axes, known }: { readonly axes: ColumnAxes; readonly known: Known },
): ReadonlyMap<number, Naming<Indicator>> {
  const named = uses.flatMap(({ column, use, path, parts }) => {
    if (use !== 'figures' || !isNaming(parts.rest, parts.totalWord, axes)) return [];
    const unheaded = path.length === 0 ? [`第${column + 1}列`] : parts.rest;
    return [{ column, parts, ...nameIndicator({ path: unheaded, words: unheaded }, axes.base, known) }];
  });
  const claims = new Map<string, number>();
  const keyOf = ({ naming, parts }: (typeof named)[number]) =>
    naming.kind === 'known' ? [naming.thing.id, parts.period?.label, parts.region?.region.id].join('|') : '';
  for (const each of named) claims.set(keyOf(each), (claims.get(keyOf(each)) ?? 0) + 1);
  return new Map(
    named.map((each) => {
      const isDoubtful = each.isLoose && each.naming.kind === 'known' && (claims.get(keyOf(each)) ?? 0) > 1;
      return [each.column, isDoubtful ? { kind: 'unknown', text: each.naming.text } : each.naming];
    }),
  );
}

function isNaming(rest: readonly string[], totalWord: string | null, { region, indicator }: ColumnAxes): boolean {
  if (rest.length === 0) return false;
  // 全市 beside the columns of its counties is a region.
  return !(region && rest.length === 1 && totalWord !== null) || indicator;
}

function columnLine(
  { column, use, path, parts }: UsedColumn,
  {
    naming,
    axes,
    known,
  }: { readonly naming: Naming<Indicator> | null; readonly axes: ColumnAxes; readonly known: Known },
): Line {
  const isFigures = use === 'figures';
  const region = isFigures ? parts.region : null;
  const isLeftOut = naming?.kind === 'left-out';
  return {
    index: column,
    role: isLeftOut ? 'left-out' : roles[use],
    path: isFigures && path.length === 0 && axes.indicator ? [`第${column + 1}列`] : path,
    region: region && { kind: 'known', thing: region.region, text: region.text, by: 'name' },
    indicator: isFigures ? naming : null,
    period: isFigures ? parts.period : null,
    unit: isFigures ? unitOfColumn(path, naming, known) : null,
    partOf: null,
    sumOf: [],
  };
}

function unitOfColumn(path: readonly string[], naming: Naming<Indicator> | null, { names }: Known): string | null {
  const expected = naming?.kind === 'known' ? naming.thing.unit : null;
  return unitInPath(path, names.indicators, (unit) => expected !== null && shiftBetween(unit, expected) !== null);
}

function regionLines(uses: readonly UsedColumn[], lines: readonly Line[]) {
  return uses.flatMap(({ parts, use }, at) => {
    const line = lines[at];
    if (!line || use !== 'figures' || !(line.region || parts.totalWord !== null)) return [];
    const text = parts.region?.text ?? parts.totalWord ?? '';
    const rest = parts.rest.filter((word) => word !== parts.totalWord);
    const group = `${parts.period?.label ?? ''}|${rest.join('/')}`;
    return [
      { index: line.index, text, region: line.region ?? { kind: 'unknown' as const, text }, group, isIncluded: false },
    ];
  });
}
