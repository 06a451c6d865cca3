import type { Region, RegionLevel } from './catalogue.ts';
import type { DataView } from './data-view.ts';
import { type LocalDate, type Period, periodSpan } from './period.ts';

const levelOfSelector: Readonly<Record<string, RegionLevel>> = {
  市: '市',
  各市: '市',
  区县: '县',
  各区县: '县',
  乡镇: '乡',
  各乡镇: '乡',
  学校: '校',
  各学校: '校',
};

/** 下级: the members directly below. */
export const directMemberSelectors: readonly string[] = ['下级', '各地', '各下级'];
/** 同级: the members beside, itself included. */
export const siblingSelector = '同级';

/** Whether a text names a range of regions: 下级, 同级, a level (区县, 乡镇, 学校) or a named set. */
export function isMemberSelector(selector: string, namedSets: (name: string) => boolean): boolean {
  return memberSelectors.includes(selector) || namedSets(selector);
}

export const memberSelectors: readonly string[] = [
  ...directMemberSelectors,
  siblingSelector,
  ...Object.keys(levelOfSelector),
];

/** Regions that count towards their parent's total, by its id; null for those without one. */
type Children = ReadonlyMap<number | null, readonly Region[]>;

/** A view gives the same regions as long as none changed. */
const childrenOfAll = new WeakMap<readonly Region[], Children>();

function childrenOf(regions: readonly Region[]): Children {
  const known = childrenOfAll.get(regions);
  if (known) return known;
  const counted = regions.filter(({ inTotal }) => inTotal);
  const children = Map.groupBy(counted, ({ parentId }) => parentId);
  childrenOfAll.set(regions, children);
  return children;
}

/** Whether the region exists on that day. */
export function existsOn({ validFrom, validTo }: Pick<Region, 'validFrom' | 'validTo'>, day: LocalDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** Whether the region exists on the last day of the period, when its figures are counted. */
export function existsIn(region: Pick<Region, 'validFrom' | 'validTo'>, period: Period): boolean {
  return existsOn(region, periodSpan(period).endOn);
}

/** Those that exist in the period; the same list where all do. */
function existingIn(regions: readonly Region[], period: Period): readonly Region[] {
  const { endOn } = periodSpan(period);
  return regions.every((region) => existsOn(region, endOn))
    ? regions
    : regions.filter((region) => existsOn(region, endOn));
}

/**
 * Regions directly below another that are asked for their figures in the period: also those that do not count towards
 * its total, but none that is no more or not yet.
 */
export function regionsBelow(
  regions: readonly Region[],
  { region, period }: { readonly region: Pick<Region, 'id'>; readonly period: Period },
): readonly Region[] {
  return existingIn(
    regions.filter(({ parentId }) => parentId === region.id),
    period,
  );
}

/**
 * Regions of a range, seen from a region in a period, that count towards its total, in the catalogue's order. One that
 * was merged or abolished later still counts in the periods before.
 */
export function membersOf(
  view: DataView,
  { region, period }: { readonly region: Region; readonly period: Period },
  selector: string,
): readonly Region[] {
  const set = view.namedSet(selector);
  if (set) return existingIn(set, period);
  const children = childrenOf(view.regions);
  const below = (parentId: number | null) => existingIn(children.get(parentId) ?? [], period);
  if (directMemberSelectors.includes(selector)) return below(region.id);
  if (selector === siblingSelector) {
    // Regions without a parent have nothing in common but that.
    if (region.parentId === null) return [region];
    return below(region.parentId).filter(({ level }) => level === region.level);
  }
  const level = levelOfSelector[selector];
  const collect = (parent: Region): readonly Region[] =>
    below(parent.id).flatMap((child) => (child.level === level ? [child] : collect(child)));
  return level === undefined ? [] : collect(region);
}

const words: Readonly<Record<RegionLevel, readonly [measure: string, word: string]>> = {
  省: ['个', '省份'],
  市: ['个', '市'],
  县: ['个', '区县'],
  乡: ['个', '乡镇'],
  校: ['所', '学校'],
};

function nameOf(regions: readonly Region[]): readonly [measure: string, word: string] {
  const levels = new Set(regions.map(({ level }) => level));
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? words[level] : ['个', '地区'];
}

/** What members are called together: 区县, 学校 when all stand on one level, else 地区. */
export function memberWord(regions: readonly Region[]): string {
  return nameOf(regions)[1];
}

/** So many of these members: 2个区县, 1所学校. */
export function countMembers(count: number, regions: readonly Region[]): string {
  return `${count}${nameOf(regions).join('')}`;
}
