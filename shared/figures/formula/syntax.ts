import type { Fraction } from 'fraction.js';

/** Place in the formula's text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = '+' | '-' | '×' | '÷' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** How strongly an operator binds; comparisons least. */
export const operatorStrength: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '+': 2,
  '-': 2,
  '×': 3,
  '÷': 3,
};

/** 限定: what stands in […] after a name; resolved by the checker. */
export interface Qualifier {
  readonly text: string;
  readonly span: Span;
}

export type Expression =
  | {
      readonly kind: 'number';
      readonly value: Fraction;
      readonly text: string;
      readonly percent: boolean;
      /** The unit written behind it (100万元), else null. `value` counts in it. */
      readonly unit: string | null;
      readonly span: Span;
    }
  /** A name out of the catalogue, or a special name (地区, 期), or an unknown one; what it is, the checker says. */
  | {
      readonly kind: 'name';
      readonly name: string;
      /** Written between quotes: a text, where a text may stand and no indicator has this name. */
      readonly quoted: boolean;
      readonly qualifiers: readonly Qualifier[];
      readonly span: Span;
      readonly nameSpan: Span;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly parameters: readonly Expression[];
      readonly span: Span;
      readonly nameSpan: Span;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'negate'; readonly operand: Expression; readonly span: Span };

/** Something wrong with a formula, where, and the sentence for a person. */
export interface FormulaProblem {
  readonly code:
    | 'syntax'
    | 'too-long'
    | 'too-deep'
    | 'unknown-name'
    | 'unknown-function'
    | 'unknown-qualifier'
    | 'argument-count'
    | 'argument-kind'
    | 'unit-mismatch'
    | 'not-summable'
    | 'cycle';
  readonly message: string;
  readonly span: Span;
}

/** Limits that keep a hostile formula harmless. */
export const longestFormula = 2000;
export const deepestNesting = 64;
