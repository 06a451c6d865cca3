import { Fraction } from 'fraction.js';
import type { Indicator, ObservationGap, Region } from './catalogue.ts';
import type { LocalDate } from './period.ts';
import { plainNumber, type Unit } from './unit.ts';

/** Why a figure has no value; each prints in its own way. */
export type MissingReason = ObservationGap | '上年同期缺数' | '分母为零' | '基数非正';

/** Observations that a value was computed from: one indicator in one period over one or many regions. */
export interface SourceRange {
  readonly indicator: Indicator;
  readonly period: string;
  readonly regions: readonly Region[];
}

/** An observation that should be there and is not. `what` is the indicator's name, or its 截至日. */
export interface Gap {
  readonly what: string;
  readonly region: string;
  readonly period: string;
}

/** 量: an exact fraction in a unit. `decimals` is how many places it prints with unless a format says otherwise. */
export interface NumberValue {
  readonly kind: 'number';
  readonly value: Fraction;
  readonly unit: Unit;
  readonly decimals: number;
  /** A constant written in the formula: takes the unit of what it is added to or compared with. */
  readonly literal: boolean;
}

/** No value, and why. `gaps` names the observations to be filled in, when that would help. */
export interface MissingValue {
  readonly kind: 'missing';
  readonly reason: MissingReason;
  readonly gaps: readonly Gap[];
}

export type Quantity = NumberValue | MissingValue;

/** What a formula evaluates to. */
export type Value =
  | Quantity
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: LocalDate };

export function numberValue(value: Fraction, unit: Unit, decimals: number): NumberValue {
  return { kind: 'number', value, unit, decimals, literal: false };
}

export function literalValue(value: Fraction, unit: Unit, decimals: number): NumberValue {
  return { kind: 'number', value, unit, decimals, literal: unit === plainNumber };
}

export function missingValue(reason: MissingReason, gaps: readonly Gap[] = []): MissingValue {
  return { kind: 'missing', reason, gaps };
}

/** Reasons that a person can mend by filling in data: they print 【待填：…】 and block (exit 1). */
export function isPending(reason: MissingReason): boolean {
  return reason === '未报' || reason === '上年同期缺数';
}

/** One missing value out of several: what can be filled in comes first, and only what explains the reason is named. */
export function mergeMissing(values: readonly MissingValue[]): MissingValue | null {
  const first = values.find((value) => isPending(value.reason)) ?? values[0];
  if (first === undefined) return null;
  const alike = values.filter((value) => isPending(value.reason) === isPending(first.reason));
  return { ...first, gaps: alike.flatMap((value) => value.gaps) };
}

const ten = new Fraction(10);

/** Exact power of ten, also negative. */
export function powerOfTen(exponent: number): Fraction {
  return ten.pow(exponent);
}

/** The value counted in base units: 332.26 万元 → 3322600. */
export function inBaseUnits(quantity: NumberValue): Fraction {
  return quantity.value.mul(powerOfTen(quantity.unit.exponent));
}

/** The same amount in another unit of its dimension. */
export function convert(quantity: NumberValue, unit: Unit): Fraction {
  return quantity.value.mul(powerOfTen(quantity.unit.exponent - unit.exponent));
}
