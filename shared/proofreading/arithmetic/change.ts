import { Fraction } from 'fraction.js';
import { type Interval, meets, minus, over, plus, size } from '../reading/interval.ts';
import { type NumberMention, valueOf } from '../reading/read-numbers.ts';
import type { Check, Claim, Statement } from './claims.ts';
import { printLike, printMention } from './print.ts';
import { judge } from './relation.ts';

/** Now, before, and what lies between: 由…增加到…，增加了…；比上年的…增长…%；提高…个百分点；是上年的…倍. */

const up = '净增|增加|增长|提高|提升|上升|增幅|涨幅|扩大|新增|增|多|高|升';
const down = '净减|减少|下降|降低|降幅|缩小|压减|减|降|少|低';
const direction = new RegExp(`(${up}|${down})(?:了|达到|达|为|约)?$`);
const isUp = new RegExp(`^(?:${up})$`);
const reaches = /(?:到|至|为|成)(?:了)?$/;
const moves = new RegExp(`${up}|${down}|调整|化解|压缩`);
const comparesWith = /[比较](?:上|去|\d{4})[^，。；]*的?$|[比较]上年同期的?$/;
/** What is measured against something other than the number before, or spread over years. */
const elsewhere = /^[，；]?(?:其中)?(?:20\d\d)年|高于|低于|快于|慢于|好于|年均|月均|平均|[比较]全|[比较]省|[比较]市/;
const timesOf = /是(?:上年|去年|原来|上年同期|\d{4}年)?的$/;

type Moment = 'now' | 'before' | 'change' | 'times' | 'plain';

function momentOf({ gap, number }: Claim): Moment {
  const clause = gap.slice(Math.max(gap.lastIndexOf('，'), gap.lastIndexOf('；'), gap.lastIndexOf('。')) + 1);
  if (number.dimension === '倍') return timesOf.test(clause) ? 'times' : 'plain';
  if (reaches.test(clause) && moves.test(clause) && !direction.test(clause)) return 'now';
  if (/增至$|减至$|降至$|升至$/.test(clause)) return 'now';
  if (direction.test(clause)) return elsewhere.test(clause) || /分别|依次|各/.test(clause) ? 'plain' : 'change';
  if (comparesWith.test(clause)) return 'before';
  if (/[由从][^，。；]*$/.test(clause)) return 'before';
  if (/上年|去年|上学年|上一年|原来|原有/.test(clause) && !/[比较]/.test(clause)) return 'before';
  return 'plain';
}

interface Placed {
  readonly claim: Claim;
  readonly moment: Moment;
  readonly at: number;
  /** Which of the parts between semicolons it stands in. */
  readonly segment: number;
}

/** In one part of the sentence, or in a next one that only gives the number before: …，比上年增加1320人；上年为45420人. */
function isTogetherWith({ claim, segment }: Placed, change: Placed): boolean {
  return segment === change.segment || /^[；;](?:上年|去年)(?:同期)?[为是]/.test(claim.gap);
}

/** The number now and the number before that a change lies between. */
interface Pair {
  readonly now: NumberMention;
  readonly before: NumberMention;
  readonly isCertain: boolean;
}

function yearOf({ gap }: Claim): number | null {
  const years = [...gap.matchAll(/(20\d\d)年/g)];
  return years.length === 0 ? null : Number(years.at(-1)?.[1]);
}

/** 2024年…312人，2023年…268人: the earlier year is the one before. */
function byYears(placed: readonly Placed[], dimension: string): Pair | null {
  const dated = placed.filter(({ claim, moment }) => moment !== 'change' && claim.number.dimension === dimension);
  const [first, second] = dated;
  if (dated.length !== 2 || first === undefined || second === undefined) return null;
  const [early, late] = [yearOf(first.claim), yearOf(second.claim)];
  if (early === null || late === null || early === late) return null;
  const [now, before] = early > late ? [first, second] : [second, first];
  return { now: now.claim.number, before: before.claim.number, isCertain: true };
}

function pairFor(placed: readonly Placed[], change: Placed): Pair | null {
  const isRate = change.claim.number.dimension === '百分点';
  const fits = ({ claim, moment }: Placed, wanted: readonly Moment[]) =>
    wanted.includes(moment) &&
    claim.number.hedge === 'none' &&
    (isRate ? claim.number.dimension === '%' : !['%', '百分点', '倍'].includes(claim.number.dimension));
  const ownDimension = change.claim.number.dimension;
  const same = (claim: Claim) =>
    ['%', '百分点', '倍'].includes(ownDimension) || claim.number.dimension === ownDimension;
  const near = placed.filter(
    (entry) => Math.abs(entry.at - change.at) <= 4 && same(entry.claim) && isTogetherWith(entry, change),
  );
  const before = near.find((entry) => fits(entry, ['before']));
  if (before === undefined)
    return byYears(near, isRate ? '%' : (near.find((e) => fits(e, ['plain']))?.claim.number.dimension ?? ''));
  const alike = ({ claim }: Placed) => claim.number.dimension === before.claim.number.dimension;
  const now =
    near.find((entry) => fits(entry, ['now']) && alike(entry)) ??
    near.findLast((entry) => fits(entry, ['plain']) && alike(entry) && entry.at < Math.max(change.at, before.at)) ??
    near.find((entry) => fits(entry, ['plain']) && alike(entry));
  if (now === undefined) return null;
  const others = near.filter((entry) => fits(entry, ['now', 'before', 'plain']) && alike(entry));
  const span = [now.at, before.at, change.at];
  const isTogether = Math.max(...span) - Math.min(...span) <= 2 || others.length === 2;
  return { now: now.claim.number, before: before.claim.number, isCertain: isTogether };
}

function meansOf(change: NumberMention, [now, before]: readonly [Interval, Interval]): Interval | null {
  const difference = size(minus(now, before));
  return change.dimension === '%' ? over(difference, before) : difference;
}

function tell(change: NumberMention, { now, before }: Pair): string {
  const [late, early] = [valueOf(now), valueOf(before)];
  const difference = late.sub(early).abs();
  const [more, less] = late.gte(early) ? [now, before] : [before, now];
  const minusText = `${printMention(more)}−${printMention(less)}`;
  if (change.dimension !== '%') return `${minusText}=${printLike(difference, change)}`;
  if (early.equals(0)) return `${printMention(before)}不能作分母`;
  return `(${minusText})÷${printMention(before)}=${printLike(difference.div(early), change)}`;
}

const ruleOf = (dimension: string) => (dimension === '%' ? 'A05' : dimension === '百分点' ? 'A06' : 'A04');

/** The word of direction says up where the numbers go down, or the other way. */
function isTurned(change: Claim, { now, before }: Pair): boolean {
  const word = direction.exec(change.gap)?.[1];
  if (word === undefined || valueOf(now).equals(valueOf(before))) return false;
  return isUp.test(word) !== valueOf(now).gt(valueOf(before));
}

function checkChange(placed: readonly Placed[], change: Placed): Check | null {
  const pair = pairFor(placed, change);
  const { number, gap } = change.claim;
  if (pair === null || number.hedge !== 'none') return null;
  if (number.dimension === '%' && pair.now.dimension === '%') return null;
  const verdict = judge({
    certainty: pair.isCertain ? 'certain' : 'likely',
    numbers: [number, pair.now, pair.before],
    holds: ([difference, now, before]) => {
      if (difference === undefined || now === undefined || before === undefined) return false;
      const means = meansOf(number, [now, before]);
      return means !== null && meets(difference, means);
    },
  });
  if (verdict === 'unknown') return null;
  const base = { rule: ruleOf(number.dimension), isCertain: pair.isCertain, at: number };
  const told = tell(number, pair);
  if (isTurned(change.claim, pair)) {
    const word = direction.exec(gap)?.[1] ?? '';
    const message = `由${printMention(pair.before)}到${printMention(pair.now)}，不是“${word}”。`;
    return { ...base, verdict: 'differs', message, remedy: '核对两个数和增减方向。' };
  }
  if (verdict === 'agrees') return { ...base, verdict, message: `${told}，与文中一致。`, remedy: '' };
  const message = `${told}，文中写的是${printMention(number)}。`;
  return { ...base, verdict, message, remedy: '核对本期数、上期数和增减数。' };
}

/** 46740人，比上年增加1320人，增长2.91%: the number before is not written, but follows. */
function checkBoth(placed: readonly Placed[], at: number): Check | null {
  const [now, one, other] = [placed[at], placed[at + 1], placed[at + 2]];
  if (now?.moment !== 'plain' || one?.moment !== 'change' || other?.moment !== 'change') return null;
  const [count, growth] = one.claim.number.dimension === '%' ? [other, one] : [one, other];
  const dimension = now.claim.number.dimension;
  if (growth.claim.number.dimension !== '%' || count.claim.number.dimension !== dimension || dimension === '%')
    return null;
  const sign = isUp.test(direction.exec(count.claim.gap)?.[1] ?? '') ? minus : plus;
  const numbers = [growth.claim.number, now.claim.number, count.claim.number];
  if (numbers.some(({ hedge }) => hedge !== 'none')) return null;
  const verdict = judge({
    certainty: 'certain',
    numbers,
    holds: ([rate, late, difference]) => {
      if (rate === undefined || late === undefined || difference === undefined) return false;
      const quotient = over(difference, sign(late, difference));
      return quotient !== null && meets(rate, quotient);
    },
  });
  if (verdict === 'unknown') return null;
  const isMore = sign === minus;
  const [late, difference] = [valueOf(now.claim.number), valueOf(count.claim.number)];
  const early = isMore ? late.sub(difference) : late.add(difference);
  if (early.lte(0)) return null;
  const told = `${printMention(count.claim.number)}÷(${printMention(now.claim.number)}${isMore ? '−' : '+'}${printMention(count.claim.number)})=${printLike(difference.div(early), growth.claim.number)}`;
  const base = { rule: 'A05', isCertain: true, at: growth.claim.number };
  if (verdict === 'agrees') return { ...base, verdict, message: `${told}，与文中一致。`, remedy: '' };
  const message = `${told}，文中写的是${printMention(growth.claim.number)}。`;
  return { ...base, verdict, message, remedy: '核对本期数、增减数和增幅。' };
}

function checkTimes(placed: readonly Placed[], { claim, at }: Placed): Check | null {
  const near = placed.filter((entry) => entry.at < at && entry.at >= at - 3 && entry.claim.number.hedge === 'none');
  const before = near.find(({ moment }) => moment === 'before');
  const now = near.find((entry) => entry !== before && entry.claim.number.dimension === before?.claim.number.dimension);
  if (before === undefined || now === undefined || claim.number.hedge !== 'none') return null;
  const numbers = [claim.number, now.claim.number, before.claim.number];
  const verdict = judge({
    certainty: 'certain',
    numbers,
    holds: ([factor, late, early]) => {
      const quotient = late === undefined || early === undefined ? null : over(late, early);
      if (factor === undefined || quotient === null) return false;
      const isWhole = !claim.number.digits.includes('.');
      const half = isWhole ? new Fraction(1, 20) : new Fraction(0);
      return meets({ low: factor.low.sub(half), high: factor.high.add(half) }, quotient);
    },
  });
  if (verdict === 'unknown' || valueOf(before.claim.number).equals(0)) return null;
  const quotient = printLike(valueOf(now.claim.number).div(valueOf(before.claim.number)), claim.number, 2);
  const told = `${printMention(now.claim.number)}÷${printMention(before.claim.number)}=${quotient}`;
  const base = { rule: 'A05', isCertain: true, at: claim.number };
  if (verdict === 'agrees') return { ...base, verdict, message: `${told}，与文中一致。`, remedy: '' };
  return { ...base, verdict, message: `${told}，文中写的是${printMention(claim.number)}。`, remedy: '核对倍数。' };
}

/** Whether differences, growth rates, 百分点 and multiples agree with the numbers that they lie between. */
export function checkChanges({ claims }: Statement): readonly Check[] {
  if (claims.length < 3) return [];
  let segment = 0;
  const placed = claims.map((claim, at) => {
    if (/[；;]/.test(claim.gap)) segment += 1;
    return { claim, moment: momentOf(claim), at, segment };
  });
  return placed
    .flatMap((entry, at) => [
      entry.moment === 'change' ? checkChange(placed, entry) : null,
      entry.moment === 'times' ? checkTimes(placed, entry) : null,
      checkBoth(placed, at),
    ])
    .filter((found) => found !== null);
}

const gains = /新增|转入|增加|招聘|新建|调入|新招/;
const losses = /减少|转出|退休|撤并|调出|化解|核减|流出/;
const opening = /年初|上年末|上学年末|去年底|去年年底|期初|上年底|原有/;
const closing = /年末|期末|现有|实有|年底|还有|剩余/;

/** 年初…人，新增…人，减少…人，年末…人 */
export function checkBalances({ claims }: Statement): readonly Check[] {
  const checks: Check[] = [];
  for (const [at, start] of claims.entries()) {
    if (!opening.test(start.gap) || /[比较]/.test(start.label)) continue;
    const run = claims.slice(at, at + 6);
    const until = run.findIndex((claim, index) => index > 0 && closing.test(claim.label));
    const moved = run.slice(1, until);
    const end = run[until];
    if (until < 2 || end === undefined) continue;
    const all = [start, ...moved, end];
    const isSame = all.every(({ number }) => number.dimension === start.number.dimension && number.hedge === 'none');
    if (!isSame || !moved.every(({ label }) => gains.test(label) !== losses.test(label))) continue;
    const holds = (values: readonly Interval[]) => {
      const [first, ...rest] = values;
      const last = rest.at(-1);
      if (first === undefined || last === undefined) return false;
      const result = rest
        .slice(0, -1)
        .reduce(
          (sum, value, index) => (gains.test(moved[index]?.label ?? '') ? plus(sum, value) : minus(sum, value)),
          first,
        );
      return meets(result, last);
    };
    const verdict = judge({ certainty: 'certain', numbers: all.map(({ number }) => number), holds });
    const steps = moved.map(({ label, number }) => `${gains.test(label) ? '+' : '−'}${number.digits}`).join('');
    const result = moved.reduce(
      (sum, { label, number }) => (gains.test(label) ? sum.add(valueOf(number)) : sum.sub(valueOf(number))),
      valueOf(start.number),
    );
    const told = `${start.number.digits}${steps}=${printLike(result, end.number)}`;
    const base = { rule: 'A04', isCertain: true, at: end.number };
    if (verdict === 'agrees') checks.push({ ...base, verdict, message: `${told}，与文中一致。`, remedy: '' });
    if (verdict === 'differs') {
      const message = `${told}，文中写的是${printMention(end.number)}。`;
      checks.push({ ...base, verdict, message, remedy: '核对期初、增减和期末的数。' });
    }
  }
  return checks;
}
