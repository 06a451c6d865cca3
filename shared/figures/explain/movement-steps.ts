import type { NumberValue } from '../quantity.ts';
import { calculation, differenceSteps } from './calculation.ts';
import type { Step } from './step.ts';

/** How 增减, 百分点, 差距, 同比 and 环比 come from the two values that they keep. */
export function movementSteps(value: NumberValue): readonly Step[] {
  const { movement } = value;
  if (movement === null) throw new Error('not a movement');
  const { kind, now, base, exact } = movement;
  if (kind !== 'growth') return [...differenceSteps({ from: now, subtracted: base, result: value, exact })];
  return [calculation({ operands: [now, base], result: value }, ([a, b]) => `(${a} − ${b}) ÷ ${b}`)];
}
