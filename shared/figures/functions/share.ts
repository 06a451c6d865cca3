import { fail, succeed } from '../../result.ts';
import { combine, shareOf } from '../formula/arithmetic.ts';
import type { FunctionDefinition } from '../formula/checked.ts';
import { percent, unitName } from '../unit.ts';
import { expectNumber, numberType, quantityAt } from './definition.ts';

const usage = '占比(部分, 总体)';

/** 占比: part ÷ whole as a percentage; both in the same unit. */
export const share: FunctionDefinition = {
  name: '占比',
  usage,
  parameters: ['number', 'number'],
  typeOf(expressions) {
    const part = expectNumber(expressions, 0, usage);
    if (!part.ok) return part;
    const whole = expectNumber(expressions, 1, usage);
    if (!whole.ok) return whole;
    if (part.value.dimension !== whole.value.dimension) {
      const message = `占比的两项单位不一致：${unitName(part.value)} 与 ${unitName(whole.value)}。`;
      return fail({ code: 'unit-mismatch', message });
    }
    return succeed(numberType(percent));
  },
  evaluate(parameters, evaluator) {
    const part = quantityAt(parameters, 0, evaluator);
    const whole = quantityAt(parameters, 1, evaluator);
    return combine(part, whole, (a, b) => shareOf(a, b, percent));
  },
};
