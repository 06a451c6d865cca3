import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { Checked } from '../../../shared/figures/formula/checked.ts';
import { share } from '../../../shared/figures/functions/share.ts';
import { isPercent, parseUnit, type Unit } from '../../../shared/figures/unit.ts';

/** Stands for the number of the row in formulas that are the same for every row. */
export const rowSign = '§';

/** An expression as a spreadsheet computes it, in base units (元 for 万元, 0.856 for 85.6 %). */
export interface ExcelExpression {
  readonly formula: string;
  /** Cells that must hold numbers. */
  readonly cells: readonly string[];
  /** What must not be 0. */
  readonly divisors: readonly string[];
  /** As a person reads it, by the names of the indicators. */
  readonly text: string;
  readonly decimals: number;
  /** Places behind the point that differences of it can have in base units. */
  readonly places: number;
  readonly unit: Unit;
  readonly isConstant: boolean;
}

/** The cell of an indicator, as `$C§`; null when the form has no column for it. */
export type CellOf = (indicator: Indicator) => string | null;

/** Places that a quotient is compared to; a double holds no more of it. */
const quotientPlaces = 9;

/** Writes an expression over cells of one row; null for what a plain formula of any spreadsheet program cannot say. */
export function excelExpression(expression: Checked, cellOf: CellOf): ExcelExpression | null {
  switch (expression.kind) {
    case 'indicator':
      return cellExpression(expression, cellOf);
    case 'constant':
      return constantExpression(expression);
    case 'negate': {
      const inner = excelExpression(expression.operand, cellOf);
      return inner && { ...inner, formula: `-(${inner.formula})`, text: `-(${inner.text})` };
    }
    case 'binary':
      return binaryExpression(expression, cellOf);
    case 'call': {
      const [part, whole] = expression.parameters;
      if (expression.definition !== share || part?.kind !== 'expression' || whole?.kind !== 'expression') return null;
      const operands = operandsOf(part.expression, whole.expression, cellOf);
      return operands && quotient(operands, expression.type);
    }
    case 'special':
    case 'text':
      return null;
  }
}

function cellExpression(
  { indicator, scope }: Extract<Checked, { kind: 'indicator' }>,
  cellOf: CellOf,
): ExcelExpression | null {
  const isPlain = scope.region === null && scope.periods.length === 0 && scope.basis === null && scope.asOf === null;
  const cell = isPlain ? cellOf(indicator) : null;
  if (cell === null) return null;
  const unit = parseUnit(indicator.unit);
  const decimals = indicator.shownDecimals;
  return {
    formula: scaled(cell, unit.exponent),
    cells: [cell],
    divisors: [],
    text: indicator.name,
    decimals,
    places: Math.max(0, indicator.scale - unit.exponent),
    unit,
    isConstant: false,
  };
}

/** Doubles hold powers of ten exactly from 1 upwards, so that a small unit is divided by one. */
export function scaled(formula: string, exponent: number): string {
  if (exponent === 0) return formula;
  return exponent > 0 ? `${formula}*${10 ** exponent}` : `${formula}/${10 ** -exponent}`;
}

function constantExpression({ value, type }: Extract<Checked, { kind: 'constant' }>): ExcelExpression | null {
  if (type.kind !== 'number') return null;
  const decimal = value.value.toString(12);
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) return null;
  return {
    formula: scaled(decimal, value.unit.exponent),
    cells: [],
    divisors: [],
    text: `${decimal}${value.literal ? '' : value.unit.symbol}`,
    decimals: value.decimals,
    places: Math.max(0, (decimal.split('.')[1]?.length ?? 0) - value.unit.exponent),
    unit: value.unit,
    isConstant: true,
  };
}

type Operands = readonly [ExcelExpression, ExcelExpression];

/** A bare number beside an amount is in the amount's unit. */
export function operandsOf(left: Checked, right: Checked, cellOf: CellOf): Operands | null {
  const [one, other] = [excelExpression(left, cellOf), excelExpression(right, cellOf)];
  if (!one || !other) return null;
  return [takeUnit(one, left, other), takeUnit(other, right, one)];
}

function takeUnit(own: ExcelExpression, { type }: Checked, beside: ExcelExpression): ExcelExpression {
  if (type.kind !== 'number' || !type.literal || !own.isConstant) return own;
  const places = Math.max(0, own.places - beside.unit.exponent);
  return { ...own, formula: scaled(own.formula, beside.unit.exponent), unit: beside.unit, places };
}

function binaryExpression(
  { operator, left, right, type }: Extract<Checked, { kind: 'binary' }>,
  cellOf: CellOf,
): ExcelExpression | null {
  switch (operator) {
    case '+':
    case '-': {
      const operands = operandsOf(left, right, cellOf);
      return operands && sum(operator, operands);
    }
    case '×':
    case '÷': {
      const [one, other] = [excelExpression(left, cellOf), excelExpression(right, cellOf)];
      if (!one || !other) return null;
      return operator === '÷' ? quotient([one, other], type) : product([one, other], type);
    }
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return null;
  }
}

function joined([left, right]: Operands) {
  return {
    cells: [...new Set([...left.cells, ...right.cells])],
    divisors: [...new Set([...left.divisors, ...right.divisors])],
    isConstant: left.isConstant && right.isConstant,
  };
}

/** The difference of two rates is of what they print, which a plain formula would not show. */
function sum(operator: '+' | '-', operands: Operands): ExcelExpression | null {
  const [left, right] = operands;
  if (isPercent(left.unit) || isPercent(right.unit)) return null;
  return {
    ...joined(operands),
    formula: `${left.formula}${operator}${operator === '-' ? `(${right.formula})` : right.formula}`,
    text: `${left.text}${operator}${right.text}`,
    decimals: Math.max(left.decimals, right.decimals),
    places: Math.max(left.places, right.places),
    unit: left.unit,
  };
}

function quotient(operands: Operands, type: Checked['type']): ExcelExpression | null {
  const [left, right] = operands;
  if (type.kind !== 'number') return null;
  const both = joined(operands);
  return {
    ...both,
    divisors: [...both.divisors, `(${right.formula})`],
    formula: `(${left.formula})/(${right.formula})`,
    text: `(${left.text})/(${right.text})`,
    decimals: 2,
    places: quotientPlaces,
    unit: type.unit,
  };
}

function product(operands: Operands, type: Checked['type']): ExcelExpression | null {
  const [left, right] = operands;
  if (type.kind !== 'number') return null;
  return {
    ...joined(operands),
    formula: `(${left.formula})*(${right.formula})`,
    text: `(${left.text})×(${right.text})`,
    decimals: Math.max(left.decimals, right.decimals),
    places: left.places + right.places,
    unit: type.unit,
  };
}
