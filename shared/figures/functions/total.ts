import { fail, succeed } from '../../result.ts';
import { addNumbers } from '../formula/arithmetic.ts';
import type { Checked, FunctionDefinition } from '../formula/checked.ts';
import { type MissingValue, mergeMissing, missingValue, type NumberValue, numberValue } from '../quantity.ts';
import { isPercent, percentagePoint } from '../unit.ts';
import { asQuantity, expectNumber, expressionAt, membersAt, numberType, parts } from './definition.ts';

const usage = '合计(下级, 指标或算式)';

function notSummable(message: string) {
  return fail({ code: 'not-summable', message } as const);
}

/** Why the members' values of this part of a formula must not be added up; null when they may. */
function whyNotSummable(part: Checked): string | null {
  if (
    part.kind === 'binary' &&
    part.operator === '÷' &&
    !(part.right.type.kind === 'number' && part.right.type.literal)
  ) {
    return '相除的结果不能直接合计。请先分别合计，再相除，例如 合计(下级, 分子) ÷ 合计(下级, 分母)。';
  }
  if (part.kind !== 'indicator') return null;
  const { name, aggregation } = part.indicator;
  if (part.scope.region !== null) return `合计里面不能再写地区“${part.scope.region.name}”，否则同一个数会重复相加。`;
  return aggregation === '合计' ? null : `指标“${name}”不能由下级相加得出（汇总办法是“${aggregation}”）。`;
}

/** 合计: sum over the members of a range; one member without data makes the total missing and is named. */
export const total: FunctionDefinition = {
  name: '合计',
  usage,
  parameters: ['members', 'number'],
  typeOf(expressions) {
    const unit = expectNumber(expressions, 0, usage);
    if (!unit.ok) return unit;
    if (isPercent(unit.value) || unit.value.dimension === percentagePoint.dimension) {
      return notSummable('比例不能直接合计。请分别合计分子和分母，例如 占比(合计(下级, 分子), 合计(下级, 分母))。');
    }
    const problem = expressions
      .flatMap((expression) => [...parts(expression)])
      .map(whyNotSummable)
      .find((why) => why !== null);
    return problem ? notSummable(problem) : succeed(numberType(unit.value));
  },
  evaluate(parameters, evaluator) {
    const expression = expressionAt(parameters, 1);
    const missing: MissingValue[] = [];
    let sum: NumberValue | null = null;
    for (const region of evaluator.members(membersAt(parameters, 0))) {
      const value = asQuantity(evaluator.at({ region }).evaluate(expression));
      if (value.kind === 'missing') missing.push(value);
      else sum = sum === null ? value : addNumbers(sum, value);
    }
    const problem = mergeMissing(missing);
    if (problem) return problem;
    if (sum === null) return missingValue('无此项');
    return numberValue(sum.value, sum.unit, sum.decimals);
  },
};
