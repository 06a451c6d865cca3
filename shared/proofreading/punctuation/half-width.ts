import type { Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';

/** Half-width marks between Han (GB/T 15834-2011, 5.1: marks take one character). */

const full: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
const isHan = /[\p{Script=Han}，。；：、！？（）《》〈〉“”‘’〔〕【】％…—]/u;
const isWordSign = /[A-Za-z0-9%.\-_/]/;

/** Whether a mark belongs to Chinese text: a Han character on one side, and no English word or number around it. */
function isChinese(text: string, at: number): boolean {
  const [before, sign, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)];
  if (sign === '(') return isHan.test(after) || isHan.test(before);
  if (sign === ')') return isHan.test(before) || isHan.test(after);
  if (isWordSign.test(before) && isWordSign.test(after)) return false;
  return isHan.test(before) || (isHan.test(after) && (isWordSign.test(before) || before === ')'));
}

const reach = 100;

/** An opening bracket that is turned takes its closing one with it, and the other way. */
function partnerIsChinese(text: string, at: number): boolean {
  const isOpen = text.charAt(at) === '(';
  const near = isOpen ? text.slice(at, at + reach) : text.slice(Math.max(0, at - reach), at + 1);
  const partner = isOpen ? near.indexOf(')') : near.lastIndexOf('(');
  return partner >= 0 && isChinese(text, (isOpen ? at : Math.max(0, at - reach)) + partner);
}

export const fullWidthMarks: Rule = {
  id: 'P01',
  name: '中文里用全角标点',
  kind: 'punctuation',
  severity: 'E',
  good: '各校高度重视，认真落实责任。',
  bad: '各校高度重视,认真落实责任。',
  check: eachMatch(/[,;:!?()]/g, ({ 0: sign, index }, { text }) => {
    const isBracket = sign === '(' || sign === ')';
    if (!(isChinese(text, index) || (isBracket && partnerIsChinese(text, index)))) return null;
    const right = full[sign] ?? sign;
    return { message: `中文里的“${sign}”是半角标点。`, remedy: `改为“${right}”。`, replacement: right };
  }),
};
