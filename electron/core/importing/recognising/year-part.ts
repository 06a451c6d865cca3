import { makePeriod, type Period, periodWithinYear } from '../../../../shared/figures/period.ts';

/**
 * What follows a year: a part of it that figures are kept for, or one that they are not (前三季度, 寒假). `text` is what
 * says so.
 */
export type YearPart =
  | { readonly kind: 'period'; readonly text: string; readonly period: Period }
  | { readonly kind: 'unclear'; readonly text: string; readonly candidates: readonly Period[] };

/** Signs that join the ends of a span. */
export const joins = '[-—–―~～〜－/至到]';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const month = '(1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])';
const quarter = '([一二三四1-4])';
const count = '[一二三四五六七八九十两\\d]+';

const halfOrSemester = /^(?:[上下]半年|[春秋](?:季学期|季|学期)|[春秋](?![节游分夏冬天]))/;
const oneQuarter = new RegExp(`^(?:第${quarter}季度?|${quarter}季度|Q([1-4])(?!\\d))`, 'i');
const quarters = new RegExp(`^第?${quarter}${joins}第?${quarter}季度`);
const months = new RegExp(`^${month}月?份?${joins}${month}月份?`);
const oneMonth = new RegExp(
  `^${month}月份?(?![、,和及至到~—–-]|\\d*[日号]|上旬|中旬|下旬|以来|以[前后]|之[前后]|起|前)`,
);
const semester = /^(?:[上下]|第[一二12])学期/;

/** `年初中` is no 年初, and `7-9年级` are no months. */
const unclear = new RegExp(
  `^(?:前${count}个?(?:季度|季|月)|学期|寒假|暑假|暑期|假期|[月季旬周](?:报|度)|半年|第?${count}(?:期|批|轮|周|旬|阶段|学期)` +
    `|${month}月?[、,和及]${month}月|${month}月|\\d+${joins}\\d+(?!\\d|年级|周?岁|班|个|所|项|类|万|元)|累计|以来|以[前后]|之[前后]|起(?!点)|初(?![中级等步高一二三123])|年初|中期|中旬)`,
);

function numberOf(sign: string): number {
  const place = numerals.indexOf(sign);
  return place < 0 ? Number(sign) : place + 1;
}

/** The period from the first to the last of its months; null where figures are kept for no such span. */
function spanOf(year: number, first: number, last: number): Period | null {
  if (first === 1 && last === 12) return makePeriod('自然年', year);
  if (last - first === 5 && first % 6 === 1) return makePeriod('半年', year, first === 1 ? 1 : 2);
  if (last - first === 2 && first % 3 === 1) return makePeriod('季', year, last / 3);
  return null;
}

/** The part of the year that the text begins with; null where it begins otherwise, so that the whole year is meant. */
export function partBehind(year: number, behind: string): YearPart | null {
  const text = behind.replace(/^[(的]/, '');
  const clear = clearPart(year, text);
  if (clear) return clear;
  const [words] = semester.exec(text) ?? [];
  // Of a calendar year both come first somewhere.
  if (words !== undefined) return { kind: 'unclear', text: words, candidates: semestersOf(year) };
  const [vague] = unclear.exec(text) ?? [];
  if (vague === undefined) return null;
  const halves = vague === '半年' ? [makePeriod('半年', year, 1), makePeriod('半年', year, 2)] : [];
  return { kind: 'unclear', text: vague, candidates: [...halves, makePeriod('自然年', year)] };
}

function semestersOf(year: number): readonly Period[] {
  return [makePeriod('学期', year, 1), makePeriod('学期', year, 2)];
}

function clearPart(year: number, text: string): YearPart | null {
  const [span, from, to] = months.exec(text) ?? [];
  if (span !== undefined && from !== undefined && to !== undefined) {
    return ofSpan(year, span, { first: numberOf(from), last: numberOf(to) });
  }
  const [run, begin, end] = quarters.exec(text) ?? [];
  if (run !== undefined && begin !== undefined && end !== undefined) {
    return ofSpan(year, run, { first: numberOf(begin) * 3 - 2, last: numberOf(end) * 3 });
  }
  const [half] = halfOrSemester.exec(text) ?? [];
  if (half !== undefined) return known(half, periodWithinYear(year, half.replace(/^([春秋])学期$/, '$1季学期')));
  const [words, ...signs] = oneQuarter.exec(text) ?? [];
  const sign = signs.find((each) => each !== undefined);
  if (words !== undefined && sign !== undefined) return known(words, makePeriod('季', year, numberOf(sign)));
  const [only, name] = oneMonth.exec(text) ?? [];
  return only === undefined || name === undefined ? null : known(only, makePeriod('月', year, numberOf(name)));
}

function known(text: string, period: Period | null): YearPart | null {
  return period && { kind: 'period', text, period };
}

function ofSpan(
  year: number,
  text: string,
  { first, last }: { readonly first: number; readonly last: number },
): YearPart {
  const period = spanOf(year, first, last);
  return period
    ? { kind: 'period', text, period }
    : { kind: 'unclear', text, candidates: [makePeriod('自然年', year)] };
}

/** The same of a school year, whose first semester is that of autumn. */
export function partOfSchoolYear(year: number, behind: string): YearPart | null {
  const text = behind.replace(/^[(的]/, '');
  const [words] = /^(?:第[一1]学期|上学期|秋季?学期|秋季)/.exec(text) ?? [];
  if (words !== undefined) return known(words, makePeriod('学期', year, 2));
  const [later] = /^(?:第[二2]学期|下学期|春季?学期|春季)/.exec(text) ?? [];
  if (later !== undefined) return known(later, makePeriod('学期', year + 1, 1));
  const [vague] = /^(?:初(?![中级等步高一二三123])|起)/.test(text) ? [] : (unclear.exec(text) ?? []);
  return vague === undefined ? null : { kind: 'unclear', text: vague, candidates: [makePeriod('学年', year)] };
}
