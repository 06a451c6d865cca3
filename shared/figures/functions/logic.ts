import { fail, type Result, succeed } from '../../result.ts';
import { describe } from '../explain/describe.ts';
import type { Checked, CheckedParameters, Evaluator, FunctionDefinition, Type } from '../formula/checked.ts';
import { mergeMissing, type Value } from '../quantity.ts';
import { aCondition, expressionAt, type Told, type TypeProblem } from './definition.ts';

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
function junction(told: Told, decisive: boolean): FunctionDefinition {
  const { usage } = told;
  const settles = (value: Value) => value.kind === 'truth' && value.truth === decisive;
  /** The conditions in their order, up to the one that decides. */
  const judge = (parameters: CheckedParameters, evaluator: Evaluator) => {
    const judged: { readonly expression: Checked; readonly value: Value }[] = [];
    for (let at = 0; at < parameters.length; at += 1) {
      const expression = expressionAt(parameters, at);
      const value = evaluator.evaluate(expression);
      judged.push({ expression, value });
      if (settles(value)) break;
    }
    return judged;
  };
  return {
    ...told,
    parameters: [aCondition, { kind: 'condition', repeated: true }],
    typeOf: (expressions) => expectConditions(expressions, usage),
    evaluate(parameters, evaluator) {
      const judged = judge(parameters, evaluator);
      if (judged.some(({ value }) => settles(value))) return truth(decisive);
      const missing = judged.flatMap(({ value }) => (value.kind === 'missing' ? [value] : []));
      return mergeMissing(missing) ?? truth(!decisive);
    },
    explanation: {
      operands: (parameters, evaluator) =>
        judge(parameters, evaluator).map(({ expression }) => ({ expression, evaluator })),
      steps: ({ value }) => {
        const holds = value.kind === 'truth' && value.truth;
        const met = decisive ? '有一个条件成立' : '各条件都成立';
        const unmet = decisive ? '各条件都不成立' : '有一个条件不成立';
        return [{ kind: 'choice', sentence: `${holds ? met : unmet}，所以“${told.name}”${holds ? '成立' : '不成立'}` }];
      },
    },
  };
}

/** 且: all conditions hold. */
export const conjunction = junction({ name: '且', usage: '且(条件, 条件…)', description: '条件都成立' }, false);

/** 或: one of the conditions holds. */
export const disjunction = junction({ name: '或', usage: '或(条件, 条件…)', description: '条件有一个成立' }, true);

const notUsage = '非(条件)';

/** 非: the condition does not hold. */
export const negation: FunctionDefinition = {
  name: '非',
  description: '条件不成立',
  usage: notUsage,
  parameters: [aCondition],
  typeOf: (expressions) => expectConditions(expressions, notUsage),
  evaluate(parameters, evaluator) {
    const value = evaluator.evaluate(expressionAt(parameters, 0));
    return value.kind === 'truth' ? truth(!value.truth) : value;
  },
  explanation: {
    steps: ({ parameters, value }) => {
      const holds = value.kind === 'truth' && value.truth;
      return [{ kind: 'judgement', statement: `并非“${describe(expressionAt(parameters, 0))}”`, holds }];
    },
  },
};

const hasUsage = '有数(指标)';

/** 有数: whether there is a value of the indicator here. */
export const hasValue: FunctionDefinition = {
  name: '有数',
  description: '这个指标填了数',
  usage: hasUsage,
  parameters: [{ kind: 'indicator' }],
  typeOf: () => succeed({ kind: 'truth' }),
  evaluate: (parameters, evaluator: Evaluator) =>
    truth(evaluator.asRecorded().evaluate(expressionAt(parameters, 0)).kind === 'number'),
  explanation: {
    steps: ({ parameters, value }) => {
      const holds = value.kind === 'truth' && value.truth;
      return [{ kind: 'judgement', statement: `${describe(expressionAt(parameters, 0))}有数`, holds }];
    },
  },
};
