import { Fraction } from 'fraction.js';
import { readNumber } from '../../../../../shared/reading/read-number.ts';
import type { GridCell, GridSheet } from '../../grid.ts';
import { evaluateSheetFormula, type Operand } from './evaluate.ts';
import { type Expression, parseFormula, type Range } from './parse.ts';

/** Cells that all formulas of a sheet may read together: sums of sums could go on for hours. */
const mostReads = 2_000_000;

const unknown: Operand = { kind: 'unknown' };

interface Task {
  readonly row: number;
  readonly column: number;
  readonly expression: Expression;
}

/** The formulas of one sheet that its program saved without a value, each computed at most once. */
export class SheetFormulas {
  readonly #sheet: GridSheet;
  /** By place; `open` while it is being computed, so that a circle ends. */
  readonly #values = new Map<number, Operand | 'open'>();
  readonly #blind = new Set<number>();
  /** The formula that is being evaluated passed over a text that a person reads as a number. */
  #passedOver = false;
  #reads = 0;

  constructor(sheet: GridSheet) {
    this.#sheet = sheet;
  }

  /** The value of the uncomputed formula there; null when it is more than SUM, AVERAGE, ROUND and arithmetic. */
  compute(row: number, column: number): Fraction | null {
    const tasks: Task[] = [];
    this.#open(row, column, tasks);
    // With a list of its own: a column of running sums is longer than a stack is deep.
    for (let task = tasks.at(-1); task !== undefined; task = tasks.at(-1)) {
      const place = placeOf(task.row, task.column);
      const state = this.#values.get(place);
      if (state === undefined) {
        // What it reads comes first; it waits below on the list.
        this.#values.set(place, 'open');
        for (const range of rangesOf(task.expression)) this.#openRange(range, tasks);
        continue;
      }
      tasks.pop();
      if (state !== 'open') continue;
      this.#passedOver = false;
      const value = evaluateSheetFormula(task.expression, (range) => this.#read(range));
      if (this.#passedOver) this.#blind.add(place);
      this.#values.set(place, value === null ? unknown : { kind: 'number', value });
    }
    const value = this.#values.get(placeOf(row, column));
    return value !== undefined && value !== 'open' && value.kind === 'number' ? value.value : null;
  }

  /** Whether what was computed there leaves out a number that stands as text, such as 1,200. */
  isBlind(row: number, column: number): boolean {
    return this.#blind.has(placeOf(row, column));
  }

  #openRange(range: Range, tasks: Task[]): void {
    for (let row = range.top; row <= Math.min(range.bottom, this.#sheet.rows.length - 1); row += 1) {
      const last = Math.min(range.right, (this.#sheet.rows[row]?.length ?? 0) - 1);
      for (let column = range.left; column <= last; column += 1) this.#open(row, column, tasks);
      this.#reads += Math.max(0, last - range.left + 1);
      if (this.#reads > mostReads) return;
    }
  }

  #open(row: number, column: number, tasks: Task[]): void {
    const cell = this.#sheet.rows[row]?.[column];
    const place = placeOf(row, column);
    if (cell?.kind !== 'uncomputed' || this.#values.has(place)) return;
    const expression = parseFormula(cell.formula);
    if (expression === null) this.#values.set(place, unknown);
    else tasks.push({ row, column, expression });
  }

  #read(range: Range): readonly Operand[] | null {
    if (this.#reads > mostReads) return null;
    const operands: Operand[] = [];
    for (let row = range.top; row <= Math.min(range.bottom, this.#sheet.rows.length - 1); row += 1) {
      const cells = this.#sheet.rows[row] ?? [];
      for (let column = range.left; column <= Math.min(range.right, cells.length - 1); column += 1) {
        const cell = cells[column];
        if (cell) operands.push(this.#operand(cell, placeOf(row, column)));
      }
    }
    // Beyond the last used cell everything is blank.
    return operands.length === 0 ? [{ kind: 'blank' }] : operands;
  }

  #operand(cell: GridCell, place: number): Operand {
    switch (cell.kind) {
      case 'empty':
        return { kind: 'blank' };
      case 'text':
        this.#passedOver ||= readNumber(cell.text).kind === 'number';
        return { kind: 'text' };
      case 'number':
        return { kind: 'number', value: new Fraction(cell.decimal) };
      case 'percent':
        return { kind: 'number', value: new Fraction(cell.decimal).div(100) };
      case 'uncomputed': {
        const value = this.#values.get(place);
        this.#passedOver ||= this.#blind.has(place);
        return value === undefined || value === 'open' ? unknown : value;
      }
      case 'date':
      case 'error':
        return unknown;
    }
  }
}

function placeOf(row: number, column: number): number {
  return row * 16_384 + column;
}

function rangesOf(expression: Expression): readonly Range[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'range':
      return [expression.range];
    case 'negative':
    case 'percent':
      return rangesOf(expression.of);
    case 'operation':
      return [...rangesOf(expression.left), ...rangesOf(expression.right)];
    case 'call':
      return expression.parameters.flatMap(rangesOf);
  }
}
