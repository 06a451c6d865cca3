import { fail, type Result, succeed } from '../../result.ts';
import type { Checked, Evaluator, FunctionDefinition, Type } from '../formula/checked.ts';
import { type MissingValue, mergeMissing, type Value } from '../quantity.ts';
import { aCondition, expressionAt, type TypeProblem } from './definition.ts';

function expectConditions(expressions: readonly Checked[], usage: string): Result<Type, TypeProblem> {
  const wrong = expressions.findIndex(({ type }) => type.kind !== 'truth');
  if (wrong < 0) return succeed({ kind: 'truth' });
  return fail({ code: 'argument-kind', message: `“${usage}”的第 ${wrong + 1} 项要是比较，例如 指标 > 0。` });
}

const truth = (holds: boolean): Value => ({ kind: 'truth', truth: holds });

/**
 * 且, 或: what decides alone does so also beside a condition that cannot be judged; else that one makes the whole
 * missing.
 */
function junction(name: string, decisive: boolean): FunctionDefinition {
  const usage = `${name}(条件, 条件)`;
  return {
    name,
    usage,
    parameters: [aCondition, { kind: 'condition', repeated: true }],
    typeOf: (expressions) => expectConditions(expressions, usage),
    evaluate(parameters, evaluator) {
      const missing: MissingValue[] = [];
      for (let at = 0; at < parameters.length; at += 1) {
        const value = evaluator.evaluate(expressionAt(parameters, at));
        if (value.kind === 'missing') missing.push(value);
        if (value.kind === 'truth' && value.truth === decisive) return value;
      }
      return mergeMissing(missing) ?? truth(!decisive);
    },
  };
}

/** 且: all conditions hold. */
export const conjunction = junction('且', false);

/** 或: one of the conditions holds. */
export const disjunction = junction('或', true);

const notUsage = '非(条件)';

/** 非: the condition does not hold. */
export const negation: FunctionDefinition = {
  name: '非',
  usage: notUsage,
  parameters: [aCondition],
  typeOf: (expressions) => expectConditions(expressions, notUsage),
  evaluate(parameters, evaluator) {
    const value = evaluator.evaluate(expressionAt(parameters, 0));
    return value.kind === 'truth' ? truth(!value.truth) : value;
  },
};

const hasUsage = '有数(指标)';

/** 有数: whether there is a value of the indicator here. */
export const hasValue: FunctionDefinition = {
  name: '有数',
  usage: hasUsage,
  parameters: [{ kind: 'indicator' }],
  typeOf: () => succeed({ kind: 'truth' }),
  evaluate: (parameters, evaluator: Evaluator) =>
    truth(evaluator.asRecorded().evaluate(expressionAt(parameters, 0)).kind === 'number'),
};
