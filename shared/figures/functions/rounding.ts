import { Fraction } from 'fraction.js';
import { succeed } from '../../result.ts';
import type { FunctionDefinition } from '../formula/checked.ts';
import type { NumberValue } from '../quantity.ts';
import { expectNumber, numberType, quantityAt } from './definition.ts';

function numberFunction(name: string, apply: (quantity: NumberValue) => NumberValue): FunctionDefinition {
  const usage = `${name}(指标或算式)`;
  return {
    name,
    usage,
    parameters: ['number'],
    typeOf(expressions) {
      const unit = expectNumber(expressions, 0, usage);
      return unit.ok ? succeed(numberType(unit.value)) : unit;
    },
    evaluate(parameters, evaluator) {
      const value = quantityAt(parameters, 0, evaluator);
      return value.kind === 'number' ? apply(value) : value;
    },
  };
}

/** 向上取整: the least whole number that is not below, for people and things that cannot be split. */
export const roundUp = numberFunction('向上取整', (quantity) => {
  const whole = quantity.value.n / quantity.value.d;
  const exact = quantity.value.d === 1n;
  const up = quantity.value.s > 0n ? (exact ? whole : whole + 1n) : -whole;
  return { ...quantity, value: new Fraction(up), decimals: 0 };
});

/** 绝对值 */
export const absolute = numberFunction('绝对值', (quantity) => ({ ...quantity, value: quantity.value.abs() }));
