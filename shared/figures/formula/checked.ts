import type { Result } from '../../result.ts';
import type { Indicator, Observation, Region } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import type { FunctionExplanation } from '../explain/function-explanation.ts';
import type { LocalDate, Period } from '../period.ts';
import type { MovementKind, NumberValue, Quantity, Value } from '../quantity.ts';
import type { Unit } from '../unit.ts';
import type { BinaryOperator, FormulaProblem } from './syntax.ts';

export interface NumberType {
  readonly kind: 'number';
  readonly unit: Unit;
  readonly literal: boolean;
  /** Not null for 同比, 增减 and their like, which phrases are made of. */
  readonly movement: MovementKind | null;
  /** Whether it may be a text instead (缺省 with a sentence): then it only prints, and nothing is computed from it. */
  readonly orText: boolean;
}

/** What kind of value an expression has, known before any data are read. */
export type Type =
  | NumberType
  | { readonly kind: 'truth' }
  /** Members with their values. */
  | { readonly kind: 'list'; readonly item: NumberType }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' };

/** How a qualifier moves the period. */
export type PeriodShift =
  | { readonly kind: 'fixed'; readonly period: Period }
  | { readonly kind: 'year-earlier' }
  | { readonly kind: 'previous' }
  /** Part of the same year: 上半年, 秋季学期, 第一季度. */
  | { readonly kind: 'within'; readonly name: string }
  | { readonly kind: 'school-year' };

/** Where a name is looked up, as far as it differs from the figure's own region and period. */
export interface ScopeChange {
  readonly region: Region | null;
  readonly periods: readonly PeriodShift[];
  readonly basis: Basis | null;
  /** 截至: only an observation that stands for this day. */
  readonly asOf: LocalDate | null;
}

/** 口径: 上报 is the region's own observation, 汇总 the sum over the regions directly below it. */
export type Basis = '上报' | '汇总';

export type SpecialName = '地区' | '期';

/** An expression whose names are resolved and whose units fit. */
export type Checked =
  | { readonly kind: 'constant'; readonly type: Type; readonly value: NumberValue }
  | { readonly kind: 'indicator'; readonly type: Type; readonly indicator: Indicator; readonly scope: ScopeChange }
  | { readonly kind: 'text'; readonly type: Type; readonly text: string }
  | { readonly kind: 'special'; readonly type: Type; readonly name: SpecialName; readonly scope: ScopeChange }
  | {
      readonly kind: 'call';
      readonly type: Type;
      readonly definition: FunctionDefinition;
      readonly parameters: CheckedParameters;
    }
  | {
      readonly kind: 'binary';
      readonly type: Type;
      readonly operator: BinaryOperator;
      readonly left: Checked;
      readonly right: Checked;
    }
  | { readonly kind: 'negate'; readonly type: Type; readonly operand: Checked };

export type CheckedParameter =
  | { readonly kind: 'expression'; readonly expression: Checked }
  /** 范围: which regions, such as 下级 or a named set. */
  | { readonly kind: 'members'; readonly selector: string }
  | { readonly kind: 'period'; readonly shifts: readonly PeriodShift[] }
  | { readonly kind: 'whole'; readonly value: number }
  | { readonly kind: 'keyword'; readonly word: string };

/** What may stand in one place between the brackets of a function. */
export type ParameterSpec =
  /** An expression: a number, a comparison, an indicator by name, or a number or text. */
  | {
      readonly kind: 'number' | 'condition' | 'indicator' | 'value';
      readonly optional?: true;
      readonly repeated?: true;
    }
  | { readonly kind: 'members'; readonly optional?: true }
  | { readonly kind: 'period' }
  /** A whole number written out. */
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'keyword'; readonly words: readonly string[] };

/** The parameters of one call, one for each `ParameterSpec`; null where an optional one is left out. */
export type CheckedParameters = readonly (CheckedParameter | null)[];

/** Everything the language knows of one function; the whole of a function is one entry of the table. */
export interface FunctionDefinition {
  readonly name: string;
  /** How it is written, for messages and help: `占比(部分, 总体)`; 〔…〕 may be left out. */
  readonly usage: string;
  /** What it gives, in one line for help. */
  readonly description: string;
  readonly parameters: readonly ParameterSpec[];
  /** It sets amounts side by side, which must be of the same members: 允许缺 is refused within. */
  readonly isOfWhole?: true;
  /** A ratio of two amounts: the members' values of it do not add up. */
  readonly isQuotient?: true;
  /** Whether a bare number among the parameters takes the unit of the one beside it. */
  readonly bareNumbers?: 'take-unit' | 'divide';
  /** The result's type, or what is wrong with these expression parameters (range parameters left out). */
  typeOf(expressions: readonly Checked[]): Result<Type, Pick<FormulaProblem, 'code' | 'message'>>;
  evaluate(parameters: CheckedParameters, evaluator: Evaluator): Value;
  /** How it arrives at its value, for a reader. */
  readonly explanation?: FunctionExplanation;
}

/** Evaluates expressions at one region and period, and keeps account of what was read. */
export interface Evaluator {
  readonly view: DataView;
  readonly region: Region;
  readonly period: Period;
  /** 口径 that names are read by here. */
  readonly basis: Basis;
  /** The same evaluation elsewhere; what it reads counts for the whole. */
  at(scope: { readonly region?: Region; readonly period?: Period }): Evaluator;
  /** The same evaluation where a name's qualifiers point to. */
  within(change: ScopeChange): Evaluator;
  evaluate(expression: Checked): Value;
  /** A number at each of these regions, in their order. */
  quantitiesAt(regions: readonly Region[], expression: Checked): readonly Quantity[];
  /** The same evaluation where what is missing is missing, also when this one counts it as 0. */
  asRecorded(): Evaluator;
  /** Reads an observation and records it as a source. */
  observe(indicator: Indicator): Observation | undefined;
  /** Value of an indicator here: its observation, or its formula when it is derived. */
  indicatorValue(indicator: Indicator): Value;
  /** Regions of a range (范围) seen from this region. */
  members(selector: string): readonly Region[];
}
