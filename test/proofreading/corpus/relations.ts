import { Fraction } from 'fraction.js';

/**
 * What the relations of arithmetic.yaml mean, worked out here without the product. A printed decimal stands for every
 * value that rounds to it, a count for itself.
 */

export interface MarkedNumber {
  readonly role: string;
  /** As printed: `80.76%`, `332.26万元`, `5个、3个、2个`. */
  readonly text: string;
}

interface Interval {
  readonly low: Fraction;
  readonly high: Fraction;
}

const scales: readonly (readonly [string, Fraction])[] = [
  ['%', new Fraction(1, 100)],
  ['亿', new Fraction(100_000_000)],
  ['万', new Fraction(10_000)],
];

function readInterval(text: string): Interval {
  const [, digits = '', rest = ''] = /^(\d+(?:\.\d+)?)(.*)$/.exec(text) ?? [];
  if (digits === '') throw new Error(`no number: ${text}`);
  const places = digits.split('.')[1]?.length ?? 0;
  const scale = scales.find(([sign]) => rest.startsWith(sign))?.[1] ?? new Fraction(1);
  // A whole number of people or schools is exact; a whole percentage or amount of money may be rounded.
  const isExact = places === 0 && scale.equals(1);
  const half = isExact ? new Fraction(0) : new Fraction(1, 2).div(new Fraction(10).pow(places));
  const value = new Fraction(digits);
  return { low: value.sub(half).mul(scale), high: value.add(half).mul(scale) };
}

const meets = (a: Interval, b: Interval) => a.low.lte(b.high) && b.low.lte(a.high);
const plus = (a: Interval, b: Interval): Interval => ({ low: a.low.add(b.low), high: a.high.add(b.high) });
const minus = (a: Interval, b: Interval): Interval => ({ low: a.low.sub(b.high), high: a.high.sub(b.low) });
const times = (a: Interval, b: Interval): Interval => ({ low: a.low.mul(b.low), high: a.high.mul(b.high) });
const over = (a: Interval, b: Interval): Interval => ({ low: a.low.div(b.high), high: a.high.div(b.low) });
const size = (a: Interval): Interval => (a.low.gte(0) ? a : { low: a.high.neg(), high: a.low.neg() });
const scaled = (a: Interval, factor: Fraction): Interval => ({ low: a.low.mul(factor), high: a.high.mul(factor) });

const listLength = (text: string) => text.split(/、|和/).length;

/** Whether the printed numbers of a passage can all be true together. */
export function holds(relation: string, numbers: readonly MarkedNumber[]): boolean {
  const texts = (role: string) => numbers.filter((number) => number.role === role).map(({ text }) => text);
  const all = (role: string) => texts(role).map(readInterval);
  const one = (role: string) => {
    const [first] = all(role);
    if (first === undefined) throw new Error(`${relation} without ${role}`);
    return first;
  };
  const sum = (role: string) => all(role).reduce(plus);
  const hundredth = new Fraction(1, 100);
  switch (relation) {
    case 'parts':
      return meets(one('whole'), sum('part'));
    case 'share':
      return meets(one('share'), over(one('part'), one('whole')));
    case 'weighted':
      return meets(one('share'), over(sum('part'), sum('whole')));
    case 'change':
      return meets(one('change'), size(minus(one('now'), one('before'))));
    case 'growth':
      return meets(one('growth'), over(size(minus(one('now'), one('before'))), one('before')));
    case 'points':
      return meets(scaled(one('points'), hundredth), size(minus(one('now'), one('before'))));
    case 'gap': {
      const gap = one('gap');
      const isRate = texts('target').some((text) => text.endsWith('%'));
      return meets(isRate ? scaled(gap, hundredth) : gap, size(minus(one('target'), one('value'))));
    }
    case 'per':
      return meets(one('per'), over(one('total'), one('count')));
    case 'product':
      return meets(one('total'), times(one('count'), one('each')));
    case 'ratio':
      return meets(one('ratio'), over(one('left'), one('right')));
    case 'times':
      return meets(one('times'), over(one('now'), one('before')));
    case 'balance':
      return meets(one('end'), minus(plus(one('start'), one('gain')), one('loss')));
    case 'reached':
      return one('value').high.gte(one('target').low);
    case 'missed':
      return one('value').low.lt(one('target').high);
    case 'extremes': {
      const items = ['top', 'item', 'low'].flatMap(all);
      return (
        all('top').every(({ low }) => items.every((item) => item.low.lte(low))) &&
        all('low').every(({ low }) => items.every((item) => item.low.gte(low)))
      );
    }
    case 'same':
      return all('same').every((value) => meets(value, one('same')));
    case 'pairing':
      return new Set(['left', 'right'].flatMap(texts).map(listLength)).size === 1;
    case 'all':
      return meets(one('whole'), one('part'));
    case 'none':
      return one('none').high.equals(0);
    case 'shares':
      return meets(sum('share'), { low: new Fraction(1), high: new Fraction(1) });
    default:
      throw new Error(`unknown relation ${relation}`);
  }
}
