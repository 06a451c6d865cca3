import type { Region } from '../../../../shared/figures/catalogue.ts';
import { existsOn } from '../../../../shared/figures/members.ts';
import { type LocalDate, type Period, periodSpan } from '../../../../shared/figures/period.ts';
import { shortRegionName } from '../../../../shared/figures/short-region-name.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { FoundBy } from '../recognised-table.ts';

export interface FoundRegion {
  readonly region: Region;
  readonly by: Extract<FoundBy, 'name' | 'alias' | 'code'>;
}

/** Finds regions as clerks write them. Of a name that several share, `within` may single one out; else none is found. */
export interface RegionNames {
  readonly all: readonly Region[];
  readonly find: (text: string, within?: Region | null) => FoundRegion | null;
  /** The same names as they are meant in that period: of regions that shared a name one after the other, the one of the time. */
  readonly at: (period: Period | null) => RegionNames;
  readonly byCode: (code: string) => Region | null;
  readonly byId: (id: number) => Region | null;
  /** The regions directly below. */
  readonly below: (parentId: number) => readonly Region[];
  /** Regions that a title names, the longest names first; part of a longer name counts for that one alone. */
  readonly inTitles: (titles: readonly string[]) => readonly Region[];
}

/** 云甲市 is not 云甲县: where the text says what kind of place it is, the region must be of that kind. */
function isOfKind(folded: string, { name, aliases }: Region): boolean {
  const kind = (text: string) => (shortRegionName(text) === text ? null : (text.at(-1) ?? null));
  const said = kind(folded);
  const kinds = [name, ...aliases].flatMap((each) => kind(foldName(each)) ?? []);
  return said === null || kinds.length === 0 || kinds.includes(said);
}

export function regionNames(regions: readonly Region[]): RegionNames {
  const named = groupBy(regions, ({ name, aliases }) => [name, ...aliases]);
  const coded = groupBy(regions, ({ code }) => (code === null ? [] : [code]));
  const short = groupBy(regions, ({ name, aliases }) =>
    [name, ...aliases].map((each) => shortRegionName(foldName(each))),
  );
  const children = groupBy(regions, ({ parentId }) => (parentId === null ? [] : [String(parentId)]));
  const ids = new Map(regions.map((region) => [region.id, region]));
  const byId = (id: number) => ids.get(id) ?? null;
  const byCode = (code: string) => onlyOne(coded.get(foldName(code)));
  const findOn = (text: string, { within, day }: Time): FoundRegion | null => {
    const folded = foldName(text);
    const sameName = choose(named.get(folded), { within, byId, day });
    if (sameName) return { region: sameName, by: foldName(sameName.name) === folded ? 'name' : 'alias' };
    if (named.has(folded)) return null;
    const code = byCode(folded);
    if (code) return { region: code, by: 'code' };
    const alike = choose(short.get(shortRegionName(folded)), { within, byId, day });
    if (alike) return isOfKind(folded, alike) ? { region: alike, by: 'alias' } : null;
    const inside = behindParents(folded, { named, byId });
    return inside && { region: inside, by: 'alias' };
  };
  const below = (parentId: number) => children.get(String(parentId)) ?? [];
  const spoken = [...named.keys()].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length);
  const inTitlesOn = (titles: readonly string[], day: LocalDate | null) => {
    let rest = titles.map(foldName).join('\n');
    const found = new Set<Region>();
    for (const name of spoken) {
      if (!rest.includes(name)) continue;
      rest = rest.replaceAll(name, ' ');
      const region = choose(named.get(name), { within: null, byId, day });
      if (region) found.add(region);
    }
    return [...found];
  };
  const on = (day: LocalDate | null): RegionNames => ({
    all: regions,
    find: (text, within = null) => findOn(text, { within, day }),
    at: (period) => on(period && periodSpan(period).endOn),
    byCode,
    byId,
    below,
    inTitles: (titles) => inTitlesOn(titles, day),
  });
  return on(null);
}

/** Longer texts are no names of places. */
const longestChain = 30;

/** The county of 湖州市吴兴区, where what stands before it is what it lies in; null where that is anything else. */
function behindParents(
  folded: string,
  {
    named,
    byId,
  }: { readonly named: ReadonlyMap<string, readonly Region[]>; readonly byId: (id: number) => Region | null },
): Region | null {
  if (folded.length > longestChain) return null;
  const found = new Set<Region>();
  for (let at = 2; at <= folded.length - 2; at += 1) {
    for (const region of named.get(folded.slice(at)) ?? []) {
      if (isChainAbove(region, folded.slice(0, at), byId)) found.add(region);
    }
  }
  return onlyOne([...found]);
}

/** Whether the text is nothing but what the region lies in, the nearest last; above all that we know stands a province. */
function isChainAbove(region: Region, text: string, byId: (id: number) => Region | null): boolean {
  const parent = region.parentId === null ? null : byId(region.parentId);
  if (!parent) return /^[\p{Script=Han}]{2,8}(省|自治区)$/u.test(text);
  const names = [parent.name, ...parent.aliases].map(foldName);
  return names.some((name) => {
    if (text === name) return true;
    return text.endsWith(name) && isChainAbove(parent, text.slice(0, -name.length), byId);
  });
}

interface Time {
  readonly within: Region | null;
  /** Null where the period is not known. */
  readonly day: LocalDate | null;
}

function groupBy(regions: readonly Region[], keysOf: (region: Region) => readonly string[]) {
  const groups = new Map<string, Region[]>();
  for (const region of regions) {
    for (const key of new Set(keysOf(region).map(foldName))) {
      const group = groups.get(key);
      if (group) group.push(region);
      else groups.set(key, [region]);
    }
  }
  return groups;
}

function onlyOne(regions: readonly Region[] | undefined): Region | null {
  return regions?.length === 1 ? (regions[0] ?? null) : null;
}

function choose(
  regions: readonly Region[] | undefined,
  { within, byId, day }: Time & { readonly byId: (id: number) => Region | null },
): Region | null {
  const inside = within && regions?.filter((region) => isWithin(region, within, byId));
  // A school of that name in another county is another school.
  const outside = within ? regions?.filter(({ level }) => level !== '校') : regions;
  const candidates = inside?.length ? inside : outside;
  return onlyOne(candidates) ?? (day === null ? null : onlyOne(candidates?.filter((region) => existsOn(region, day))));
}

/** Whether the region lies somewhere below the other. */
export function isWithin(region: Region, other: Region, byId: (id: number) => Region | null): boolean {
  let at = region.parentId;
  // No tree of places is deeper; one that runs in a circle ends here too.
  for (let depth = 0; at !== null && depth < 10; depth += 1) {
    if (at === other.id) return true;
    at = byId(at)?.parentId ?? null;
  }
  return false;
}
