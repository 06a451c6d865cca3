import { Fraction } from 'fraction.js';
import { succeed } from '../../result.ts';
import type { FunctionExplanation } from '../explain/function-explanation.ts';
import { numberOf, roundingRule, writeQuantity } from '../explain/write-number.ts';
import type { CheckedParameters, FunctionDefinition } from '../formula/checked.ts';
import { type NumberValue, withNumber } from '../quantity.ts';
import { printRounded } from '../rounding.ts';
import { aNumber, expectNumber, numberType, quantityAt, wholeAt } from './definition.ts';

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

function numberFunction(name: string, apply: (quantity: NumberValue) => NumberValue, rule = name): FunctionDefinition {
  const usage = `${name}(指标或算式)`;
  return {
    name,
    usage,
    parameters: [aNumber],
    typeOf(expressions) {
      const unit = expectNumber(expressions, 0, usage);
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
export const roundUp = numberFunction('向上取整', (quantity) => {
  const whole = quantity.value.n / quantity.value.d;
  const exact = quantity.value.d === 1n;
  const up = quantity.value.s > 0n ? (exact ? whole : whole + 1n) : -whole;
  return withNumber(quantity, new Fraction(up), 0);
});

/** 绝对值 */
export const absolute = numberFunction('绝对值', (quantity) => withNumber(quantity, quantity.value.abs()), '取绝对值');

const usage = '四舍五入(指标或算式, 2)';

/** 四舍五入: rounded half away from zero to so many decimal places; below zero to tens, hundreds, … */
export const roundHalfUp: FunctionDefinition = {
  name: '四舍五入',
  usage,
  parameters: [aNumber, { kind: 'whole', least: -8, most: 6 }],
  typeOf(expressions) {
    const unit = expectNumber(expressions, 0, usage);
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
