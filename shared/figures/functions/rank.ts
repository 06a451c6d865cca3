import { Fraction } from 'fraction.js';
import { succeed } from '../../result.ts';
import type { Region } from '../catalogue.ts';
import { describe } from '../explain/describe.ts';
import type { ExplainedCall } from '../explain/function-explanation.ts';
import { leftOutText, orderStep, subjectOf } from '../explain/member-steps.ts';
import type { Step } from '../explain/step.ts';
import { compareExactly } from '../formula/arithmetic.ts';
import type { CheckedParameters, Evaluator, FunctionDefinition, ParameterSpec } from '../formula/checked.ts';
import { type ListStyle, missingValue, numberValue, type Value, withRemarks } from '../quantity.ts';
import { rankUnit } from '../unit.ts';
import {
  aNumber,
  direction,
  expectNumber,
  expectPlaceless,
  expressionAt,
  keywordOf,
  maybeRange,
  numberType,
  quantityAt,
  selectorAt,
  type Told,
  wholeAt,
} from './definition.ts';
import { type Gathered, gatherValues, type Member, whyMissing } from './gather.ts';
import { inOrder } from './in-order.ts';
import { typeOfList } from './list.ts';

/** 升 puts the least first. Unless it is written, what is better comes first: the least of an indicator whose 方向 is 低. */
function isAscending(parameters: CheckedParameters): boolean {
  const word = keywordOf(parameters);
  if (word !== null) return word === '升';
  const expression = expressionAt(parameters, 1);
  return expression.kind === 'indicator' && expression.indicator.better === '低';
}

function gatherRange(parameters: CheckedParameters, evaluator: Evaluator, range: string): Gathered {
  const regions = evaluator.members(selectorAt(parameters, 0) ?? range);
  return gatherValues(regions, evaluator, expressionAt(parameters, 1));
}

/** How many members stand before this one; exact values decide. */
function placesBefore(member: Member, members: readonly Member[], ascending: boolean): number {
  const sign = ascending ? -1 : 1;
  return members.filter(({ quantity }) => compareExactly(quantity, member.quantity) * sign > 0).length;
}

const rankUsage = '排名(〔范围,〕 指标或算式〔, 升或降〕)';

/** 排名: the region's place among the members, 1, 2, 2, 4 with ties; those without data are left out and disclosed. */
export const rank: FunctionDefinition = {
  name: '排名',
  isOfWhole: true,
  description: '本地在同级里排第几；缺数的地区不参加排名，并注明缺几个',
  usage: rankUsage,
  parameters: [maybeRange, aNumber, direction],
  typeOf(expressions) {
    const unit = expectNumber(expressions, 0, rankUsage);
    if (!unit.ok) return unit;
    const placeless = expectPlaceless(expressions, rankUsage);
    return placeless.ok ? succeed(numberType(rankUnit)) : placeless;
  },
  evaluate(parameters, evaluator) {
    const own = quantityAt(parameters, 1, evaluator);
    if (own.kind === 'missing') return own;
    const gathered = gatherRange(parameters, evaluator, '同级');
    const { name } = evaluator.region;
    if (gathered.members.length + gathered.missing.length < 2) {
      return missingValue('无此项', [], `${name}没有可以比较的地区`);
    }
    const member = gathered.members.find(({ region }) => region.id === evaluator.region.id);
    if (member === undefined) return missingValue('无此项', [], `${name}不参加排名`);
    const place = 1 + placesBefore(member, gathered.members, isAscending(parameters));
    const remarks = gathered.members.flatMap(({ quantity }) => quantity.remarks);
    return withRemarks(numberValue(new Fraction(place), rankUnit, 0), [...gathered.remarks, ...remarks]);
  },
  explanation: { steps: (call) => explainOrder(call, '同级', call.evaluator.region) },
};

const place: ParameterSpec = { kind: 'whole', least: 1, most: 10000 };

function explainOrder({ parameters, evaluator }: ExplainedCall, range: string, own?: Region): readonly Step[] {
  const gathered = gatherRange(parameters, evaluator, range);
  const ascending = isAscending(parameters);
  const regions = evaluator.members(selectorAt(parameters, 0) ?? range);
  const subject = subjectOf(describe(expressionAt(parameters, 1)), evaluator);
  const placed = inOrder(gathered.members, ascending);
  return [orderStep({ subject, placed, ascending, leftOut: leftOutText(gathered, regions), ...(own && { own }) })];
}

/** The members from place `from(n)` to place n, places being those of 排名: 1, 2, 2, 4. */
function placedFunction(told: Told, style: ListStyle, from: (wanted: number) => number): FunctionDefinition {
  const { usage } = told;
  return {
    ...told,
    isOfWhole: true,
    parameters: [maybeRange, aNumber, place, direction],
    typeOf: (expressions) => typeOfList(expressions, usage),
    evaluate(parameters, evaluator): Value {
      const gathered = gatherRange(parameters, evaluator, '下级');
      const why = whyMissing(gathered, true);
      if (why) return why;
      const wanted = wholeAt(parameters, 2);
      const placed = inOrder(gathered.members, isAscending(parameters));
      const items = placed.filter(({ before }) => before + 1 >= from(wanted) && before < wanted);
      if (items.length === 0) return missingValue('无此项', [], `没有第${wanted}位`);
      const { members, remarks } = gathered;
      return { kind: 'list', items: items.map(({ member }) => member), style, among: members.length, remarks };
    },
    explanation: { operands: () => [], steps: (call) => explainOrder(call, '下级') },
  };
}

/** 前几: the first n members with their values, and all that tie with the n-th. */
export const leading = placedFunction(
  { name: '前几', usage: '前几(〔范围,〕 指标或算式, n〔, 升或降〕)', description: '前 n 名及其数，并列的都列出' },
  'items',
  () => 1,
);

/** 第几: the member at place n, or all that share it. */
export const atPlace = placedFunction(
  { name: '第几', usage: '第几(〔范围,〕 指标或算式, n〔, 升或降〕)', description: '第 n 名是哪里' },
  'names',
  (wanted) => wanted,
);
