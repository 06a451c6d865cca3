import { fail, type Result, succeed } from '../../result.ts';
import type { Checked, FunctionDefinition, Type } from '../formula/checked.ts';
import { convert, type NumberValue, numberValue } from '../quantity.ts';
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

/** The value counted in the unit that the whole has. */
function inUnit(value: NumberValue, unit: Unit): NumberValue {
  if (value.literal) return { ...value, unit, literal: unit === plainNumber };
  return value.unit.exponent === unit.exponent ? value : { ...numberValue(convert(value, unit), unit, value.decimals) };
}

/** 若: the first when the condition holds, else the second; both numbers, or both texts. */
export const choice: FunctionDefinition = {
  name: '若',
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
};

const fallbackUsage = '缺省(指标或算式, 值)';

/** 缺省: another value, or a sentence, where there is none. */
export const fallback: FunctionDefinition = {
  name: '缺省',
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
};
