import type { RegionView } from '../../../../../shared/api/catalogue.ts';
import { matchesSearch } from '../../../../../shared/figures/search.ts';

export interface TreeRow {
  readonly region: RegionView;
  readonly depth: number;
  readonly children: number;
  readonly isOpen: boolean;
}

/** Levels whose members are many: closed until a person opens them. */
const closedLevels: readonly string[] = ['县', '乡', '校'];

/** Regions as the tree shows them: each below its parent. `toggled` are those that are not as their level would have it. */
export function treeRows(regions: readonly RegionView[], toggled: ReadonlySet<number>): readonly TreeRow[] {
  const below = Map.groupBy(regions, ({ parentId }) => parentId);
  const walk = (parentId: number | null, depth: number): readonly TreeRow[] =>
    (below.get(parentId) ?? []).flatMap((region) => {
      const isOpen = closedLevels.includes(region.level) === toggled.has(region.id);
      const row = { region, depth, children: below.get(region.id)?.length ?? 0, isOpen };
      return [row, ...(isOpen ? walk(region.id, depth + 1) : [])];
    });
  return walk(null, 0);
}

/** What is looked for, as a flat list. */
export function foundRows(regions: readonly RegionView[], search: string): readonly TreeRow[] {
  return regions
    .filter((region) => matchesSearch(region, search))
    .map((region) => ({ region, depth: 0, children: 0, isOpen: false }));
}

/** Regions that another may belong to: of a higher level, existing, and not below it. */
export function possibleParents(
  regions: readonly RegionView[],
  level: string,
  id: number | null,
): readonly RegionView[] {
  const order = ['省', '市', '县', '乡', '校'];
  const byId = new Map(regions.map((region) => [region.id, region]));
  const isBelow = (region: RegionView): boolean => {
    if (region.id === id) return true;
    const parent = region.parentId === null ? undefined : byId.get(region.parentId);
    return parent !== undefined && isBelow(parent);
  };
  return regions.filter(
    (region) =>
      region.validTo === null &&
      order.indexOf(region.level) < order.indexOf(level) &&
      (id === null || !isBelow(region)),
  );
}
