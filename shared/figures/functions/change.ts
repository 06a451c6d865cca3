import { fail, type Result, succeed } from '../../result.ts';
import { combine, shareOf, subtractNumbers, subtractPrinted } from '../formula/arithmetic.ts';
import type { Checked, CheckedParameter, Evaluator, FunctionDefinition, Type } from '../formula/checked.ts';
import { yearEarlier } from '../period.ts';
import { missingValue, type Quantity } from '../quantity.ts';
import { isPercent, percent, percentagePoint, type Unit } from '../unit.ts';
import {
  asQuantity,
  expectNumber,
  expressionAt,
  numberType,
  parts,
  quantityAt,
  type TypeProblem,
} from './definition.ts';

/** The same expression one year earlier; a value that was never reported then is 上年同期缺数. */
function yearEarlierAt(parameters: readonly CheckedParameter[], evaluator: Evaluator): Quantity {
  const before = evaluator.at({ period: yearEarlier(evaluator.period) });
  const value = asQuantity(before.evaluate(expressionAt(parameters, 0)));
  return value.kind === 'missing' && value.reason === '未报' ? { ...value, reason: '上年同期缺数' } : value;
}

/** These functions look up the year before by themselves: a fixed period inside would be compared with itself. */
function typeOfMovement(
  usage: string,
  expressions: readonly Checked[],
  unitOf: (unit: Unit) => Unit,
): Result<Type, TypeProblem> {
  const unit = expectNumber(expressions, 0, usage);
  if (!unit.ok) return unit;
  const named = expressions.flatMap((expression) => [...parts(expression)]);
  const isFixed = named.some((each) => 'scope' in each && each.scope.periods.some(({ kind }) => kind === 'fixed'));
  if (!isFixed) return succeed(numberType(unitOf(unit.value)));
  const message = `“${usage}”自己会去找上年的数，里面不能写固定的期。请去掉它，或改成“上半年”这样的相对写法。`;
  return fail({ code: 'argument-kind', message });
}

/**
 * 同比: growth over the same period of the year before, in percent. A base of zero or below has no growth rate
 * (国家统计局统计用语: 基数为零或负数时不计算增长速度).
 */
export const yearOnYear: FunctionDefinition = {
  name: '同比',
  usage: '同比(指标或算式)',
  parameters: ['number'],
  typeOf: (expressions) => typeOfMovement('同比(指标或算式)', expressions, () => percent),
  evaluate(parameters, evaluator) {
    const now = quantityAt(parameters, 0, evaluator);
    return combine(now, yearEarlierAt(parameters, evaluator), (current, base) => {
      if (base.value.s < 0n && base.value.n !== 0n) return missingValue('基数非正');
      return shareOf({ ...current, value: current.value.sub(base.value) }, base, percent);
    });
  },
};

/** 增减: difference from the year before, of the printed values; percentages differ by 百分点. */
export const change: FunctionDefinition = {
  name: '增减',
  usage: '增减(指标或算式)',
  parameters: ['number'],
  typeOf: (expressions) =>
    typeOfMovement('增减(指标或算式)', expressions, (unit) => (isPercent(unit) ? percentagePoint : unit)),
  evaluate(parameters, evaluator) {
    const now = quantityAt(parameters, 0, evaluator);
    return combine(now, yearEarlierAt(parameters, evaluator), (current, base) =>
      isPercent(current.unit) ? subtractNumbers(current, base) : subtractPrinted(current, base),
    );
  },
};
