import { Fraction } from 'fraction.js';
import { meets, over, sum } from '../reading/interval.ts';
import { type NumberMention, valueOf } from '../reading/read-numbers.ts';
import { type Check, type Claim, clauseBefore, type Statement } from './claims.ts';
import { breakdownsOf } from './parts.ts';
import { printLike, printMention, printSum } from './print.ts';
import { agrees, judge, type Relation } from './relation.ts';
import type { ToldShare } from './remainder.ts';

/** Shares: part ÷ whole = 占…%, 比例, …率. */

const saysShare = /占|比例|比重|率|进度/;
const saysChange = /比上|比去|同比|环比|[较比]\d{4}|增|减|提高|提升|上升|下降|降|高于|低于|超过|目标|均|差/;
/** Words of a rate's name that say nothing about what it is of. */
const common = new Set('的为达到率比例占完成总全县市区已经实际应有所数人学生校其中共年达在及了约均');

interface Candidate {
  readonly parts: readonly NumberMention[];
  readonly wholes: readonly NumberMention[];
  readonly isCertain: boolean;
  /** Good enough to confirm a rate, never to doubt one. */
  readonly onlyConfirms?: true;
}

function sharesWord(rate: string, label: string): boolean {
  return [...rate].some((sign) => /\p{Script=Han}/u.test(sign) && !common.has(sign) && label.includes(sign));
}

/** 占毕业生总数的60%: what the share is of, where the text names it. */
function namedWhole(gap: string): string | null {
  return /占([^占，。；（]{1,14}?)(?:总数|总量|总人数)?(?:人数)?的(?:比例|比重)?[为达到约]*$/.exec(gap)?.[1] ?? null;
}

/** The counts before the rate that it can be computed of, up to the rate before the last. */
function countsBefore(claims: readonly Claim[], at: number): readonly Claim[] {
  const last = claims.slice(0, at).findLast(({ number }) => number.dimension !== '%' && number.dimension !== '百分点');
  if (last === undefined) return [];
  return claims
    .slice(Math.max(0, at - 8), at)
    .filter(({ number }) => number.dimension === last.number.dimension && number.hedge === 'none' && !number.isChinese);
}

/** 占在校学生46740人的88.22%: the whole stands between 占 and the share. */
function wholeInside(claims: readonly Claim[], at: number): Candidate | null {
  const [part, whole, rate] = [claims[at - 2], claims[at - 1], claims[at]];
  if (part === undefined || whole === undefined || rate === undefined) return null;
  if (!/^的(?:比例|比重)?[为达]?$/.test(rate.gap) || !/占[^，。；]*$/.test(whole.gap)) return null;
  if (part.number.dimension !== whole.number.dimension) return null;
  return { parts: [part.number], wholes: [whole.number], isCertain: true };
}

function isNamed(name: string | null, whole: Claim): boolean {
  if (name === null) return true;
  for (let at = 0; at + 2 <= name.length; at += 1) if (whole.label.includes(name.slice(at, at + 2))) return true;
  return false;
}

/** Several counts in a row as the part of the first one. Of a list, 延缓入学 at its end may be no part of the enrolled. */
function sumsOf(whole: Claim, rest: readonly Claim[]): readonly Candidate[] {
  const numbers = rest.map(({ number }) => number);
  const wholes = [whole.number];
  const heads = numbers
    .slice(2)
    .map((_, at): Candidate => ({ parts: numbers.slice(0, at + 2), wholes, isCertain: false, onlyConfirms: true }));
  const tails = numbers.slice(1).map((_, at): Candidate => ({ parts: numbers.slice(at), wholes, isCertain: false }));
  return [...tails, ...heads];
}

/** Every way in which the counts before a rate may make it up; the nearest last. */
function candidatesOf(statement: Statement, at: number): readonly Candidate[] {
  const inside = wholeInside(statement.claims, at);
  if (inside !== null) return [inside];
  const rate = statement.claims[at];
  const counts = countsBefore(statement.claims, at);
  const last = counts.at(-1);
  if (rate === undefined || last === undefined) return [];
  const name = namedWhole(rate.gap);
  const isNear = statement.claims[at - 1] === last;
  const listed = breakdownsOf(statement).find(({ parts }) => parts.includes(last));
  const isShareOfLast =
    /^[^，。；、]{0,8}[，（]?(?:所|约|仅|只)?占(?:比|总数|全部)?(?:的|为|达|比例为)?$|^[，（]?所占比例为$/.test(
      rate.gap,
    );
  const found: Candidate[] = [];
  for (const whole of counts.slice(0, -1)) {
    if (!isNamed(name, whole)) continue;
    const isOfList = listed?.whole === whole && (isShareOfLast || sharesWord(rate.gap, last.label));
    const isAlone = counts.length === 2 && (sharesWord(rate.gap, last.label) || (name !== null && name !== ''));
    found.push({ parts: [last.number], wholes: [whole.number], isCertain: isNear && (isOfList || isAlone) });
  }
  const [whole, ...rest] = counts;
  if (whole !== undefined && isNamed(name, whole)) found.push(...sumsOf(whole, rest));
  // The parts alone, of which the whole is not written: 本县36120人，占77.28%；外县10620人，占22.72%.
  const all = counts.map(({ number }) => number);
  if (name === null && counts.length > 1) found.push({ parts: [last.number], wholes: all, isCertain: false });
  return found;
}

function relationOf(rate: NumberMention, { parts, wholes, isCertain }: Candidate): Relation {
  return {
    certainty: isCertain ? 'certain' : 'likely',
    numbers: [rate, ...parts, ...wholes],
    holds: ([share, ...rest]) => {
      const quotient = over(sum(rest.slice(0, parts.length)), sum(rest.slice(parts.length)));
      return share !== undefined && quotient !== null && meets(share, quotient);
    },
  };
}

function total(numbers: readonly NumberMention[]): Fraction {
  return numbers.reduce((all, number) => all.add(valueOf(number)), new Fraction(0));
}

/** `65097÷80605=80.76%` */
export function tellShare(
  rate: NumberMention,
  parts: readonly NumberMention[],
  wholes: readonly NumberMention[],
): string {
  const print = (numbers: readonly NumberMention[]) =>
    numbers.length === 1 ? numbers.map(({ digits }) => digits).join('') : `(${printSum(numbers)})`;
  const whole = total(wholes);
  if (whole.equals(0)) return `${print(parts)}÷0`;
  return `${print(parts)}÷${print(wholes)}=${printLike(total(parts).div(whole), rate)}`;
}

const joins = /^[、和与及]$/;

/** 分别占30.5%、48.5%和20.9%: one of several rates that each belong to a count of a list. */
function isInList(claims: readonly Claim[], at: number): boolean {
  const [rate, next] = [claims[at], claims[at + 1]];
  return joins.test(rate?.gap ?? '') || (next?.number.dimension === '%' && joins.test(next.gap));
}

/** 417人、663人、286人，分别占30.5%、48.5%和20.9%: the rates in the order of the counts. */
function checkRateList({ claims }: Statement, at: number): readonly Check[] {
  const rates = [claims[at], ...claims.slice(at + 1)];
  const end = rates.findIndex(
    (claim, index) => index > 0 && !(claim?.number.dimension === '%' && joins.test(claim.gap)),
  );
  const own = claims.slice(at, end < 0 ? claims.length : at + end);
  const counts = countsBefore(claims, at).slice(-own.length - 1);
  const [whole, ...parts] = counts;
  if (own.length < 2 || parts.length !== own.length || whole === undefined || !/占/.test(own[0]?.gap ?? '')) return [];
  return own.flatMap(({ number }, index): readonly Check[] => {
    const part = parts[index]?.number;
    if (part === undefined || number.hedge !== 'none') return [];
    const candidate = { parts: [part], wholes: [whole.number], isCertain: false };
    const told = tellShare(number, candidate.parts, candidate.wholes);
    const verdict = judge(relationOf(number, candidate));
    const base = { rule: 'A02', isCertain: verdict === 'agrees', at: number };
    if (verdict === 'agrees') return [{ ...base, verdict, message: `${told}，与文中一致。`, remedy: '' }];
    if (verdict === 'unknown') return [];
    return [
      {
        ...base,
        verdict,
        message: `${told}，文中写的是${printMention(number)}。`,
        remedy: '核对这个比率和前面的人数。',
      },
    ];
  });
}

function checkRate(statement: Statement, at: number): Check | null {
  const rate = statement.claims[at];
  if (rate === undefined || rate.number.dimension !== '%' || rate.number.hedge !== 'none') return null;
  const cue = rate.gap.length > 30 ? rate.gap.slice(-30) : rate.gap;
  if (!(saysShare.test(cue) || /^的$/.test(cue)) || saysChange.test(cue.replace(/平均|增加率/, ''))) return null;
  if (isInList(statement.claims, at)) return null;
  const candidates = candidatesOf(statement, at);
  const agreeing = candidates.find((candidate) => agrees(relationOf(rate.number, candidate)));
  if (agreeing !== undefined) {
    const message = `${tellShare(rate.number, agreeing.parts, agreeing.wholes)}，与文中一致。`;
    return { rule: 'A02', verdict: 'agrees', isCertain: true, at: rate.number, message, remedy: '' };
  }
  const differing = candidates.filter(
    (candidate) =>
      (candidate.isCertain || total(candidate.parts).lte(total(candidate.wholes))) &&
      candidate.onlyConfirms !== true &&
      judge(relationOf(rate.number, candidate)) === 'differs',
  );
  const wrong = differing.find(({ isCertain }) => isCertain) ?? differing[0];
  if (wrong === undefined) return null;
  const message = `${tellShare(rate.number, wrong.parts, wrong.wholes)}，文中写的是${printMention(rate.number)}。`;
  const remedy = '核对这个比率和前面的人数、总数。';
  return { rule: 'A02', verdict: 'differs', isCertain: wrong.isCertain, at: rate.number, message, remedy };
}

/** The last share of a sentence that its numbers confirm, for what is said to be left in the next. */
export function toldShare(statement: Statement): ToldShare | null {
  for (let at = statement.claims.length - 1; at > 0; at -= 1) {
    const rate = statement.claims[at];
    if (rate?.number.dimension !== '%' || isInList(statement.claims, at) || !/率/.test(rate.gap)) continue;
    const told = candidatesOf(statement, at).find((candidate) => agrees(relationOf(rate.number, candidate)));
    const [whole] = told?.wholes ?? [];
    if (told === undefined || whole === undefined || told.wholes.length > 1) continue;
    return { whole, part: total(told.parts), words: rate.label };
  }
  return null;
}

/** Whether each rate is the quotient of the counts that stand before it. */
export function checkShares(statement: Statement): readonly Check[] {
  return statement.claims.flatMap(({ gap, number }, at) => {
    const startsList = number.dimension === '%' && !joins.test(gap) && isInList(statement.claims, at);
    const found = startsList ? null : checkRate(statement, at);
    if (startsList) return checkRateList(statement, at);
    return found === null ? [] : [found];
  });
}

const listShare = /占[^，。；]{0,4}$/;

/** Groups that cannot overlap, by what they are told apart by. */
const facets = [
  /幼儿园|学前|小学|初中|高中|中职|中学/,
  /学历|大专|专科|本科|研究生|硕士/,
  /岁/,
  /城|镇|乡|农村/,
  /男|女/,
  /公办|民办/,
  /省内|省外|本县|外县|本市|外市|本省/,
  /高级|中级|初级|职称/,
  /满意|不满意/,
  /优秀|良好|合格/,
  /适中|偏多|偏少/,
];
const age = /岁/;

/** 小学占62.4%，初中占24.1%，高中占13.5%: shares of one whole make 100 %. */
export function checkSharesOfWhole({ text, start, claims }: Statement): readonly Check[] {
  const shares = claims.filter(({ number, gap }) => number.dimension === '%' && listShare.test(gap));
  const others = claims.filter((claim) => !shares.includes(claim) && !age.test(claim.number.dimension));
  const isOneFacet = facets.some((facet) =>
    shares.every(({ number }) => facet.test(clauseBefore(text, number.start - start))),
  );
  if (shares.length < 2 || others.length > 0 || !isOneFacet) return [];
  const numbers = shares.map(({ number }) => number);
  const hundred = new Fraction(1);
  const margin = new Fraction(1, 10_000);
  const verdict = judge({
    certainty: 'likely',
    numbers,
    holds: (values) => meets(sum(values), { low: hundred.sub(margin), high: hundred.add(margin) }),
  });
  const [at] = numbers;
  if (at === undefined || verdict === 'unknown') return [];
  const told = `${printSum(numbers)}=${printLike(total(numbers), at)}`;
  if (verdict === 'agrees') return [{ rule: 'A03', verdict, isCertain: false, at, message: `${told}。`, remedy: '' }];
  const message = `${told}，各部分占比相加不是100%。`;
  return [
    { rule: 'A03', verdict, isCertain: false, at, message, remedy: '核对各部分的占比；没有列全的，写明其余部分。' },
  ];
}
