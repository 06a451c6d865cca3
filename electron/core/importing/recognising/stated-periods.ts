import { type Period, parsePeriod } from '../../../../shared/figures/period.ts';
import { readWholePeriod } from './title-periods.ts';
import { partBehind } from './year-part.ts';

/** Whether the stated period allows the other: a plain year also holds for a part of it, a part never for the year. */
export function agrees(stated: Period, period: Period): boolean {
  if (stated.label === period.label) return true;
  return stated.kind === '自然年' && period.kind !== '学年' && stated.year === period.year;
}

/** Texts longer than the longest name of a period are none. */
const longestName = 20;

/** What a heading or a cell beside the figures says of their period; the year may stand elsewhere (`上半年`). */
export function periodOf(text: string, year: number | null): Period | null {
  if (text.length > longestName) return null;
  const named = parsePeriod(text) ?? readWholePeriod(text);
  if (named || year === null) return named;
  const part = partBehind(year, text);
  return part?.kind === 'period' && part.text === text ? part.period : null;
}
