import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { ImportContext } from '../import-context.ts';
import { rootOf } from '../recognising/dimensions.ts';
import type { StagedCell } from '../staged-import.ts';
import { addDecimals } from './add-decimals.ts';

const mostNamed = 5;

/** Parts that come to more than what they are parts of, wherever in the file they stand, as one sentence. */
export function noteParts(cells: readonly StagedCell[], { indicators }: ImportContext): readonly string[] {
  const divisions = divisionsOf(cells, indicators);
  if (divisions.length === 0) return [];
  const places = Map.groupBy(cells.filter(isTaken), ({ regionId, period }) => `${regionId}|${period}`);
  const found = [...places.values()].flatMap((each) => {
    const byIndicator = new Map(each.map((cell) => [cell.indicatorId, cell]));
    return divisions.flatMap(({ whole, parts }) => exceeding(byIndicator.get(whole), parts, byIndicator) ?? []);
  });
  if (found.length === 0) return [];
  const rest = found.length > mostNamed ? `；等 ${found.length} 处` : '';
  return [`分项比总数还大，请核对：${found.slice(0, mostNamed).join('；')}${rest}。`];
}

function isTaken({ status, value, regionId, indicatorId }: StagedCell): boolean {
  const isKnown = regionId !== null && indicatorId !== null && value !== null;
  return isKnown && !value.startsWith('-') && (status === 'new' || status === 'changed' || status === 'same');
}

function exceeding(
  whole: StagedCell | undefined,
  parts: readonly number[],
  byIndicator: ReadonlyMap<number | null, StagedCell>,
): string | null {
  const present = parts.flatMap((id) => byIndicator.get(id) ?? []);
  const stated = whole?.value ?? null;
  if (!whole || stated === null || present.length === 0) return null;
  const sum = addDecimals(present.flatMap(({ value }) => value ?? []));
  if (!addDecimals([stated, sum === '0' ? '0' : `-${sum}`]).startsWith('-')) return null;
  const names = present.map(({ indicator, value }) => `${indicator} ${value}`).join('、');
  const added = present.length > 1 ? `，相加是 ${sum}` : '';
  return `${whole.cell} ${whole.region}的${whole.indicator}是 ${stated}，其中${names}${added}`;
}

/** An indicator and those of its parts that differ in one dimension: they share no one they count. */
interface Division {
  readonly whole: number;
  readonly parts: readonly number[];
}

function divisionsOf(cells: readonly StagedCell[], indicators: readonly Indicator[]): readonly Division[] {
  const present = new Set(cells.filter(isTaken).map(({ indicatorId }) => indicatorId));
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const summed = indicators.filter(({ id, aggregation }) => present.has(id) && aggregation === '合计');
  const meant = summed.map((indicator) => ({ indicator, ...rootOf(indicator, byId) }));
  return meant.flatMap((whole) => {
    const parts = meant.flatMap((part) => {
      const isSame = part.root === whole.root && part.indicator.unit === whole.indicator.unit;
      const added = isSame ? addedDimension(whole.dimensions, part.dimensions) : null;
      return added === null ? [] : [{ added, id: part.indicator.id }];
    });
    return [...Map.groupBy(parts, ({ added }) => added).values()].map((each) => ({
      whole: whole.indicator.id,
      parts: each.map(({ id }) => id),
    }));
  });
}

/** The one dimension that a part says more than its whole; null where it says more than one, or otherwise. */
function addedDimension(
  whole: Readonly<Record<string, string>>,
  part: Readonly<Record<string, string>>,
): string | null {
  const more = Object.keys(part).filter((dimension) => whole[dimension] === undefined);
  const isWithin = Object.entries(whole).every(([dimension, value]) => part[dimension] === value);
  return isWithin && more.length === 1 ? (more[0] ?? null) : null;
}
