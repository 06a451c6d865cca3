import { assertNever, fail, type Result, succeed } from '../../result.ts';
import type { Region } from '../catalogue.ts';
import { type NameIndex, normalizeSigns } from '../name-index.ts';
import {
  isDay,
  type LocalDate,
  makePeriod,
  type Period,
  parsePeriod,
  periodSpan,
  periodWithinYear,
  previousPeriod,
  yearEarlier,
} from '../period.ts';
import { suggestNames } from '../suggest.ts';
import type { Basis, PeriodShift, ScopeChange } from './checked.ts';
import type { Qualifier } from './syntax.ts';

const shifts: Readonly<Record<string, readonly PeriodShift[]>> = {
  上年: [{ kind: 'year-earlier' }],
  上年同期: [{ kind: 'year-earlier' }],
  去年: [{ kind: 'year-earlier' }],
  上期: [{ kind: 'previous' }],
  上月: [{ kind: 'previous' }],
  上季度: [{ kind: 'previous' }],
  上学期: [{ kind: 'previous' }],
  学年: [{ kind: 'school-year' }],
  上学年: [{ kind: 'school-year' }, { kind: 'previous' }],
};

/** Reads a period's name, relative (上年, 上半年) or fixed (2020年); null when it is none. */
export function readShifts(text: string): readonly PeriodShift[] | null {
  const relative = Object.hasOwn(shifts, text) ? shifts[text] : undefined;
  if (relative) return relative;
  const fixed = parsePeriod(text);
  if (fixed) return [{ kind: 'fixed', period: fixed }];
  // Any year will do to learn whether the text names a part of one.
  return periodWithinYear(2000, text) ? [{ kind: 'within', name: text }] : null;
}

/** 截至2021年12月31日, 截至2021-12-31 */
function readAsOf(text: string): LocalDate | null {
  const match = /^截至(\d{4})(?:年|-)(\d{1,2})(?:月|-)(\d{1,2})日?$/.exec(text.normalize('NFKC'));
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : null;
}

/** A qualifier that names nothing, or that contradicts another one. */
export interface QualifierProblem {
  readonly kind: 'unknown' | 'second-region' | 'second-period' | 'second-basis';
  readonly qualifier: Qualifier;
  readonly suggestions: readonly string[];
}

/** 维度=值, such as 学段=小学. */
export interface DimensionQualifier {
  readonly dimension: string;
  readonly value: string;
  readonly qualifier: Qualifier;
}

export interface ReadQualifiers {
  readonly scope: ScopeChange;
  readonly dimensions: readonly DimensionQualifier[];
}

/** The qualifiers of one name as they are read, one after the other. */
class QualifierReader {
  readonly problems: QualifierProblem[] = [];
  readonly #regions: NameIndex<Region>;
  readonly #dimensions: DimensionQualifier[] = [];
  readonly #periods: PeriodShift[] = [];
  #region: Region | null = null;
  #basis: Basis | null = null;
  #asOf: LocalDate | null = null;

  constructor(regions: NameIndex<Region>) {
    this.#regions = regions;
  }

  read(qualifier: Qualifier): void {
    const { text } = qualifier;
    const dimension = /^([^=]+)=([^=]+)$/.exec(normalizeSigns(text));
    if (dimension) {
      const [, name = '', value = ''] = dimension;
      this.#dimensions.push({ dimension: name.trim(), value: value.trim(), qualifier });
    } else if (text === '上报' || text === '汇总') {
      if (this.#basis !== null) this.#report('second-basis', qualifier);
      this.#basis = text;
    } else if (!this.#readPeriod(qualifier)) this.#readRegion(qualifier);
  }

  result(): ReadQualifiers {
    const scope = { region: this.#region, periods: this.#periods, basis: this.#basis, asOf: this.#asOf };
    return { scope, dimensions: this.#dimensions };
  }

  #readPeriod(qualifier: Qualifier): boolean {
    const asOf = readAsOf(qualifier.text);
    const shifts = asOf === null ? readShifts(qualifier.text) : [];
    if (shifts === null) return false;
    const all = [...this.#periods, ...shifts];
    const isFixed = this.#asOf !== null || asOf !== null || all.some(({ kind }) => kind === 'fixed');
    if (isFixed && (this.#asOf !== null || this.#periods.length > 0)) this.#report('second-period', qualifier);
    this.#periods.push(...shifts);
    this.#asOf = asOf ?? this.#asOf;
    return true;
  }

  #readRegion(qualifier: Qualifier): void {
    const named = this.#regions.get(qualifier.text);
    if (named === undefined) {
      const known = [...Object.keys(shifts), '上半年', '下半年', '春季学期', '秋季学期', '上报', '汇总'];
      const suggestions = suggestNames(qualifier.text, [...known, ...this.#regions.names()]);
      this.problems.push({ kind: 'unknown', qualifier, suggestions });
    } else if (this.#region !== null) this.#report('second-region', qualifier);
    else this.#region = named;
  }

  #report(kind: QualifierProblem['kind'], qualifier: Qualifier): void {
    this.problems.push({ kind, qualifier, suggestions: [] });
  }
}

/** Resolves [吴兴区, 上年, 学段=小学]: at most one region and 口径; periods apply one after the other ([上年, 上半年]). */
export function readQualifiers(
  qualifiers: readonly Qualifier[],
  regions: NameIndex<Region>,
): Result<ReadQualifiers, readonly QualifierProblem[]> {
  const reader = new QualifierReader(regions);
  for (const qualifier of qualifiers) reader.read(qualifier);
  return reader.problems.length > 0 ? fail(reader.problems) : succeed(reader.result());
}

/** The school year that a period ends in: spring and 上半年 2021 belong to 2020—2021学年, the calendar year to 2021—2022. */
function schoolYearOf(period: Period): Period {
  const [year = period.year, month = 1] = periodSpan(period).endOn.split('-').map(Number);
  return makePeriod('学年', month < 9 ? year - 1 : year);
}

/** The part of a year, or of a school year, which holds autumn of its first calendar year and spring of its second. */
function partOf(period: Period, name: string): Period {
  const first = periodWithinYear(period.year, name);
  if (first === null) throw new Error('the qualifier was not read as a part of a year');
  if (period.kind !== '学年' || schoolYearOf(first).year === period.year) return first;
  return periodWithinYear(period.year + 1, name) ?? first;
}

/** Moves a period. */
export function shiftPeriod(period: Period, shift: PeriodShift): Period {
  switch (shift.kind) {
    case 'fixed':
      return shift.period;
    case 'year-earlier':
      return yearEarlier(period);
    case 'previous':
      return previousPeriod(period);
    case 'school-year':
      return schoolYearOf(period);
    case 'within':
      return partOf(period, shift.name);
    default:
      return assertNever(shift);
  }
}

/** The period of this kind of year that holds a day. */
export function periodHolding(day: LocalDate, like: Period): Period {
  const [year = 0, month = 0] = day.split('-').map(Number);
  if (like.kind !== '学年') return makePeriod('自然年', year);
  return makePeriod('学年', month < 9 ? year - 1 : year);
}
