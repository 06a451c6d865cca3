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

/**
 * Two values of one thing and what became of it: 增减, 百分点 and 差距 are their difference, 同比 and 环比 the growth. A
 * phrase chooses its words from the printed operands.
 */
export interface Movement {
  readonly kind: MovementKind;
  /** What `now` is compared with, as a sentence names it: 上年, 上月, 上学期, 目标. */
  readonly against: string;
  readonly now: NumberValue;
  readonly base: NumberValue;
  /** 按原始值: the difference of the exact values instead of the printed ones. */
  readonly exact: boolean;
}

export type MovementKind = 'difference' | 'growth' | 'gap';

/** 量: an exact fraction in a unit. `decimals` is how many places it prints with unless a format says otherwise. */
export interface NumberValue {
  readonly kind: 'number';
  readonly value: Fraction;
  readonly unit: Unit;
  readonly decimals: number;
  /** A constant written in the formula: takes the unit of what it is added to or compared with. */
  readonly literal: boolean;
  readonly movement: Movement | null;
  /** What must be printed with the number, such as 缺2个区县数据. */
  readonly remarks: readonly string[];
}

/** No value, and why. `gaps` names the observations to be filled in, when that would help. */
export interface MissingValue {
  readonly kind: 'missing';
  readonly reason: MissingReason;
  readonly gaps: readonly Gap[];
  /** What a phrase says instead of the number: 由负转正. Null for the reason's own sentence. */
  readonly sentence: string | null;
}

export interface ListItem {
  readonly region: Region;
  readonly quantity: Quantity;
}

/** Members of a range with their values. `style` is how it prints unless a format says otherwise. */
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly ListItem[];
  readonly style: ListStyle;
  /** How many members had a value when these were chosen. */
  readonly among: number;
  readonly remarks: readonly string[];
}

/** 列举, 第几, 最高, 最低, 区间, in this order. */
export type ListStyle = 'items' | 'names' | 'highest' | 'lowest' | 'range';

export type Quantity = NumberValue | MissingValue;

/** What a formula evaluates to. */
export type Value =
  | Quantity
  | ListValue
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: LocalDate };

export function numberValue(value: Fraction, unit: Unit, decimals: number): NumberValue {
  return { kind: 'number', value, unit, decimals, literal: false, movement: null, remarks: [] };
}

export function literalValue(value: Fraction, unit: Unit, decimals: number): NumberValue {
  return { ...numberValue(value, unit, decimals), literal: unit === plainNumber };
}

export function missingValue(
  reason: MissingReason,
  gaps: readonly Gap[] = [],
  sentence: string | null = null,
): MissingValue {
  return { kind: 'missing', reason, gaps, sentence };
}

/** The same quantity with another number: it is no longer the movement that it was. */
export function withNumber(quantity: NumberValue, value: Fraction, decimals = quantity.decimals): NumberValue {
  return { ...quantity, value, decimals, movement: null };
}

/** The number with what must be printed beside it, each remark once. */
export function withRemarks(quantity: NumberValue, remarks: readonly string[]): NumberValue {
  const all = [...new Set([...quantity.remarks, ...remarks])];
  return all.length === quantity.remarks.length ? quantity : { ...quantity, remarks: all };
}

/** Reasons that a person can mend by filling in data: they print 【待填：…】 and block (exit 1). */
export function isPending(reason: MissingReason): boolean {
  return reason === '未报' || reason === '上年同期缺数';
}

function pendingGaps(quantity: Quantity): readonly Gap[] {
  return quantity.kind === 'missing' && isPending(quantity.reason) ? quantity.gaps : [];
}

/** The observations to be filled in for a value, those of a list's members too. */
export function gapsOf(value: Value): readonly Gap[] {
  if (value.kind === 'missing') return value.gaps;
  return value.kind === 'list' ? value.items.flatMap(({ quantity }) => pendingGaps(quantity)) : [];
}

/** One missing value out of several: what can be filled in comes first, and only what explains the reason is named. */
export function mergeMissing(values: readonly MissingValue[]): MissingValue | null {
  const first = values.find((value) => isPending(value.reason)) ?? values[0];
  if (first === undefined) return null;
  const alike = values.filter((value) => isPending(value.reason) === isPending(first.reason));
  return { ...first, gaps: alike.flatMap((value) => value.gaps) };
}

const ten = new Fraction(10);

/** Few are ever asked for, and each millions of times. */
const powers = new Map<number, Fraction>();

/** Exact power of ten, also negative. */
export function powerOfTen(exponent: number): Fraction {
  const known = powers.get(exponent);
  if (known !== undefined) return known;
  const power = ten.pow(exponent);
  powers.set(exponent, power);
  return power;
}

function shifted(value: Fraction, exponent: number): Fraction {
  return exponent === 0 ? value : value.mul(powerOfTen(exponent));
}

/** The value counted in base units: 332.26 万元 → 3322600. */
export function inBaseUnits(quantity: NumberValue): Fraction {
  return shifted(quantity.value, quantity.unit.exponent);
}

/** The same amount in another unit of its dimension. */
export function convert(quantity: NumberValue, unit: Unit): Fraction {
  return shifted(quantity.value, quantity.unit.exponent - unit.exponent);
}
