import { fail, succeed } from '../../result.ts';
import type { FunctionDefinition } from '../formula/checked.ts';
import { printDate } from '../period.ts';
import { missingValue } from '../quantity.ts';
import { expressionAt } from './definition.ts';

/** 截至日: the day a 时点 figure stands for, an attribute of its observation (design §6). */
export const asOf: FunctionDefinition = {
  name: '截至日',
  description: '时点指标的统计截止日期',
  usage: '截至日(指标)',
  parameters: [{ kind: 'indicator' }],
  typeOf([expression]) {
    if (expression?.kind !== 'indicator')
      return fail({ code: 'argument-kind', message: '“截至日(指标)”里要写一个指标。' });
    const { name, timing, formula } = expression.indicator;
    if (timing === '时点' && formula === null) return succeed({ kind: 'date' });
    const why = formula === null ? '是一段时期的数' : '由算式得出';
    return fail({ code: 'argument-kind', message: `“${name}”${why}，没有截至日。请改用填报的时点指标。` });
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
  explanation: {
    operands: () => [],
    steps({ parameters, evaluator, value }) {
      const expression = expressionAt(parameters, 0);
      if (expression.kind !== 'indicator' || value.kind !== 'date') return [];
      const there = evaluator.within(expression.scope);
      const where = `${there.region.name}，${there.period.label}`;
      return [{ kind: 'reading', name: `${expression.indicator.name}截至日`, value: printDate(value.date), where }];
    },
  },
};
