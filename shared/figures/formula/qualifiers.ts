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

export interface UnknownQualifier {
  readonly qualifier: Qualifier;
  readonly suggestions: readonly string[];
}

/** Resolves [吴兴区, 上年]: at most one region; periods apply one after the other ([上年, 上半年]). */
export function readQualifiers(
  qualifiers: readonly Qualifier[],
  regions: NameIndex<Region>,
): Result<ScopeChange, readonly UnknownQualifier[]> {
  let region: Region | null = null;
  const periods: PeriodShift[] = [];
  const unknown: UnknownQualifier[] = [];
  for (const qualifier of qualifiers) {
    const shift = readShift(qualifier.text);
    const named = regions.get(qualifier.text);
    if (shift) periods.push(shift);
    else if (named) region = named;
    else {
      const known = [...Object.keys(shifts), '上半年', '下半年', '春季学期', '秋季学期', ...regions.names()];
      unknown.push({ qualifier, suggestions: suggestNames(qualifier.text, known) });
    }
  }
  return unknown.length > 0 ? fail(unknown) : succeed({ region, periods });
}

/** Moves a period. The spring semester of a school year lies in its second calendar year. */
export function shiftPeriod(period: Period, shift: PeriodShift): Period {
  switch (shift.kind) {
    case 'fixed':
      return shift.period;
    case 'year-earlier':
      return yearEarlier(period);
    case 'previous':
      return previousPeriod(period);
    case 'school-year':
      return makePeriod('学年', period.year);
    case 'within': {
      const spring = period.kind === '学年' && shift.name.startsWith('春');
      return periodWithinYear(spring ? period.year + 1 : period.year, shift.name) ?? period;
    }
    default:
      return assertNever(shift);
  }
}
