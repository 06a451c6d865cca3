import { Fraction } from 'fraction.js';

/** Works out both sides of `65097 ÷ 80605 = 80.7604…%` without the engine. A cut number stands for all that begin so. */

interface Interval {
  readonly low: Fraction;
  readonly high: Fraction;
}

const tokenPattern = /\d+(?:\.\d+)?…?(?:个百分点|%|万)?|[+−×÷^()/-]/g;
const hundredth = new Fraction(1, 100);

function readNumber(token: string): Interval {
  const [, digits = '', rest = ''] = /^([\d.]+)(.*)$/.exec(token) ?? [];
  const value = new Fraction(digits);
  const places = digits.split('.')[1]?.length ?? 0;
  const high = rest.startsWith('…') ? value.add(new Fraction(1).div(new Fraction(10).pow(places))) : value;
  const scale = /%|个百分点/.test(rest) ? hundredth : new Fraction(rest.endsWith('万') ? 10_000 : 1);
  return { low: value.mul(scale), high: high.mul(scale) };
}

function span(values: readonly Fraction[]): Interval {
  const sorted = values.toSorted((a, b) => a.compare(b));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) throw new Error('no values');
  return { low, high };
}

function combine(sign: string, a: Interval, b: Interval): Interval {
  if (sign === '+') return { low: a.low.add(b.low), high: a.high.add(b.high) };
  if (sign === '−') return { low: a.low.sub(b.high), high: a.high.sub(b.low) };
  const pairs = [a.low, a.high].flatMap((left) => [b.low, b.high].map((right) => [left, right] as const));
  return span(pairs.map(([left, right]) => (sign === '×' ? left.mul(right) : left.div(right))));
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = text.match(tokenPattern) ?? [];
  }

  sum(): Interval {
    let value = this.#product();
    while (this.#is('+') || this.#is('−')) value = combine(this.#take(), value, this.#product());
    return value;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  #product(): Interval {
    let value = this.#signed();
    while (this.#is('×') || this.#is('÷')) value = combine(this.#take(), value, this.#signed());
    return value;
  }

  #signed(): Interval {
    if (!this.#is('-')) return this.#single();
    this.#take();
    const { low, high } = this.#single();
    return { low: high.neg(), high: low.neg() };
  }

  #single(): Interval {
    const token = this.#take();
    if (token !== '(') return readNumber(token);
    const value = this.sum();
    this.#take();
    return value;
  }

  #is(token: string): boolean {
    return this.#tokens[this.#at] === token;
  }

  #take(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('the equation ends too early');
    this.#at += 1;
    return token;
  }
}

function read(text: string): Interval {
  const reader = new Reader(text);
  const value = reader.sum();
  if (!reader.isDone) throw new Error(`cannot read ${text}`);
  return value;
}

/** Whether both sides can be the same number. */
export function mayHold(expression: string, result: string): boolean {
  const [left, right] = [read(expression), read(result)];
  return left.low.lte(right.high) && right.low.lte(left.high);
}
