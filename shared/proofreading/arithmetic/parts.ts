import { Fraction } from 'fraction.js';
import { decimalsOf, intervalOf, type NumberMention, valueOf } from '../reading/read-numbers.ts';
import type { Check, Claim, Statement } from './claims.ts';
import { printLike, printMention, printSum } from './print.ts';
import { addsUp, judge } from './relation.ts';

/** Parts and their whole: 共…人，其中…人，…人; …人，…人，合计…人. */

/** What cannot overlap and leaves nothing out. */
const complements: readonly (readonly [RegExp, RegExp])[] = [
  [/公办/, /民办/],
  [/男/, /女/],
  [/寄宿/, /走读/],
  [/春季/, /秋季/],
  [/省内/, /省外/],
  [/城镇|城市/, /农村|乡村/],
  [/已/, /正在|尚未|未/],
];
const stages = [/幼儿园|学前/, /小学/, /初中/, /高中|中职/];

const opensList = /其中(?!之)|包括|涵盖|分别[是为]/;
const opensBracket = /^[（(](?!含|其中含|不含|包括|包含|另)/;
const closesList =
  /其中|[；;]|合计|共计|总计|一共|比上|比去|同比|[较比]\d|增[加长至]|减少|下降|降[低至]|提高|每|平均|[人生校]均|累计|计划/;
const isSubItem = /^(?:含|不含|包括|包含|其中含|有)$|^(?:含|不含)/;
const total = /(?:合计|共计|总计|一共|总共|共)[^，。；、]{0,6}$/;
const weakTotal = /共(?:有|设|建|评|选)/;

/** A whole, and the parts that the text gives of it. */
export interface Breakdown {
  readonly whole: Claim;
  readonly parts: readonly Claim[];
  /** The text says that there are more: 等. */
  readonly isPartial: boolean;
  readonly isTotal: boolean;
}

function collectParts(
  claims: readonly Claim[],
  from: number,
  dimension: string,
): Pick<Breakdown, 'parts' | 'isPartial'> {
  const parts: Claim[] = [];
  const depth = claims[from]?.depth ?? 0;
  for (let at = from; at < claims.length; at += 1) {
    const claim = claims[at];
    if (claim === undefined || claim.depth < depth) break;
    if (at > from && closesList.test(claim.gap)) break;
    if (claim.depth > depth || claim.number.dimension !== dimension) continue;
    if (claim.number.isChinese || isSubItem.test(claim.label) || /占[^，。；]*$/.test(claim.gap)) continue;
    parts.push(claim);
  }
  const last = parts.at(-1);
  const isPartial =
    last !== undefined && (last.after.startsWith('等') || parts.some(({ number }) => number.hedge !== 'none'));
  return { parts, isPartial };
}

/** Whether a list begins before the claim: 其中, a colon, a bracket, 48所学校中有. */
function beginsList({ gap, depth }: Claim, before: Claim): boolean {
  if (opensList.test(gap)) return true;
  if (depth > before.depth) return opensBracket.test(gap);
  return /^[^，。；]{0,8}中[，有]/.test(gap) || /^[^，。；]{0,4}：/.test(gap);
}

/** Rates of parts are not parts of a rate. */
function isRate({ number }: Claim): boolean {
  return number.dimension === '%' || number.dimension === '百分点';
}

function* listedAfter({ claims }: Statement): Generator<Breakdown> {
  for (const [at, claim] of claims.entries()) {
    const before = claims[at - 1];
    if (before === undefined || isRate(claim) || !beginsList(claim, before)) continue;
    const sameKind = (other: Claim) => other.number.dimension === claim.number.dimension && other.depth <= claim.depth;
    const whole = claims.slice(Math.max(0, at - 3), at).findLast(sameKind);
    if (whole === undefined || whole.number.hedge !== 'none' || whole.number.isChinese) continue;
    yield { whole, ...collectParts(claims, at, whole.number.dimension), isTotal: false };
  }
}

function* totalledBehind({ claims }: Statement): Generator<Breakdown> {
  for (const [at, whole] of claims.entries()) {
    if (!total.test(whole.gap) || weakTotal.test(whole.gap) || opensList.test(whole.gap) || whole.number.isChinese)
      continue;
    const parts: Claim[] = [];
    for (let back = at - 1; back >= 0; back -= 1) {
      const claim = claims[back];
      if (claim === undefined || claim.number.dimension !== whole.number.dimension) break;
      if (claim.number.isChinese || claim.number.hedge !== 'none' || claim.depth !== whole.depth) break;
      parts.unshift(claim);
      if (/[；;]/.test(claim.gap) || opensList.test(claim.gap)) break;
    }
    const hasOwnWhole = parts.some(({ gap }) => /共|总|合计|每/.test(gap));
    if (parts.length >= 2 && !hasOwnWhole) yield { whole, parts, isPartial: false, isTotal: true };
  }
}

/** Every whole of a sentence with its parts. */
export function breakdownsOf(statement: Statement): readonly Breakdown[] {
  return [...listedAfter(statement), ...totalledBehind(statement)];
}

function isComplete({ parts }: Breakdown): boolean {
  const [first, second] = parts;
  if (parts.length !== 2 || first === undefined || second === undefined) return false;
  return complements.some(
    ([one, other]) =>
      (one.test(first.label) && other.test(second.label)) || (other.test(first.label) && one.test(second.label)),
  );
}

/** Parts of one facet cannot be more than the whole. */
function isDisjoint({ parts }: Breakdown): boolean {
  const found = parts.map(({ label }) => stages.findIndex((stage) => stage.test(label)));
  return !found.includes(-1) && new Set(found).size === found.length;
}

function sumOf(numbers: readonly NumberMention[]): Fraction {
  return numbers.reduce((sum, number) => sum.add(valueOf(number)), new Fraction(0));
}

/** `122+32+22=176人，与179人相差3人` */
export function tellSum(whole: NumberMention, parts: readonly NumberMention[]): string {
  const sum = sumOf(parts);
  const decimals = Math.max(...[whole, ...parts].map(decimalsOf));
  const rest = sum.sub(valueOf(whole)).abs();
  const printed = printLike(sum, whole, decimals);
  return `${printSum(parts)}=${printed}，与${printMention(whole)}相差${printLike(rest, whole, decimals)}`;
}

function check(breakdown: Breakdown, statement: Statement): Check | null {
  const { whole, parts, isPartial, isTotal } = breakdown;
  if (/平均|每|净|均/.test(whole.label)) return null;
  const numbers = [whole.number, ...parts.map(({ number }) => number)];
  const isLargest = (part: Claim) =>
    !statement.claims.some(
      (other) => other.number.dimension === part.number.dimension && valueOf(other.number).gt(valueOf(part.number)),
    );
  const tooBig = parts.find(({ number }) => intervalOf(number).low.gt(intervalOf(whole.number).high));
  if (tooBig !== undefined && isLargest(tooBig) && !isTotal && (parts.length === 1 || isComplete(breakdown))) {
    const message = `“其中”的${printMention(tooBig.number)}比总数${printMention(whole.number)}还多。`;
    return { rule: 'A01', verdict: 'differs', isCertain: true, at: tooBig.number, message, remedy: '核对这两个数。' };
  }
  if (parts.length < 2 || isPartial) return null;
  const isOver = sumOf(numbers.slice(1)).gt(valueOf(whole.number));
  const isApart = isComplete(breakdown) || isDisjoint(breakdown);
  // Two parts that nothing sets against each other may be of quite different things.
  if (parts.length === 2 && !isTotal && !isApart) return null;
  const isCertain = isTotal || isComplete(breakdown) || (isOver && isDisjoint(breakdown));
  const verdict = judge({
    certainty: isCertain ? 'certain' : 'likely',
    numbers,
    holds: ([all, ...rest]) => all !== undefined && addsUp(all, rest),
  });
  if (verdict === 'unknown') return null;
  const told = tellSum(whole.number, numbers.slice(1));
  const at = whole.number;
  if (verdict === 'agrees') {
    return {
      rule: 'A01',
      verdict,
      isCertain,
      at,
      message: `各项相加正好是${printMention(whole.number)}。`,
      remedy: '',
    };
  }
  const remedy = isTotal ? '核对各项和合计数。' : '核对各项和总数；如果没有列全，写明其余的去向。';
  return { rule: 'A01', verdict, isCertain, at, message: `${told}。`, remedy };
}

/** 共179人，其中122人、32人、22人，已入学共计176人: the parts are those of the total behind them. */
function isOfTotal(
  { parts, isTotal }: Breakdown,
  checks: readonly { readonly breakdown: Breakdown; readonly found: Check | null }[],
): boolean {
  if (isTotal) return false;
  return checks.some(
    ({ breakdown, found }) =>
      breakdown.isTotal && found?.verdict === 'agrees' && breakdown.parts.some((part) => parts.includes(part)),
  );
}

/** Whether parts add up to their whole. */
export function checkParts(statement: Statement): readonly Check[] {
  const checks = breakdownsOf(statement).map((breakdown) => ({ breakdown, found: check(breakdown, statement) }));
  return checks
    .filter(({ breakdown }) => !isOfTotal(breakdown, checks))
    .map(({ found }) => found)
    .filter((found) => found !== null);
}
