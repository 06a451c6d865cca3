import { assertNever, fail, type Result, succeed } from '../../result.ts';
import { allowsGaps, placesCompare } from '../functions/definition.ts';
import { findFunction, functions } from '../functions/index.ts';
import { literalValue, numberValue } from '../quantity.ts';
import { exactDecimals, printRounded } from '../rounding.ts';
import { suggestNames } from '../suggest.ts';
import {
  isPercent,
  parseUnit,
  percent,
  percentagePoint,
  plainNumber,
  rankUnit,
  type Unit,
  unitName,
  unitOfDifference,
  unitOfProduct,
  unitOfQuotient,
  unitOfSum,
} from '../unit.ts';
import { checkName, proposal } from './check-name.ts';
import { checkParameters, type ParameterContext } from './check-parameters.ts';
import type { Checked, CheckedParameters, FunctionDefinition, NumberType, Type } from './checked.ts';
import type { FormulaLanguage } from './language.ts';
import type { BinaryOperator, Expression, FormulaProblem, Span } from './syntax.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Binary = Extract<Expression, { kind: 'binary' }>;
type NumberExpression = Extract<Expression, { kind: 'number' }>;

/** What people who know a spreadsheet, or the statistician's words, write for a function. */
const otherNames: Readonly<Record<string, string>> = {
  求和: '合计',
  总和: '合计',
  总计: '合计',
  SUM: '合计',
  均值: '平均',
  平均值: '平均',
  AVERAGE: '平均',
  最大值: '最大',
  MAX: '最大',
  最小值: '最小',
  MIN: '最小',
  计数: '个数',
  COUNT: '个数',
  比例: '占比',
  百分比: '占比',
  比重: '占比',
  增长率: '同比',
  增速: '同比',
  同比增长: '同比',
  如果: '若',
  IF: '若',
  ROUND: '四舍五入',
  ABS: '绝对值',
  RANK: '排名',
  名次: '排名',
};

function isComparison(operator: BinaryOperator): boolean {
  return operator !== '+' && operator !== '-' && operator !== '×' && operator !== '÷';
}

/** A number that may be computed with: not a 缺省 that may turn out to be a sentence. */
function isComputable(type: Type): type is NumberType {
  return type.kind === 'number' && !type.orText;
}

function typeOfNumber(unit: Unit, literal: boolean): NumberType {
  return { kind: 'number', unit, literal, movement: null, orText: false };
}

/** Resolves names and checks units; goes on after a problem so that all are reported at once. */
class Checker implements ParameterContext {
  readonly problems: FormulaProblem[] = [];
  readonly #language: FormulaLanguage;

  constructor(language: FormulaLanguage) {
    this.#language = language;
  }

  isMemberSelector(text: string): boolean {
    return this.#language.isMemberSelector(text);
  }

  report(problem: FormulaProblem): null {
    this.problems.push(problem);
    return null;
  }

  checkOrText(expression: Expression): Checked | null {
    if (expression.kind !== 'name' || !expression.quoted || expression.qualifiers.length > 0) {
      return this.check(expression);
    }
    if (this.#language.names.get(expression.name) !== undefined) return this.check(expression);
    return { kind: 'text', type: { kind: 'text' }, text: expression.name };
  }

  check(expression: Expression): Checked | null {
    switch (expression.kind) {
      case 'number':
        return this.#number(expression);
      case 'name': {
        const checked = checkName(expression, this.#language);
        if (checked.ok) return checked.value;
        this.problems.push(...checked.error);
        return null;
      }
      case 'call':
        return this.#call(expression);
      case 'binary':
        return this.#binary(expression);
      case 'negate': {
        const operand = this.check(expression.operand);
        if (operand === null) return null;
        if (operand.type.kind === 'number' && operand.type.unit.dimension === rankUnit.dimension) {
          return this.#report('argument-kind', `名次不能是负的。${placesCompare}`, expression.span);
        }
        if (!isComputable(operand.type)) return this.#report('argument-kind', '负号后面要是数。', expression.span);
        return { kind: 'negate', type: { ...operand.type, movement: null }, operand };
      }
      default:
        return assertNever(expression);
    }
  }

  #report(code: FormulaProblem['code'], message: string, span: Span): null {
    return this.report({ code, message, span });
  }

  #number(expression: NumberExpression): Checked | null {
    const decimals = exactDecimals(expression.value) ?? 0;
    if (expression.unit !== null) {
      const unit = parseUnit(expression.unit);
      if (!this.#language.isUnit(unit)) return this.#unknownUnit(expression.unit, expression.span);
      return {
        kind: 'constant',
        type: typeOfNumber(unit, false),
        value: numberValue(expression.value, unit, decimals),
      };
    }
    const unit = expression.percent ? percent : plainNumber;
    const value = expression.percent
      ? numberValue(expression.value, unit, decimals)
      : literalValue(expression.value, unit, decimals);
    return { kind: 'constant', type: typeOfNumber(unit, value.literal), value };
  }

  #unknownUnit(name: string, span: Span): null {
    if (this.#language.names.get(name.replace(/^[万亿]+/, '')) !== undefined) {
      return this.#report('syntax', `“${name}”放在这里读不懂，前面可能少了运算符。`, span);
    }
    const near = proposal(suggestNames(name, this.#language.units()));
    return this.#report(
      'unit-mismatch',
      `“${name}”不是能识别的单位。${near || '可以写指标的单位，例如 人、万元。'}`,
      span,
    );
  }

  #call(call: Call): Checked | null {
    const definition = findFunction(call.name);
    if (definition === undefined) return this.#unknownFunction(call);
    const parameters = checkParameters(call, definition, this);
    if (parameters === null) return null;
    const expressions = parameters.flatMap((parameter) =>
      parameter?.kind === 'expression' ? [parameter.expression] : [],
    );
    if (this.#guessesAmong(call, definition, parameters)) return null;
    if (definition.isOfWhole && expressions.some(allowsGaps)) {
      const message = `“${call.name}”里不能写“允许缺”：比较的双方要是同样的地区，缺了数就不一样。请去掉它。`;
      return this.#report('argument-kind', message, call.span);
    }
    const type = definition.typeOf(expressions);
    if (!type.ok) return this.#report(type.error.code, type.error.message, call.span);
    return { kind: 'call', type: type.value, definition, parameters };
  }

  #binary(binary: Binary): Checked | null {
    const left = this.check(binary.left);
    const right = this.check(binary.right);
    if (left === null || right === null) return null;
    if (!isComputable(left.type) || !isComputable(right.type)) {
      return this.#report('argument-kind', `“${binary.operator}”的两边都要是数。`, binary.span);
    }
    if (binary.operator !== '+' && [left, right].some(allowsGaps)) {
      const message = `“${binary.operator}”的两边不能写“允许缺”：两边要是同样的地区，缺了数就不一样。请去掉它。`;
      return this.#report('argument-kind', message, binary.span);
    }
    const type = this.#typeOf(binary, left.type, right.type);
    return type && { kind: 'binary', type, operator: binary.operator, left, right };
  }

  /** A bare number that two readers would take for two amounts: 0.8 beside a percentage, 100万 beside 万元. */
  #guessesUnit(side: Expression, own: NumberType, beside: NumberType): boolean {
    if (!own.literal || beside.literal) return false;
    return [...numbersIn(side)].some((number) => this.#isTwofold(number, beside));
  }

  #unknownFunction({ name, nameSpan, parameters }: Call): null {
    const [inner] = parameters;
    const isQualified = this.#language.names.get(name) !== undefined && inner?.kind === 'name';
    if (isQualified) {
      const message = `“${name}”是指标，限定要写在方括号里：${name}[${inner.name}]。`;
      return this.#report('unknown-function', message, nameSpan);
    }
    const known = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
    const names = functions.map((definition) => definition.name);
    const near = known === undefined ? suggestNames(name, names) : [known];
    const all = `可用的函数：${names.join('、')}。`;
    return this.#report('unknown-function', `没有名为“${name}”的函数。${proposal(near) || all}`, nameSpan);
  }

  /** As beside a sign, a bare number beside another parameter must have one meaning: 差距(公办就读比例, 90%). */
  #guessesAmong(call: Call, { bareNumbers }: FunctionDefinition, parameters: CheckedParameters): boolean {
    if (bareNumbers === undefined) return false;
    const numbers = parameters.flatMap((parameter, at) => {
      const written = call.parameters[at];
      const type = parameter?.kind === 'expression' ? parameter.expression.type : null;
      return written && type?.kind === 'number' ? [{ written, type }] : [];
    });
    const beside = numbers.find(({ type }) => !type.literal)?.type;
    if (beside === undefined) return false;
    return numbers.some(({ written, type }) =>
      bareNumbers === 'divide' ? this.#guessesScale(written, type, beside) : this.#guessesUnit(written, type, beside),
    );
  }

  /** 资助金额 ÷ 1000万: is it 1000万元 or a thousand of them? */
  #guessesScale(side: Expression, own: NumberType, beside: NumberType): boolean {
    return beside.unit.exponent > 0 && this.#guessesUnit(side, own, beside);
  }

  #isTwofold(number: NumberExpression, beside: NumberType): boolean {
    const { text, value } = number;
    if (number.unit !== null) return false;
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

  /** Arithmetic that would give a number of nothing: with places, with 百分点 of people, with a scale that is guessed. */
  #refusesSign({ operator, right: divisor, span }: Binary, left: NumberType, right: NumberType): boolean {
    const units = [left.unit, right.unit];
    const has = (unit: Unit) => units.some(({ dimension }) => dimension === unit.dimension);
    if (has(rankUnit)) {
      this.#report('argument-kind', `名次不能加减乘除。${placesCompare}`, span);
      return true;
    }
    if (operator === '+' || operator === '-') return false;
    const isAmount = units.some(({ dimension }) => dimension !== '' && dimension !== percentagePoint.dimension);
    if (has(percentagePoint) && isAmount) {
      const message = '百分点不能和有单位的数相乘、相除。请直接用数量相加减，例如 总数 - 部分。';
      this.#report('unit-mismatch', message, span);
      return true;
    }
    if (operator === '÷' && left.unit.dimension === '' && right.unit.dimension !== '') {
      this.#report('unit-mismatch', `没有单位的数不能除以“${unitName(right.unit)}”。`, span);
      return true;
    }
    return operator === '÷' && this.#guessesScale(divisor, right, left);
  }

  #typeOf(binary: Binary, left: NumberType, right: NumberType): Type | null {
    const { operator } = binary;
    const literal = left.literal && right.literal;
    if (!isComparison(operator) && this.#refusesSign(binary, left, right)) return null;
    if (operator === '×') return typeOfNumber(unitOfProduct(left.unit, right.unit), literal);
    if (operator === '÷') return typeOfNumber(unitOfQuotient(left.unit, right.unit), literal);
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
      const hint = isPointsAndPercent(leftUnit, rightUnit) ? '比例之差以百分点为单位，请写成 1个百分点 这样。' : '';
      const message = `单位不一致，不能${verb}：${unitName(leftUnit)} 与 ${unitName(rightUnit)}。${hint}`;
      return this.#report('unit-mismatch', message, binary.span);
    }
    return isComparison(operator) ? { kind: 'truth' } : typeOfNumber(combined.value, literal);
  }
}

/** The numbers that a constant expression is written with. */
function* numbersIn(expression: Expression): Generator<NumberExpression> {
  if (expression.kind === 'number') yield expression;
  if (expression.kind === 'negate') yield* numbersIn(expression.operand);
  if (expression.kind === 'binary') {
    yield* numbersIn(expression.left);
    yield* numbersIn(expression.right);
  }
}

function isPointsAndPercent(left: Unit, right: Unit): boolean {
  const isPoints = (unit: Unit) => unit.dimension === percentagePoint.dimension;
  return (isPoints(left) && isPercent(right)) || (isPercent(left) && isPoints(right));
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
