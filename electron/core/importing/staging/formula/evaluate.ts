import { Fraction } from 'fraction.js';
import { printRounded } from '../../../../../shared/figures/rounding.ts';
import { assertNever } from '../../../../../shared/result.ts';
import type { Expression, Range } from './parse.ts';

/** What a formula finds in a cell. `text` is passed over by a sum, and stops arithmetic. */
export type Operand =
  | { readonly kind: 'number'; readonly value: Fraction }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' }
  /** An error, a day, a formula that could not be computed. */
  | { readonly kind: 'unknown' };

/** Operands of a range, row by row; null when it holds more than may be read. */
export type ReadRange = (range: Range) => readonly Operand[] | null;

const zero = new Fraction(0);

/**
 * The value with Excel's meaning, exactly: blanks are 0 in arithmetic and nothing in a sum, text in a summed range is
 * passed over. Null for whatever Excel would call an error, and for text in arithmetic, which Excel takes at times.
 */
export function evaluateSheetFormula(expression: Expression, read: ReadRange): Fraction | null {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'range':
      return single(expression.range, read);
    case 'negative':
      return evaluateSheetFormula(expression.of, read)?.neg() ?? null;
    case 'percent':
      return evaluateSheetFormula(expression.of, read)?.div(100) ?? null;
    case 'operation': {
      const left = evaluateSheetFormula(expression.left, read);
      const right = left && evaluateSheetFormula(expression.right, read);
      return left && right && operate(expression.operator, left, right);
    }
    case 'call':
      return call(expression, read);
    default:
      return assertNever(expression);
  }
}

function single(range: Range, read: ReadRange): Fraction | null {
  if (range.top !== range.bottom || range.left !== range.right) return null;
  const operand = read(range)?.[0];
  if (operand?.kind === 'blank') return zero;
  return operand?.kind === 'number' ? operand.value : null;
}

function operate(operator: string, left: Fraction, right: Fraction): Fraction | null {
  if (operator === '+') return left.add(right);
  if (operator === '-') return left.sub(right);
  if (operator === '*') return left.mul(right);
  return right.equals(0) ? null : left.div(right);
}

function call({ name, parameters }: Expression & { readonly kind: 'call' }, read: ReadRange): Fraction | null {
  if (name === 'ROUND') {
    const [value, places] = parameters.map((parameter) => evaluateSheetFormula(parameter, read));
    return value && places ? round(value, places) : null;
  }
  const values = summands(parameters, read);
  if (values === null) return null;
  const sum = values.reduce((total, value) => total.add(value), zero);
  if (name === 'SUM') return sum;
  return values.length === 0 ? null : sum.div(values.length);
}

/** The numbers that a sum takes; null when one of its parts cannot be known. */
function summands(parameters: readonly Expression[], read: ReadRange): readonly Fraction[] | null {
  const values: Fraction[] = [];
  for (const parameter of parameters) {
    if (parameter.kind === 'range') {
      const operands = read(parameter.range);
      if (operands === null || operands.some(({ kind }) => kind === 'unknown')) return null;
      for (const operand of operands) if (operand.kind === 'number') values.push(operand.value);
    } else {
      const value = evaluateSheetFormula(parameter, read);
      if (value === null) return null;
      values.push(value);
    }
  }
  return values;
}

/** Half away from zero, also at tens and hundreds. */
function round(value: Fraction, places: Fraction): Fraction | null {
  if (places.d !== 1n || places.abs().gt(15)) return null;
  const count = Number(places.n * places.s);
  if (count >= 0) return new Fraction(printRounded(value, count));
  const step = new Fraction(10n ** BigInt(-count));
  return new Fraction(printRounded(value.div(step), 0)).mul(step);
}
