import { type Interval, meets } from '../reading/interval.ts';
import { intervalOf, type NumberMention } from '../reading/read-numbers.ts';

/**
 * Numbers of a text that must agree. `certain`: the words leave no doubt that they belong together. `likely`: they may,
 * and only when a single slip of the pen explains the difference is it worth a person's time.
 */
export interface Relation {
  readonly certainty: 'certain' | 'likely';
  readonly numbers: readonly NumberMention[];
  /** Whether the numbers agree for some of the values that they may stand for. */
  readonly holds: (values: readonly Interval[]) => boolean;
}

export type Verdict = 'agrees' | 'differs' | 'unknown';

/** Two neighbouring digits changed over, or one digit wrong. */
function* slipsOf(number: string): Generator<string> {
  const point = number.indexOf('.');
  const digits = number.replace('.', '');
  const whole = (changed: string) => (point < 0 ? changed : `${changed.slice(0, point)}.${changed.slice(point)}`);
  for (let at = 0; at < digits.length; at += 1) {
    const [here, next] = [digits.charAt(at), digits.charAt(at + 1)];
    if (next !== '' && next !== here) yield whole(digits.slice(0, at) + next + here + digits.slice(at + 2));
    for (let digit = 0; digit <= 9; digit += 1) {
      if (String(digit) !== here) yield whole(digits.slice(0, at) + String(digit) + digits.slice(at + 1));
    }
  }
}

function isExplainedBySlip({ numbers, holds }: Relation): boolean {
  const values = numbers.map(intervalOf);
  return numbers.some((mention, at) =>
    [...slipsOf(mention.digits)].some((digits) => holds(values.with(at, intervalOf({ ...mention, digits })))),
  );
}

export function agrees({ numbers, holds }: Relation): boolean {
  return holds(numbers.map(intervalOf));
}

export function judge(relation: Relation): Verdict {
  if (agrees(relation)) return 'agrees';
  if (relation.certainty === 'certain') return 'differs';
  return isExplainedBySlip(relation) ? 'differs' : 'unknown';
}

/** Whether the sum of the parts may be the whole. */
export function addsUp(whole: Interval, parts: readonly Interval[]): boolean {
  const [first, ...rest] = parts;
  if (first === undefined) return false;
  const total = rest.reduce((sum, part) => ({ low: sum.low.add(part.low), high: sum.high.add(part.high) }), first);
  return meets(whole, total);
}
