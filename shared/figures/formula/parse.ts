import { Fraction } from 'fraction.js';
import { fail, type Result, succeed } from '../../result.ts';
import { lexFormula, type NameMatcher, type Token } from './lex.ts';
import {
  type BinaryOperator,
  deepestNesting,
  type Expression,
  type FormulaProblem,
  longestFormula,
  operatorStrength,
  type Qualifier,
  type Span,
} from './syntax.ts';

function isOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(operatorStrength, text);
}

class ProblemFound extends Error {
  readonly problem: FormulaProblem;
  constructor(message: string, span: Span, code: FormulaProblem['code'] = 'syntax') {
    super(message);
    this.problem = { code, message, span };
  }
}

const scales: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };

/** `8万` → 80000; with a unit behind it the scale belongs to the unit: `100万元` → 100, 万元. */
function readNumber(text: string, unit: string | null): { readonly value: Fraction; readonly unit: string | null } {
  const match = /^([\d.]+)(\D*)$/.exec(text);
  const digits = new Fraction(match?.[1] ?? '0');
  const scale = match?.[2] ?? '';
  if (unit !== null) return { value: digits, unit: scale + unit };
  return { value: digits.mul(new Fraction(10).pow(scales[scale] ?? 0)), unit: null };
}

const conjunctions: Readonly<Record<string, string>> = { 且: '且', 并且: '且', 而且: '且', 或: '或', 或者: '或' };

/** What stands where a sign was expected. 且 and 或 are written as functions. */
function strayMessage({ text }: Token): string {
  const written = Object.hasOwn(conjunctions, text) ? conjunctions[text] : undefined;
  if (written !== undefined) return `“${text}”不写在两个条件中间，请写成 ${written}(条件, 条件)。`;
  return `“${text}”放在这里读不懂，前面可能少了运算符。`;
}

/** A Pratt parser: one method per level of the grammar (design §6), every node with its place in the text. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    if (this.#peek().kind === 'end') throw new ProblemFound('算式是空的。', this.#peek().span);
    const expression = this.#expression(0);
    const rest = this.#peek();
    if (rest.kind !== 'end') throw new ProblemFound(strayMessage(rest), rest.span);
    return expression;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('read past the end of a formula');
    return token;
  }

  #take(): Token {
    const token = this.#peek();
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  #takeSign(sign: string): Token | null {
    const token = this.#peek();
    return token.kind === 'sign' && token.text === sign ? this.#take() : null;
  }

  #expression(least: number): Expression {
    this.#depth += 1;
    if (this.#depth > deepestNesting) {
      throw new ProblemFound(`算式嵌套超过 ${deepestNesting} 层，请拆成几个指标。`, this.#peek().span, 'too-deep');
    }
    let left = this.#primary();
    for (;;) {
      const token = this.#peek();
      if (token.kind !== 'sign' || !isOperator(token.text)) break;
      const strength = operatorStrength[token.text];
      if (strength <= least) break;
      this.#take();
      const right = this.#expression(strength);
      if (strength === 1 && this.#comparisonFollows()) {
        const message = '比较不能连写，例如“1 < 2 < 3”。请写成 且(1 < 2, 2 < 3)。';
        throw new ProblemFound(message, this.#peek().span);
      }
      const span = { start: left.span.start, end: right.span.end };
      left = { kind: 'binary', operator: token.text, left, right, span };
    }
    this.#depth -= 1;
    return left;
  }

  #comparisonFollows(): boolean {
    const token = this.#peek();
    return token.kind === 'sign' && isOperator(token.text) && operatorStrength[token.text] === 1;
  }

  #primary(): Expression {
    const token = this.#take();
    switch (token.kind) {
      case 'number':
        return this.#number(token);
      case 'word':
        return this.#nameOrCall(token);
      case 'qualifiers':
        throw new ProblemFound('“[…]”前面要有指标名称。', token.span);
      case 'end':
        throw new ProblemFound('算式没有写完。', token.span);
      case 'sign':
        return this.#signed(token);
    }
  }

  #number(token: Token): Expression {
    const sign = this.#takeSign('%');
    const end = (sign ?? token).span.end;
    const next = this.#peek();
    if (sign !== null || next.kind !== 'word' || next.span.start !== end || next.quoted) {
      const span = { start: token.span.start, end };
      return { kind: 'number', ...readNumber(token.text, null), text: token.text, percent: sign !== null, span };
    }
    this.#take();
    const span = { start: token.span.start, end: next.span.end };
    return {
      kind: 'number',
      ...readNumber(token.text, next.text),
      text: token.text + next.text,
      percent: false,
      span,
    };
  }

  #signed(token: Token): Expression {
    if (token.text === '(') {
      const inner = this.#expression(0);
      if (!this.#takeSign(')')) throw new ProblemFound('括号没有配对：缺少“）”。', token.span);
      return inner;
    }
    if (token.text === '-') {
      const operand = this.#expression(3);
      return { kind: 'negate', operand, span: { start: token.span.start, end: operand.span.end } };
    }
    if (token.text === ')') throw new ProblemFound('括号没有配对：多了“）”。', token.span);
    throw new ProblemFound(`“${token.text}”前面缺少内容。`, token.span);
  }

  #nameOrCall(token: Extract<Token, { kind: 'word' }>): Expression {
    if (token.quoted || !this.#takeSign('(')) {
      const qualifiers: Qualifier[] = [];
      let end = token.span.end;
      while (this.#peek().kind === 'qualifiers') {
        const bracket = this.#take();
        qualifiers.push(...splitQualifiers(bracket));
        end = bracket.span.end;
      }
      return {
        kind: 'name',
        name: token.text,
        quoted: token.quoted,
        qualifiers,
        span: { start: token.span.start, end },
        nameSpan: token.span,
      };
    }
    const parameters: Expression[] = [];
    let close = this.#takeSign(')');
    while (!close) {
      parameters.push(this.#expression(0));
      close = this.#takeSign(')');
      if (!close && !this.#takeSign(',')) {
        const next = this.#peek();
        const isStray = next.kind === 'word' && Object.hasOwn(conjunctions, next.text);
        const message = isStray ? strayMessage(next) : `“${token.text}”的括号没有配对，或各项之间少了逗号。`;
        throw new ProblemFound(message, next.span);
      }
    }
    const span = { start: token.span.start, end: close.span.end };
    return { kind: 'call', name: token.text, parameters, span, nameSpan: token.span };
  }
}

function splitQualifiers(bracket: Token): readonly Qualifier[] {
  const found: Qualifier[] = [];
  for (const match of bracket.text.matchAll(/[^,，、]+/g)) {
    const text = match[0].trim();
    const start = bracket.span.start + 1 + match.index + match[0].indexOf(text);
    if (text !== '') found.push({ text, span: { start, end: start + text.length } });
  }
  if (found.length === 0) throw new ProblemFound('“[ ]”里要写地区或期，例如 [上年]。', bracket.span);
  return found;
}

/** Parses a formula's text. `nameAt` knows the catalogue's names; unknown words stay in the tree for the checker. */
export function parseFormula(text: string, nameAt: NameMatcher): Result<Expression, FormulaProblem> {
  if (text.length > longestFormula) {
    const message = `算式超过 ${longestFormula} 个字，请拆成几个指标。`;
    return fail({ code: 'too-long', message, span: { start: longestFormula, end: text.length } });
  }
  const tokens = lexFormula(text, nameAt);
  if ('code' in tokens) return fail(tokens);
  try {
    return succeed(new Parser(tokens).whole());
  } catch (error) {
    if (error instanceof ProblemFound) return fail(error.problem);
    throw error;
  }
}
