/** Exact arithmetic on decimal text for the status bar: integers scaled by a power of ten, never floating point. */

interface Scaled {
  readonly digits: bigint;
  readonly places: number;
}

export interface Sums {
  readonly count: number;
  readonly sum: string;
  /** Rounded half away from zero. */
  readonly mean: string;
  readonly least: string;
  readonly most: string;
}

function scale(decimal: string): Scaled {
  const point = decimal.indexOf('.');
  if (point < 0) return { digits: BigInt(decimal), places: 0 };
  return { digits: BigInt(decimal.slice(0, point) + decimal.slice(point + 1)), places: decimal.length - point - 1 };
}

function print(digits: bigint, places: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function divideRounded(digits: bigint, by: bigint): bigint {
  const size = digits < 0n ? -digits : digits;
  const quotient = (2n * size + by) / (2n * by);
  return digits < 0n ? -quotient : quotient;
}

/** Decimals of the mean beyond those of the values. */
const moreDecimals = 2;

/** Sum, mean, least and most of decimals (`12400`, `80.76`); null of none. */
export function sumUp(decimals: readonly string[]): Sums | null {
  const scaled = decimals.map(scale);
  const places = scaled.reduce((most, value) => Math.max(most, value.places), 0);
  const powers = Array.from({ length: places + 1 }, (_, power) => 10n ** BigInt(power));
  const [first, ...rest] = scaled.map((value) => value.digits * (powers[places - value.places] ?? 1n));
  if (first === undefined) return null;
  let [sum, least, most] = [first, first, first];
  for (const value of rest) {
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const mean = divideRounded(sum * 10n ** BigInt(moreDecimals), BigInt(scaled.length));
  return {
    count: scaled.length,
    sum: print(sum, places),
    mean: print(mean, places + moreDecimals),
    least: print(least, places),
    most: print(most, places),
  };
}

/** `12400.5` → `12,400.5` */
export function groupThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
