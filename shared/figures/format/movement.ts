import { Fraction } from 'fraction.js';
import type { Movement, MovementKind, NumberValue } from '../quantity.ts';
import { isWholeRate, printRounded } from '../rounding.ts';
import { percentagePoint, rankUnit } from '../unit.ts';
import { inFormat, numberParts, plainPhrase, printTidily } from './plain-number.ts';
import type { Format, Phrase, Wording } from './wording.ts';

interface Verbs {
  readonly up: string;
  readonly down: string;
}

const countVerbs: Verbs = { up: '增加', down: '减少' };
const rateVerbs: Verbs = { up: '提高', down: '下降' };
const growthVerbs: Verbs = { up: '增长', down: '下降' };
/** The first place is the highest: a greater number is further back. */
const placeVerbs: Verbs = { up: '后移', down: '前移' };

function movementOf(quantity: NumberValue): Movement {
  if (quantity.movement === null) throw new Error('format was not checked: no movement');
  return quantity.movement;
}

function isRate(quantity: NumberValue): boolean {
  return quantity.unit.dimension === percentagePoint.dimension;
}

function isPlace(quantity: NumberValue): boolean {
  return quantity.unit.dimension === rankUnit.dimension;
}

/** How far it moved, as it prints: the sign apart, so that +0.04% at one place is no movement. */
interface Distance {
  readonly decimal: string;
  readonly sign: -1 | 0 | 1;
  /** With its unit and without its sign. */
  readonly amount: string;
}

function distanceOf(quantity: NumberValue, format: Format): Distance {
  const shown = inFormat(quantity, format);
  const decimal = printRounded(shown.value, isWholeRate(shown) ? 0 : shown.decimals);
  const printed = new Fraction(decimal);
  const amount = decimal.replace(/^-/, '') + (format.bare ? '' : shown.unit.symbol);
  return { decimal, sign: printed.n === 0n ? 0 : printed.s > 0n ? 1 : -1, amount };
}

function moved(quantity: NumberValue, format: Format, verbsOfNumbers: Verbs): Phrase {
  const verbs = isPlace(quantity) ? placeVerbs : verbsOfNumbers;
  const { decimal, sign, amount } = distanceOf(quantity, format);
  if (sign === 0) return { text: `与${movementOf(quantity).against}持平`, decimal };
  return { text: (sign > 0 ? verbs.up : verbs.down) + amount, decimal };
}

const compared: readonly MovementKind[] = ['difference', 'growth'];

/** 增减词: 增加35人, 提高2.55个百分点, 增长3.34%, 与上年持平. */
export const changeWords: Wording = {
  name: '增减词',
  suits: { kind: 'movement', movements: compared },
  print(quantity, format) {
    if (movementOf(quantity).kind === 'growth') return moved(quantity, format, growthVerbs);
    return moved(quantity, format, isRate(quantity) ? rateVerbs : countVerbs);
  },
};

/** 升降词: 增长 and 下降, whatever moved. */
export const trendWords: Wording = {
  name: '升降词',
  suits: { kind: 'movement', movements: compared },
  print: (quantity, format) => moved(quantity, format, growthVerbs),
};

/** 由升至: both values, and the direction that they print: 由78.21%升至80.76%. */
export const fromTo: Wording = {
  name: '由升至',
  suits: { kind: 'movement', movements: ['difference'] },
  print(quantity, format) {
    const { now, base, against } = movementOf(quantity);
    const { decimal } = plainPhrase(quantity, format);
    const [before, after] = [numberParts(base, format), numberParts(now, format)];
    const order = new Fraction(after.decimal).compare(before.decimal);
    const [from, to] = [before, after].map((parts) => parts.prefix + parts.decimal + parts.unit);
    const isUp = isPlace(quantity) ? order < 0 : order > 0;
    const [up, down] = isPlace(quantity) || isRate(quantity) ? ['升至', '降至'] : ['增至', '减至'];
    const verb = isUp ? up : down;
    return { text: order === 0 ? `与${against}持平，为${to}` : `由${from}${verb}${to}`, decimal };
  },
};

/** 差距词: 还差9.24个百分点, 超出0.76个百分点, 正好达到. */
export const gapWords: Wording = {
  name: '差距词',
  suits: { kind: 'movement', movements: ['gap'] },
  print(quantity, format) {
    const { decimal, sign, amount } = distanceOf(quantity, format);
    if (sign === 0) return { text: '正好达到', decimal };
    return { text: (sign > 0 ? '还差' : '超出') + amount, decimal };
  },
};

/** Decimals of a multiple unless the format says otherwise. */
const multipleDecimals = 2;

/** A growth of 100% and more as a multiple. Below it, and for every decrease, in percent: nothing decreases by 倍. */
function multipleWords(name: string, verb: string, base: 0 | 1): Wording {
  return {
    name,
    suits: { kind: 'movement', movements: ['growth'] },
    print(quantity, format) {
      const inPercent = moved(quantity, format, growthVerbs);
      if (quantity.value.lt(100)) return inPercent;
      const multiple = quantity.value.div(100).add(base);
      const { decimals } = format;
      const text = decimals === null ? printTidily(multiple, multipleDecimals) : printRounded(multiple, decimals);
      return { text: `${verb}${text}倍`, decimal: inPercent.decimal };
    },
  };
}

/** 倍数: 增加了1.5倍. */
export const multiples = multipleWords('倍数', '增加了', 0);

/** 倍数至: 增加到2.5倍, the whole of it. */
export const multiplesTo = multipleWords('倍数至', '增加到', 1);
