import { valueOf } from '../reading/read-numbers.ts';
import type { Check, Claim, Statement } from './claims.ts';
import { printMention } from './print.ts';

/** 100%、全部、清零、应入尽入 against a detail that is not so. */

const everyOne = /应[\p{Script=Han}]尽[\p{Script=Han}]|全部|百分之百|无一遗漏/u;
const cleared = /动态清零|常态清零|零辍学|全部消除|全部清零|实现清零|无辍学/;
const remaining = /未返|未劝返|未入学|未到校|失学|辍学学生|现有大班额|仍有|尚有|还有|剩余/;
const ought = /应|计划|排查|需/;
const did = /已|实际|共|完成|整改|通过|落实/;

function sharesWord(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at += 1) {
    const word = one.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(word) && other.includes(word)) return true;
  }
  return false;
}

/** 应入学3215人，已入学3214人，…应入尽入: the two must be equal. */
function checkAll({ text, claims }: Statement): Check | null {
  const isFull = claims.some(({ number }) => number.dimension === '%' && /^100(?:\.0+)?$/.test(number.digits));
  const word = everyOne.exec(text);
  if (!isFull && word === null) return null;
  const counts = claims.filter(({ number }) => number.dimension !== '%' && number.dimension !== '百分点');
  const [whole, part] = counts;
  if (counts.length !== 2 || whole === undefined || part === undefined) return null;
  if (whole.number.dimension !== part.number.dimension || whole.number.isChinese || part.number.isChinese) return null;
  if (whole.number.hedge !== 'none' || part.number.hedge !== 'none' || !did.test(part.gap)) return null;
  const tail = word === null ? '' : text.slice(word.index + word[0].length, word.index + word[0].length + 8);
  if (!(ought.test(whole.gap) || sharesWord(tail, part.gap.slice(-8)))) return null;
  if (/其中|另有|还有|尚有|未|正在|含/.test(part.gap)) return null;
  const said = word?.[0] ?? '100%';
  const base = { rule: 'A12', isCertain: false, at: part.number };
  if (valueOf(whole.number).equals(valueOf(part.number))) {
    return { ...base, verdict: 'agrees', message: `两个数相等，与“${said}”相符。`, remedy: '' };
  }
  const message = `${printMention(whole.number)}和${printMention(part.number)}不相等，与“${said}”不符。`;
  return { ...base, verdict: 'differs', message, remedy: '核对两个数，或者改写“全部”“100%”这样的话。' };
}

function checkCleared({ text, claims }: Statement): Check | null {
  const word = cleared.exec(text)?.[0];
  if (word === undefined) return null;
  const left = claims.find(
    (claim: Claim) => remaining.test(claim.label) && !/劝返$|已|累计|上年|去年/.test(claim.label),
  );
  if (left === undefined || left.number.dimension === '%') return null;
  const base = { rule: 'A12', isCertain: false, at: left.number };
  if (valueOf(left.number).equals(0)) return { ...base, verdict: 'agrees', message: `与“${word}”相符。`, remedy: '' };
  const message = `文中说“${word}”，又写还有${printMention(left.number)}。`;
  return { ...base, verdict: 'differs', message, remedy: '核对这个数，或者说明这些人的情况。' };
}

/** Rates that are a part of a whole; 毛入学率, 完成率, 增长率 and the like may exceed it. */
const partOfWhole =
  /(?:比例|占比|比重|入学率|入园率|巩固率|覆盖率|合格率|达标率|普及率|劝返率|到位率|就业率|知晓率|满意度|占)(?:最[高低]的是[^，。；]{1,40}，)?(?:也|均|都)?[为是达到至]{0,2}$/;
const beyondWhole = /毛|完成|增长|相对|相当于|高于|倍|超额|平均|发展/;

/** 就读比例为110% */
function checkBounded({ number, gap, label }: Claim): Check | null {
  // Three digits before the point, which most percentages do not have, are looked at exactly.
  if (number.dimension !== '%' || !/^\d{3}/.test(number.digits) || !valueOf(number).gt(1)) return null;
  if (!partOfWhole.test(gap) || beyondWhole.test(label)) return null;
  const message = `这个比例是${printMention(number)}，部分不会多于全部。`;
  return { rule: 'A14', verdict: 'differs', isCertain: true, at: number, message, remedy: '核对分子、分母。' };
}

/** Whether what is said of all holds for the numbers of the sentence. */
export function checkAbsolutes(statement: Statement): readonly Check[] {
  return [checkAll(statement), checkCleared(statement), ...statement.claims.map(checkBounded)].filter(
    (found) => found !== null,
  );
}
