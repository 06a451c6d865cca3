import { tidyDecimal } from '../../../../shared/reading/decimal-text.ts';

/**
 * The decimal as a number format prints it, where that differs: `80.76` for 80.7604987. Null when the format prints the
 * same number, or something that is no rounding of it (a fraction, a scale in 万). The digits are rounded here, half
 * away from zero as Excel does: the reader rounds in floating point and prints 1.00 for 1.005.
 */
export function shownDecimal(decimal: string, printed: string | undefined): string | null {
  if (printed === undefined || printed === decimal) return null;
  const text = printed.replaceAll(/[\s,]/g, '');
  if (text === decimal) return null;
  const [, bracket = '', sign = '', whole = '', fraction = ''] = /^(\(?)(-?)(\d+)(?:\.(\d+))?\)?$/.exec(text) ?? [];
  if (whole === '') return null;
  const rounded = roundDecimal(decimal, fraction.length);
  if (!isNear(rounded, `${bracket || sign ? '-' : ''}${whole}.${fraction}`, fraction.length)) return null;
  return rounded === tidyDecimal(decimal) ? null : rounded;
}

function unitsOf(decimal: string, places: number): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(decimal) ?? [];
  return BigInt(sign + whole + fraction.slice(0, places).padEnd(places, '0'));
}

export function roundDecimal(decimal: string, places: number): string {
  const next = decimal.split('.')[1]?.[places] ?? '0';
  const negative = decimal.startsWith('-');
  const size = unitsOf(negative ? decimal.slice(1) : decimal, places) + (next >= '5' ? 1n : 0n);
  const digits = size.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return tidyDecimal(`${negative ? '-' : ''}${whole}.${digits.slice(digits.length - places)}`);
}

/** Whether both are the same to one unit of the last place. */
function isNear(left: string, right: string, places: number): boolean {
  const difference = unitsOf(left, places) - unitsOf(right, places);
  return difference >= -1n && difference <= 1n;
}
