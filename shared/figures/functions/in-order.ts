import { compareExactly } from '../formula/arithmetic.ts';
import type { Member } from './gather.ts';

export interface Placed {
  readonly member: Member;
  /** How many stand before it. */
  readonly before: number;
}

/** The members in order; those that are equal share a place. */
export function inOrder(members: readonly Member[], ascending: boolean): readonly Placed[] {
  const sign = ascending ? 1 : -1;
  const sorted = members.toSorted((a, b) => compareExactly(a.quantity, b.quantity) * sign);
  const placed: Placed[] = [];
  for (const [at, member] of sorted.entries()) {
    const last = placed.at(-1);
    const ties = last !== undefined && compareExactly(last.member.quantity, member.quantity) === 0;
    placed.push({ member, before: ties ? last.before : at });
  }
  return placed;
}
