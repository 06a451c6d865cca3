import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { Line, LineRole, Naming } from '../recognised-table.ts';
import { breakingRows } from './breaking-rows.ts';
import { columnSums } from './column-sums.ts';
import type { Draft, Known } from './draft.ts';
import { withItemSums } from './item-sums.ts';
import { nameIndicator, nameRegion } from './name-lines.ts';
import { type RegionLine, regionTotals, wholesInTitles } from './region-totals.ts';
import type { RowLabels } from './row-labels.ts';
import { isTotalWord } from './words.ts';

/** What the rows are named by, and what else their names may lean on. */
export interface RowAxes {
  readonly region: boolean;
  readonly indicator: boolean;
  readonly period: boolean;
  readonly base: Indicator | null;
  /** Columns of figures. */
  readonly figures: ReadonlySet<number>;
  /** The rows name items and the columns measures: neither names an indicator without the other. */
  readonly isCrossed: boolean;
}

/** Every row of the body with its meaning. */
export function rowLines(
  draft: Draft,
  { labels, axes }: { readonly labels: readonly RowLabels[]; readonly axes: RowAxes },
  known: Known,
): readonly Line[] {
  const isHead = ({ index }: RowLabels) => draft.block.kinds[index] === 'named';
  const named = nameRows(labels, { axes, known, isHead });
  const regionLines = axes.region ? named.flatMap(({ line }) => line ?? []) : [];
  const titled = wholesInTitles(draft.titles, known.names.regions);
  const totals = regionTotals(regionLines, { regions: known.names.regions, titled });
  const byIndex = new Map(named.map((row) => [row.labels.index, row]));
  const below = breakingRows(draft, { figures: axes.figures, hasPeriods: axes.period }, known);
  const lines: Line[] = [];
  let parent: number | null = null;
  for (let index = draft.block.body.first; index <= draft.block.body.last; index += 1) {
    const row = byIndex.get(index);
    if (!row) {
      lines.push(plainLine(index, roleOfOther(draft, index)));
      continue;
    }
    if (!row.labels.isIncluded) parent = index;
    const brokenBy = below.get(index);
    const line = {
      ...figureLine(row, { axes, partOf: row.labels.isIncluded ? parent : null }),
      ...(brokenBy === undefined ? {} : { brokenBy }),
    };
    const total = totals.get(index);
    lines.push(total && line.role !== 'left-out' ? withTotal(line, total) : line);
  }
  if (axes.isCrossed) return withItemSums(lines);
  if (axes.region || !axes.indicator) return lines;
  const sums = columnSums(lines, known.names.indicators);
  return lines.map((line) => ({ ...line, ...sums.get(line.index), partOf: line.partOf }));
}

interface NamedRow {
  readonly labels: RowLabels;
  readonly indicator: Naming<Indicator> | null;
  readonly line: RegionLine | null;
}

function nameRows(
  labels: readonly RowLabels[],
  {
    axes,
    known,
    isHead,
  }: { readonly axes: RowAxes; readonly known: Known; readonly isHead: (row: RowLabels) => boolean },
): readonly NamedRow[] {
  const cache = new Map<string, Naming<Indicator>>();
  const places = placesByName(labels);
  return labels.map((row) => {
    const indicator = axes.indicator ? nameRow(row, { axes, known, cache }) : null;
    const line = axes.region
      ? {
          index: row.index,
          text: foldName(row.region),
          region: nameRegion(row.region, { ...row, asked: askedName(row, places) }, knownAt(row, known)),
          within: row.within,
          isHead: isHead(row),
          group: `${row.period?.text ?? ''}|${row.indicator.join('/')}`,
          isIncluded: row.isIncluded,
        }
      : null;
    return { labels: row, indicator, line };
  });
}

/** The names as they are meant in the period of the row, where it says its own. */
function knownAt({ period }: RowLabels, known: Known): Known {
  if (!period?.period) return known;
  return { ...known, names: { ...known.names, regions: known.names.regions.at(period.period) } };
}

/** Of each name the counties in whose groups it stands. */
function placesByName(labels: readonly RowLabels[]): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  for (const { region, within } of labels) {
    const name = foldName(region);
    places.set(name, (places.get(name) ?? new Set()).add(within?.id ?? 0));
  }
  return places;
}

/** A school that shares its name with one in another county is called by its county as well. */
function askedName({ region, within }: RowLabels, places: ReadonlyMap<string, ReadonlySet<number>>): string {
  const isShared = (places.get(foldName(region))?.size ?? 0) > 1;
  return within && isShared ? `${within.name}/${region}` : region;
}

function nameRow(
  { indicator: path, isSetApart }: RowLabels,
  {
    axes,
    known,
    cache,
  }: { readonly axes: RowAxes; readonly known: Known; readonly cache: Map<string, Naming<Indicator>> },
): Naming<Indicator> | null {
  // Only together with its column does an item name anything.
  if (axes.isCrossed) return null;
  const key = path.join('/');
  const cached = cache.get(key);
  if (cached) return cached;
  const found = nameIndicator({ path, words: path }, axes.base, known);
  // Of two rows named alike neither is known by that name alone.
  const naming: Naming<Indicator> =
    isSetApart && found.isLoose ? { kind: 'unknown', text: found.naming.text } : found.naming;
  cache.set(key, naming);
  return naming;
}

function roleOfOther({ block }: Draft, row: number): LineRole {
  const kind = block.kinds[row];
  if (kind === 'blank') return 'blank';
  if (kind === 'numbering') return 'order';
  // The name of a group stands alone between the rows that belong to it.
  return kind === 'single' || kind === 'heading' ? 'name' : 'note';
}

function plainLine(index: number, role: LineRole): Line {
  const nothing = { region: null, indicator: null, period: null, unit: null, partOf: null, sumOf: [] };
  return { index, role, path: [], ...nothing };
}

function figureLine(
  { labels, indicator, line }: NamedRow,
  { axes, partOf }: { readonly axes: RowAxes; readonly partOf: number | null },
): Line {
  const { index, period, unit } = labels;
  const path = [...(line && line.text !== '' ? [line.text] : []), ...labels.indicator];
  const region = line?.region ?? null;
  const isLeftOut = region?.kind === 'left-out' || indicator?.kind === 'left-out';
  const isNamed =
    path.length > 0 || region?.kind === 'known' || period !== null || !(axes.region || axes.indicator || axes.period);
  return {
    index,
    // Figures beside no name at all are of nothing, most often a sum; so is what stands for a span of periods.
    role: isLeftOut ? 'left-out' : isNamed && isPlaced(period) ? 'data' : 'subtotal',
    path,
    region: region?.kind === 'unknown' && region.text === '' ? null : region,
    indicator,
    period: period?.period ?? null,
    unit,
    partOf,
    sumOf: [],
    ...(isNamed ? {} : { isNameless: true }),
    ...(isPlaced(period) || isSpan(period?.text ?? '') ? {} : { unreadPeriod: period?.text ?? '' }),
  };
}

/** 上年 waits for this year to be known; any other text that names no period leaves the row without one. */
function isPlaced(period: RowLabels['period']): boolean {
  return period === null || period.period !== null || period.isRelative;
}

/** Over several periods: `2019—2021年`, 合计. Up to when 累计 counts nobody knows. `2023—2024` may be a school year, and `1—6月` is a part of one. */
function isSpan(text: string): boolean {
  if (/[合小总]计|平均|年均/.test(text)) return true;
  const [, first, last] = /(\d{4})年?[-—–~～至到]+(\d{4})年?$/.exec(text) ?? [];
  return first !== undefined && Number(last) > Number(first) + 1;
}

function withTotal(line: Line, total: NonNullable<ReturnType<ReturnType<typeof regionTotals>['get']>>): Line {
  const isWord = line.region?.kind !== 'known' || isTotalWord(line.region.text);
  const region: Line['region'] = isWord
    ? total.region && { kind: 'known', thing: total.region, text: line.region?.text ?? '', by: 'total' }
    : line.region;
  return { ...line, role: total.role, region, sumOf: total.sumOf };
}
