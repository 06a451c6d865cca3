import { type Result, succeed } from '../../result.ts';
import { describe } from '../explain/describe.ts';
import { leftOutText, listStep, orderStep, subjectOf } from '../explain/member-steps.ts';
import { compareExactly } from '../formula/arithmetic.ts';
import type { Checked, CheckedParameters, Evaluator, FunctionDefinition, Type } from '../formula/checked.ts';
import { type ListItem, type ListStyle, mergeMissing, missingValue, type Value } from '../quantity.ts';
import {
  aNumber,
  expectNumber,
  expectPlaceless,
  expressionAt,
  maybeRange,
  numberType,
  quantityAt,
  selectorAt,
  type Told,
  type TypeProblem,
} from './definition.ts';
import { gatherValues, type Member, whyMissing } from './gather.ts';
import { inOrder } from './in-order.ts';

/** Members with values of this expression. */
export function typeOfList(expressions: readonly Checked[], usage: string): Result<Type, TypeProblem> {
  const unit = expectNumber(expressions, 0, usage);
  if (!unit.ok) return unit;
  const placeless = expectPlaceless(expressions, usage);
  if (!placeless.ok) return placeless;
  const type = expressions[0]?.type;
  const movement = type?.kind === 'number' ? type.movement : null;
  return succeed({ kind: 'list', item: numberType(unit.value, movement) });
}

function regionsOf(parameters: CheckedParameters, evaluator: Evaluator) {
  return evaluator.members(selectorAt(parameters, 0) ?? '下级');
}

function listFunction(
  told: Told,
  style: ListStyle,
  choose: (members: readonly Member[]) => readonly Member[],
): FunctionDefinition {
  const gatherRegions = (parameters: CheckedParameters, evaluator: Evaluator) =>
    gatherValues(regionsOf(parameters, evaluator), evaluator, expressionAt(parameters, 1));
  const { usage } = told;
  return {
    ...told,
    isOfWhole: true,
    parameters: [maybeRange, aNumber],
    typeOf: (expressions) => typeOfList(expressions, usage),
    evaluate(parameters, evaluator): Value {
      const gathered = gatherRegions(parameters, evaluator);
      const why = whyMissing(gathered, true);
      if (why) return why;
      const { members, remarks } = gathered;
      return { kind: 'list', items: choose(members), style, among: members.length, remarks };
    },
    explanation: {
      operands: () => [],
      steps({ parameters, evaluator }) {
        const gathered = gatherRegions(parameters, evaluator);
        const ascending = style === 'lowest';
        return [
          orderStep({
            subject: subjectOf(describe(expressionAt(parameters, 1)), evaluator),
            placed: inOrder(gathered.members, ascending),
            ascending,
            leftOut: leftOutText(gathered, regionsOf(parameters, evaluator)),
          }),
        ];
      },
    },
  };
}

/** The members whose value no other one exceeds; the least ones for sign −1. */
function furthest(sign: 1 | -1): (members: readonly Member[]) => readonly Member[] {
  return (members) => {
    const best = members.reduce((a, b) => (compareExactly(b.quantity, a.quantity) * sign > 0 ? b : a));
    return members.filter(({ quantity }) => compareExactly(quantity, best.quantity) === 0);
  };
}

/** 最高: who has the greatest value, all of them when several have. */
export const highest = listFunction(
  { name: '最高', usage: '最高(〔范围,〕 指标或算式)', description: '哪里最高、是多少：最高的是某县，为85.2%' },
  'highest',
  furthest(1),
);

/** 最低: who has the least value. */
export const lowest = listFunction(
  { name: '最低', usage: '最低(〔范围,〕 指标或算式)', description: '哪里最低、是多少' },
  'lowest',
  furthest(-1),
);

/** 区间: from the least value to the greatest. */
export const range = listFunction(
  { name: '区间', usage: '区间(〔范围,〕 指标或算式)', description: '各地的数从最小到最大：79.9%～85.2%' },
  'range',
  (members) => members,
);

const usage = '列举(〔范围,〕 指标或算式)';

/** 列举: every member with its value, in the catalogue's order; one without a value stays in its place. */
export const enumeration: FunctionDefinition = {
  name: '列举',
  isOfWhole: true,
  description: '逐个列出各地的数',
  usage,
  parameters: [maybeRange, aNumber],
  typeOf: (expressions) => typeOfList(expressions, usage),
  evaluate(parameters, evaluator): Value {
    const items = regionsOf(parameters, evaluator).map(
      (region): ListItem => ({
        region,
        quantity: quantityAt(parameters, 1, evaluator.at({ region })),
      }),
    );
    const missing = items.flatMap(({ quantity }) => (quantity.kind === 'missing' ? [quantity] : []));
    if (items.length === 0) return missingValue('无此项');
    const everyMissing = missing.length === items.length ? mergeMissing(missing) : null;
    return everyMissing ?? { kind: 'list', items, style: 'items', among: items.length - missing.length, remarks: [] };
  },
  explanation: {
    operands: () => [],
    steps: ({ parameters, evaluator, value }) => {
      const subject = subjectOf(describe(expressionAt(parameters, 1)), evaluator);
      return value.kind === 'list' ? [listStep(subject, value.items)] : [];
    },
  },
};
