import type { LocalDate } from '../../../shared/figures/period.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';

/** Reads a day: `2022-12-31`, `2022年12月31日`, `2022/12/31`, `2022.12.31`; null when it is none, or no day of the calendar. */
export function readDate(text: string): LocalDate | null {
  const parts = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})[日号]|([-/.])(\d{1,2})\4(\d{1,2}))$/.exec(foldName(text));
  if (!parts) return null;
  const [, year = '', month = parts[5] ?? '', day = parts[6] ?? ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  // A month of 30 days takes the 31st for the first of the next.
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date ? null : date;
}

const asOfPattern =
  /(?:截[至止]|统计时点|时点|统计日期)(?:到|日期?|时间|时点)*[:为]?(\d{4}(?:年\d{1,2}月\d{1,2}[日号]|([-/.])\d{1,2}\2\d{1,2}))/g;

/** 截至 dates that titles state, as written: `截至2022年12月31日`, `统计时点：2022-12-31`. A day of filling in is none. */
export function asOfTextsIn(titles: readonly string[]): readonly string[] {
  return titles.flatMap((title) => [...foldName(title).matchAll(asOfPattern)].map(([, date = '']) => date));
}
