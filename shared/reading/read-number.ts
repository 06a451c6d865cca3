import type { ObservationGap } from '../figures/catalogue.ts';
import { decimalOfDouble, shiftDecimal, tidyDecimal } from './decimal-text.ts';
import { foldWidth } from './fold-name.ts';

/** What a cell of text says: a number with the unit written behind it, a sign for its absence, or something else. */
export type ReadNumber =
  | {
      readonly kind: 'number';
      readonly decimal: string;
      /** Unit as written (`人`, `%`, `万元`); null when there is none. */
      readonly unit: string | null;
      /** `万` or `亿` stood alone behind the number and is multiplied in. */
      readonly multiplied: boolean;
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'missing'; readonly reason: ObservationGap }
  | { readonly kind: 'other' };

/** Signs of the statistical yearbooks (`…` 不足单位, `—` 无此项) and words that clerks write. */
const gapSigns: Readonly<Record<string, ObservationGap>> = {
  '-': '无此项',
  '--': '无此项',
  '–': '无此项',
  '—': '无此项',
  '——': '无此项',
  '/': '无此项',
  无: '无此项',
  无此项: '无此项',
  '…': '不足单位',
  '……': '不足单位',
  '...': '不足单位',
  不足单位: '不足单位',
  x: '不公开',
  X: '不公开',
  '×': '不公开',
  不公开: '不公开',
  保密: '不公开',
  未报: '未报',
  缺: '未报',
  不详: '未报',
};

const powers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** Blanks part thousands only behind fewer than three digits: `120 130` may be two figures. */
const pattern = /^([-+−]?)(\d{1,3}(?:,\d{3})+|\d{1,2}(?: \d{3})+|\d+)(\.\d+)?(?:[eE]([-+]?\d{1,2}))?\s*([^\d\s.,]*)$/u;

/** A blank that does not break belongs to the number that it stands in. */
const joinedThousands = /(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))/g;

/** Most figures are whole and written plainly; they need none of what follows, and a pasted table holds 100,000. */
const plainInteger = /^(?:0|-?[1-9]\d{0,14})$/;

/** Reads a number as clerks write it: full-width digits, thousands separators, a unit behind, brackets for negative. */
export function readNumber(raw: string): ReadNumber {
  if (plainInteger.test(raw)) return { kind: 'number', decimal: raw, unit: null, multiplied: false };
  const text = foldWidth(raw.replaceAll(joinedThousands, ',')).trim();
  if (text === '') return { kind: 'blank' };
  const reason = gapSigns[text];
  if (reason) return { kind: 'missing', reason };
  const bracketed = /^\((.*)\)$/.exec(text);
  const parts = pattern.exec(bracketed?.[1] ?? text);
  if (!parts) return { kind: 'other' };
  const [, sign = '', whole = '', fraction = '', exponent = '0', suffix = ''] = parts;
  if (bracketed && sign !== '') return { kind: 'other' };
  const negative = bracketed !== null || sign === '-' || sign === '−';
  const plain = whole.replaceAll(/[^\d]/g, '') + fraction;
  const decimal = shiftDecimal(withoutNoise(negative ? `-${plain}` : plain), Number(exponent));
  return withSuffix(decimal, suffix);
}

function withSuffix(decimal: string, suffix: string): ReadNumber {
  if (suffix === '') return { kind: 'number', decimal, unit: null, multiplied: false };
  const power = powers[suffix];
  if (power !== undefined) {
    return { kind: 'number', decimal: shiftDecimal(decimal, power), unit: null, multiplied: true };
  }
  // A unit is a word or a sign; a footnote mark such as ① or # is not, and must not pass unseen.
  if (!/^[\p{Script=Han}a-zA-Z%‰/]+$/u.test(suffix)) return { kind: 'other' };
  return { kind: 'number', decimal, unit: suffix, multiplied: false };
}

/** More than 15 significant digits behind a point are the noise of a double that was written out in full. */
function withoutNoise(decimal: string): string {
  const tidy = tidyDecimal(decimal);
  const significant = tidy.replaceAll(/[-.]/g, '').replace(/^0+/, '').length;
  if (significant <= 15 || !tidy.includes('.')) return tidy;
  return decimalOfDouble(Number(tidy)) ?? tidy;
}
