import { assertNever, fail, type Result, succeed } from '../../result.ts';
import { findFunction, functions } from '../functions/index.ts';
import { memberSelectors } from '../members.ts';
import { literalValue, numberValue } from '../quantity.ts';
import { exactDecimals, printRounded } from '../rounding.ts';
import { suggestNames } from '../suggest.ts';
import {
  isPercent,
  parseUnit,
  percent,
  plainNumber,
  type Unit,
  unitName,
  unitOfDifference,
  unitOfProduct,
  unitOfQuotient,
  unitOfSum,
} from '../unit.ts';
import type { Checked, CheckedParameter, FunctionDefinition, ScopeChange, Type } from './checked.ts';
import type { FormulaLanguage } from './language.ts';
import { type QualifierProblem, readQualifiers } from './qualifiers.ts';
import type { BinaryOperator, Expression, FormulaProblem, Span } from './syntax.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Binary = Extract<Expression, { kind: 'binary' }>;
type Name = Extract<Expression, { kind: 'name' }>;
type NumberType = Extract<Type, { kind: 'number' }>;

function proposal(names: readonly string[]): string {
  return names.length === 0 ? '' : `是不是“${names.join('”“')}”？`;
}

function qualifierMessage({ kind, qualifier, suggestions }: QualifierProblem): string {
  const place = `“[${qualifier.text}]”`;
  if (kind === 'second-region') return `${place}是第二个地区，一个指标只能写一个地区。`;
  if (kind === 'second-period') return `${place}与另一个期不能同时写，请只留一个。`;
  return `${place}既不是地区也不是期。${proposal(suggestions) || '可以写地区名称、上年、上半年、2020年等。'}`;
}

function isComparison(operator: BinaryOperator): boolean {
  return operator !== '+' && operator !== '-' && operator !== '×' && operator !== '÷';
}

/** Resolves names and checks units; goes on after a problem so that all are reported at once. */
class Checker {
  readonly problems: FormulaProblem[] = [];
  readonly #language: FormulaLanguage;

  constructor(language: FormulaLanguage) {
    this.#language = language;
  }

  check(expression: Expression): Checked | null {
    switch (expression.kind) {
      case 'number': {
        const unit = expression.percent ? percent : plainNumber;
        const decimals = exactDecimals(expression.value) ?? 0;
        const value = expression.percent
          ? numberValue(expression.value, unit, decimals)
          : literalValue(expression.value, unit, decimals);
        return { kind: 'constant', type: { kind: 'number', unit, literal: value.literal }, value };
      }
      case 'name':
        return this.#name(expression);
      case 'call':
        return this.#call(expression);
      case 'binary':
        return this.#binary(expression);
      case 'negate': {
        const operand = this.check(expression.operand);
        if (operand && operand.type.kind !== 'number')
          this.#report('argument-kind', '负号后面要是数。', expression.span);
        return operand && { kind: 'negate', type: operand.type, operand };
      }
      default:
        return assertNever(expression);
    }
  }

  #report(code: FormulaProblem['code'], message: string, span: Span): null {
    this.problems.push({ code, message, span });
    return null;
  }

  #name(expression: Name): Checked | null {
    const scope = this.#scope(expression);
    const named = this.#language.names.get(expression.name);
    if (named === undefined) {
      const suggestions = this.#nearNames(expression.name);
      const message = `没有名为“${expression.name}”的指标。${proposal(suggestions) || '请检查名称，或先添加这个指标。'}`;
      return this.#report('unknown-name', message, expression.nameSpan);
    }
    if (scope === null) return null;
    if (named.kind === 'special') return { kind: 'special', type: { kind: 'text' }, name: named.name, scope };
    const { indicator } = named;
    return {
      kind: 'indicator',
      type: { kind: 'number', unit: parseUnit(indicator.unit), literal: false },
      indicator,
      scope,
    };
  }

  /** Proposals by the name that the catalogue shows, also when an alias or code is nearest. */
  #nearNames(wrong: string): readonly string[] {
    const { names } = this.#language;
    const shown = suggestNames(wrong, names.names()).map((name) => {
      const named = names.get(name);
      return named?.kind === 'indicator' ? named.indicator.name : name;
    });
    return [...new Set(shown)];
  }

  #scope(expression: Name): ScopeChange | null {
    const read = readQualifiers(expression.qualifiers, this.#language.regions);
    if (read.ok) return read.value;
    for (const problem of read.error) {
      this.#report('unknown-qualifier', qualifierMessage(problem), problem.qualifier.span);
    }
    return null;
  }

  #call(call: Call): Checked | null {
    const definition = findFunction(call.name);
    if (definition === undefined) {
      const suggestions = suggestNames(
        call.name,
        functions.map(({ name }) => name),
      );
      const message = `没有名为“${call.name}”的函数。${proposal(suggestions) || `可用的函数：${functions.map(({ name }) => name).join('、')}。`}`;
      return this.#report('unknown-function', message, call.nameSpan);
    }
    if (call.parameters.length !== definition.parameters.length) {
      const message = `“${call.name}”要 ${definition.parameters.length} 项，这里有 ${call.parameters.length} 项。写法：${definition.usage}。`;
      return this.#report('argument-count', message, call.span);
    }
    const parameters = call.parameters.map((parameter, at) => this.#parameter(parameter, definition, at));
    if (!parameters.every((parameter) => parameter !== null)) return null;
    const expressions = parameters.flatMap((parameter) =>
      parameter.kind === 'expression' ? [parameter.expression] : [],
    );
    const type = definition.typeOf(expressions);
    if (!type.ok) return this.#report(type.error.code, type.error.message, call.span);
    return { kind: 'call', type: type.value, definition, parameters };
  }

  #parameter(parameter: Expression, definition: FunctionDefinition, at: number): CheckedParameter | null {
    const wanted = definition.parameters[at];
    if (wanted === 'members') {
      const selector = parameter.kind === 'name' && parameter.qualifiers.length === 0 ? parameter.name : null;
      if (selector !== null && this.#language.isMemberSelector(selector)) return { kind: 'members', selector };
      const message = `“${definition.usage}”的第 ${at + 1} 项要是范围：${memberSelectors.join('、')}，或自定义范围的名称。`;
      return this.#report('argument-kind', message, parameter.span);
    }
    const expression = this.check(parameter);
    if (expression === null) return null;
    if (wanted === 'indicator' && expression.kind !== 'indicator') {
      return this.#report('argument-kind', `“${definition.usage}”的第 ${at + 1} 项要是一个指标。`, parameter.span);
    }
    return { kind: 'expression', expression };
  }

  #binary(binary: Binary): Checked | null {
    const left = this.check(binary.left);
    const right = this.check(binary.right);
    if (left === null || right === null) return null;
    if (left.type.kind !== 'number' || right.type.kind !== 'number') {
      return this.#report('argument-kind', `“${binary.operator}”的两边都要是数。`, binary.span);
    }
    const type = this.#typeOf(binary, left.type, right.type);
    return type && { kind: 'binary', type, operator: binary.operator, left, right };
  }

  /** A bare number that two readers would take for two amounts: 0.8 beside a percentage, 100万 beside 万元. */
  #guessesUnit(side: Expression, own: NumberType, beside: NumberType): boolean {
    if (!own.literal || beside.literal) return false;
    return [...numbersIn(side)].some((number) => this.#isTwofold(number, beside));
  }

  #isTwofold(number: Extract<Expression, { kind: 'number' }>, beside: NumberType): boolean {
    const { text, value } = number;
    if (isPercent(beside.unit) && value.n !== 0n && value.lte(1)) {
      const message = `“${text}”是 ${text}% 还是 ${printRounded(value.mul(100), 0)}%？请在数字后面写上“%”。`;
      this.#report('unit-mismatch', message, number.span);
      return true;
    }
    if (beside.unit.exponent > 0 && /[万亿]$/.test(text)) {
      const message = `“${text}”旁边的数以“${unitName(beside.unit)}”为单位，请去掉“${text.replace(/^[\d.]+/, '')}”，按“${unitName(beside.unit)}”写。`;
      this.#report('unit-mismatch', message, number.span);
      return true;
    }
    return false;
  }

  #typeOf(binary: Binary, left: NumberType, right: NumberType): Type | null {
    const { operator } = binary;
    const literal = left.literal && right.literal;
    if (operator === '÷' && left.unit.dimension === '' && right.unit.dimension !== '') {
      const message = `没有单位的数不能除以“${unitName(right.unit)}”。`;
      return this.#report('unit-mismatch', message, binary.span);
    }
    if (operator === '×') return { kind: 'number', unit: unitOfProduct(left.unit, right.unit), literal };
    if (operator === '÷') return { kind: 'number', unit: unitOfQuotient(left.unit, right.unit), literal };
    if (this.#guessesUnit(binary.left, left, right) || this.#guessesUnit(binary.right, right, left)) return null;
    const leftUnit = left.literal ? right.unit : left.unit;
    const rightUnit = right.literal ? left.unit : right.unit;
    const combined = isComparison(operator)
      ? sameDimension(leftUnit, rightUnit)
      : operator === '+'
        ? unitOfSum(leftUnit, rightUnit)
        : unitOfDifference(leftUnit, rightUnit);
    if (!combined.ok) {
      const verb = isComparison(operator) ? '比较' : operator === '+' ? '相加' : '相减';
      const message = `单位不一致，不能${verb}：${unitName(leftUnit)} 与 ${unitName(rightUnit)}。`;
      return this.#report('unit-mismatch', message, binary.span);
    }
    return isComparison(operator) ? { kind: 'truth' } : { kind: 'number', unit: combined.value, literal };
  }
}

/** The numbers that a constant expression is written with. */
function* numbersIn(expression: Expression): Generator<Extract<Expression, { kind: 'number' }>> {
  if (expression.kind === 'number') yield expression;
  if (expression.kind === 'negate') yield* numbersIn(expression.operand);
  if (expression.kind === 'binary') {
    yield* numbersIn(expression.left);
    yield* numbersIn(expression.right);
  }
}

function sameDimension(left: Unit, right: Unit): Result<Unit, null> {
  return left.dimension === right.dimension ? succeed(left) : fail(null);
}

/** Checks a parsed formula against the catalogue. */
export function checkExpression(
  expression: Expression,
  language: FormulaLanguage,
): Result<Checked, readonly FormulaProblem[]> {
  const checker = new Checker(language);
  const checked = checker.check(expression);
  return checked === null || checker.problems.length > 0 ? fail(checker.problems) : succeed(checked);
}
