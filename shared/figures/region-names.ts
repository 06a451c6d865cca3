import type { Region } from './catalogue.ts';
import type { NameIndex } from './name-index.ts';

/**
 * Names that mean one region each, the most usual first. Regions that exist come before those that have ended. A name
 * that two existing ones share (鼓楼区) means neither: the name of what they belong to goes before it (徐州市鼓楼区).
 */
export function* regionNames(regions: readonly Region[]): Generator<readonly [string, Region]> {
  const inOrder = [...regions.filter(({ validTo }) => validTo === null), ...regions.filter(hasEnded)];
  const shared = sharedNames(regions);
  for (const region of inOrder) if (!shared.has(region.name)) yield [region.name, region];
  for (const region of inOrder) {
    for (const alias of region.aliases) if (!shared.has(alias)) yield [alias, region];
    if (region.code !== null) yield [region.code, region];
  }
  const byId = new Map(regions.map((region) => [region.id, region]));
  for (const region of inOrder) {
    const parent = region.parentId === null ? undefined : byId.get(region.parentId);
    if (parent !== undefined) yield [parent.name + region.name, region];
  }
}

const hasEnded = ({ validTo }: Region) => validTo !== null;

/** Names that more than one of the existing regions bear. */
export function sharedNames(regions: readonly Region[]): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { name, validTo } of regions) {
    if (validTo !== null) continue;
    if (once.has(name)) twice.add(name);
    once.add(name);
  }
  return twice;
}

/** The shortest text by which the names lead back to this region. */
export function plainName(region: Region, names: NameIndex<Region>): string {
  if (names.get(region.name)?.id === region.id) return region.name;
  return names.names().find((name) => names.get(name)?.id === region.id) ?? region.name;
}
