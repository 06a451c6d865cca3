import { indicators } from './read-templates.ts';

/** Words of the formula language: functions, ranges of regions, qualifiers and keywords. */
export const functionNames =
  '合计 平均 最大 最小 个数 占比 比值 同比 环比 增减 百分点 年均增速 排名 前几 第几 最高 最低 列举 区间 若 缺省 四舍五入 向上取整 绝对值 截至日 完成率 差距 且 或 非 有数'.split(
    ' ',
  );
export const rangeWords = '下级 各地 各下级 同级 市 各市 区县 各区县 县 乡镇 学校'.split(' ');
export const qualifierWords =
  '上年 去年 上年同期 上期 上半年 下半年 学年 上学年 秋季学期 春季学期 上学期 上报 汇总'.split(' ');
export const otherWords = '地区 期 允许缺 按原始值 升 降'.split(' ');

const namesByLength = indicators.map((one) => one.名称).sort((a, b) => b.length - a.length);

/**
 * Indicators that a formula names, by longest match as the language reads them, and the words in it that are nothing:
 * neither an indicator's name nor a word of the language in its own place.
 */
export function readWords(formula: string): { readonly named: readonly string[]; readonly unknown: readonly string[] } {
  const named: string[] = [];
  const unknown: string[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(formula)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  while (at < formula.length) {
    if (take(/[\s\d.%(),<>=×÷+-]+/y) !== null) continue;
    const qualifiers = take(/\[[^\]]*\]/y);
    if (qualifiers !== null) {
      unknown.push(
        ...qualifiers
          .slice(1, -1)
          .split(',')
          .filter((word) => !qualifierWords.includes(word.trim())),
      );
      continue;
    }
    const name = namesByLength.find((one) => formula.startsWith(one, at));
    const word = take(/[\p{L}\p{N}_·—]+/uy) ?? take(/./suy) ?? '';
    if (word === name) named.push(word);
    else if (!(formula[at] === '(' ? functionNames : rangeWords).includes(word)) unknown.push(word);
  }
  return { named, unknown };
}
