import { Fraction } from 'fraction.js';
import { fail, succeed } from '../../result.ts';
import type { Region } from '../catalogue.ts';
import { describe } from '../explain/describe.ts';
import type { ExplainedCall } from '../explain/function-explanation.ts';
import { leftOutText, nameRegions, orderStep, subjectOf, sumStep } from '../explain/member-steps.ts';
import type { Step } from '../explain/step.ts';
import { numberOf } from '../explain/write-number.ts';
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
  expectPlaceless,
  expressionAt,
  keywordOf,
  numberType,
  selectorAt,
  type Told,
} from './definition.ts';
import { type Gathered, gather, gatherAddends, gatherValues, whyMissing } from './gather.ts';
import { inOrder } from './in-order.ts';
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

function gatherNumbers(parameters: CheckedParameters, evaluator: Evaluator): Gathered {
  return gatherValues(membersOf(parameters, evaluator), evaluator, expressionAt(parameters, 1));
}

/** Only what was reported can be absent: of something computed, a part may be, and the rest of it not. */
function gatherToAdd(parameters: CheckedParameters, evaluator: Evaluator): Gathered {
  const expression = expressionAt(parameters, 1);
  if (expression.kind !== 'indicator' || expression.indicator.formula !== null) {
    return gatherNumbers(parameters, evaluator);
  }
  const regions = membersOf(parameters, evaluator);
  return gatherAddends(regions, evaluator.quantitiesAt(regions, expression));
}

/** What is asked of the members, and who of them has no data. */
function about(gathered: Gathered, { parameters, evaluator }: ExplainedCall) {
  return {
    subject: subjectOf(describe(expressionAt(parameters, 1)), evaluator),
    leftOut: leftOutText(gathered, membersOf(parameters, evaluator)),
  };
}

function explainSum(compose: (sum: string, count: number) => string) {
  return (gathered: Gathered, call: ExplainedCall): readonly Step[] => {
    const { members } = gathered;
    const { subject, leftOut: remark } = about(gathered, call);
    const result = numberOf(call.value);
    return [sumStep({ members, result, subject, remark }, (sum) => compose(sum, members.length))];
  };
}

function explainOrder(ascending: boolean) {
  return (gathered: Gathered, call: ExplainedCall): readonly Step[] => [
    orderStep({ ...about(gathered, call), placed: inOrder(gathered.members, ascending), ascending }),
  ];
}

function aggregateFunction(
  told: Told,
  adds: '合计' | '平均' | null,
  reduce: (values: readonly NumberValue[]) => NumberValue,
  explain: (gathered: Gathered, call: ExplainedCall) => readonly Step[],
): FunctionDefinition {
  const { usage } = told;
  const collect = adds === '合计' ? gatherToAdd : gatherNumbers;
  return {
    ...told,
    parameters: [aRange, aNumber, allowingGaps],
    typeOf(expressions) {
      const [expression] = expressions;
      const unit = expectNumber(expressions, 0, usage);
      if (!unit.ok || expression === undefined) return unit.ok ? succeed(numberType(parseUnit(''))) : unit;
      if (adds === null) {
        const placeless = expectPlaceless(expressions, usage);
        return placeless.ok ? succeed(numberType(unit.value)) : placeless;
      }
      const amount = expectAmount(expressions, 0, usage);
      if (!amount.ok) return amount;
      const summable = expectSummable(expression, unit.value, adds);
      return summable.ok ? succeed(numberType(unit.value)) : summable;
    },
    evaluate(parameters, evaluator) {
      return settle(collect(parameters, evaluator), parameters, reduce);
    },
    explanation: {
      operands: () => [],
      steps: (call) => explain(collect(call.parameters, call.evaluator), call),
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
export const total = aggregateFunction(
  {
    name: '合计',
    usage: '合计(范围, 指标或算式〔, 允许缺〕)',
    description: '各地的数相加，无此项的不计；比例不能相加',
  },
  '合计',
  sumOf,
  explainSum((sum) => sum),
);

/** 平均: arithmetic mean over the members of a range. */
export const average = aggregateFunction(
  { name: '平均', usage: '平均(范围, 指标或算式〔, 允许缺〕)', description: '各地的数的平均数' },
  '平均',
  mean,
  explainSum((sum, count) => `(${sum}) ÷ ${count}`),
);

/** 最大: the greatest of the members' values. */
export const greatest = aggregateFunction(
  { name: '最大', usage: '最大(范围, 指标或算式〔, 允许缺〕)', description: '各地的数里最大的' },
  null,
  furthest(1),
  explainOrder(false),
);

/** 最小: the least of the members' values. */
export const least = aggregateFunction(
  { name: '最小', usage: '最小(范围, 指标或算式〔, 允许缺〕)', description: '各地的数里最小的' },
  null,
  furthest(-1),
  explainOrder(true),
);

const pieces = parseUnit('个');
const countUsage = '个数(范围〔, 条件〕〔, 允许缺〕)';

/** 1 for each member for which the condition holds, 0 for the others. */
function gatherTruths(parameters: CheckedParameters, evaluator: Evaluator): Gathered {
  const condition = expressionAt(parameters, 1);
  return gather(membersOf(parameters, evaluator), evaluator, (there): Quantity => {
    const value = there.evaluate(condition);
    if (value.kind === 'missing') return value;
    return numberValue(new Fraction(value.kind === 'truth' && value.truth ? 1 : 0), pieces, 0);
  });
}

function explainCount(call: ExplainedCall): readonly Step[] {
  const { parameters, evaluator } = call;
  const regions = membersOf(parameters, evaluator);
  const named = regions.length === 0 ? '没有地区' : nameRegions(regions);
  if (parameters[1] === null) return [{ kind: 'choice', sentence: `${named}，共${regions.length}个` }];
  const gathered = gatherTruths(parameters, evaluator);
  const { subject, leftOut } = about(gathered, call);
  const who = (holds: boolean) =>
    gathered.members.filter(({ quantity }) => (quantity.value.n === 1n) === holds).map(({ region }) => region);
  const [met, unmet] = [who(true), who(false)];
  const say = (name: string, these: readonly Region[]) =>
    `${name}的有${these.length}个${these.length === 0 ? '' : `（${nameRegions(these)}）`}`;
  const sentence = `${subject}：${say('满足', met)}，${say('不满足', unmet)}${leftOut === null ? '' : `；${leftOut}`}`;
  return [{ kind: 'choice', sentence }];
}

/** 个数: how many members there are, or for how many of them a condition holds. */
export const count: FunctionDefinition = {
  name: '个数',
  description: '有几个地区，或有几个地区符合条件',
  usage: countUsage,
  parameters: [aRange, { kind: 'condition', optional: true }, allowingGaps],
  typeOf([condition]) {
    if (condition === undefined || condition.type.kind === 'truth') return succeed(numberType(pieces));
    return fail({ code: 'argument-kind', message: `“${countUsage}”的第 2 项要是比较，例如 个数(下级, 指标 > 0)。` });
  },
  evaluate(parameters, evaluator) {
    const regions = membersOf(parameters, evaluator);
    if (parameters[1] === null) return numberValue(new Fraction(regions.length), pieces, 0);
    return settle(gatherTruths(parameters, evaluator), parameters, sumOf);
  },
  explanation: { operands: () => [], steps: explainCount },
};
