import type { Failure } from '../../text/failures/index.ts';
import type { Checked, NumberType } from '../formula/checked.ts';
import { isPercent, rankUnit, type Unit, unitName } from '../unit.ts';
import { proposeMovement } from './propose-movement.ts';
import type { Format, Wording } from './wording.ts';

/** A formula, the number that it gives or lists, and the unit that this prints in. */
interface Subject {
  readonly checked: Checked;
  readonly number: NumberType;
  readonly unit: Unit;
}

function wordingMismatch({ name, suits }: Wording, { checked, number, unit }: Subject): Failure | null {
  const shown = unitName(unit);
  switch (suits.kind) {
    case 'number':
    case 'quantity':
      return null;
    case 'movement':
      return number.movement !== null && suits.movements.includes(number.movement)
        ? null
        : { code: 'format-needs-movement', format: name, ...proposeMovement(suits.movements, checked) };
    case 'amount':
      return unit.dimension === '' && unit.exponent < 0 ? { code: 'format-needs-amount', format: name } : null;
    case 'rate':
      return isPercent(unit) ? null : { code: 'format-needs-rate', format: name, unit: shown };
    case 'plain-number':
      return unit.dimension === '' && unit.exponent === 0
        ? null
        : { code: 'format-needs-plain-number', format: name, unit: shown };
  }
}

/** A place in an order has no decimals and is neither 近 nor 超; from one year to the next it moves. */
function suitsPlace({ decimals, wording }: Format, { movement }: NumberType): boolean {
  if ((decimals ?? 0) !== 0) return false;
  if (wording === null || wording.suits.kind === 'number') return true;
  return movement === 'difference' && wording.suits.kind === 'movement';
}

/** Why a format does not suit what a formula gives (万元 for people), with what to write instead; null when it does. */
export function formatMismatch(format: Format, checked: Checked): Failure | null {
  const { type } = checked;
  const number = type.kind === 'number' ? type : type.kind === 'list' ? type.item : null;
  if (number === null) {
    const isPlain = format.unit === null && format.wording === null && format.decimals === null;
    return isPlain && format.listing === null ? null : { code: 'format-needs-number' };
  }
  if (format.listing !== null && type.kind !== 'list') return { code: 'format-needs-list', format: format.listing };
  if (format.unit !== null && !number.literal && format.unit.dimension !== number.unit.dimension) {
    return { code: 'format-unit-differs', format: unitName(format.unit), unit: unitName(number.unit) };
  }
  if (number.unit.dimension === rankUnit.dimension && !suitsPlace(format, number)) return { code: 'format-on-place' };
  return format.wording && wordingMismatch(format.wording, { unit: format.unit ?? number.unit, number, checked });
}
