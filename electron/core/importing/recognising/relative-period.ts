import { type Period, previousPeriod, yearEarlier } from '../../../../shared/figures/period.ts';

const same = /^(本|当|今)(年|年度|期|学年|学期|季度|季|月)(数|末|末数|实际|实际数|完成数|实有数)?$/;
/** What a heading calls a period of each kind; a year and a half of it have other names as well. */
const units: Partial<Record<Period['kind'], string>> = {
  季: '季',
  月: '月',
  学期: '学期',
  自然年: '年',
  学年: '学年',
  半年: '半年',
};
const partsOfYear = new Set(['学期', '季度', '季', '月']);
const before = /^(上年|上年度|去年|上学年|(上年|去年)?同期)(数|末|末数|实际|实际数|完成数|实有数|同期|同期数)?$/;
const last = /^上(期|学期|季度|季|月)(数|末|末数)?$/;

/** `上年`: the period that a heading names by its distance from that of the table. */
export interface RelativePeriod {
  /** Null as long as the table's own period is not known. */
  readonly period: Period | null;
}

/** What such a heading means in a table of the period; null where it names none. */
export function relativePeriod(text: string, stated: Period | null): RelativePeriod | null {
  const named = same.exec(text)?.[2] ?? '';
  // 本月 below a title of a year is one of its months, and nobody knows which.
  if (stated !== null && (units[stated.kind] ?? named) !== named && partsOfYear.has(named)) return null;
  if (named !== '') return { period: stated };
  if (before.test(text)) return { period: stated && yearEarlier(stated) };
  return last.test(text) ? { period: stated && previousPeriod(stated) } : null;
}
