import { exactly, type Interval, meets, minus, size } from '../reading/interval.ts';
import { intervalOf, type NumberMention, valueOf } from '../reading/read-numbers.ts';
import type { Check, Claim, Statement } from './claims.ts';
import { printLike, printMention } from './print.ts';
import { judge } from './relation.ts';

/** Targets reached or missed, and the distance to them: 超过80%的目标；低于全省平均水平（88.2%）；与…相差…个百分点. */

const yardstick = /目标|任务|平均|要求|标准|规划|水平|底线|控制线/;
const missed = /(未达到|没有达到|尚未达到|低于|不足|未完成|少于)[^，。；]{0,10}[（(]?$/;
const reached = /(超过|高于|超额完成|达到|完成|多于|突破)[^，。；]{0,10}[（(]?$/;
/** What is to come is no claim about now. */
const prospective = /力争|确保|争取|计划|拟|要|将|目标是|预计|下一步|年底前|不得/;

function checkTarget(claims: readonly Claim[], at: number): Check | null {
  const [value, target] = [claims[at - 1], claims[at]];
  if (value === undefined || target === undefined || value.number.dimension !== target.number.dimension) return null;
  if (value.number.hedge !== 'none' || value.number.isChinese || prospective.test(value.gap + target.gap)) return null;
  if (!yardstick.test(target.gap + target.after) || target.gap.length > 24) return null;
  const isMissed = missed.test(target.gap);
  if (!isMissed && !reached.test(target.gap)) return null;
  const [own, aim] = [intervalOf(value.number), intervalOf(target.number)];
  const holds = isMissed
    ? own.low.lt(aim.high) && !valueOf(value.number).equals(valueOf(target.number))
    : own.high.gte(aim.low);
  const word = (isMissed ? missed : reached).exec(target.gap)?.[1] ?? '';
  const base = { rule: 'A10', isCertain: true, at: target.number };
  if (holds)
    return { ...base, verdict: 'agrees', message: `${printMention(value.number)}与“${word}”相符。`, remedy: '' };
  const message = `${printMention(value.number)}与${printMention(target.number)}相比，不是“${word}”。`;
  return { ...base, verdict: 'differs', message, remedy: '核对完成数、目标数，或者改写这句话。' };
}

const distance = /(?:相差|还差|尚差|差距为|差距|高出|低了|高了|差|高|低)(?:了)?$/;

/** 80.76%，与90%的目标相差9.24个百分点 */
function checkDistance(claims: readonly Claim[], at: number): Check | null {
  const [one, other, gap] = [claims[at - 2], claims[at - 1], claims[at]];
  if (one === undefined || other === undefined || gap === undefined || !distance.test(gap.gap)) return null;
  if (/[比较]上|[比较]去|同比|20\d\d年/.test(gap.gap + other.gap)) return null;
  const isRate = one.number.dimension === '%' && other.number.dimension === '%' && gap.number.dimension === '百分点';
  const isCount = one.number.dimension === other.number.dimension && gap.number.dimension === one.number.dimension;
  if (!isRate && !(isCount && gap.number.dimension !== '%')) return null;
  if ([one, other, gap].some(({ number }) => number.isChinese || number.hedge === 'about')) return null;
  const hasYardstick = yardstick.test(other.gap + other.after + gap.gap) || /相差/.test(gap.gap);
  if (!hasYardstick) return null;
  const numbers: readonly NumberMention[] = [gap.number, one.number, other.number];
  const verdict = judge({
    certainty: 'certain',
    numbers,
    // A target is a number that was set, not one that was rounded.
    holds: ([difference, a, b]) => {
      if (a === undefined || b === undefined || difference === undefined) return false;
      const isSet = /目标|要求|任务|标准|底线/.test(other.after + other.gap);
      return meets(difference, apart(a, isSet ? exactly(valueOf(other.number)) : b));
    },
  });
  const difference = valueOf(one.number).sub(valueOf(other.number)).abs();
  const [more, less] = valueOf(one.number).gte(valueOf(other.number)) ? [one, other] : [other, one];
  const told = `${printMention(more.number)}−${printMention(less.number)}=${printLike(difference, gap.number)}`;
  const base = { rule: isRate ? 'A06' : 'A04', isCertain: true, at: gap.number };
  if (verdict === 'agrees') return { ...base, verdict, message: `${told}，与文中一致。`, remedy: '' };
  return {
    ...base,
    verdict: 'differs',
    message: `${told}，文中写的是${printMention(gap.number)}。`,
    remedy: '核对这三个数。',
  };
}

function apart(a: Interval, b: Interval): Interval {
  return size(minus(a, b));
}

/** Whether a target is reached or missed as the words say, and by as much. */
export function checkTargets({ claims }: Statement): readonly Check[] {
  return claims
    .flatMap((_, at) => [checkTarget(claims, at), checkDistance(claims, at)])
    .filter((found) => found !== null);
}
