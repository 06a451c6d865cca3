import { normalizeSigns } from '../name-index.ts';
import type { FormulaProblem, Span } from './syntax.ts';

export type Token =
  | { readonly kind: 'number'; readonly text: string; readonly span: Span }
  /** A known name, or a run of word signs that is none. */
  | { readonly kind: 'word'; readonly text: string; readonly quoted: boolean; readonly span: Span }
  /** What stands between [ and ], uncut. */
  | { readonly kind: 'qualifiers'; readonly text: string; readonly span: Span }
  | { readonly kind: 'sign'; readonly text: string; readonly span: Span }
  | { readonly kind: 'end'; readonly text: ''; readonly span: Span };

/** Longest known name at a place, or null. */
export type NameMatcher = (text: string, position: number) => string | null;

const signs: Readonly<Record<string, string>> = {
  '*': '×',
  '×': '×',
  '/': '÷',
  '÷': '÷',
  '≠': '<>',
  '≤': '<=',
  '≥': '>=',
  '!=': '<>',
};
const signPattern = /<=|>=|<>|!=|[+\-*/×÷=<>≠≤≥(),%]/y;
const numberPattern = /\d+(?:\.\d+)?(?:万亿|亿|万)?/y;
/** A period by its name (2016年, 2016—2017学年, 2021年上半年); the bare year is a number. */
const periodPattern = /(?:19|20|21)\d{2}(?:[—~～-]\d{4})?(?:年|学年)[\p{L}\p{N}]*/uy;
const wordPattern = /[\p{L}\p{N}_·—]+/uy;
const quotedPattern = /[“"]([^”"]*)[”"]/y;

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function readToken(text: string, position: number, nameAt: NameMatcher): Token | FormulaProblem {
  const token = (kind: 'number' | 'sign' | 'qualifiers', value: string, length: number): Token => ({
    kind,
    text: value,
    span: { start: position, end: position + length },
  });
  const wordToken = (value: string, length: number, isQuoted = false): Token => ({
    kind: 'word',
    text: value,
    quoted: isQuoted,
    span: { start: position, end: position + length },
  });
  const quoted = matchAt(quotedPattern, text, position);
  if (quoted) return wordToken(quoted[1] ?? '', quoted[0].length, true);
  const name = nameAt(text, position);
  const number = matchAt(numberPattern, text, position)?.[0];
  if (name !== null && name.length > (number?.length ?? 0)) {
    // A known name that runs on is another, misspelt one: 随迁子女人数量 is not 随迁子女人数.
    const tail = matchAt(wordPattern, text, position + name.length)?.[0] ?? '';
    return wordToken(name + tail, name.length + tail.length);
  }
  const period = matchAt(periodPattern, text, position)?.[0];
  if (period !== undefined) return wordToken(period, period.length);
  if (number !== undefined) return token('number', number, number.length);
  if (text[position] === '[') {
    const close = text.indexOf(']', position);
    if (close < 0) {
      return { code: 'syntax', message: '方括号没有配对：缺少“]”。', span: { start: position, end: text.length } };
    }
    return token('qualifiers', text.slice(position + 1, close), close + 1 - position);
  }
  const sign = matchAt(signPattern, text, position)?.[0];
  if (sign !== undefined) return token('sign', signs[sign] ?? sign, sign.length);
  const word = matchAt(wordPattern, text, position)?.[0];
  if (word !== undefined) return wordToken(word, word.length);
  const stray = String.fromCodePoint(text.codePointAt(position) ?? 0);
  return {
    code: 'syntax',
    message: `算式里不能有“${stray}”。`,
    span: { start: position, end: position + stray.length },
  };
}

/** Cuts a formula into tokens. Names are found by longest match before anything else, so they may hold digits and signs. */
export function lexFormula(source: string, nameAt: NameMatcher): readonly Token[] | FormulaProblem {
  const text = normalizeSigns(source);
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    if (/\s/.test(text[position] ?? '')) {
      position += 1;
      continue;
    }
    const token = readToken(text, position, nameAt);
    if ('code' in token) return token;
    tokens.push(token);
    position = token.span.end;
  }
  tokens.push({ kind: 'end', text: '', span: { start: text.length, end: text.length } });
  return tokens;
}
