import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { FoundIndicator, IndicatorNames } from './indicator-names.ts';

/** What stands before the words that say of whom a table is: nothing, a year, a place, the name of an indicator. */
const before = /(^|[年度期省市县区州旗盟局()"“”·])$/;
/** What follows them. In 实验小学 or 小学、初中 they say something else. */
const behind = /^(基本|办学|主要)?(情况|统计|报表|数据|指标|综合|概况|一览|汇总|学生|在校|教师|表|·|$)/;
const between = '(?:阶段|学校|教育|在校|就读|学生|生|儿?童|性|的)*';

/**
 * The parts of every indicator that a title is about: 小学 of `2023年小学基本情况`, 小学 and 女 of `小学女生情况表`. Empty where
 * it names none, or names them beside others, as in 小学、初中, or within the name of an indicator.
 */
export function titleScope(titles: readonly string[], names: IndicatorNames): readonly string[] {
  const values = new Set(names.all.flatMap(({ part }) => Object.values(part?.dimensions ?? {}).map(foldName)));
  const words = [...values].filter((value) => value !== '').sort((one, other) => other.length - one.length);
  if (words.length === 0) return [];
  // One sign alone is found in many words: 女 counts in 女生.
  const said = words.map((word) => (word.length > 1 ? escaped(word) : `${escaped(word)}(?=学?生|性|儿?童)`));
  const chain = new RegExp(`(?:(?:${said.join('|')})${between})+`, 'g');
  const each = new RegExp(said.join('|'), 'g');
  const found = new Set<string>();
  for (const title of titles) {
    const text = withoutNames(foldName(title), names);
    for (const { 0: match, index } of text.matchAll(chain)) {
      const isSaid = before.test(text.slice(0, index)) && behind.test(text.slice(index + match.length));
      if (!isSaid) return [];
      for (const value of match.match(each) ?? []) found.add(value);
    }
  }
  return [...found];
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function withoutNames(title: string, { all }: IndicatorNames): string {
  const spoken = all.flatMap(({ name, aliases }) => [name, ...aliases].map(foldName));
  const stems = spoken.map((name) => name.replace(/(人数|比例|数)$/, '')).filter((stem) => stem.length > 2);
  return [...spoken, ...stems]
    .filter((name) => title.includes(name))
    .sort((one, other) => other.length - one.length)
    .reduce((rest, name) => rest.replaceAll(name, '·'), title);
}

/**
 * What a heading means below such a title: its part of those kinds; null where the catalogue lacks that, so that a figure
 * of some is not taken for that of all.
 */
export function scoped(found: FoundIndicator, scope: readonly string[], names: IndicatorNames): FoundIndicator | null {
  const { indicator } = found;
  const { root, dimensions } = names.rootOf(indicator);
  const wanted = scope.filter((value) => {
    if (foldName(indicator.name).includes(value)) return false;
    const kind = names.part(root, [value]);
    const said = kind === null ? {} : names.rootOf(kind).dimensions;
    // The heading says it by itself, or says otherwise.
    return !Object.keys(said).some((dimension) => dimensions[dimension] !== undefined);
  });
  if (wanted.length === 0) return found;
  const part: Indicator | null = names.part(indicator, wanted);
  return part && part !== indicator ? { indicator: part, by: 'dimensions', isLoose: false } : null;
}
