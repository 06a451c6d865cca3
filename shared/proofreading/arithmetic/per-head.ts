import { Fraction } from 'fraction.js';
import { type Interval, meets, over, times } from '../reading/interval.ts';
import { type NumberMention, valueOf } from '../reading/read-numbers.ts';
import type { Check, Claim, Statement } from './claims.ts';
import { printLike, printMention } from './print.ts';
import { judge } from './relation.ts';

/** Averages and what they are of: 人均, 生均, 校均, 平均班额; 每…, 共…; 生师比. */

interface Average {
  readonly cue: RegExp;
  /** What stands behind the number, where the unit is a quotient: 元/人次. */
  readonly behind?: RegExp;
  /** What it is divided by. */
  readonly counted: readonly string[];
}

const averages: readonly Average[] = [
  { cue: /平均(?:为|约)?$/, behind: /^[/／]人次/, counted: ['人次'] },
  { cue: /平均(?:为|约)?$/, behind: /^[/／](?:人|生)(?!次)/, counted: ['人'] },
  { cue: /(?<![月日年])人均(?:资助|补助|受助|达|为|约)*$/, counted: ['人', '人次'] },
  { cue: /(?<![月日年])生均(?:资助|补助|投入|达|为|约)*$/, counted: ['人'] },
  { cue: /[校园]均(?:投入|规模|达|为|约)*$/, counted: ['所'] },
  { cue: /座均(?:达|为|约)*$/, counted: ['座'] },
  { cue: /户均(?:达|为|约)*$/, counted: ['户'] },
  { cue: /班均(?:达|为|约)*$|平均班额(?:达|为|约)*$/, counted: ['个', '班'] },
];

function outcome(base: Pick<Check, 'rule' | 'at'>, holds: boolean, told: string): Check {
  if (holds) return { ...base, verdict: 'agrees', isCertain: true, message: `${told}，与文中一致。`, remedy: '' };
  const message = `${told}，文中写的是${printMention(base.at)}。`;
  return { ...base, verdict: 'differs', isCertain: true, message, remedy: '核对总数、个数和平均数。' };
}

function checkAverage(claims: readonly Claim[], at: number): Check | null {
  const claim = claims[at];
  const average = averages.find(
    ({ cue, behind }) => cue.test(claim?.gap ?? '') && (behind?.test(claim?.after ?? '') ?? true),
  );
  if (claim === undefined || average === undefined || claim.number.hedge !== 'none') return null;
  const before = claims.slice(Math.max(0, at - 3), at).filter(({ number }) => number.hedge === 'none');
  const counts = before.filter(({ number }) => average.counted.includes(number.dimension));
  const totals = before.filter(
    ({ number }) => number.dimension === claim.number.dimension && !average.counted.includes(number.dimension),
  );
  const [count, total] = [counts.at(-1)?.number, totals.at(-1)?.number];
  if (count === undefined || total === undefined || counts.length > 1 || totals.length > 1) return null;
  if (valueOf(count).equals(0)) return null;
  const verdict = judge({
    certainty: 'certain',
    numbers: [claim.number, total, count],
    holds: ([one, all, many]) => {
      const quotient = all === undefined || many === undefined ? null : over(all, many);
      return one !== undefined && quotient !== null && meets(one, quotient);
    },
  });
  const told = `${printMention(total)}÷${printMention(count)}=${printLike(valueOf(total).div(valueOf(count)), claim.number)}`;
  return outcome({ rule: 'A09', at: claim.number }, verdict === 'agrees', told);
}

/** 6栋，每栋24间，共144间 */
function checkProduct(claims: readonly Claim[], at: number): Check | null {
  const [count, each, total] = [claims[at - 1], claims[at], claims[at + 1]];
  if (count === undefined || each === undefined || total === undefined) return null;
  if (!/每[\p{Script=Han}]{1,12}$/u.test(each.gap) || !/共/.test(total.gap) || /[。；]/.test(each.gap + total.gap))
    return null;
  if (each.number.dimension !== total.number.dimension) return null;
  const numbers = [count.number, each.number, total.number];
  if (numbers.some(({ hedge, isChinese }) => hedge !== 'none' || isChinese)) return null;
  const verdict = judge({
    certainty: 'certain',
    numbers,
    holds: ([many, one, all]) =>
      many !== undefined && one !== undefined && all !== undefined && meets(all, times(many, one)),
  });
  const product = printLike(valueOf(count.number).mul(valueOf(each.number)), total.number);
  const told = `${printMention(count.number)}×${printMention(each.number)}=${product}`;
  return outcome({ rule: 'A09', at: total.number }, verdict === 'agrees', told);
}

/** 生师比16.8∶1 */
function checkRatio(claims: readonly Claim[], at: number): Check | null {
  const ratio = claims[at];
  if (ratio?.number.dimension !== '∶1' || !/生师比[为达是约]*$/.test(ratio.gap) || ratio.number.hedge !== 'none')
    return null;
  const people = claims.slice(Math.max(0, at - 3), at).filter(({ number }) => number.dimension === '人');
  const [students, perOne] = people.map(({ number }) => number);
  if (people.length !== 2 || students === undefined || perOne === undefined || valueOf(perOne).equals(0)) return null;
  const half = ratio.number.digits.includes('.') ? new Fraction(0) : new Fraction(1, 2);
  const verdict = judge({
    certainty: 'certain',
    numbers: [ratio.number, students, perOne],
    holds: ([one, many, few]) => {
      const quotient = many === undefined || few === undefined ? null : over(many, few);
      return one !== undefined && quotient !== null && meets(widened(one, half), quotient);
    },
  });
  const told = `${printMention(students)}÷${printMention(perOne)}=${printQuotient(students, perOne)}`;
  return outcome({ rule: 'A09', at: ratio.number }, verdict === 'agrees', told);
}

function widened({ low, high }: Interval, by: Fraction): Interval {
  return { low: low.sub(by), high: high.add(by) };
}

function printQuotient(a: NumberMention, b: NumberMention): string {
  return printLike(valueOf(a).div(valueOf(b)), { ...a, exponent: 0, unit: '' }, 2);
}

/** Whether averages, products and ratios agree with the totals and counts beside them. */
export function checkAverages({ claims }: Statement): readonly Check[] {
  return claims
    .flatMap((_, at) => [checkAverage(claims, at), checkProduct(claims, at), checkRatio(claims, at)])
    .filter((found) => found !== null);
}
