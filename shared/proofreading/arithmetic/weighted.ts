import { Fraction } from 'fraction.js';
import { meets, over, sum } from '../reading/interval.ts';
import { type NumberMention, valueOf } from '../reading/read-numbers.ts';
import type { Check, Claim, Statement } from './claims.ts';
import { printLike, printMention } from './print.ts';
import { judge } from './relation.ts';

/** A rate of the whole beside the rates of its parts: parts over wholes, never the mean of the rates. */

const overall = /合计|总体|总[\p{Script=Han}]{1,4}率|平均|整体|全市|全县|全区/u;

interface Group {
  readonly whole: NumberMention;
  readonly part: NumberMention;
  readonly rate: NumberMention;
}

function groupsOf(claims: readonly Claim[]): { readonly groups: readonly Group[]; readonly next: Claim | undefined } {
  const groups: Group[] = [];
  let at = 0;
  for (; at + 2 < claims.length; at += 3) {
    const [whole, part, rate] = [claims[at]?.number, claims[at + 1]?.number, claims[at + 2]?.number];
    if (whole === undefined || part === undefined || rate === undefined) break;
    if (whole.dimension !== part.dimension || rate.dimension !== '%' || whole.dimension === '%') break;
    if (valueOf(part).gt(valueOf(whole)) || valueOf(whole).equals(0)) break;
    groups.push({ whole, part, rate });
  }
  return { groups, next: claims[at] };
}

/** Whether the rate over several groups is the quotient of their sums. Looks at one sentence and the one behind it. */
export function checkWeighted(statements: readonly Statement[]): readonly Check[] {
  const checks: Check[] = [];
  for (const [at, statement] of statements.entries()) {
    const claims = [...statement.claims, ...(statements[at + 1]?.claims ?? [])];
    const { groups, next } = groupsOf(claims);
    if (groups.length < 2 || next?.number.dimension !== '%' || !overall.test(next.gap)) continue;
    const [parts, wholes] = [groups.map(({ part }) => part), groups.map(({ whole }) => whole)];
    const verdict = judge({
      certainty: 'certain',
      numbers: [next.number, ...parts, ...wholes],
      holds: ([rate, ...rest]) => {
        const quotient = over(sum(rest.slice(0, parts.length)), sum(rest.slice(parts.length)));
        return rate !== undefined && quotient !== null && meets(rate, quotient);
      },
    });
    const add = (numbers: readonly NumberMention[]) =>
      numbers.reduce((all, number) => all.add(valueOf(number)), new Fraction(0));
    const print = (numbers: readonly NumberMention[]) => `(${numbers.map(({ digits }) => digits).join('+')})`;
    const right = printLike(add(parts).div(add(wholes)), next.number);
    const told = `${print(parts)}÷${print(wholes)}=${right}`;
    const base = { rule: 'A07', isCertain: true, at: next.number };
    if (verdict === 'agrees') {
      checks.push({ ...base, verdict, message: `${told}，与文中一致。`, remedy: '' });
      continue;
    }
    const mean = printLike(add(groups.map(({ rate }) => rate)).div(groups.length), next.number);
    const why = mean === printMention(next.number) ? '，是几个比率的简单平均' : '';
    const message = `${told}，文中写的是${printMention(next.number)}${why}。`;
    checks.push({ ...base, verdict: 'differs', message, remedy: '总的比率要用人数之和相除，不能用比率平均。' });
  }
  return checks;
}
