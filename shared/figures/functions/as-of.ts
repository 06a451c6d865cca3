import { fail, succeed } from '../../result.ts';
import type { FunctionDefinition } from '../formula/checked.ts';
import { missingValue } from '../quantity.ts';
import { expressionAt } from './definition.ts';

/** 截至日: the day a 时点 figure stands for, an attribute of its observation (design §6). */
export const asOf: FunctionDefinition = {
  name: '截至日',
  usage: '截至日(指标)',
  parameters: ['indicator'],
  typeOf(types) {
    return types.length === 1
      ? succeed({ kind: 'date' })
      : fail({ code: 'argument-kind', message: '“截至日(指标)”里要写一个指标。' });
  },
  evaluate(parameters, evaluator) {
    const expression = expressionAt(parameters, 0);
    if (expression.kind !== 'indicator') throw new Error('parameters were not checked');
    const { indicator } = expression;
    const there = evaluator.within(expression.scope);
    const observation = there.observe(indicator);
    if (observation?.asOf) return { kind: 'date', date: observation.asOf };
    const gap = { what: `${indicator.name}截至日`, region: there.region.name, period: there.period.label };
    return missingValue('未报', [gap]);
  },
};
