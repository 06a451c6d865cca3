import { fail, type Result, succeed } from '../../result.ts';
import type { FunctionExplanation } from '../explain/function-explanation.ts';
import { movementSteps } from '../explain/movement-steps.ts';
import { numberOf } from '../explain/write-number.ts';
import { combine, shareOf, subtractExact, subtractNumbers, subtractPrinted } from '../formula/arithmetic.ts';
import type { Checked, CheckedParameters, Evaluator, FunctionDefinition, Type } from '../formula/checked.ts';
import { previousPeriod, previousPeriodWord, yearEarlier } from '../period.ts';
import { missingValue, type NumberValue, type Quantity } from '../quantity.ts';
import { printQuantity } from '../rounding.ts';
import { isPercent, percent, percentagePoint, type Unit, unitOfDifference } from '../unit.ts';
import {
  aNumber,
  asQuantity,
  expectAmount,
  expectNumber,
  expressionAt,
  fromExact,
  keywordOf,
  numberType,
  parts,
  quantityAt,
  type Told,
  type TypeProblem,
} from './definition.ts';

/** The two periods that a function of this file compares. */
type Step = 'year' | 'previous';

function before(evaluator: Evaluator, step: Step): Evaluator {
  return evaluator.at({ period: step === 'year' ? yearEarlier(evaluator.period) : previousPeriod(evaluator.period) });
}

/** The value now and the one before. */
function explainMovement(step: Step): FunctionExplanation {
  return {
    operands(parameters, evaluator) {
      const expression = expressionAt(parameters, 0);
      return [evaluator, before(evaluator, step)].map((each) => ({ expression, evaluator: each }));
    },
    steps: ({ value }) => movementSteps(numberOf(value)),
  };
}

/** The same expression in the earlier period; a value that was never reported then is 上年同期缺数. */
function earlier(parameters: CheckedParameters, evaluator: Evaluator, step: Step): Quantity {
  const value = asQuantity(before(evaluator, step).evaluate(expressionAt(parameters, 0)));
  if (step === 'previous' || value.kind !== 'missing' || value.reason !== '未报') return value;
  return { ...value, reason: '上年同期缺数' };
}

function againstWord(step: Step, evaluator: Evaluator): string {
  return step === 'year' ? '上年' : previousPeriodWord[evaluator.period.kind];
}

/** These functions look up the earlier period by themselves: a fixed one inside would be compared with itself. */
export function expectMovable(expressions: readonly Checked[], usage: string): Result<Unit, TypeProblem> {
  const unit = expectNumber(expressions, 0, usage);
  if (!unit.ok) return unit;
  const named = expressions.flatMap((expression) => [...parts(expression)]);
  const isFixed = named.some(
    (each) => 'scope' in each && (each.scope.asOf !== null || each.scope.periods.some(({ kind }) => kind === 'fixed')),
  );
  if (!isFixed) return unit;
  const message = `“${usage}”自己会去找以前的数，里面不能写固定的期。请去掉它，或改成“上半年”这样的相对写法。`;
  return fail({ code: 'argument-kind', message });
}

/** A rate has no growth rate of its own in official prose: it rises or falls by 百分点 (国家统计局统计用语). */
function typeOfGrowth(expressions: readonly Checked[], usage: string): Result<Type, TypeProblem> {
  const unit = expectMovable(expressions, usage);
  if (!unit.ok) return unit;
  const amount = expectAmount(expressions, 0, usage);
  if (!amount.ok) return amount;
  if (!isPercent(unit.value)) return succeed(numberType(percent, 'growth'));
  return fail({
    code: 'argument-kind',
    message: '比例的升降用百分点表示，不说增长百分之几。请改用 百分点(…) 或 增减(…)。',
  });
}

/**
 * A base of zero or below has no growth rate (国家统计局统计用语: 基数为零或负数时不计算增长速度); what a sentence says
 * instead goes along.
 */
function withoutBase(now: NumberValue, base: NumberValue, against: string): Quantity {
  const difference = subtractNumbers(now, base);
  if (base.value.n !== 0n) {
    const sentence = now.value.s > 0n && now.value.n !== 0n ? '由负转正' : `${against}为负数，不计算增幅`;
    return missingValue('基数非正', [], sentence);
  }
  if (difference.value.n === 0n) return missingValue('分母为零', [], `与${against}持平`);
  const verb = difference.value.s > 0n ? '增加' : '减少';
  const amount = printQuantity({ ...difference, value: difference.value.abs() });
  return missingValue('分母为零', [], `${verb}${amount}（${against}为零，不计算增幅）`);
}

function growthFunction(told: Told, step: Step): FunctionDefinition {
  const { usage } = told;
  return {
    ...told,
    isOfWhole: true,
    parameters: [aNumber],
    typeOf: (expressions) => typeOfGrowth(expressions, usage),
    evaluate(parameters, evaluator) {
      const against = againstWord(step, evaluator);
      return combine(quantityAt(parameters, 0, evaluator), earlier(parameters, evaluator, step), (now, base) => {
        if (base.value.n === 0n || base.value.s < 0n) return withoutBase(now, base, against);
        const growth = shareOf(subtractNumbers(now, base), base, percent);
        if (growth.kind === 'missing') return growth;
        return { ...growth, movement: { kind: 'growth', against, now, base, exact: true } };
      });
    },
    explanation: explainMovement(step),
  };
}

/** 同比: growth over the same period of the year before, in percent. */
export const yearOnYear = growthFunction(
  { name: '同比', usage: '同比(指标或算式)', description: '比上年同期增长百分之几' },
  'year',
);

/** 环比: growth over the period just before. */
export const periodOnPeriod = growthFunction(
  { name: '环比', usage: '环比(指标或算式)', description: '比上一期增长百分之几' },
  'previous',
);

/** Difference of two values: of the printed ones, so that a reader with a pocket calculator agrees, or of the exact ones. */
export function differenceOf(now: NumberValue, base: NumberValue, exact: boolean): NumberValue {
  if (exact) return subtractExact(now, base);
  return isPercent(now.unit) ? subtractNumbers(now, base) : subtractPrinted(now, base);
}

function differenceFunction(told: Told, typeOf: (unit: Unit) => Result<Type, TypeProblem>): FunctionDefinition {
  const { usage } = told;
  return {
    ...told,
    isOfWhole: true,
    parameters: [aNumber, fromExact],
    typeOf(expressions) {
      const unit = expectMovable(expressions, usage);
      return unit.ok ? typeOf(unit.value) : unit;
    },
    evaluate(parameters, evaluator) {
      const exact = keywordOf(parameters) !== null;
      return combine(quantityAt(parameters, 0, evaluator), earlier(parameters, evaluator, 'year'), (now, base) => ({
        ...differenceOf(now, base, exact),
        movement: { kind: 'difference', against: '上年', now, base, exact },
      }));
    },
    explanation: explainMovement('year'),
  };
}

/** A percentage changes by 百分点, a ratio to one by a plain number. */
function unitOfChange(unit: Unit): Unit {
  const difference = unitOfDifference(unit, unit);
  return difference.ok ? difference.value : unit;
}

/** 增减: difference from the year before; percentages differ by 百分点. */
export const change = differenceFunction(
  {
    name: '增减',
    usage: '增减(指标或算式〔, 按原始值〕)',
    description: '比上年多多少，按印出的数相减；比例相差几个百分点',
  },
  (unit) => succeed(numberType(unitOfChange(unit), 'difference')),
);

/** 百分点: difference of a percentage from the year before. */
export const points = differenceFunction(
  { name: '百分点', usage: '百分点(比例〔, 按原始值〕)', description: '比例比上年提高几个百分点' },
  (unit) =>
    isPercent(unit)
      ? succeed(numberType(percentagePoint, 'difference'))
      : fail({ code: 'argument-kind', message: '“百分点”只用于比例。数量的变化请用 增减(…) 或 同比(…)。' }),
);
