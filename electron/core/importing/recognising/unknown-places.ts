import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { UsedColumn } from './column-uses.ts';
import type { Known } from './draft.ts';
import { isPlaceName } from './words.ts';

/** Fewer names alike may be anything. */
const fewest = 2;

/**
 * Columns headed by names that nobody knows, read as regions: beside columns of known regions, or where most headings are
 * called as places are. Thirty provinces are no thirty new indicators.
 */
export function withUnknownPlaces(
  uses: readonly UsedColumn[],
  base: Indicator | null,
  { names }: Known,
): readonly UsedColumn[] {
  const headed = uses.filter(({ use, parts }) => use === 'figures' && (parts.rest.length > 0 || parts.region !== null));
  const isPlace = ({ use, parts }: UsedColumn) => {
    const text = parts.rest.at(-1) ?? '';
    if (use !== 'figures' || parts.region !== null || !isPlaceName(text)) return false;
    return names.indicators.find(parts.rest, base) === null && !names.indicators.isDimension(text);
  };
  const places = new Set(headed.filter(isPlace));
  const hasRegions = headed.some(({ parts }) => parts.region !== null);
  if (!hasRegions && (places.size < fewest || places.size * 2 <= headed.length)) return uses;
  return uses.map((column) => {
    if (!places.has(column)) return column;
    const { rest } = column.parts;
    return { ...column, parts: { ...column.parts, rest: rest.slice(0, -1), unknownPlace: rest.at(-1) ?? '' } };
  });
}
