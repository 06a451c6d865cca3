import { Fraction } from 'fraction.js';
import { fail, succeed } from '../../result.ts';
import { addNumbers } from '../formula/arithmetic.ts';
import type { FunctionDefinition } from '../formula/checked.ts';
import { type MissingValue, mergeMissing, missingValue, type NumberValue, numberValue } from '../quantity.ts';
import { isPercent, percentagePoint } from '../unit.ts';
import { asQuantity, expectNumber, expressionAt, membersAt, numberType } from './definition.ts';

const usage = '合计(下级, 指标或算式)';

/** 合计: sum over the members of a range; one member without data makes the total missing and is named. */
export const total: FunctionDefinition = {
  name: '合计',
  usage,
  parameters: ['members', 'number'],
  typeOf(types) {
    const unit = expectNumber(types, 0, usage);
    if (!unit.ok) return unit;
    if (isPercent(unit.value) || unit.value.dimension === percentagePoint.dimension) {
      const message = '比例不能直接合计。请分别合计分子和分母，例如 占比(合计(下级, 分子), 合计(下级, 分母))。';
      return fail({ code: 'not-summable', message });
    }
    return succeed(numberType(unit.value));
  },
  evaluate(parameters, evaluator) {
    const expression = expressionAt(parameters, 1);
    const missing: MissingValue[] = [];
    let sum: NumberValue | null = null;
    for (const region of evaluator.members(membersAt(parameters, 0))) {
      const value = asQuantity(evaluator.at({ region }).evaluate(expression));
      if (value.kind === 'missing') missing.push(value);
      else sum = sum === null ? value : addNumbers(sum, value);
    }
    const problem = mergeMissing(missing);
    if (problem) return problem;
    if (sum === null) return missingValue('无此项');
    return numberValue(new Fraction(sum.value), sum.unit, sum.decimals);
  },
};
