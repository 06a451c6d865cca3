import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { FoundIndicator, IndicatorNames } from './indicator-names.ts';

/** What stands before the word that says of whom a table is: nothing, a year, a place. */
const before = /(^|[年度期省市县区州旗盟局()"“”])$/;
/** What follows it. In 实验小学 or 小学、初中 it says something else. */
const behind = /^(阶段|学校|教育)*(基本|办学|主要)?(情况|统计|报表|数据|指标|综合|概况|一览|汇总|学生|在校|教师|表|$)/;

/**
 * The part of every indicator that a title is about: 小学 of `2023年小学基本情况`. Null where it names none, or several, or
 * names it within the name of an indicator.
 */
export function titleScope(titles: readonly string[], names: IndicatorNames): string | null {
  const values = new Set(names.all.flatMap(({ part }) => Object.values(part?.dimensions ?? {}).map(foldName)));
  const found = new Set<string>();
  for (const title of titles) {
    const text = withoutNames(foldName(title), names);
    for (const value of values) {
      const at = value.length < 2 ? -1 : text.indexOf(value);
      if (at < 0) continue;
      const isSaid = before.test(text.slice(0, at)) && behind.test(text.slice(at + value.length));
      if (!isSaid) return null;
      found.add(value);
    }
  }
  const [value, other] = found;
  return value !== undefined && other === undefined ? value : null;
}

function withoutNames(title: string, { all }: IndicatorNames): string {
  const spoken = all.flatMap(({ name, aliases }) => [name, ...aliases].map(foldName));
  const stems = spoken.map((name) => name.replace(/(人数|比例|数)$/, '')).filter((stem) => stem.length > 2);
  return [...spoken, ...stems]
    .filter((name) => title.includes(name))
    .sort((one, other) => other.length - one.length)
    .reduce((rest, name) => rest.replaceAll(name, '·'), title);
}

/** What a heading means below such a title: its part of that kind; null where the catalogue lacks that. */
export function scoped(found: FoundIndicator, scope: string, names: IndicatorNames): FoundIndicator | null {
  const { indicator } = found;
  const { root, dimensions } = names.rootOf(indicator);
  const kind = names.part(root, [scope]);
  if (kind === null || kind === root || foldName(indicator.name).includes(scope)) return found;
  const said = names.rootOf(kind).dimensions;
  // The heading says it by itself, or says otherwise.
  if (Object.keys(said).some((dimension) => dimensions[dimension] !== undefined)) return found;
  const part: Indicator | null = names.part(indicator, [scope]);
  return part && { indicator: part, by: 'dimensions', isLoose: false };
}
