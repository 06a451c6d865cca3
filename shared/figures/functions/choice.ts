import { fail, type Result, succeed } from '../../result.ts';
import { conversionSteps } from '../explain/calculation.ts';
import { describe } from '../explain/describe.ts';
import { defaultDecimals } from '../formula/arithmetic.ts';
import type { Checked, FunctionDefinition, Type } from '../formula/checked.ts';
import { convert, type NumberValue, numberValue, withRemarks } from '../quantity.ts';
import { exactDecimals } from '../rounding.ts';
import { plainNumber, type Unit, unitName } from '../unit.ts';
import { expressionAt, numberType, type TypeProblem } from './definition.ts';

const choiceUsage = '若(条件, 甲, 乙)';

function numberUnit({ type }: Checked): { readonly unit: Unit; readonly literal: boolean } | null {
  return type.kind === 'number' && !type.orText ? type : null;
}

/** The unit that both have; a bare number takes the other's. */
function commonUnit(left: Checked, right: Checked): Result<Unit, TypeProblem> | null {
  const a = numberUnit(left);
  const b = numberUnit(right);
  if (a === null || b === null) return null;
  if (a.literal || b.literal) return succeed(a.literal ? b.unit : a.unit);
  if (a.unit.dimension === b.unit.dimension) return succeed(a.unit);
  const message = `两种结果的单位不一致：${unitName(a.unit)} 与 ${unitName(b.unit)}。`;
  return fail({ code: 'unit-mismatch', message });
}

/** The value counted in the unit that the whole has; 5000元 in 万元 keep the places that they need. */
function inUnit(value: NumberValue, unit: Unit): NumberValue {
  if (value.literal) return { ...value, unit, literal: unit === plainNumber };
  if (value.unit.exponent === unit.exponent) return value;
  const amount = convert(value, unit);
  const decimals = Math.max(value.decimals, exactDecimals(amount) ?? defaultDecimals);
  return withRemarks(numberValue(amount, unit, decimals), value.remarks);
}

/** 若: the first when the condition holds, else the second; both numbers, or both texts. */
export const choice: FunctionDefinition = {
  name: '若',
  bareNumbers: 'take-unit',
  description: '条件成立取甲，不成立取乙；甲、乙都是数，或都是“文字”',
  usage: choiceUsage,
  parameters: [{ kind: 'condition' }, { kind: 'value' }, { kind: 'value' }],
  typeOf([condition, first, second]): Result<Type, TypeProblem> {
    if (condition?.type.kind !== 'truth' || first === undefined || second === undefined) {
      return fail({ code: 'argument-kind', message: `“${choiceUsage}”的第 1 项要是比较，例如 指标 > 0。` });
    }
    const unit = commonUnit(first, second);
    if (unit) return unit.ok ? succeed(numberType(unit.value)) : unit;
    if (first.type.kind === 'text' && second.type.kind === 'text') return succeed({ kind: 'text' });
    return fail({ code: 'argument-kind', message: `“${choiceUsage}”的甲、乙要么都是数，要么都是“文字”。` });
  },
  evaluate(parameters, evaluator) {
    const condition = evaluator.evaluate(expressionAt(parameters, 0));
    if (condition.kind === 'missing') return condition;
    const chosen = condition.kind === 'truth' && condition.truth ? 1 : 2;
    const value = evaluator.evaluate(expressionAt(parameters, chosen));
    if (value.kind !== 'number') return value;
    const unit = commonUnit(expressionAt(parameters, 1), expressionAt(parameters, 2));
    return unit?.ok ? inUnit(value, unit.value) : value;
  },
  explanation: {
    operands(parameters, evaluator) {
      const condition = { expression: expressionAt(parameters, 0), evaluator };
      const judged = evaluator.evaluate(condition.expression);
      if (judged.kind !== 'truth') return [condition];
      return [condition, { expression: expressionAt(parameters, judged.truth ? 1 : 2), evaluator }];
    },
    steps({ parameters, operands: [condition, branchValue], value }) {
      const holds = condition?.kind === 'truth' && condition.truth;
      const chosen = describe(expressionAt(parameters, holds ? 1 : 2));
      const branch = holds ? '成立，取前一种结果' : '不成立，取后一种结果';
      const sentence = `条件“${describe(expressionAt(parameters, 0))}”${branch}：${chosen}`;
      return [{ kind: 'choice', sentence }, ...conversionSteps(branchValue, value)];
    },
  },
};

const fallbackUsage = '缺省(指标或算式, 值)';

/** 缺省: another value, or a sentence, where there is none. */
export const fallback: FunctionDefinition = {
  name: '缺省',
  bareNumbers: 'take-unit',
  description: '没有数时用另一个数或“文字”代替',
  usage: fallbackUsage,
  parameters: [{ kind: 'number' }, { kind: 'value' }],
  typeOf([expression, other]): Result<Type, TypeProblem> {
    const type = expression?.type;
    if (expression === undefined || other === undefined || type?.kind !== 'number' || type.orText) {
      return fail({ code: 'argument-kind', message: `“${fallbackUsage}”的第 1 项要是数。` });
    }
    if (other.type.kind === 'text') return succeed({ ...type, orText: true });
    const unit = commonUnit(expression, other);
    if (unit === null) return fail({ code: 'argument-kind', message: `“${fallbackUsage}”的第 2 项要是数或“文字”。` });
    return unit.ok ? succeed(numberType(unit.value)) : unit;
  },
  evaluate(parameters, evaluator) {
    const value = evaluator.asRecorded().evaluate(expressionAt(parameters, 0));
    if (value.kind !== 'missing') return value;
    const other = evaluator.evaluate(expressionAt(parameters, 1));
    const unit = numberUnit(expressionAt(parameters, 0))?.unit;
    return other.kind === 'number' && unit ? inUnit(other, unit) : other;
  },
  explanation: {
    operands(parameters, evaluator) {
      const own = { expression: expressionAt(parameters, 0), evaluator };
      if (evaluator.evaluate(own.expression).kind !== 'missing') return [own];
      return [own, { expression: expressionAt(parameters, 1), evaluator }];
    },
    steps({ parameters, operands: [own, otherValue], value }) {
      if (own?.kind !== 'missing') return [];
      const [wanted, other] = [describe(expressionAt(parameters, 0)), describe(expressionAt(parameters, 1))];
      const sentence = `${wanted}没有数，改用缺省的 ${other}`;
      return [{ kind: 'choice', sentence }, ...conversionSteps(otherValue, value)];
    },
  },
};
