import { fail, type Result, succeed } from '../../result.ts';
import type {
  Checked,
  CheckedParameters,
  Evaluator,
  FunctionDefinition,
  NumberType,
  ParameterSpec,
  PeriodShift,
} from '../formula/checked.ts';
import type { FormulaProblem } from '../formula/syntax.ts';
import type { MovementKind, Quantity, Value } from '../quantity.ts';
import { rankUnit, type Unit } from '../unit.ts';

/** Shared by the entries of the function table. */

export type TypeProblem = Pick<FormulaProblem, 'code' | 'message'>;

export const aNumber: ParameterSpec = { kind: 'number' };
export const aCondition: ParameterSpec = { kind: 'condition' };
export const aRange: ParameterSpec = { kind: 'members' };
/** A range that may be left out: then it is the one that the function's usage says. */
export const maybeRange: ParameterSpec = { kind: 'members', optional: true };
const gapsKeyword = '允许缺';

/** 允许缺: what the members that have data give, with the number of those that have none. */
export const allowingGaps: ParameterSpec = { kind: 'keyword', words: [gapsKeyword] };
/** 按原始值: the difference of the exact values instead of the printed ones. */
export const fromExact: ParameterSpec = { kind: 'keyword', words: ['按原始值'] };
export const direction: ParameterSpec = { kind: 'keyword', words: ['升', '降'] };

export function numberType(unit: Unit, movement: MovementKind | null = null): NumberType {
  return { kind: 'number', unit, literal: false, movement, orText: false };
}

/** The n-th expression's unit, or a problem that names the function. */
export function expectNumber(expressions: readonly Checked[], at: number, usage: string): Result<Unit, TypeProblem> {
  const type = expressions[at]?.type;
  if (type?.kind === 'number' && !type.orText) return succeed(type.unit);
  return fail({ code: 'argument-kind', message: `“${usage}”算的要是数，不能是文字、日期或比较。` });
}

/** Names that are looked up member by member: with fixed regions alone every member would have the same number. */
export function expectPlaceless(expressions: readonly Checked[], usage: string): Result<void, TypeProblem> {
  const all = expressions.flatMap((expression) => [...parts(expression)]);
  const differs = all.some(
    (part) =>
      ('scope' in part && part.scope.region === null) ||
      (part.kind === 'call' && part.parameters.some((parameter) => parameter?.kind === 'members')),
  );
  const isFixed = all.some((part) => 'scope' in part);
  if (differs || !isFixed) return succeed(undefined);
  const message = `“${usage}”里没有随地区变化的指标，各地的数会一样。请去掉方括号里的地区。`;
  return fail({ code: 'argument-kind', message });
}

/** As `expectNumber`, of something that can be computed with: a place in an order (排名) only compares. */
export function expectAmount(expressions: readonly Checked[], at: number, usage: string): Result<Unit, TypeProblem> {
  const unit = expectNumber(expressions, at, usage);
  if (!unit.ok || unit.value.dimension !== rankUnit.dimension) return unit;
  return fail({ code: 'argument-kind', message: `“${usage}”不能用于名次。${placesCompare}` });
}

/** What may be done with places, for messages. */
export const placesCompare = '名次只能比较先后，例如 排名(指标) <= 3。';

/** What a function says of itself. */
export type Told = Pick<FunctionDefinition, 'name' | 'usage' | 'description'>;

/** Every expression within one, itself first. */
export function* parts(expression: Checked): Generator<Checked> {
  yield expression;
  if (expression.kind === 'negate') yield* parts(expression.operand);
  if (expression.kind === 'binary') {
    yield* parts(expression.left);
    yield* parts(expression.right);
  }
  if (expression.kind !== 'call') return;
  for (const parameter of expression.parameters) {
    if (parameter?.kind === 'expression') yield* parts(parameter.expression);
  }
}

/** Whether a part of it leaves out members without data (允许缺). */
export function allowsGaps(expression: Checked): boolean {
  return [...parts(expression)].some((part) => part.kind === 'call' && keywordOf(part.parameters) === gapsKeyword);
}

export function expressionAt(parameters: CheckedParameters, at: number): Checked {
  const parameter = parameters[at];
  if (parameter?.kind !== 'expression') throw new Error('parameters were not checked');
  return parameter.expression;
}

/** The range's selector; null when it was left out. */
export function selectorAt(parameters: CheckedParameters, at: number): string | null {
  const parameter = parameters[at];
  return parameter?.kind === 'members' ? parameter.selector : null;
}

export function wholeAt(parameters: CheckedParameters, at: number): number {
  const parameter = parameters[at];
  if (parameter?.kind !== 'whole') throw new Error('parameters were not checked');
  return parameter.value;
}

export function shiftsAt(parameters: CheckedParameters, at: number): readonly PeriodShift[] {
  const parameter = parameters[at];
  if (parameter?.kind !== 'period') throw new Error('parameters were not checked');
  return parameter.shifts;
}

/** The keyword among the parameters; null when none was written. */
export function keywordOf(parameters: CheckedParameters): string | null {
  const found = parameters.find((parameter) => parameter?.kind === 'keyword');
  return found?.kind === 'keyword' ? found.word : null;
}

/** The value of a parameter that the checker knows to be a number. */
export function quantityAt(parameters: CheckedParameters, at: number, evaluator: Evaluator): Quantity {
  return asQuantity(evaluator.evaluate(expressionAt(parameters, at)));
}

export function asQuantity(value: Value): Quantity {
  if (value.kind === 'number' || value.kind === 'missing') return value;
  throw new Error('operands were not checked');
}
