import type { MovementKind, NumberValue } from '../quantity.ts';
import type { Unit } from '../unit.ts';

/** Whether the figure stands in a sentence or in a table's cell; it changes how a missing value prints. */
export type Place = 'prose' | 'table';

/** How a figure prints: `| 数`, `| 1位小数`, `| 万元`, `| 增减词`; steps joined by `|` add up. */
export interface Format {
  readonly decimals: number | null;
  readonly unit: Unit | null;
  /** 数: the number alone. */
  readonly bare: boolean;
  readonly wording: Wording | null;
  readonly listing: Listing | null;
}

/** What a figure prints as. `decimal` is the printed number in plain digits, for charts. */
export interface Printed {
  readonly text: string;
  readonly decimal: string | null;
  readonly gap: '待填' | '无法计算' | null;
}

/** 名称: the members' names alone. 分别: all names first, then all values. */
export type Listing = '名称' | '分别';

/** A number in words, and the same number in plain digits. */
export interface Phrase {
  readonly text: string;
  readonly decimal: string;
}

/** 措辞: what a number is called, chosen so that it is true of it. */
export interface Wording {
  readonly name: string;
  readonly suits: Suitability;
  print(quantity: NumberValue, format: Format): Phrase;
}

/** What a wording can be said of. One that is said of movements is a verb of its own: 增长3.2%, with no 为 before it. */
export type Suitability =
  | { readonly kind: 'movement'; readonly movements: readonly MovementKind[] }
  /** Any number, a place in an order too; a quantity of any unit; one that is no rate; a percentage; one without a unit. */
  | { readonly kind: 'number' | 'quantity' | 'amount' | 'rate' | 'plain-number' };

export const plainFormat: Format = { decimals: null, unit: null, bare: false, wording: null, listing: null };

/** Whether the format makes a verb of the number. */
export function isVerb(format: Format): boolean {
  return format.wording?.suits.kind === 'movement';
}
