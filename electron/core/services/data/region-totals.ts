import { Fraction } from 'fraction.js';
import type { Indicator, Observation, Region } from '../../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../../shared/figures/data-view.ts';
import { countMembers, regionsBelow } from '../../../../shared/figures/members.ts';
import { parsePeriod } from '../../../../shared/figures/period.ts';
import { isReported } from '../../../../shared/figures/reported.ts';
import { printRounded } from '../../../../shared/figures/rounding.ts';

/** The members' figures of one indicator, added up. */
export interface MemberSum {
  readonly decimal: string;
  /** `缺2个区县`: how many have not reported; null when none is missing. */
  readonly missing: string | null;
}

/**
 * The sum over the members that count; null where an indicator does not add up or nobody reported a number. 无此项 counts
 * as nothing; what is not reported is counted as missing and not in the sum.
 */
export function sumOfMembers(
  indicator: Indicator,
  column: ReadonlyMap<number, Observation>,
  members: readonly Region[],
): MemberSum | null {
  if (indicator.formula !== null || indicator.aggregation !== '合计') return null;
  let scaled = 0n;
  let numbers = 0;
  const missing: Region[] = [];
  for (const member of members) {
    if (!member.inTotal) continue;
    const cell = column.get(member.id)?.cell;
    if (cell?.kind === 'value') {
      scaled += BigInt(cell.decimal.replace('.', ''));
      numbers += 1;
    } else if (cell?.reason !== '无此项') missing.push(member);
  }
  if (numbers === 0) return null;
  // Every decimal of a column has the same number of places.
  const decimal = printRounded(new Fraction(scaled).div(10 ** indicator.scale), indicator.scale);
  return { decimal, missing: missing.length === 0 ? null : `缺${countMembers(missing.length, missing)}` };
}

/** Whether every member that counts has no such thing, so that there is none of it in the whole either. */
export function isAbsentThroughout(
  indicator: Indicator,
  column: ReadonlyMap<number, Observation>,
  members: readonly Region[],
): boolean {
  if (indicator.formula !== null || indicator.aggregation !== '合计') return false;
  const counted = members.filter(({ inTotal }) => inTotal);
  return counted.length > 0 && counted.every(({ id }) => isAbsent(column.get(id)?.cell));
}

function isAbsent(cell: Observation['cell'] | undefined): boolean {
  return cell?.kind === 'missing' && cell.reason === '无此项';
}

/** What the whole shows where nobody reported it: none of it, or the sum of those that have it; null for nothing. */
function unreportedCell(
  indicator: Indicator,
  column: ReadonlyMap<number, Observation>,
  members: readonly Region[],
): Observation['cell'] | null {
  if (isAbsentThroughout(indicator, column, members)) return { kind: 'missing', reason: '无此项' };
  const sum = sumOfMembers(indicator, column, members);
  return sum?.missing === null ? { kind: 'value', decimal: sum.decimal } : null;
}

/**
 * The data with the region's unreported totals filled in from its members, where none of them is missing. What is
 * computed from it agrees with the totals that the table shows.
 */
export function withMemberTotals(view: DataView, region: Region): DataView {
  const byId = new Map(view.indicators.map((indicator) => [indicator.id, indicator]));
  const kept = new Map<string, ReadonlyMap<number, Observation>>();
  const filled = (indicatorId: number, label: string): ReadonlyMap<number, Observation> => {
    const column = view.column(indicatorId, label);
    const indicator = byId.get(indicatorId);
    if (indicator === undefined || isReported(column.get(region.id))) return column;
    const period = parsePeriod(label);
    const members = period === null ? [] : regionsBelow(view.regions, { region, period });
    const cell = unreportedCell(indicator, column, members);
    if (cell === null) return column;
    return new Map([...column, [region.id, { cell, asOf: null, source: null, cellReference: null }]]);
  };
  return {
    indicators: view.indicators,
    regions: view.regions,
    namedSet: (name) => view.namedSet(name),
    column: (indicatorId, label) => {
      const key = `${indicatorId}\t${label}`;
      const known = kept.get(key) ?? filled(indicatorId, label);
      kept.set(key, known);
      return known;
    },
  };
}
