import { Fraction } from 'fraction.js';
import { readChineseNumber } from './chinese-number.ts';
import { exactly, type Interval } from './interval.ts';
import { type UnitWord, unitAt } from './units.ts';

/** What a numeral is, read from the text about it. Only quantities are compared with each other. */
export type NumberKind = 'quantity' | 'range' | 'date' | 'year' | 'ordinal' | 'ratio' | 'code' | 'word';

/** How exactly a quantity is meant: 约200人, 3000余人, 80%以上, 超过1亿元. */
export type Hedge = 'none' | 'about' | 'atLeast' | 'over' | 'atMost' | 'under';

/** A number in prose, from its first digit to the end of its unit. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  readonly kind: NumberKind;
  /** Digits without thousands separators: 80.76; of a Chinese numeral its value. */
  readonly digits: string;
  readonly isChinese: boolean;
  /** 余 or 多 stands between the digits and the unit. */
  readonly hedge: Hedge;
  /** What is counted (units.ts); empty without a unit. */
  readonly dimension: string;
  readonly exponent: number;
  /** Unit as written: 万元. */
  readonly unit: string;
}

const pattern = /[0-9０-９]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?|[〇零一二两三四五六七八九十百千]+/g;
const isLetter = /[A-Za-z_@/\\#&=+]/;
const rangeSign = /^[~～—–-]{1,2}$/;

/** Spaces between a number and its unit are a slip that another rule names; the number is read all the same. */
function skipBlanks(text: string, at: number): number {
  let next = at;
  while (next < text.length && next < at + 2 && /[ \u00a0\u3000]/.test(text.charAt(next))) next += 1;
  return next;
}

interface Tail {
  readonly end: number;
  readonly unit: UnitWord | null;
  readonly hedge: Hedge;
}

const afterHedges: readonly (readonly [string, Hedge])[] = [
  ['及以上', 'atLeast'],
  ['以上', 'atLeast'],
  ['以下', 'atMost'],
  ['以内', 'atMost'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['多', 'over'],
];
const beforeHedges: readonly (readonly [string, Hedge])[] = [
  ['大约', 'about'],
  ['不低于', 'atLeast'],
  ['不少于', 'atLeast'],
  ['不超过', 'atMost'],
  ['不高于', 'atMost'],
  ['至少', 'atLeast'],
  ['超过', 'over'],
  ['突破', 'over'],
  ['高于', 'over'],
  ['不足', 'under'],
  ['低于', 'under'],
  ['将近', 'about'],
  ['接近', 'about'],
  ['约', 'about'],
  ['近', 'about'],
  ['逾', 'over'],
  ['超', 'over'],
];

function readTail(text: string, digitsEnd: number): Tail {
  let at = digitsEnd;
  const isMany = /[余多]/.test(text.charAt(at)) && text.charAt(at + 1) !== '';
  if (isMany) at += 1;
  const unitStart = skipBlanks(text, at);
  const unit = unitAt(text, unitStart);
  const end = unit === null ? digitsEnd : unitStart + unit.word.length;
  if (isMany) return { end: unit === null ? at : end, unit, hedge: 'over' };
  const after = afterHedges.find(([word]) => text.startsWith(word, end));
  return { end, unit, hedge: after?.[1] ?? 'none' };
}

function hedgeBefore(text: string, start: number): Hedge {
  const head = text.slice(Math.max(0, start - 3), start);
  return beforeHedges.find(([word]) => head.endsWith(word))?.[1] ?? 'none';
}

/** 第3, 〔2024〕18号, A4, 0572-2345678, 8:30: numerals that count nothing. */
function kindByNeighbours(text: string, start: number, end: number): NumberKind | null {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before === '第') return 'ordinal';
  if (isLetter.test(before) || isLetter.test(after) || before === '.' || before === '$' || before === '-')
    return 'code';
  if (/[〔［[【]/.test(before) && /[〕］\]】]/.test(after)) return 'code';
  if (after === '号' || after === '℃' || (after === '.' && /[^0-9]/.test(text.charAt(end + 1)))) return 'code';
  if (after === ':' || before === ':' || ((after === '：' || after === '∶') && /[0-9]/.test(text.charAt(end + 1)))) {
    return text.startsWith('∶1', end) ? null : 'ratio';
  }
  return before === '∶' || (before === '：' && /[0-9]/.test(text.charAt(start - 2))) ? 'ratio' : null;
}

function dateKind(text: string, start: number, end: number, digits: string): NumberKind | null {
  const after = text.charAt(end);
  if (after === '年' && digits.length === 4 && !text.startsWith('年级', end) && !text.startsWith('年制', end))
    return 'year';
  if ((after === '月' && !text.startsWith('月龄', end)) || (after === '日' && text.charAt(start - 1) === '月'))
    return 'date';
  if (after === '日' && digits.length <= 2) return 'date';
  if (/^(?:19|20)\d\d$/.test(digits) && /^[—–~～-][0-9]{2,4}(?:学年|年|-)/.test(text.slice(end, end + 8)))
    return 'year';
  return null;
}

/** 6～15岁: the first of a range has no unit of its own, and both say together what one quantity is between. */
function isInRange(text: string, start: number, end: number): boolean {
  if (rangeSign.test(text.charAt(end)) || text.charAt(end) === '至' || text.charAt(end) === '到') {
    if (/^(?:[~～—–-]{1,2}|至|到)[0-9]/.test(text.slice(end, end + 3))) return true;
  }
  return rangeSign.test(text.charAt(start - 1)) && /[0-9%元万亿岁人所年]/.test(text.charAt(start - 2));
}

function toHalfWidth(digits: string): string {
  return digits
    .replaceAll(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[,，]/g, '');
}

function readArabic(text: string, start: number, raw: string): NumberMention {
  const end = start + raw.length;
  const digits = toHalfWidth(raw);
  const kind = kindByNeighbours(text, start, end) ?? dateKind(text, start, end, digits);
  const base = { start, digits, isChinese: false, hedge: 'none' as const, dimension: '', exponent: 0, unit: '' };
  if (kind !== null) return { ...base, kind, end };
  const { end: tailEnd, unit, hedge } = readTail(text, end);
  const known = {
    ...base,
    end: tailEnd,
    dimension: unit?.dimension ?? '',
    exponent: unit?.exponent ?? 0,
    unit: unit?.word ?? '',
  };
  if (isInRange(text, start, end) || isInRange(text, start, tailEnd)) return { ...known, kind: 'range' };
  return { ...known, kind: 'quantity', hedge: hedge === 'none' ? hedgeBefore(text, start) : hedge };
}

/** A Chinese numeral counts something only before a unit: 四所 does, 两免一补 and 十四五 do not. */
function readChinese(text: string, start: number, raw: string): NumberMention | null {
  const end = start + raw.length;
  const value = readChineseNumber(raw);
  const { end: tailEnd, unit, hedge } = readTail(text, end);
  const isOrdinal = text.charAt(start - 1) === '第' || text.charAt(end) === '是';
  if (unit === null || isOrdinal) return null;
  return {
    start,
    end: tailEnd,
    kind: value === null || unit.dimension === '年' || unit.dimension === '级' ? 'word' : 'quantity',
    digits: String(value ?? 0),
    isChinese: true,
    hedge: hedge === 'none' ? hedgeBefore(text, start) : hedge,
    dimension: unit.dimension,
    exponent: unit.exponent,
    unit: unit.word,
  };
}

/** All numbers of a text in their order. Takes time in proportion to the text. */
export function readNumbers(text: string): readonly NumberMention[] {
  const numbers: NumberMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const [raw] = match;
    const isArabic = /^[0-9０-９]/.test(raw);
    const mention = isArabic ? readArabic(text, match.index, raw) : readChinese(text, match.index, raw);
    // 百分 of 0.27个百分点 is no number of its own.
    if (mention !== null && mention.start >= (numbers.at(-1)?.end ?? 0)) numbers.push(mention);
  }
  return numbers;
}

/** Decimals as printed: 2 of 80.76. */
export function decimalsOf({ digits }: Pick<NumberMention, 'digits'>): number {
  const point = digits.indexOf('.');
  return point < 0 ? 0 : digits.length - point - 1;
}

/** 10^0 … 10^39, as whole numbers: fraction.js reads texts and powers some ten times as slowly. */
const powersOfTen = Array.from({ length: 40 }, (_, power) => 10n ** BigInt(power));

/** numerator × 10^power */
function scaled(numerator: bigint, power: number): Fraction {
  const factor = powersOfTen[Math.min(Math.abs(power), powersOfTen.length - 1)] ?? 1n;
  return power < 0 ? new Fraction(numerator, factor) : new Fraction(numerator * factor);
}

type Printed = Pick<NumberMention, 'digits' | 'exponent'>;

/** Value in the base unit (元, 1): of `80.76%` 0.8076. */
export function valueOf(printed: Printed): Fraction {
  return scaled(BigInt(printed.digits.replace('.', '')), printed.exponent - decimalsOf(printed));
}

/** Money and averages are rounded even where they are whole; people and schools are counted. */
function isCount({ digits, dimension, exponent }: NumberMention): boolean {
  return exponent === 0 && !digits.includes('.') && dimension !== '元';
}

/** What the printed number may stand for, in the base unit. */
export function intervalOf(mention: NumberMention): Interval {
  if (isCount(mention)) return exactly(valueOf(mention));
  // Five of the place behind the last printed one is half a unit of it.
  const tenfold = BigInt(mention.digits.replace('.', '')) * 10n;
  const power = mention.exponent - decimalsOf(mention) - 1;
  return { low: scaled(tenfold - 5n, power), high: scaled(tenfold + 5n, power) };
}
