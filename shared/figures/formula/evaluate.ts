import { assertNever } from '../../result.ts';
import type { Indicator, Observation, Region } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import { asQuantity } from '../functions/definition.ts';
import { gatherAddends, whyMissing } from '../functions/gather.ts';
import { membersOf } from '../members.ts';
import { type LocalDate, type Period, printDate } from '../period.ts';
import {
  convert,
  missingValue,
  numberValue,
  type Quantity,
  type SourceRange,
  type Value,
  withNumber,
  withRemarks,
} from '../quantity.ts';
import { parseUnit } from '../unit.ts';
import {
  addNumbers,
  combine,
  compareNumbers,
  divideNumbers,
  multiplyNumbers,
  subtractNumbers,
  sumOf,
} from './arithmetic.ts';
import type { Basis, Checked, Evaluator, ScopeChange } from './checked.ts';
import type { FormulaLanguage } from './language.ts';
import { periodHolding, shiftPeriod } from './qualifiers.ts';
import { type Reading, Readings } from './readings.ts';
import type { BinaryOperator } from './syntax.ts';

/** A value and every observation that was read for it. */
export interface Evaluation {
  readonly value: Value;
  readonly sources: readonly SourceRange[];
}

export interface EvaluationScope {
  readonly view: DataView;
  readonly language: FormulaLanguage;
  readonly region: Region;
  readonly period: Period;
  /** What has no value counts as 0, unless it is 不公开: for rules that say so. */
  readonly missingAsZero?: boolean;
}

/** Where an evaluation stands. */
interface Standpoint {
  readonly region: Region;
  readonly period: Period;
  readonly basis: Basis;
  readonly asOf: LocalDate | null;
}

/** What all evaluators of one evaluation share. */
interface Ground {
  readonly view: DataView;
  readonly language: FormulaLanguage;
  readonly readings: Readings;
  readonly missingAsZero: boolean;
}

class ScopedEvaluator implements Evaluator {
  readonly region: Region;
  readonly period: Period;
  readonly basis: Basis;
  readonly #asOf: LocalDate | null;
  readonly #ground: Ground;

  constructor(ground: Ground, { region, period, basis, asOf }: Standpoint) {
    this.#ground = ground;
    this.region = region;
    this.period = period;
    this.basis = basis;
    this.#asOf = asOf;
  }

  get view(): DataView {
    return this.#ground.view;
  }

  at(scope: { readonly region?: Region; readonly period?: Period }): Evaluator {
    return this.#elsewhere(scope);
  }

  within({ region, periods, basis, asOf }: ScopeChange): ScopedEvaluator {
    if (region === null && periods.length === 0 && basis === null && asOf === null) return this;
    const period = asOf === null ? periods.reduce(shiftPeriod, this.period) : periodHolding(asOf, this.period);
    return this.#elsewhere({ region: region ?? this.region, period, basis: basis ?? this.basis, asOf });
  }

  #elsewhere(change: Partial<Standpoint>): ScopedEvaluator {
    const { region, period, basis } = this;
    return new ScopedEvaluator(this.#ground, { region, period, basis, asOf: this.#asOf, ...change });
  }

  asRecorded(): Evaluator {
    if (!this.#ground.missingAsZero) return this;
    const { region, period, basis } = this;
    return new ScopedEvaluator({ ...this.#ground, missingAsZero: false }, { region, period, basis, asOf: this.#asOf });
  }

  members(selector: string): readonly Region[] {
    return membersOf(this.view, this, selector);
  }

  quantitiesAt(regions: readonly Region[], expression: Checked): readonly Quantity[] {
    if (expression.kind === 'indicator' && expression.scope.region === null) {
      const there = this.within(expression.scope);
      const { indicator } = expression;
      if (there.#readsObservations(indicator)) return there.#reportedAt(regions, indicator);
    }
    return regions.map((region) => asQuantity(this.at({ region }).evaluate(expression)));
  }

  /** Whether the indicator's value here is what was reported, on whatever day. */
  #readsObservations(indicator: Indicator): boolean {
    return indicator.formula === null && this.basis === '上报' && this.#asOf === null;
  }

  /** A whole range of one column: no evaluator a member, and the sources as one. */
  #reportedAt(regions: readonly Region[], indicator: Indicator): readonly Quantity[] {
    const reading = this.#ground.readings.of(indicator, this.period.label);
    reading.observeRange(regions);
    return regions.map(
      (region) => reading.knownNumber(region) ?? asQuantity(this.at({ region }).indicatorValue(indicator)),
    );
  }

  observe(indicator: Indicator): Observation | undefined {
    return this.#observed(this.#ground.readings.of(indicator, this.period.label));
  }

  #observed(reading: Reading): Observation | undefined {
    const observation = reading.observe(this.region);
    // 截至: what stands for another day is not the figure that was asked for.
    return this.#asOf === null || observation?.asOf === this.#asOf ? observation : undefined;
  }

  indicatorValue(indicator: Indicator): Value {
    if (indicator.formula !== null) return this.#derived(indicator);
    if (this.basis === '汇总') return this.#collected(indicator);
    const reading = this.#ground.readings.of(indicator, this.period.label);
    const cell = this.#observed(reading)?.cell;
    if (cell?.kind === 'value') return reading.number(this.region, cell.decimal);
    if (this.#ground.missingAsZero && cell?.reason !== '不公开') return reading.zero();
    const day = this.#asOf === null ? '' : `（截至${printDate(this.#asOf)}）`;
    const gap = { what: indicator.name + day, region: this.region.name, period: this.period.label };
    return missingValue(cell?.reason ?? '未报', [gap]);
  }

  #derived(indicator: Indicator): Value {
    const value = this.evaluate(this.#ground.language.derivation(indicator));
    if (value.kind !== 'number') return value;
    const unit = parseUnit(indicator.unit);
    const amount = value.literal ? value.value : convert(value, unit);
    return withRemarks(numberValue(amount, unit, indicator.shownDecimals), value.remarks);
  }

  /** 汇总: the sum over the regions directly below, as they reported it. */
  #collected(indicator: Indicator): Value {
    const own = this.#elsewhere({ basis: '上报' });
    const regions = this.members('下级');
    const gathered = gatherAddends(
      regions,
      regions.map((region) => asQuantity(own.at({ region }).indicatorValue(indicator))),
    );
    return whyMissing(gathered, false) ?? sumOf(gathered.members.map(({ quantity }) => quantity));
  }

  evaluate(expression: Checked): Value {
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'indicator':
        return this.within(expression.scope).indicatorValue(expression.indicator);
      case 'text':
        return { kind: 'text', text: expression.text };
      case 'special': {
        const there = this.within(expression.scope);
        return { kind: 'text', text: expression.name === '地区' ? there.region.name : there.period.label };
      }
      case 'call':
        return expression.definition.evaluate(expression.parameters, this);
      case 'binary':
        return this.#binary(expression.operator, this.#quantity(expression.left), this.#quantity(expression.right));
      case 'negate': {
        const operand = this.#quantity(expression.operand);
        return operand.kind === 'number' ? withNumber(operand, operand.value.neg()) : operand;
      }
      default:
        return assertNever(expression);
    }
  }

  #quantity(expression: Checked): Quantity {
    return asQuantity(this.evaluate(expression));
  }

  #binary(operator: BinaryOperator, left: Quantity, right: Quantity): Value {
    if (operator === '+') return combine(left, right, addNumbers);
    if (operator === '-') return combine(left, right, subtractNumbers);
    if (operator === '×') return combine(left, right, multiplyNumbers);
    if (operator === '÷') return combine(left, right, divideNumbers);
    if (left.kind === 'missing' || right.kind === 'missing') return combine(left, right, addNumbers);
    return { kind: 'truth', truth: holds(operator, compareNumbers(left, right)) };
  }
}

function holds(operator: BinaryOperator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '+':
    case '-':
    case '×':
    case '÷':
      throw new Error('not a comparison');
    default:
      return assertNever(operator);
  }
}

/** Evaluates one formula after the other at one place; the sources are those of all of them. */
export interface OpenEvaluation {
  readonly evaluate: (expression: Checked) => Value;
  readonly sources: () => readonly SourceRange[];
}

export function openEvaluation(scope: EvaluationScope): OpenEvaluation {
  const { view, language, region, period, missingAsZero = false } = scope;
  const standpoint = { region, period, basis: '上报', asOf: null } as const;
  const readings = new Readings(view);
  const evaluator = new ScopedEvaluator({ view, language, readings, missingAsZero }, standpoint);
  return { evaluate: (expression) => evaluator.evaluate(expression), sources: () => readings.sources() };
}

/** Evaluates a checked formula at a region and period. Exact; the sources are complete. */
export function evaluateFormula(expression: Checked, scope: EvaluationScope): Evaluation {
  const { evaluate, sources } = openEvaluation(scope);
  const value = evaluate(expression);
  return { value, sources: sources() };
}
