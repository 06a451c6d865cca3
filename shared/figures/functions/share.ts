import { fail, type Result, succeed } from '../../result.ts';
import { calculation } from '../explain/calculation.ts';
import type { FunctionExplanation } from '../explain/function-explanation.ts';
import { movementSteps } from '../explain/movement-steps.ts';
import { numberOf } from '../explain/write-number.ts';
import { aligned, combine, divideNumbers, shareOf } from '../formula/arithmetic.ts';
import type { Checked, FunctionDefinition } from '../formula/checked.ts';
import type { NumberValue } from '../quantity.ts';
import { isPercent, percent, percentagePoint, type Unit, unitName, unitOfQuotient } from '../unit.ts';
import { differenceOf } from './change.ts';
import {
  aNumber,
  expectAmount,
  fromExact,
  keywordOf,
  numberType,
  quantityAt,
  type Told,
  type TypeProblem,
} from './definition.ts';

/** Both expressions are numbers of one dimension; a bare number takes the other's unit. */
function expectAlike(expressions: readonly Checked[], usage: string): Result<void, TypeProblem> {
  const left = expectAmount(expressions, 0, usage);
  if (!left.ok) return left;
  const right = expectAmount(expressions, 1, usage);
  if (!right.ok) return right;
  const hasLiteral = expressions.some(({ type }) => type.kind === 'number' && type.literal);
  if (hasLiteral || left.value.dimension === right.value.dimension) return succeed(undefined);
  return fail(unlike(usage, left.value, right.value));
}

function unlike(usage: string, left: Unit, right: Unit): TypeProblem {
  return { code: 'unit-mismatch', message: `“${usage}”的两项单位不一致：${unitName(left)} 与 ${unitName(right)}。` };
}

function explainQuotient(pair: (left: NumberValue, right: NumberValue) => readonly NumberValue[]): FunctionExplanation {
  return {
    sign: '÷',
    steps({ operands: [left, right], value }) {
      const operands = pair(numberOf(left), numberOf(right));
      return [calculation({ operands, result: numberOf(value) }, ([above, below]) => `${above} ÷ ${below}`)];
    },
  };
}

function percentageFunction(told: Told): FunctionDefinition {
  const { usage } = told;
  return {
    ...told,
    bareNumbers: 'take-unit',
    isOfWhole: true,
    parameters: [aNumber, aNumber],
    typeOf(expressions) {
      const alike = expectAlike(expressions, usage);
      return alike.ok ? succeed(numberType(percent)) : alike;
    },
    evaluate: (parameters, evaluator) =>
      combine(quantityAt(parameters, 0, evaluator), quantityAt(parameters, 1, evaluator), (left, right) => {
        const [part, whole] = aligned(left, right);
        return shareOf(part, whole, percent);
      }),
    explanation: explainQuotient(aligned),
  };
}

/** 占比: part ÷ whole as a percentage; both in the same unit. */
export const share = percentageFunction({
  name: '占比',
  usage: '占比(部分, 总体)',
  description: '部分占总体的百分之几',
});

/** 完成率: what was done ÷ the target, as a percentage. */
export const attainment = percentageFunction({
  name: '完成率',
  usage: '完成率(实际, 目标)',
  description: '实际完成目标的百分之几',
});

const ratioUsage = '比值(甲, 乙)';

/** 比值: how many of the first come to one of the second (生师比). */
export const ratio: FunctionDefinition = {
  name: '比值',
  isQuotient: true,
  isOfWhole: true,
  bareNumbers: 'divide',
  description: '甲是乙的多少倍，或每个乙有多少甲',
  usage: ratioUsage,
  parameters: [aNumber, aNumber],
  typeOf(expressions) {
    const above = expectAmount(expressions, 0, ratioUsage);
    if (!above.ok) return above;
    const below = expectAmount(expressions, 1, ratioUsage);
    if (!below.ok) return below;
    if (above.value.dimension === '' && below.value.dimension !== '') {
      return fail({ code: 'unit-mismatch', message: `没有单位的数不能除以“${unitName(below.value)}”。` });
    }
    return succeed(numberType(unitOfQuotient(above.value, below.value)));
  },
  evaluate: (parameters, evaluator) =>
    combine(quantityAt(parameters, 0, evaluator), quantityAt(parameters, 1, evaluator), divideNumbers),
  explanation: explainQuotient((above, below) => [above, below]),
};

const gapUsage = '差距(实际, 目标〔, 按原始值〕)';

/** 差距: what the target still asks for, from the printed values; below zero when it is exceeded. Rates in 百分点. */
export const gap: FunctionDefinition = {
  name: '差距',
  isOfWhole: true,
  bareNumbers: 'take-unit',
  description: '离目标还差多少，按印出的数相减；超出的为负',
  usage: gapUsage,
  parameters: [aNumber, aNumber, fromExact],
  typeOf(expressions) {
    const alike = expectAlike(expressions, gapUsage);
    if (!alike.ok) return alike;
    const [actual, target] = expressions.map(({ type }) =>
      type.kind === 'number' && !type.literal ? type.unit : null,
    );
    // A percentage differs from another by 百分点; from a plain number by nothing that has a name.
    if (actual && target && isPercent(actual) !== isPercent(target)) return fail(unlike(gapUsage, actual, target));
    const isLiteral = expressions[1]?.type.kind === 'number' && expressions[1].type.literal;
    const unit = expectAmount(expressions, isLiteral ? 0 : 1, gapUsage);
    if (!unit.ok) return unit;
    return succeed(numberType(isPercent(unit.value) ? percentagePoint : unit.value, 'gap'));
  },
  evaluate(parameters, evaluator) {
    const exact = keywordOf(parameters) !== null;
    return combine(quantityAt(parameters, 0, evaluator), quantityAt(parameters, 1, evaluator), (left, right) => {
      const [base, now] = aligned(left, right);
      return { ...differenceOf(now, base, exact), movement: { kind: 'gap', against: '目标', now, base, exact } };
    });
  },
  explanation: { steps: ({ value }) => movementSteps(numberOf(value)) },
};
