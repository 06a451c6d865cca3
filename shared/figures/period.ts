/** A day of the civil calendar as `YYYY-MM-DD`. */
export type LocalDate = string;

export const periodKinds = ['自然年', '学年', '学期', '半年', '季', '月'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/**
 * 期: a span of time that figures are reported for. A plain value: its label names it in full
 * (`2024年`, `2024年上半年`, `2024年秋季学期`, `2023—2024学年`, `2024年第一季度`, `2024年3月`).
 */
export interface Period {
  readonly kind: PeriodKind;
  /** Calendar year it begins in (学年: the September year). */
  readonly year: number;
  /** Position within the year, from 1: half, semester (1 spring, 2 autumn), quarter, month; 1 for whole years. */
  readonly index: number;
  readonly label: string;
}

const chineseQuarters = ['一', '二', '三', '四'];

function labelOf(kind: PeriodKind, year: number, index: number): string {
  switch (kind) {
    case '自然年':
      return `${year}年`;
    case '学年':
      return `${year}—${year + 1}学年`;
    case '学期':
      return `${year}年${index === 1 ? '春季' : '秋季'}学期`;
    case '半年':
      return `${year}年${index === 1 ? '上半年' : '下半年'}`;
    case '季':
      return `${year}年第${chineseQuarters[index - 1]}季度`;
    case '月':
      return `${year}年${index}月`;
  }
}

export function makePeriod(kind: PeriodKind, year: number, index = 1): Period {
  return { kind, year, index, label: labelOf(kind, year, index) };
}

/** The part of a period's name that follows the year: `上半年`, `秋季学期`, `第一季度`, `3月`; null when it is none. */
export function periodWithinYear(year: number, name: string): Period | null {
  if (name === '上半年' || name === '下半年') return makePeriod('半年', year, name === '上半年' ? 1 : 2);
  const semester = /^(春季|秋季|春|秋)(学期)?$/.exec(name);
  if (semester) return makePeriod('学期', year, semester[1]?.startsWith('春') ? 1 : 2);
  const quarter = /^第?([一二三四1-4])季度$/.exec(name);
  if (quarter) {
    const sign = quarter[1] ?? '';
    return makePeriod('季', year, '1234'.includes(sign) ? Number(sign) : chineseQuarters.indexOf(sign) + 1);
  }
  const month = /^(1[0-2]|0?[1-9])月(份)?$/.exec(name);
  if (month) return makePeriod('月', year, Number(month[1]));
  return null;
}

/** Reads a period's name: `2024年`, `2024`, `2024年上半年`, `2023—2024学年`, `2023-2024学年`, `2023学年`, …; null when it is none. */
export function parsePeriod(text: string): Period | null {
  const name = text.trim().normalize('NFKC').replaceAll(/\s/g, '');
  const schoolYear = /^((?:19|20|21)\d{2})(?:[—–~～-](\d{4}))?学年(?:度)?$/.exec(name);
  if (schoolYear) {
    const first = Number(schoolYear[1]);
    if (schoolYear[2] !== undefined && Number(schoolYear[2]) !== first + 1) return null;
    return makePeriod('学年', first);
  }
  // Without 年 only words may follow (2024上半年): 202412月 is no month of 2024.
  const year = /^((?:19|20|21)\d{2})(?:年度?(.*)|(\D.*))?$/.exec(name);
  if (!year) return null;
  const rest = year[2] ?? year[3] ?? '';
  return rest === '' ? makePeriod('自然年', Number(year[1])) : periodWithinYear(Number(year[1]), rest);
}

const stepsAYear: Readonly<Record<PeriodKind, number>> = { 自然年: 1, 学年: 1, 学期: 2, 半年: 2, 季: 4, 月: 12 };

/** The period just before, of the same kind (上期). */
export function previousPeriod(period: Period): Period {
  return period.index > 1
    ? makePeriod(period.kind, period.year, period.index - 1)
    : makePeriod(period.kind, period.year - 1, stepsAYear[period.kind]);
}

/** How a sentence names the period just before: 上月, 上季度, 上学期; 上期 for half-years. */
export const previousPeriodWord: Readonly<Record<PeriodKind, string>> = {
  自然年: '上年',
  学年: '上学年',
  学期: '上学期',
  半年: '上期',
  季: '上季度',
  月: '上月',
};

/** The same span one year earlier (上年同期). */
export function yearEarlier(period: Period): Period {
  return makePeriod(period.kind, period.year - 1, period.index);
}

function isoDate(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDayOfMonth(year: number, month: number): number {
  const lengths = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return lengths[month - 1] ?? 31;
}

/** The day before; the calendar has no gaps. */
export function dayBefore(date: LocalDate): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (day > 1) return isoDate(year, month, day - 1);
  return month > 1 ? isoDate(year, month - 1, lastDayOfMonth(year, month - 1)) : isoDate(year - 1, 12, 31);
}

/** The period just after, of the same kind (下期). */
export function nextPeriod(period: Period): Period {
  return period.index < stepsAYear[period.kind]
    ? makePeriod(period.kind, period.year, period.index + 1)
    : makePeriod(period.kind, period.year + 1, 1);
}

/** Whether the civil calendar has this day, in the years that figures are kept for. */
export function isDay(date: LocalDate): boolean {
  const match = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  return day >= 1 && day <= lastDayOfMonth(year, month);
}

/** First and last day. A school year runs from 1 September to 31 August (教育统计填报说明); spring begins on 1 March. */
export function periodSpan(period: Period): { readonly startOn: LocalDate; readonly endOn: LocalDate } {
  const { year, index } = period;
  switch (period.kind) {
    case '自然年':
      return { startOn: isoDate(year, 1, 1), endOn: isoDate(year, 12, 31) };
    case '学年':
      return { startOn: isoDate(year, 9, 1), endOn: isoDate(year + 1, 8, 31) };
    case '学期':
      return index === 1
        ? { startOn: isoDate(year, 3, 1), endOn: isoDate(year, 8, 31) }
        : { startOn: isoDate(year, 9, 1), endOn: isoDate(year + 1, 2, lastDayOfMonth(year + 1, 2)) };
    case '半年':
    case '季':
    case '月': {
      const months = 12 / stepsAYear[period.kind];
      const last = index * months;
      return { startOn: isoDate(year, last - months + 1, 1), endOn: isoDate(year, last, lastDayOfMonth(year, last)) };
    }
  }
}

/** `2024-12-05` → `2024年12月5日`: no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function printDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}
