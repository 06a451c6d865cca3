import { succeed } from '../../result.ts';
import { combine, shareOf, subtractNumbers, subtractPrinted } from '../formula/arithmetic.ts';
import type { CheckedParameter, Evaluator, FunctionDefinition } from '../formula/checked.ts';
import { yearEarlier } from '../period.ts';
import { missingValue, type Quantity } from '../quantity.ts';
import { isPercent, percent, percentagePoint } from '../unit.ts';
import { asQuantity, expectNumber, expressionAt, numberType, quantityAt } from './definition.ts';

/** The same expression one year earlier; a value that was never reported then is 上年同期缺数. */
function yearEarlierAt(parameters: readonly CheckedParameter[], evaluator: Evaluator): Quantity {
  const before = evaluator.at({ period: yearEarlier(evaluator.period) });
  const value = asQuantity(before.evaluate(expressionAt(parameters, 0)));
  return value.kind === 'missing' && value.reason === '未报' ? { ...value, reason: '上年同期缺数' } : value;
}

/**
 * 同比: growth over the same period of the year before, in percent. A base of zero or below has no growth rate
 * (国家统计局统计用语: 基数为零或负数时不计算增长速度).
 */
export const yearOnYear: FunctionDefinition = {
  name: '同比',
  usage: '同比(指标或算式)',
  parameters: ['number'],
  typeOf(types) {
    const unit = expectNumber(types, 0, '同比(指标或算式)');
    return unit.ok ? succeed(numberType(percent)) : unit;
  },
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
  typeOf(types) {
    const unit = expectNumber(types, 0, '增减(指标或算式)');
    return unit.ok ? succeed(numberType(isPercent(unit.value) ? percentagePoint : unit.value)) : unit;
  },
  evaluate(parameters, evaluator) {
    const now = quantityAt(parameters, 0, evaluator);
    return combine(now, yearEarlierAt(parameters, evaluator), (current, base) =>
      isPercent(current.unit) ? subtractNumbers(current, base) : subtractPrinted(current, base),
    );
  },
};
