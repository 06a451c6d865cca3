import { Fraction } from 'fraction.js';
import { inBaseUnits, type NumberValue, powerOfTen } from '../quantity.ts';
import { exactDecimals, printRounded } from '../rounding.ts';
import type { Unit } from '../unit.ts';
import { inUnit, plainPhrase, unitWords } from './plain-number.ts';
import type { Format, Phrase, Wording } from './wording.ts';

/** The round numbers around a value: two significant digits, of a percentage the whole percent. */
interface RoundNumbers {
  readonly value: Fraction;
  readonly below: Fraction;
  readonly above: Fraction;
  readonly step: Fraction;
}

/** 80605 people are counted in ones whatever unit they are recorded in; a percentage stays one. */
function isCounted(unit: Unit): boolean {
  return unit.dimension !== '' || unit.exponent === 0;
}

/** Null below 10, where a round number would say less than the number itself. */
function roundNumbers(quantity: NumberValue): RoundNumbers | null {
  const counted = isCounted(quantity.unit);
  const value = counted ? inBaseUnits(quantity) : quantity.value;
  if (value.lt(10)) return null;
  const step = counted ? powerOfTen(String(value.n / value.d).length - 2) : new Fraction(1);
  const below = value.div(step).floor().mul(step);
  return { value, below, above: below.equals(value) ? below : below.add(step), step };
}

interface Words {
  readonly number: string;
  readonly scale: string;
  readonly name: string;
}

/** 80000 people as 8 + 万 + 人; four digits stay in ones: 6000 + 人次. */
function wordsOf(round: Fraction, unit: Unit, format: Format): Words {
  const own = unitWords(unit);
  const name = format.bare ? '' : own.name;
  const inScale = (exponent: number, scale: string): Words => {
    const number = round.div(powerOfTen(exponent));
    return { number: printRounded(number, exactDecimals(number) ?? 0), scale, name };
  };
  if (!isCounted(unit)) return inScale(0, '');
  if (format.unit !== null) return inScale(unit.exponent, own.scale);
  if (round.gte(powerOfTen(8))) return inScale(8, '亿');
  return round.gte(powerOfTen(4)) ? inScale(4, '万') : inScale(0, '');
}

/** Which round number a wording takes and what it says of it; null when nothing of its kind would be true. */
type Choice = (numbers: RoundNumbers) => { readonly round: Fraction; readonly say: (words: Words) => string } | null;

const alone = ({ number, scale, name }: Words) => number + scale + name;
const before = (word: string) => (words: Words) => word + alone(words);

/** Whether the round number above is no further away than this part of itself. */
function isNear({ value, above }: RoundNumbers, part: Fraction): boolean {
  return above.sub(value).lte(above.mul(part));
}

const chooseOver: Choice = ({ below }) => ({ round: below, say: before('超') });
const chooseNearly: Choice = (numbers) =>
  isNear(numbers, new Fraction(1, 20)) ? { round: numbers.above, say: before('近') } : null;

function roundWording(name: string, choose: Choice, suits: 'quantity' | 'amount' = 'quantity'): Wording {
  return {
    name,
    suits: { kind: suits },
    print(original, format): Phrase {
      const plain = plainPhrase(original, format);
      const quantity = inUnit(original, format.unit);
      const numbers = roundNumbers(quantity);
      const chosen = numbers && choose(numbers);
      if (!chosen) return plain;
      return { text: chosen.say(wordsOf(chosen.round, quantity.unit, format)), decimal: plain.decimal };
    },
  };
}

/** A number that is round already prints alone: 8万人 are neither 近 nor 超. */
function exceptRound(choose: Choice): Choice {
  return (numbers) => (numbers.below.equals(numbers.value) ? { round: numbers.below, say: alone } : choose(numbers));
}

/** 超8万人: more than the round number. */
export const over = roundWording('超', exceptRound(chooseOver));

/** 8万余人: more than the round number, of amounts. */
export const andMore = roundWording(
  '余',
  exceptRound(({ below }) => ({ round: below, say: ({ number, scale, name }) => `${number}${scale}余${name}` })),
  'amount',
);

/** 近8.1万人: less than the round number, by a twentieth of it at most. */
export const nearly = roundWording('近', exceptRound(chooseNearly));

/** 约8.1万人: the nearest round number. */
export const about = roundWording(
  '约',
  exceptRound(({ value, below, above, step }) => ({
    round: value.sub(below).mul(2).gte(step) ? above : below,
    say: before('约'),
  })),
);

/** 8万人以上: the round number or more (民法典第一千二百五十九条: 以上包括本数). */
export const atLeast = roundWording('以上', ({ below }) => ({ round: below, say: (words) => `${alone(words)}以上` }));

/** 概数: 近 within a hundredth, else 超. */
export const roundly = roundWording(
  '概数',
  exceptRound((numbers) => (isNear(numbers, new Fraction(1, 100)) ? chooseNearly(numbers) : chooseOver(numbers))),
);
