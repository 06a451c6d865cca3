/** `1.2` by 4 places → `12000`, `3322600` by −4 → `332.26`: exact, on the digits alone. */
export function shiftDecimal(decimal: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  return tidyDecimal(`${sign}${padded.slice(0, at)}.${padded.slice(at)}`);
}

/** Without leading and trailing zeros, a lone point, or a minus before nought. */
export function tidyDecimal(decimal: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(decimal) ?? [];
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return text === '0' ? text : sign + text;
}

/**
 * The decimal that a person typed into Excel, from the double that it saved: 15 significant digits, as Excel itself
 * shows (`1203.1999999999998` → `1203.2`).
 */
export function decimalOfDouble(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  // The shortest text that names the double, where it has at most 15 digits, is the one of 15: no other of them is as near.
  const shortest = String(value);
  if (shortest.length <= 15 && !shortest.includes('e')) return shortest;
  const [mantissa = '', exponent = '0'] = value.toPrecision(15).split('e');
  return shiftDecimal(mantissa, Number(exponent));
}
