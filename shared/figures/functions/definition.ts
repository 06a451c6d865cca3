import { fail, type Result, succeed } from '../../result.ts';
import type { Checked, CheckedParameter, Evaluator, Type } from '../formula/checked.ts';
import type { FormulaProblem } from '../formula/syntax.ts';
import { missingValue, type Quantity, type Value } from '../quantity.ts';
import type { Unit } from '../unit.ts';

/** Shared by the entries of the function table. */

export type TypeProblem = Pick<FormulaProblem, 'code' | 'message'>;

export function numberType(unit: Unit): Type {
  return { kind: 'number', unit, literal: false };
}

/** The n-th expression's unit, or a problem that names the function. */
export function expectNumber(expressions: readonly Checked[], at: number, usage: string): Result<Unit, TypeProblem> {
  const type = expressions[at]?.type;
  if (type?.kind === 'number') return succeed(type.unit);
  return fail({ code: 'argument-kind', message: `“${usage}”的第 ${at + 1} 项要是数，不能是文字、日期或比较。` });
}

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
    if (parameter.kind === 'expression') yield* parts(parameter.expression);
  }
}

export function expressionAt(parameters: readonly CheckedParameter[], at: number): Checked {
  const parameter = parameters[at];
  if (parameter?.kind !== 'expression') throw new Error('parameters were not checked');
  return parameter.expression;
}

export function membersAt(parameters: readonly CheckedParameter[], at: number): string {
  const parameter = parameters[at];
  if (parameter?.kind !== 'members') throw new Error('parameters were not checked');
  return parameter.selector;
}

/** The value of a parameter that the checker knows to be a number. */
export function quantityAt(parameters: readonly CheckedParameter[], at: number, evaluator: Evaluator): Quantity {
  return asQuantity(evaluator.evaluate(expressionAt(parameters, at)));
}

export function asQuantity(value: Value): Quantity {
  return value.kind === 'number' || value.kind === 'missing' ? value : missingValue('未报');
}
