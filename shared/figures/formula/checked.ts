import type { Result } from '../../result.ts';
import type { Indicator, Observation, Region } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import type { Period } from '../period.ts';
import type { NumberValue, Value } from '../quantity.ts';
import type { Unit } from '../unit.ts';
import type { BinaryOperator, FormulaProblem } from './syntax.ts';

/** What kind of value an expression has, known before any data are read. */
export type Type =
  | { readonly kind: 'number'; readonly unit: Unit; readonly literal: boolean }
  | { readonly kind: 'truth' }
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
}

export type SpecialName = '地区' | '期';

/** An expression whose names are resolved and whose units fit. */
export type Checked =
  | { readonly kind: 'constant'; readonly type: Type; readonly value: NumberValue }
  | { readonly kind: 'indicator'; readonly type: Type; readonly indicator: Indicator; readonly scope: ScopeChange }
  | { readonly kind: 'special'; readonly type: Type; readonly name: SpecialName; readonly scope: ScopeChange }
  | {
      readonly kind: 'call';
      readonly type: Type;
      readonly definition: FunctionDefinition;
      readonly parameters: readonly CheckedParameter[];
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
  | { readonly kind: 'members'; readonly selector: string };

export type ParameterKind = 'number' | 'indicator' | 'members';

/** Everything the language knows of one function; the whole of a function is one entry of the table. */
export interface FunctionDefinition {
  readonly name: string;
  /** How it is written, for messages and help: `占比(部分, 总体)`. */
  readonly usage: string;
  readonly parameters: readonly ParameterKind[];
  /** The result's type, or what is wrong with these expression parameters (range parameters left out). */
  typeOf(expressions: readonly Checked[]): Result<Type, Pick<FormulaProblem, 'code' | 'message'>>;
  evaluate(parameters: readonly CheckedParameter[], evaluator: Evaluator): Value;
}

/** Evaluates expressions at one region and period, and keeps account of what was read. */
export interface Evaluator {
  readonly view: DataView;
  readonly region: Region;
  readonly period: Period;
  /** The same evaluation elsewhere; what it reads counts for the whole. */
  at(scope: { readonly region?: Region; readonly period?: Period }): Evaluator;
  /** The same evaluation where a name's qualifiers point to. */
  within(change: ScopeChange): Evaluator;
  evaluate(expression: Checked): Value;
  /** Reads an observation and records it as a source. */
  observe(indicator: Indicator): Observation | undefined;
  /** Value of an indicator here: its observation, or its formula when it is derived. */
  indicatorValue(indicator: Indicator): Value;
  /** Regions of a range (范围) seen from this region. */
  members(selector: string): readonly Region[];
}
