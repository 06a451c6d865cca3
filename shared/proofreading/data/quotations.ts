import { meets } from '../reading/interval.ts';
import { intervalOf, type NumberMention, readNumbers } from '../reading/read-numbers.ts';
import type { BoundNumber } from './bind-numbers.ts';

/** Numbers of a report that are known to be of one indicator, region and period, to be held against other reports. */
export interface Quotation {
  /** 公办就读比例·湖州市·2021年 */
  readonly of: string;
  readonly text: string;
}

/** A quotation in another report of the same data file. */
export interface OtherQuotation extends Quotation {
  readonly report: string;
}

function quantityOf(text: string): NumberMention | undefined {
  return readNumbers(text).find(({ kind }) => kind === 'quantity');
}

/** Whether both may stand for one value, as they are rounded. */
function agree(one: string, other: string): boolean {
  const [a, b] = [quantityOf(one), quantityOf(other)];
  if (a === undefined || b === undefined || a.dimension !== b.dimension) return true;
  return a.hedge !== 'none' || b.hedge !== 'none' || meets(intervalOf(a), intervalOf(b));
}

export function quotationsIn(bound: readonly BoundNumber[]): readonly Quotation[] {
  return bound.flatMap(({ text, binding }) =>
    'of' in binding && binding.of !== null ? [{ of: binding.of, text }] : [],
  );
}

/** The first quotation of the same indicator, region and period that says something else. */
export function findContradiction(own: Quotation, others: readonly OtherQuotation[]): OtherQuotation | null {
  return others.find((other) => other.of === own.of && !agree(own.text, other.text)) ?? null;
}
