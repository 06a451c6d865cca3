import { Fraction } from 'fraction.js';
import { fail, succeed } from '../../result.ts';
import { compareExactly, defaultDecimals, sumOf } from '../formula/arithmetic.ts';
import type { CheckedParameters, Evaluator, FunctionDefinition } from '../formula/checked.ts';
import { type NumberValue, numberValue, type Quantity, withNumber, withRemarks } from '../quantity.ts';
import { exactDecimals } from '../rounding.ts';
import { parseUnit } from '../unit.ts';
import {
  allowingGaps,
  aNumber,
  aRange,
  expectAmount,
  expectNumber,
  expressionAt,
  keywordOf,
  numberType,
  selectorAt,
} from './definition.ts';
import { type Gathered, gather, gatherValues, whyMissing } from './gather.ts';
import { expectSummable } from './summable.ts';

/** One number out of the members' values; a member without data makes it missing unless 允许缺 is written. */
function settle(
  gathered: Gathered,
  parameters: CheckedParameters,
  reduce: (values: readonly NumberValue[]) => NumberValue,
): Quantity {
  const why = whyMissing(gathered, keywordOf(parameters) !== null);
  if (why) return why;
  const values = gathered.members.map(({ quantity }) => quantity);
  return withRemarks(reduce(values), [...gathered.remarks, ...values.flatMap(({ remarks }) => remarks)]);
}

function membersOf(parameters: CheckedParameters, evaluator: Evaluator) {
  return evaluator.members(selectorAt(parameters, 0) ?? '下级');
}

function aggregateFunction(
  name: string,
  adds: '合计' | '平均' | null,
  reduce: (values: readonly NumberValue[]) => NumberValue,
): FunctionDefinition {
  const usage = `${name}(下级, 指标或算式)`;
  return {
    name,
    usage,
    parameters: [aRange, aNumber, allowingGaps],
    typeOf(expressions) {
      const [expression] = expressions;
      const unit = expectNumber(expressions, 0, usage);
      if (!unit.ok || expression === undefined) return unit.ok ? succeed(numberType(parseUnit(''))) : unit;
      if (adds === null) return succeed(numberType(unit.value));
      const amount = expectAmount(expressions, 0, usage);
      if (!amount.ok) return amount;
      const summable = expectSummable(expression, unit.value, adds);
      return summable.ok ? succeed(numberType(unit.value)) : summable;
    },
    evaluate(parameters, evaluator) {
      const gathered = gatherValues(membersOf(parameters, evaluator), evaluator, expressionAt(parameters, 1));
      return settle(gathered, parameters, reduce);
    },
  };
}

function mean(values: readonly NumberValue[]): NumberValue {
  const sum = sumOf(values);
  const value = sum.value.div(values.length);
  return withNumber(
    sum,
    value,
    Math.max(sum.decimals, Math.min(defaultDecimals, exactDecimals(value) ?? defaultDecimals)),
  );
}

function furthest(sign: 1 | -1): (values: readonly NumberValue[]) => NumberValue {
  return (values) => values.reduce((best, value) => (compareExactly(value, best) * sign > 0 ? value : best));
}

/** 合计: sum over the members of a range. */
export const total = aggregateFunction('合计', '合计', sumOf);

/** 平均: arithmetic mean over the members of a range. */
export const average = aggregateFunction('平均', '平均', mean);

/** 最大: the greatest of the members' values. */
export const greatest = aggregateFunction('最大', null, furthest(1));

/** 最小: the least of the members' values. */
export const least = aggregateFunction('最小', null, furthest(-1));

const pieces = parseUnit('个');
const countUsage = '个数(下级, 条件)';

/** 个数: how many members there are, or for how many of them a condition holds. */
export const count: FunctionDefinition = {
  name: '个数',
  usage: countUsage,
  parameters: [aRange, { kind: 'condition', optional: true }, allowingGaps],
  typeOf([condition]) {
    if (condition === undefined || condition.type.kind === 'truth') return succeed(numberType(pieces));
    return fail({ code: 'argument-kind', message: `“${countUsage}”的第 2 项要是比较，例如 个数(下级, 指标 > 0)。` });
  },
  evaluate(parameters, evaluator) {
    const regions = membersOf(parameters, evaluator);
    if (parameters[1] === null) return numberValue(new Fraction(regions.length), pieces, 0);
    const condition = expressionAt(parameters, 1);
    const gathered = gather(regions, evaluator, (there): Quantity => {
      const value = there.evaluate(condition);
      if (value.kind === 'missing') return value;
      return numberValue(new Fraction(value.kind === 'truth' && value.truth ? 1 : 0), pieces, 0);
    });
    return settle(gathered, parameters, sumOf);
  },
};
