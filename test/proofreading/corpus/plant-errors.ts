import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { holds, type MarkedNumber } from './relations.ts';

/** Plants errors into the correct passages, one each: always the same ones, so that a floor can be set on what is found. */

export interface PlantedError {
  /** Relation of arithmetic.yaml, or id of the rule. */
  readonly kind: string;
  readonly text: string;
  /** The correct passage. */
  readonly origin: string;
  /** Where the planted text begins, and what it reads. */
  readonly start: number;
  readonly planted: string;
}

export interface Corpus {
  readonly correct: readonly string[];
  readonly planted: readonly PlantedError[];
}

function readFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function readGroups(name: string): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(parse(readFile(name)) as Record<string, readonly string[]>);
}

/** Look-alikes by writers who had not seen the rules. */
export const blindFiles = ['lookalikes-blind.txt', 'lookalikes-blind-2.txt'];

/** Passages that look like errors and are none. */
export function readLookAlikes(name: string): readonly string[] {
  return readFile(name)
    .split('\n')
    .filter((line) => line !== '');
}

type Piece = string | MarkedNumber;

/** `共{whole:186}人` → `共`, { whole, 186 }, `人`. */
function cutMarks(passage: string): readonly Piece[] {
  return passage
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, role, text] = /^\{(\w+):(.*)\}$/.exec(piece) ?? [];
      return role === undefined || text === undefined ? piece : { role, text };
    });
}

function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/** What a tired hand makes of a number, the likeliest first: two digits changed over, one digit wrong, one list entry lost. */
function* misprints(text: string): Generator<string> {
  if (/[、和]/.test(text)) {
    yield text.replace(/[、和][^、和]*$/, '');
    return;
  }
  if (/^0$/.test(text)) {
    yield '3';
    return;
  }
  const digits = [...text].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  for (const at of digits.toReversed()) {
    if (digits.includes(at - 1) && text[at - 1] !== text[at] && !(at === 1 && text[at] === '0')) {
      yield `${text.slice(0, at - 1)}${text[at]}${text[at - 1]}${text.slice(at + 1)}`;
    }
  }
  for (const step of [1, 3, 7]) {
    for (const at of digits.toReversed()) {
      const digit = (Number(text[at]) + step) % 10;
      if (at !== 0 || digit !== 0) yield `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
    }
  }
}

function breakNumber(relation: string, pieces: readonly Piece[], at: number): PlantedError | null {
  const target = pieces[at];
  if (target === undefined || typeof target === 'string') return null;
  for (const text of misprints(target.text)) {
    const changed = pieces.with(at, { ...target, text });
    if (holds(relation, numbersOf(changed))) continue;
    const start = plainText(pieces.slice(0, at)).length;
    return { kind: relation, text: plainText(changed), origin: plainText(pieces), start, planted: text };
  }
  return null;
}

export function numbersOf(pieces: readonly Piece[]): readonly MarkedNumber[] {
  return pieces.filter((piece) => typeof piece !== 'string');
}

/** Passages of arithmetic, taken apart. */
export function readArithmetic(): readonly { readonly relation: string; readonly pieces: readonly Piece[] }[] {
  return readGroups('arithmetic.yaml').flatMap(([relation, passages]) =>
    passages.map((passage) => ({ relation, pieces: cutMarks(passage) })),
  );
}

function arithmeticCorpus(): Corpus {
  const passages = readArithmetic();
  return {
    correct: passages.map(({ pieces }) => plainText(pieces)),
    planted: passages.flatMap(({ relation, pieces }) =>
      pieces.map((_, at) => breakNumber(relation, pieces, at)).filter((planted) => planted !== null),
    ),
  };
}

const place = /\{([^{}|]*)\|([^{}]*)\}/g;

/** The passage with the wrong text at one of its places and the right one at all others. */
function plantAt(rule: string, passage: string, which: number): PlantedError {
  let count = -1;
  let start = 0;
  let planted = '';
  let text = '';
  let from = 0;
  for (const match of passage.matchAll(place)) {
    const [whole, right = '', wrong = ''] = match;
    text += passage.slice(from, match.index);
    from = match.index + whole.length;
    count += 1;
    if (count === which) {
      start = text.length;
      planted = wrong;
    }
    text += count === which ? wrong : right;
  }
  text += passage.slice(from);
  return { kind: rule, text, origin: passage.replaceAll(place, '$1'), start, planted };
}

function ruleCorpus(): Corpus {
  const passages = readGroups('rules.yaml').flatMap(([rule, texts]) => texts.map((text) => ({ rule, text })));
  return {
    correct: passages.map(({ text }) => text.replaceAll(place, '$1')),
    planted: passages.flatMap(({ rule, text }) =>
      [...text.matchAll(place)].map((_, which) => plantAt(rule, text, which)),
    ),
  };
}

/** Every correct passage and every planted error. */
export function readCorpus(): Corpus {
  const [arithmetic, rules] = [arithmeticCorpus(), ruleCorpus()];
  return { correct: [...arithmetic.correct, ...rules.correct], planted: [...arithmetic.planted, ...rules.planted] };
}
