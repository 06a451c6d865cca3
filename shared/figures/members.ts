import type { Region, RegionLevel } from './catalogue.ts';
import type { DataView } from './data-view.ts';

const levelOfSelector: Readonly<Record<string, RegionLevel>> = {
  市: '市',
  各市: '市',
  区县: '县',
  各区县: '县',
  县: '县',
  乡镇: '乡',
  学校: '校',
};

const directMembers = ['下级', '各地', '各下级'];

/** Whether a text names a range of regions: 下级, a level (区县, 乡镇, 学校) or a named set. */
export function isMemberSelector(selector: string, namedSets: (name: string) => boolean): boolean {
  return directMembers.includes(selector) || Object.hasOwn(levelOfSelector, selector) || namedSets(selector);
}

export const memberSelectors: readonly string[] = [...directMembers, ...Object.keys(levelOfSelector)];

/** Regions of a range, seen from `region`, that count towards its total, in the catalogue's order. */
export function membersOf(view: DataView, region: Region, selector: string): readonly Region[] {
  const set = view.namedSet(selector);
  if (set) return set;
  const children = (parent: Region) => view.regions.filter((each) => each.parentId === parent.id && each.inTotal);
  if (directMembers.includes(selector)) return children(region);
  const level = levelOfSelector[selector];
  const collect = (parent: Region): readonly Region[] =>
    children(parent).flatMap((child) => (child.level === level ? [child] : collect(child)));
  return level === undefined ? [] : collect(region);
}
