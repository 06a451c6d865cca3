import { Fraction } from 'fraction.js';
import { succeed } from '../../result.ts';
import type { FunctionExplanation } from '../explain/function-explanation.ts';
import { numberOf, roundingRule, writeQuantity } from '../explain/write-number.ts';
import type { CheckedParameters, FunctionDefinition } from '../formula/checked.ts';
import { type NumberValue, withNumber } from '../quantity.ts';
import { printRounded } from '../rounding.ts';
import { aNumber, expectAmount, numberType, quantityAt, type Told, wholeAt } from './definition.ts';

/** What it was and what it has become; nothing when that is the same. */
function explainRounding(rule: (parameters: CheckedParameters) => string): FunctionExplanation {
  return {
    steps({ parameters, operands: [operand], value }) {
      const [before, after] = [numberOf(operand), numberOf(value)];
      if (before.value.equals(after.value)) return [];
      return [
        { kind: 'rounding', exact: writeQuantity(before), rounded: writeQuantity(after), rule: rule(parameters) },
      ];
    },
  };
}

function numberFunction(
  told: Told,
  apply: (quantity: NumberValue) => NumberValue,
  rule = told.name,
): FunctionDefinition {
  const { usage } = told;
  return {
    ...told,
    parameters: [aNumber],
    typeOf(expressions) {
      const unit = expectAmount(expressions, 0, usage);
      return unit.ok ? succeed(numberType(unit.value)) : unit;
    },
    evaluate(parameters, evaluator) {
      const value = quantityAt(parameters, 0, evaluator);
      return value.kind === 'number' ? apply(value) : value;
    },
    explanation: explainRounding(() => rule),
  };
}

/** 向上取整: the least whole number that is not below, for people and things that cannot be split. */
export const roundUp = numberFunction(
  { name: '向上取整', usage: '向上取整(指标或算式)', description: '有零头就进一，用于人和物' },
  (quantity) => {
    const whole = quantity.value.n / quantity.value.d;
    const exact = quantity.value.d === 1n;
    const up = quantity.value.s > 0n ? (exact ? whole : whole + 1n) : -whole;
    return withNumber(quantity, new Fraction(up), 0);
  },
);

/** 绝对值 */
export const absolute = numberFunction(
  { name: '绝对值', usage: '绝对值(指标或算式)', description: '去掉负号' },
  (quantity) => withNumber(quantity, quantity.value.abs()),
  '取绝对值',
);

const usage = '四舍五入(指标或算式, 位数)';

/** 四舍五入: rounded half away from zero to so many decimal places; below zero to tens, hundreds, … */
export const roundHalfUp: FunctionDefinition = {
  name: '四舍五入',
  description: '四舍五入到几位小数；位数为负时到十、百、千',
  usage,
  parameters: [aNumber, { kind: 'whole', least: -8, most: 6 }],
  typeOf(expressions) {
    const unit = expectAmount(expressions, 0, usage);
    return unit.ok ? succeed(numberType(unit.value)) : unit;
  },
  evaluate(parameters, evaluator) {
    const quantity = quantityAt(parameters, 0, evaluator);
    if (quantity.kind === 'missing') return quantity;
    const places = wholeAt(parameters, 1);
    if (places >= 0) return withNumber(quantity, new Fraction(printRounded(quantity.value, places)), places);
    const step = new Fraction(10).pow(-places);
    return withNumber(quantity, new Fraction(printRounded(quantity.value.div(step), 0)).mul(step), 0);
  },
  explanation: explainRounding((parameters) => roundingRule(wholeAt(parameters, 1))),
};
