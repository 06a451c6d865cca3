import { Fraction } from 'fraction.js';
import { fail, succeed } from '../../result.ts';
import { calculation } from '../explain/calculation.ts';
import { numberOf, numbersOf } from '../explain/write-number.ts';
import { combine } from '../formula/arithmetic.ts';
import type { CheckedParameters, Evaluator, FunctionDefinition } from '../formula/checked.ts';
import { shiftPeriod } from '../formula/qualifiers.ts';
import type { Period } from '../period.ts';
import { inBaseUnits, missingValue, numberValue, type Quantity } from '../quantity.ts';
import { isPercent, percent } from '../unit.ts';
import { expectMovable } from './change.ts';
import { aNumber, asQuantity, expectAmount, expressionAt, numberType, shiftsAt } from './definition.ts';

/** Digits of the root behind the point: far more than any figure prints. */
const rootDigits = 40n;

/** The greatest whole number whose power is not above `value`. Newton's steps on whole numbers. */
function wholeRoot(value: bigint, degree: bigint): bigint {
  if (value < 2n) return value;
  const bits = BigInt(value.toString(2).length);
  let root = 1n << (bits / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * The positive root of a fraction: exact when there is an exact one, else cut after `rootDigits` digits. This is the one
 * inexact step of the language. A cut root is never a tie, so that it rounds as the true one does.
 */
function rootOf(value: Fraction, degree: number): Fraction {
  const power = BigInt(degree);
  const above = wholeRoot(value.n, power);
  const below = wholeRoot(value.d, power);
  if (above ** power === value.n && below ** power === value.d) return new Fraction(above, below);
  const scale = 10n ** rootDigits;
  return new Fraction(wholeRoot((value.n * scale ** power) / value.d, power), scale);
}

function periodAt(parameters: CheckedParameters, at: number, evaluator: Evaluator): Period {
  return shiftsAt(parameters, at).reduce(shiftPeriod, evaluator.period);
}

function ends(parameters: CheckedParameters, evaluator: Evaluator): readonly [Period, Period] {
  return [periodAt(parameters, 1, evaluator), periodAt(parameters, 2, evaluator)];
}

const usage = '年均增速(指标或算式, 起, 止)';

/** 年均增速: the yearly growth that leads from the first value to the last, ((止 ÷ 起)^(1/n) − 1), in percent. */
export const averageGrowth: FunctionDefinition = {
  name: '年均增速',
  isOfWhole: true,
  description: '从起到止平均每年增长百分之几',
  usage,
  parameters: [aNumber, { kind: 'period' }, { kind: 'period' }],
  typeOf(expressions) {
    const unit = expectAmount(expressions, 0, usage);
    if (!unit.ok) return unit;
    const movable = expectMovable(expressions, usage);
    if (!movable.ok) return movable;
    if (!isPercent(unit.value)) return succeed(numberType(percent));
    return fail({ code: 'argument-kind', message: '比例没有年均增速，它的变化用百分点表示。请改用两年比例相减。' });
  },
  evaluate(parameters, evaluator) {
    const [from, to] = ends(parameters, evaluator);
    const years = to.year - from.year;
    if (years < 1 || from.kind !== to.kind || from.index !== to.index) {
      return missingValue('无此项', [], `${from.label}到${to.label}不是整年数，不计算年均增速`);
    }
    const expression = expressionAt(parameters, 0);
    const valueIn = (period: Period) => asQuantity(evaluator.at({ period }).evaluate(expression));
    return combine(valueIn(from), valueIn(to), (first, last): Quantity => {
      if (first.value.n === 0n) return missingValue('分母为零', [], `${from.label}为零，不计算年均增速`);
      const ratio = inBaseUnits(last).div(inBaseUnits(first));
      if (first.value.s < 0n || ratio.s < 0n) return missingValue('基数非正', [], '有负数，不计算年均增速');
      return numberValue(rootOf(ratio, years).sub(1).mul(100), percent, 2);
    });
  },
  explanation: {
    operands(parameters, evaluator) {
      const expression = expressionAt(parameters, 0);
      return ends(parameters, evaluator).map((period) => ({ expression, evaluator: evaluator.at({ period }) }));
    },
    steps({ parameters, evaluator, operands, value }) {
      const [from, to] = ends(parameters, evaluator);
      const result = numberOf(value);
      return [
        calculation({ operands: numbersOf(operands), result }, ([first, last]) =>
          to.year - from.year === 1 ? `${last} ÷ ${first} − 1` : `(${last} ÷ ${first})^(1/${to.year - from.year}) − 1`,
        ),
      ];
    },
  },
};
