import type { ReadParagraph, Sentence } from '../reading/draft.ts';
import type { NumberMention } from '../reading/read-numbers.ts';

/** A quantity with the words about it. */
export interface Claim {
  readonly number: NumberMention;
  /** From the number before, or the beginning of the sentence, to this one. */
  readonly gap: string;
  /** The last clause of the gap: what the number is of. Where that is empty, the words that follow it. */
  readonly label: string;
  /** Another number stands before it in the same clause, so that the label is only a part of what it is of. */
  readonly isContinued: boolean;
  /** From the number to the next mark or number. */
  readonly after: string;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** One sentence, or a piece of a very long one, and its quantities. */
export interface Statement {
  readonly text: string;
  /** Where the sentence begins in its paragraph. */
  readonly start: number;
  readonly claims: readonly Claim[];
  /** Numbers of every kind, quantities among them. */
  readonly numbers: readonly NumberMention[];
}

/** What is farther from a number than this says nothing of it. */
const reach = 80;

/** A sentence with more quantities is a table in disguise; it is read piece by piece, so that time stays in proportion. */
const mostClaims = 40;

const boundary = /[，、；：。！？（）(),;:]/;

/** The clause that leads up to a place, numbers in it included. */
export function clauseBefore(text: string, end: number): string {
  for (let at = end - 1; at >= 0; at -= 1) if (boundary.test(text.charAt(at))) return text.slice(at + 1, end);
  return text.slice(0, end);
}

function firstClause(text: string): string {
  for (let at = 0; at < text.length; at += 1) if (boundary.test(text.charAt(at))) return text.slice(0, at);
  return text;
}

function depthAt(text: string, from: number, to: number, depth: number): number {
  let now = depth;
  for (let at = from; at < to; at += 1) {
    const sign = text.charAt(at);
    if (sign === '（' || sign === '(') now += 1;
    if ((sign === '）' || sign === ')') && now > 0) now -= 1;
  }
  return now;
}

function readStatement(text: string, sentence: Sentence, numbers: readonly NumberMention[]): Statement {
  const claims: Claim[] = [];
  let from = sentence.start;
  let counted = sentence.start;
  let depth = 0;
  for (const [at, number] of numbers.entries()) {
    depth = depthAt(text, counted, number.start, depth);
    counted = number.start;
    if (number.kind !== 'quantity' && number.kind !== 'range') continue;
    const gap = text.slice(Math.max(from, number.start - reach), number.start);
    const next = Math.min(numbers[at + 1]?.start ?? sentence.end, sentence.end);
    const after = firstClause(text.slice(number.end, Math.min(next, number.end + reach)));
    const label = clauseBefore(gap, gap.length).replace(/^其中/, '') || after;
    const isContinued = from > sentence.start && !boundary.test(gap);
    from = number.end;
    if (number.kind === 'quantity' && number.dimension !== '')
      claims.push({ number, gap, label, isContinued, after, depth });
  }
  return { text: text.slice(sentence.start, sentence.end), start: sentence.start, claims, numbers };
}

/** The sentences of a paragraph that hold a quantity, each with its quantities. */
export function readStatements({ text, numbers, sentences }: ReadParagraph): readonly Statement[] {
  const statements: Statement[] = [];
  let at = 0;
  for (const sentence of sentences) {
    const own: NumberMention[] = [];
    for (let number = numbers[at]; number !== undefined && number.start < sentence.end; number = numbers[at]) {
      own.push(number);
      at += 1;
    }
    for (let first = 0; first < own.length; first += mostClaims) {
      const piece = own.slice(first, first + mostClaims);
      const start = own[first - 1]?.end ?? sentence.start;
      const end = first + mostClaims < own.length ? (piece.at(-1)?.end ?? sentence.end) : sentence.end;
      statements.push(readStatement(text, { start, end }, piece));
    }
  }
  return statements;
}

/** What is said of a stretch: how it should read, or that it is confirmed. */
export interface Check {
  readonly rule: string;
  readonly verdict: 'agrees' | 'differs' | 'noted';
  readonly isCertain: boolean;
  /** The number that the finding stands at. */
  readonly at: NumberMention;
  readonly message: string;
  readonly remedy: string;
}
