import { type Period, parsePeriod, periodWithinYear } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';

/** Days, and months in which a table was filled in: neither says what period its figures are of. */
const fillingDate =
  /\d{4}年\d{1,2}月\d{1,2}[日号]?|(?:填报|填表|制表|报送|上报|打印)(?:日期|时间)?:?\d{4}年\d{1,2}月份?/g;

const periodInTitle =
  /\d{4}(?:[—–~～-]\d{4})?学年度?|\d{4}年(?:上半年|下半年|[春秋]季?学期|第?[一二三四1-4]季度|(?:1[0-2]|0?[1-9])月份?(?!\d*[日号]))?/g;

/** A span of years in a title is none of them: `1992-2023年`. */
const yearSpan = /\d{4}年?[-—–~～至到]\d{4}年(?!学)/g;

/** Periods that the titles name, each once. A full date (`填报日期：2021年10月15日`) is no period. */
export function periodsIn(titles: readonly string[]): readonly Period[] {
  const found = new Map<string, Period>();
  for (const title of titles) {
    const text = foldName(title).replaceAll(fillingDate, ' ').replaceAll(yearSpan, ' ');
    for (const [name] of text.matchAll(periodInTitle)) {
      const period = parsePeriod(name);
      if (period) found.set(period.label, period);
    }
  }
  return [...found.values()];
}

/** Whether the stated period allows the other: a plain year also holds for a part of it, a part never for the year. */
export function agrees(stated: Period, period: Period): boolean {
  if (stated.label === period.label) return true;
  return stated.kind === '自然年' && period.kind !== '学年' && stated.year === period.year;
}

/** What a heading or a cell beside the figures says of their period; the year may stand elsewhere (`上半年`). */
export function periodOf(text: string, year: number | null): Period | null {
  return parsePeriod(text) ?? (year === null ? null : periodWithinYear(year, text));
}
