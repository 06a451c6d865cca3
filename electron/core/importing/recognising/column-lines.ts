import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { Line, LineRole, Naming } from '../recognised-table.ts';
import { shiftBetween } from '../staging/unit-scale.ts';
import { columnSums } from './column-sums.ts';
import type { ColumnUse, UsedColumn } from './column-uses.ts';
import type { Draft, Known } from './draft.ts';
import { unitInPath } from './indicator-names.ts';
import { type NamedIndicator, nameIndicator, nameRegion } from './name-lines.ts';
import { regionTotals, wholesInTitles } from './region-totals.ts';
import { includedWord } from './words.ts';

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
  const places = { regions: known.names.regions, titled: wholesInTitles(draft.titles, known.names.regions) };
  const totals = regionTotals(axes.region ? regionLines(uses, lines) : [], places);
  return lines.map((line) => {
    const total = totals.get(line.index);
    const text = uses.find(({ column }) => column === line.index)?.parts.totalWord ?? '';
    if (!total) {
      const isAsked = axes.region && text !== '' && line.region === null && line.role === 'data';
      const asked: Line['region'] = isAsked
        ? nameRegion(text, { within: null, code: null, asked: text }, known)
        : line.region;
      return { ...line, region: asked, ...sums.get(line.index) };
    }
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
  const times = countPaths(uses);
  let before: NamedColumn | null = null;
  const named: NamedColumn[] = [];
  for (const { column, use, path, parts } of uses) {
    if (use !== 'figures' || !isNaming(parts.rest, parts.totalWord, axes)) continue;
    const words = path.length === 0 ? [`第${column + 1}列`] : parts.rest;
    const isIncluded = words.some((word) => includedWord(word) !== null);
    // 其中女 may stand beside several wholes, and is of each another part.
    const isAmbiguous = isIncluded && before !== null && (times.get(pathKey(parts)) ?? 0) > 1;
    const asked = isAmbiguous && before ? [...before.parts.rest, ...words] : words;
    const base = isIncluded && before && !isAbout(before.naming, { axes, known }) ? null : axes.base;
    const each: NamedColumn = { column, parts, ...nameIndicator({ path: asked, words }, base, known) };
    named.push(each);
    if (!isIncluded) before = each;
  }
  const claims = new Map<string, number>();
  const keyOf = ({ naming, parts }: NamedColumn) =>
    naming.kind === 'known' ? [naming.thing.id, parts.period?.label, parts.region?.region.id].join('|') : '';
  for (const each of named) claims.set(keyOf(each), (claims.get(keyOf(each)) ?? 0) + 1);
  return new Map(
    named.map((each) => {
      const isDoubtful = each.isLoose && each.naming.kind === 'known' && (claims.get(keyOf(each)) ?? 0) > 1;
      return [each.column, isDoubtful ? { kind: 'unknown', text: each.naming.text } : each.naming];
    }),
  );
}

interface NamedColumn extends NamedIndicator {
  readonly column: number;
  readonly parts: UsedColumn['parts'];
}

function pathKey({ rest, period, region }: UsedColumn['parts']): string {
  return [rest.join('/'), period?.label, region?.region.id].join('|');
}

function countPaths(uses: readonly UsedColumn[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { use, parts } of uses) {
    if (use === 'figures') times.set(pathKey(parts), (times.get(pathKey(parts)) ?? 0) + 1);
  }
  return times;
}

/** Whether a column is of what the titles speak of, or of nothing known: only then is its 其中 a part of that as well. */
function isAbout(
  naming: Naming<Indicator>,
  { axes: { base }, known }: { readonly axes: ColumnAxes; readonly known: Known },
): boolean {
  if (naming.kind !== 'known' || base === null) return true;
  const { indicators } = known.names;
  return indicators.rootOf(naming.thing).root === indicators.rootOf(base).root;
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
  const region = isFigures ? regionOf(parts, known) : null;
  const isLeftOut = naming?.kind === 'left-out' || region?.kind === 'left-out';
  return {
    index: column,
    role: isLeftOut ? 'left-out' : roles[use],
    path: isFigures && path.length === 0 && axes.indicator ? [`第${column + 1}列`] : path,
    region,
    indicator: isFigures ? naming : null,
    period: isFigures ? parts.period : null,
    unit: isFigures ? unitOfColumn(path, naming, known) : null,
    partOf: null,
    sumOf: [],
  };
}

function regionOf({ region, unknownPlace }: UsedColumn['parts'], known: Known): Line['region'] {
  if (region) return { kind: 'known', thing: region.region, text: region.text, by: 'name' };
  return unknownPlace === ''
    ? null
    : nameRegion(unknownPlace, { within: null, code: null, asked: unknownPlace }, known);
}

function unitOfColumn(path: readonly string[], naming: Naming<Indicator> | null, { names }: Known): string | null {
  const expected = naming?.kind === 'known' ? naming.thing.unit : null;
  return unitInPath(path, names.indicators, (unit) => expected !== null && shiftBetween(unit, expected) !== null);
}

function regionLines(uses: readonly UsedColumn[], lines: readonly Line[]) {
  return uses.flatMap(({ parts, use }, at) => {
    const line = lines[at];
    if (!line || use !== 'figures' || !(line.region || parts.totalWord !== null)) return [];
    const text = parts.region?.text ?? (parts.unknownPlace || (parts.totalWord ?? ''));
    const rest = parts.rest.filter((word) => word !== parts.totalWord);
    const group = `${parts.period?.label ?? ''}|${rest.join('/')}`;
    return [
      {
        index: line.index,
        text,
        region: line.region ?? { kind: 'unknown' as const, text },
        group,
        isIncluded: false,
        within: null,
        isHead: false,
      },
    ];
  });
}
