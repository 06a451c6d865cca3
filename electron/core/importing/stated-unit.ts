import type { Indicator } from '../../../shared/figures/catalogue.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';
import type { ReadNumber } from '../../../shared/reading/read-number.ts';

export interface StatedUnits {
  /** Unit in the column's heading; null where there is none. */
  readonly column: string | null;
  /** Units that the titles above the table list. */
  readonly titles: readonly string[];
}

/** The unit stated for this number when it is not the indicator's; null when it is, or when none is stated. */
export function otherUnit(
  read: ReadNumber & { readonly kind: 'number' },
  indicator: Indicator,
  stated: StatedUnits,
): string | null {
  const expected = foldName(indicator.unit);
  const other = [read.unit, stated.column].find((unit) => unit !== null && foldName(unit) !== expected);
  if (other) return other;
  // `1.2万` under a unit such as 万元 may mean either.
  if (read.multiplied && baseUnit(expected) !== expected) return '万';
  if (read.unit !== null || stated.column !== null) return null;
  if (stated.titles.includes(expected)) return null;
  // Excel keeps 80.76% as 0.8076: without any percent sign 0.81 may mean 81 % or 0.81 %.
  if (expected === '%' && /^-?(0\.\d+|1)$/.test(read.decimal)) return '不带百分号的小数';
  return stated.titles.find((unit) => baseUnit(unit) === baseUnit(expected)) ?? null;
}

/** `万元` → `元`, `人` → `人` */
function baseUnit(unit: string): string {
  return unit.length > 1 ? unit.replace(/^[十百千万亿]+/, '') : unit;
}
