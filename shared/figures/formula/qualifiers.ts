import { assertNever, fail, type Result, succeed } from '../../result.ts';
import type { Region } from '../catalogue.ts';
import type { NameIndex } from '../name-index.ts';
import { makePeriod, type Period, parsePeriod, periodWithinYear, previousPeriod, yearEarlier } from '../period.ts';
import { suggestNames } from '../suggest.ts';
import type { PeriodShift, ScopeChange } from './checked.ts';
import type { Qualifier } from './syntax.ts';

const shifts: Readonly<Record<string, PeriodShift>> = {
  上年: { kind: 'year-earlier' },
  上年同期: { kind: 'year-earlier' },
  去年: { kind: 'year-earlier' },
  上期: { kind: 'previous' },
  学年: { kind: 'school-year' },
};

function readShift(text: string): PeriodShift | null {
  const shift = Object.hasOwn(shifts, text) ? shifts[text] : undefined;
  if (shift) return shift;
  const fixed = parsePeriod(text);
  if (fixed) return { kind: 'fixed', period: fixed };
  // Any year will do to learn whether the text names a part of one.
  return periodWithinYear(2000, text) ? { kind: 'within', name: text } : null;
}

/** A qualifier that names nothing, or that contradicts another one. */
export interface QualifierProblem {
  readonly kind: 'unknown' | 'second-region' | 'second-period';
  readonly qualifier: Qualifier;
  readonly suggestions: readonly string[];
}

/** Resolves [吴兴区, 上年]: at most one region; periods apply one after the other ([上年, 上半年]). */
export function readQualifiers(
  qualifiers: readonly Qualifier[],
  regions: NameIndex<Region>,
): Result<ScopeChange, readonly QualifierProblem[]> {
  let region: Region | null = null;
  const periods: PeriodShift[] = [];
  const problems: QualifierProblem[] = [];
  for (const qualifier of qualifiers) {
    const shift = readShift(qualifier.text);
    const named = regions.get(qualifier.text);
    if (shift) {
      const contradicts = periods.length > 0 && [...periods, shift].some(({ kind }) => kind === 'fixed');
      if (contradicts) problems.push({ kind: 'second-period', qualifier, suggestions: [] });
      periods.push(shift);
    } else if (named) {
      if (region !== null) problems.push({ kind: 'second-region', qualifier, suggestions: [] });
      region = named;
    } else {
      const known = [...Object.keys(shifts), '上半年', '下半年', '春季学期', '秋季学期', ...regions.names()];
      problems.push({ kind: 'unknown', qualifier, suggestions: suggestNames(qualifier.text, known) });
    }
  }
  return problems.length > 0 ? fail(problems) : succeed({ region, periods });
}

/** Whether a part of a year stands in the second calendar year of a school year: spring, and January to August. */
function isInSecondYear(name: string): boolean {
  const month = /^(\d+)月/.exec(name)?.[1];
  return name.startsWith('春') || (month !== undefined && Number(month) < 9);
}

/** Moves a period. A school year holds autumn of its first calendar year and spring of its second. */
export function shiftPeriod(period: Period, shift: PeriodShift): Period {
  switch (shift.kind) {
    case 'fixed':
      return shift.period;
    case 'year-earlier':
      return yearEarlier(period);
    case 'previous':
      return previousPeriod(period);
    case 'school-year':
      return makePeriod('学年', period.kind === '学期' && period.index === 1 ? period.year - 1 : period.year);
    case 'within': {
      const isSecond = period.kind === '学年' && isInSecondYear(shift.name);
      return periodWithinYear(isSecond ? period.year + 1 : period.year, shift.name) ?? period;
    }
    default:
      return assertNever(shift);
  }
}
