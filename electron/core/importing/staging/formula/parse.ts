import { Fraction } from 'fraction.js';
import { decimalOfDouble } from '../../../../../shared/reading/decimal-text.ts';
import { lexFormula, type Token } from './lex.ts';

export const sheetFunctions = ['SUM', 'AVERAGE', 'ROUND'] as const;
export type SheetFunction = (typeof sheetFunctions)[number];

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A worksheet formula as far as an import computes it. */
export type Expression =
  | { readonly kind: 'number'; readonly value: Fraction }
  /** One cell is a range of one. */
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'percent'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: SheetFunction; readonly parameters: readonly Expression[] };

/** Deeper nesting is nobody's formula, and would exhaust the stack. */
const deepest = 64;

const powers: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

/** Reads a formula without its `=`; null when it is more than `Expression` knows. */
export function parseFormula(formula: string): Expression | null {
  const tokens = lexFormula(formula);
  if (tokens === null) return null;
  const parser = new Parser(tokens);
  const expression = parser.operation(0, 0);
  return parser.isDone ? expression : null;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** A chain of operations that bind stronger than `power`; null when it cannot be read. */
  operation(power: number, depth: number): Expression | null {
    let left = this.#signed(depth);
    for (let sign = this.#sign(); left !== null && sign !== null; sign = this.#sign()) {
      const own = powers[sign] ?? 0;
      if (own <= power) break;
      this.#at += 1;
      const right = this.operation(own, depth + 1);
      left = right === null ? null : { kind: 'operation', operator: sign, left, right };
    }
    return left;
  }

  #signed(depth: number): Expression | null {
    if (depth > deepest) return null;
    if (this.#take('+')) return this.#signed(depth + 1);
    if (this.#take('-')) {
      const of = this.#signed(depth + 1);
      return of === null ? null : { kind: 'negative', of };
    }
    let operand = this.#operand(depth);
    while (operand !== null && this.#take('%')) operand = { kind: 'percent', of: operand };
    return operand;
  }

  #operand(depth: number): Expression | null {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'number':
        return numberOf(token.text);
      case 'cell':
        return this.#range(token);
      case 'name':
        return this.#call(token.text, depth);
      case 'sign': {
        if (token.text !== '(') return null;
        const inside = this.operation(0, depth + 1);
        return this.#take(')') ? inside : null;
      }
      case undefined:
        return null;
    }
  }

  #range(first: Token & { readonly kind: 'cell' }): Expression | null {
    let last = first;
    if (this.#take(':')) {
      const token = this.#tokens[this.#at];
      this.#at += 1;
      if (token?.kind !== 'cell') return null;
      last = token;
    }
    const [top, bottom] = [Math.min(first.row, last.row), Math.max(first.row, last.row)];
    const [left, right] = [Math.min(first.column, last.column), Math.max(first.column, last.column)];
    return { kind: 'range', range: { top, left, bottom, right } };
  }

  #call(text: string, depth: number): Expression | null {
    const name = sheetFunctions.find((each) => each === text);
    if (name === undefined || !this.#take('(')) return null;
    const parameters: Expression[] = [];
    do {
      const parameter = this.operation(0, depth + 1);
      if (parameter === null) return null;
      parameters.push(parameter);
    } while (this.#take(','));
    const isComplete = this.#take(')') && (name !== 'ROUND' || parameters.length === 2);
    return isComplete ? { kind: 'call', name, parameters } : null;
  }

  #sign(): string | null {
    const token = this.#tokens[this.#at];
    return token?.kind === 'sign' && token.text in powers ? token.text : null;
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }
}

/** Exact, except that an exponent such as 1E300 is taken as Excel keeps it. */
function numberOf(text: string): Expression | null {
  const decimal = /[eE]/.test(text) ? decimalOfDouble(Number(text)) : text.replace(/\.$/, '');
  return decimal === null ? null : { kind: 'number', value: new Fraction(decimal) };
}
