import { meets } from '../reading/interval.ts';
import { decimalsOf, intervalOf, type NumberMention, valueOf } from '../reading/read-numbers.ts';
import type { Check, Claim, Statement } from './claims.ts';
import { printLike, printMention } from './print.ts';

/** One quantity given twice: with another value (A11), or with other decimals (N16). */

const filler =
  /^(?:其中|目前|截至目前|经核实|经统计|另外|同时|全年)|(?:共有|共计|合计|已有|现有|共|为|达到|达|是|有|的|约)+$/g;
/** Words by which the same name may be of another time, place or group. */
const turns =
  /高于|低于|超过|相差|比(?![例重率])|上年|去年|同期|上半年|下半年|比上|计划|目标|力争|以上|每|新增|减少|增加|分别|\d/;

interface Named {
  readonly claim: Claim;
  readonly name: string;
  readonly paragraph: number;
  /** The last time named before it in its paragraph: 2023年, 上半年; empty where none is. */
  readonly period: string;
}

export interface PlacedCheck extends Check {
  readonly paragraph: number;
}

function nameOf({ label, gap, isContinued }: Claim): string | null {
  if (label === '' || isContinued || turns.test(label) || gap.length > 60) return null;
  const name = label
    .replaceAll(filler, '')
    .replace(/^.*?(?:在|对|保持|巩固)(?=.{4})/, '')
    .replaceAll(filler, '');
  return name.length >= 5 ? name : null;
}

function differ(earlier: Named, later: Named): PlacedCheck | null {
  const [first, second] = [earlier.claim.number, later.claim.number];
  const isRate = first.dimension === '%';
  const agrees = meets(intervalOf(first), intervalOf(second));
  const base = { at: second, paragraph: later.paragraph, verdict: 'differs' as const };
  if (!agrees) {
    const message = `“${later.name}”前面是${printMention(first)}，这里是${printMention(second)}。`;
    return { ...base, rule: 'A11', isCertain: false, message, remedy: '核对后统一；如果口径不同，写明口径。' };
  }
  if (isRate && decimalsOf(first) !== decimalsOf(second) && !valueOf(first).equals(valueOf(second))) {
    const message = `“${later.name}”前面写${printMention(first)}，这里写${printMention(second)}，小数位数不一致。`;
    return { ...base, rule: 'N16', isCertain: false, message, remedy: '同一指标保留同样的小数位数。' };
  }
  return null;
}

const period =
  /(?:19|20)\d\d(?:[—～-]{1,2}(?:19|20)?\d\d)?(?:学年|年)(?:上半年|下半年|春季|秋季|第.季度|\d{1,2}月)?|上半年|下半年|今年|去年|上年|近年/g;

/** Each quantity with the time that its paragraph last named before it. */
function* namedIn(statements: readonly Statement[], paragraph: number): Generator<Named> {
  let last = '';
  for (const { text, start, claims } of statements) {
    const periods = [...text.matchAll(period)];
    let at = 0;
    for (const claim of claims) {
      for (let next = periods[at]; next !== undefined && start + next.index < claim.number.start; next = periods[at]) {
        if (start + next.index + next[0].length < claim.number.start) last = next[0];
        at += 1;
      }
      const name = claim.number.hedge === 'none' && !claim.number.isChinese ? nameOf(claim) : null;
      if (name !== null) yield { claim, name, paragraph, period: last };
    }
  }
}

/** Quantities of the same full name in the whole text, as far as they are of the same time. */
export function checkSame(statements: readonly (readonly Statement[])[]): readonly PlacedCheck[] {
  const known = new Map<string, Named>();
  const checks: PlacedCheck[] = [];
  for (const now of statements.flatMap((own, paragraph) => [...namedIn(own, paragraph)])) {
    const key = `${now.name}\u0000${now.claim.number.dimension}`;
    const earlier = known.get(key);
    if (earlier === undefined) known.set(key, now);
    else if (earlier.period === now.period || earlier.period === '' || now.period === '') {
      const check = differ(earlier, now);
      if (check !== null) checks.push(check);
    }
  }
  return checks;
}

/** 332.26万元（3322600元） */
export function checkConversions({ claims }: Statement): readonly Check[] {
  const checks: Check[] = [];
  for (const [at, second] of claims.entries()) {
    const first = claims[at - 1];
    if (first === undefined || first.number.dimension !== second.number.dimension) continue;
    if (!/^[（(，]?(?:即|折合|合)?$/.test(second.gap) || second.gap === '' || /^[，]$/.test(second.gap)) continue;
    if (first.number.unit === second.number.unit || first.number.hedge !== 'none') continue;
    const base = { rule: 'A11', isCertain: true, at: second.number };
    const agrees = meets(intervalOf(first.number), intervalOf(second.number));
    if (agrees) {
      checks.push({ ...base, verdict: 'agrees', message: '两个单位的数一致。', remedy: '' });
      continue;
    }
    const other: NumberMention = second.number;
    const message = `${printMention(first.number)}合${printLike(valueOf(first.number), other)}，文中写的是${printMention(other)}。`;
    checks.push({ ...base, verdict: 'differs', message, remedy: '核对单位换算。' });
  }
  return checks;
}
