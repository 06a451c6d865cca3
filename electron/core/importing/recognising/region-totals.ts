import type { Region, RegionLevel } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { Naming } from '../recognised-table.ts';
import { isWithin, type RegionNames } from './region-names.ts';
import { isSubtotalWord, isTotalWord } from './words.ts';

/** A row, or a column, of figures of one region. */
export interface RegionLine {
  readonly index: number;
  readonly text: string;
  readonly region: Naming<Region>;
  /** Only lines of the same period and indicator add up. */
  readonly group: string;
  /** An 其中 of another line, which adds nothing of its own. */
  readonly isIncluded: boolean;
  /** 区县 in whose group the name stands. */
  readonly within: Region | null;
  /** It names a county above its schools and holds no figures. */
  readonly isHead: boolean;
}

/** A line that claims to be a sum. */
export interface Total {
  readonly role: 'total' | 'subtotal';
  /** Whose figures it gives; null for nobody's. */
  readonly region: Region | null;
  readonly sumOf: readonly number[];
}

interface Places {
  readonly regions: RegionNames;
  /** Regions that the titles name. */
  readonly titled: readonly Region[];
}

/** Regions that titles name as a whole: not 示例市 of 示例市中心城区. */
export function wholesInTitles(titles: readonly string[], regions: RegionNames): readonly Region[] {
  const text = titles.map(foldName).join('\n');
  return regions.inTitles(titles).filter(({ name, aliases }) => {
    const isPart = (each: string) =>
      /^(中心|主)?(城区|市区)|^市?(本级|直属?)/.test(text.split(foldName(each))[1] ?? '');
    return ![name, ...aliases].some((each) => text.includes(foldName(each)) && isPart(each));
  });
}

/** The sums among the lines, by their index: 合计, 小计, and the name of a region whose parts all stand beside it. */
export function regionTotals(lines: readonly RegionLine[], places: Places): ReadonlyMap<number, Total> {
  const groups = new Map<string, RegionLine[]>();
  for (const line of lines) {
    const group = groups.get(line.group);
    if (group) group.push(line);
    else groups.set(line.group, [line]);
  }
  const totals = new Map<number, Total>();
  for (const group of groups.values()) {
    addNamedParents(group, places, totals);
    addTotalWords(group, places, totals);
  }
  return totals;
}

function isSum({ text, region }: RegionLine): boolean {
  if (region.kind === 'known' && region.by !== 'alias') return false;
  return isTotalWord(text) || isSubtotalWord(text);
}

function addNamedParents(group: readonly RegionLine[], { regions }: Places, totals: Map<number, Total>): void {
  const byRegion = new Map<number, number[]>();
  for (const line of group) {
    if (line.region.kind !== 'known' || line.isIncluded || isSum(line)) continue;
    const parent = line.region.thing.parentId;
    if (parent === null) continue;
    const indexes = byRegion.get(parent);
    if (indexes) indexes.push(line.index);
    else byRegion.set(parent, [line.index]);
  }
  const listed = new Set(group.flatMap(({ region }) => (region.kind === 'known' ? region.thing.id : [])));
  const parents = group.flatMap((line, at) => {
    if (line.region.kind !== 'known' || isSum(line)) return [];
    const members = byRegion.get(line.region.thing.id);
    return members ? [{ at, index: line.index, region: line.region.thing, members }] : [];
  });
  const times = new Map<number, number>();
  for (const { region } of parents) times.set(region.id, (times.get(region.id) ?? 0) + 1);
  for (const { at, index, region, members } of parents) {
    const unknown = unknownBeside(group, { at, region, members }, regions);
    if ((times.get(region.id) ?? 0) > 1 || !covers(region, { listed, unknown: unknown.length, regions })) continue;
    totals.set(index, { role: 'total', region, sumOf: [...members, ...unknown].sort((x, y) => x - y) });
  }
}

interface Parent {
  readonly at: number;
  readonly region: Region;
  readonly members: readonly number[];
}

/** Lines of unknown name that may be parts of it: those on the side of its known parts, up to the first line of elsewhere. */
function unknownBeside(
  group: readonly RegionLine[],
  { at, region, members }: Parent,
  { byId }: RegionNames,
): readonly number[] {
  const own = group[at]?.index ?? 0;
  const isElsewhere = ({ region: naming }: RegionLine) =>
    naming.kind === 'known' && naming.by !== 'total' && !isWithin(naming.thing, region, byId);
  const found: number[] = [];
  for (const step of [-1, 1]) {
    if (!members.some((member) => (member - own) * step > 0)) continue;
    for (let place = at + step; ; place += step) {
      const line = group[place];
      if (!line || (isElsewhere(line) && !isSum(line))) break;
      const isPart = line.region.kind === 'unknown' && !isSum(line) && !line.isIncluded;
      if (isPart && (line.within === null || line.within.id === region.id)) found.push(line.index);
    }
  }
  return found;
}

/** Whether every region that counts towards the parent today is listed; a name not yet known may be one of those missing. */
function covers(
  parent: Region,
  {
    listed,
    unknown,
    regions,
  }: { readonly listed: ReadonlySet<number>; readonly unknown: number; readonly regions: RegionNames },
): boolean {
  const counted = regions.below(parent.id).filter(({ inTotal, validTo }) => inTotal && validTo === null);
  const missing = counted.filter(({ id }) => !listed.has(id)).length;
  return counted.length > 0 && missing <= unknown;
}

function addTotalWords(group: readonly RegionLine[], places: Places, totals: Map<number, Total>): void {
  const sums = group.flatMap((line, at) => (isSum(line) ? [at] : []));
  if (sums.length === 0) return;
  const firstPlain = group.findIndex((line) => !isSum(line));
  const isSmall = (at: number) => isSubtotalWord(group[at]?.text ?? '');
  const grand = sums.filter((at) => !isSmall(at));
  const leads = { grand: (grand[0] ?? 0) < firstPlain, small: (sums.find(isSmall) ?? 0) < firstPlain };
  for (const [place, at] of sums.entries()) {
    const line = group[at];
    if (line && isSmall(at)) {
      const reach = leads.small ? [at + 1, sums[place + 1]] : [(sums[place - 1] ?? -1) + 1, at];
      // The name of the whole above its parts is no part of a group's sum.
      const parts = group.slice(...reach).filter(({ index }) => !totals.has(index));
      const sumOf = plainLines(parts, totals).map(({ index }) => index);
      totals.set(line.index, { role: 'subtotal', region: null, sumOf });
    }
  }
  for (const [place, at] of grand.entries()) {
    const line = group[at];
    if (!line) continue;
    const reach = leads.grand ? [at + 1, grand[place + 1]] : [(grand[place - 1] ?? -1) + 1, at];
    const members = plainLines(group.slice(...reach), totals);
    const region = parentOf(line, members, places);
    // Of a larger place than its rows, or of no rows at all, it is no sum of ours: what it is must be asked.
    if (!region && (members.length === 0 || isOfElsewhere(line, members, places))) continue;
    totals.set(line.index, { role: region ? 'total' : 'subtotal', region, sumOf: members.map(({ index }) => index) });
  }
}

/** The lines that a sum adds up: without other sums, without 其中, and without what a line among them already sums up. */
function plainLines(reach: readonly RegionLine[], totals: ReadonlyMap<number, Total>): readonly RegionLine[] {
  const lines = reach.filter((line) => !isSum(line) && !line.isIncluded && line.region.kind !== 'left-out');
  const inner = new Set(lines.flatMap(({ index }) => totals.get(index)?.sumOf ?? []));
  const counted = new Set(
    lines.flatMap(({ region, isHead }) => (region.kind === 'known' && !isHead ? region.thing.id : [])),
  );
  // Schools below a county with figures of its own are in these; a county without any only heads them.
  return lines.filter(
    ({ index, within, isHead }) => !isHead && !inner.has(index) && !(within && counted.has(within.id)),
  );
}

/** The region that all members lie directly in; a bare 合计 is its figure only where no part of it is wanting. */
function parentOf(line: RegionLine, members: readonly RegionLine[], { regions, titled }: Places): Region | null {
  const known = members.flatMap(({ region }) => (region.kind === 'known' ? [region.thing] : []));
  const parentId = known[0]?.parentId ?? null;
  const parent = parentId === null ? null : regions.byId(parentId);
  if (!parent || !known.every((region) => region.parentId === parentId)) return null;
  const levels = levelsNamed(line.text);
  if (levels && !levels.includes(parent.level)) return null;
  const namesLevel = levels !== null;
  const isTitled = titled.some(({ id }) => id === parent.id);
  const listed = new Set(known.map(({ id }) => id));
  const unknown = members.length - known.length;
  return namesLevel || isTitled || covers(parent, { listed, unknown, regions }) ? parent : null;
}

/** Levels of the region that `全省`, `本县` speak of; none of ours for 全国, null where the word names no level. */
function levelsNamed(text: string): readonly RegionLevel[] | null {
  const word = /^[全本]([国省市县区州盟旗镇乡校])/.exec(text)?.[1];
  return word === undefined ? null : (levelsOfWord[word] ?? []);
}

const levelsOfWord: Readonly<Record<string, readonly RegionLevel[]>> = {
  国: [],
  省: ['省'],
  市: ['市', '县', '省'],
  州: ['市'],
  盟: ['市'],
  县: ['县'],
  // 自治区, and 区.
  区: ['省', '县', '市'],
  旗: ['县'],
  镇: ['乡'],
  乡: ['乡'],
  校: ['校'],
};

/** 全省 below the counties of a city. */
function isOfElsewhere(line: RegionLine, members: readonly RegionLine[], { regions }: Places): boolean {
  const levels = levelsNamed(line.text);
  const [member] = members.flatMap(({ region }) => (region.kind === 'known' ? [region.thing] : []));
  const parent = member && member.parentId !== null ? regions.byId(member.parentId) : null;
  return levels !== null && parent !== null && !levels.includes(parent.level);
}
