import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { RecognisedTable } from '../recognised-table.ts';
import { isCountingUnit, isMeasure } from '../recognising/stated-units.ts';
import { known } from './place.ts';
import { isScaled, shiftBetween } from './unit-scale.ts';

/**
 * The unit that the titles state for an indicator: they list those of all columns. One of the same kind but another size
 * goes before the indicator's own, where both are listed; one that fits no column is still said of something.
 */
export function unitOfTitles(table: RecognisedTable, { unit: expected }: Indicator): string {
  if (table.units.length === 0) return expected;
  const units = table.units.map((unit) => (isPower(unit) ? `${unit}${baseOf(expected)}` : unit));
  const fitting = units.filter((unit) => shiftBetween(unit, expected) !== null);
  const other = fitting.find((unit) => foldName(unit) !== foldName(expected));
  if (other !== undefined) return other;
  return (
    fitting[0] ?? strayUnits(table).find((unit) => !(isCountingUnit(unit) && isCountingUnit(expected))) ?? expected
  );
}

/** `万` by itself multiplies whatever is counted. */
function isPower(unit: string): boolean {
  return /^[十百千万亿]+$/.test(unit);
}

function baseOf(unit: string): string {
  return isScaled(unit) ? unit.replace(/^[十百千万亿]+/, '') : unit;
}

const strays = new WeakMap<RecognisedTable, readonly string[]>();

/** Units that the titles state and that are of no column or row that is known, as long as all are. */
function strayUnits(table: RecognisedTable): readonly string[] {
  const found = strays.get(table);
  if (found) return found;
  const namings = [...table.rows, ...table.columns].flatMap(({ indicator }) => indicator ?? []);
  const all = [...namings, ...(table.indicator ? [table.indicator] : []), ...table.crossed.values()];
  const expected = all.flatMap((naming) => known(naming)?.unit ?? []);
  const isComplete = all.every(({ kind }) => kind === 'known');
  const stray = table.units.filter(
    (unit) => isMeasure(unit) && !isPower(unit) && !expected.some((each) => shiftBetween(unit, each) !== null),
  );
  const result = isComplete ? stray : [];
  strays.set(table, result);
  return result;
}
