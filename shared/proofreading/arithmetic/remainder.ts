import type { Fraction } from 'fraction.js';
import { type NumberMention, valueOf } from '../reading/read-numbers.ts';
import type { Check, Statement } from './claims.ts';
import { printLike, printMention } from './print.ts';

/** 疑似辍学17人，已劝返16人，劝返率94.12%。尚有1人未返校: what is left of a whole whose share was told just before. */

/** A whole and the part of it that a rate confirmed, with the words of the rate. */
export interface ToldShare {
  readonly whole: NumberMention;
  /** Sum of the parts, in the base unit. */
  readonly part: Fraction;
  readonly words: string;
}

const left = /未([\p{Script=Han}]{1,2})/u;

/** Whether what is said to be left is the whole less the part. */
export function checkRemainder({ text, start, claims }: Statement, told: ToldShare | null): readonly Check[] {
  if (told === null) return [];
  const own = claims.find(({ number, gap, after }) => {
    const word = left.exec(gap.slice(-8) + after.slice(0, 8))?.[1];
    const isSame = number.dimension === told.whole.dimension && number.hedge === 'none' && !number.isChinese;
    return isSame && word !== undefined && [...word].some((sign) => told.words.includes(sign));
  });
  if (own === undefined || /其中|上年|去年/.test(text.slice(0, own.number.start - start))) return [];
  const expected = valueOf(told.whole).sub(told.part);
  const base = { rule: 'A04', isCertain: false, at: own.number };
  const working = `${printMention(told.whole)}−${printLike(told.part, told.whole)}=${printLike(expected, told.whole)}`;
  if (expected.equals(valueOf(own.number)))
    return [{ ...base, verdict: 'agrees', message: `${working}，与文中一致。`, remedy: '' }];
  const message = `${working}，文中写的是${printMention(own.number)}。`;
  return [{ ...base, verdict: 'differs', message, remedy: '核对总数、已完成数和剩余数。' }];
}
