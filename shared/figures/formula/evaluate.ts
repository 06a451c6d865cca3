import { Fraction } from 'fraction.js';
import { assertNever } from '../../result.ts';
import type { Indicator, Observation, Region } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import { membersOf } from '../members.ts';
import type { Period } from '../period.ts';
import { convert, missingValue, numberValue, type Quantity, type SourceRange, type Value } from '../quantity.ts';
import { parseUnit } from '../unit.ts';
import { addNumbers, combine, compareNumbers, divideNumbers, multiplyNumbers, subtractNumbers } from './arithmetic.ts';
import type { Checked, Evaluator, ScopeChange } from './checked.ts';
import type { FormulaLanguage } from './language.ts';
import { shiftPeriod } from './qualifiers.ts';
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
}

/** Observations read so far: one entry per indicator and period, however many regions. */
class SourceCollector {
  readonly #ranges = new Map<string, { indicator: Indicator; period: string; regions: Map<number, Region> }>();

  add(indicator: Indicator, period: string, region: Region): void {
    const key = `${indicator.id}\n${period}`;
    const range = this.#ranges.get(key) ?? { indicator, period, regions: new Map() };
    range.regions.set(region.id, region);
    this.#ranges.set(key, range);
  }

  ranges(): readonly SourceRange[] {
    return [...this.#ranges.values()].map((range) => ({ ...range, regions: [...range.regions.values()] }));
  }
}

/** Derived indicators may build on one another this deep; a cycle is refused when it is defined. */
const deepestDerivation = 32;

class ScopedEvaluator implements Evaluator {
  readonly view: DataView;
  readonly region: Region;
  readonly period: Period;
  readonly #language: FormulaLanguage;
  readonly #sources: SourceCollector;
  readonly #derivation: number;

  constructor(scope: EvaluationScope, sources: SourceCollector, derivation: number) {
    this.view = scope.view;
    this.region = scope.region;
    this.period = scope.period;
    this.#language = scope.language;
    this.#sources = sources;
    this.#derivation = derivation;
  }

  at(scope: { readonly region?: Region; readonly period?: Period }): Evaluator {
    return this.#elsewhere(scope.region ?? this.region, scope.period ?? this.period, this.#derivation);
  }

  within(change: ScopeChange): Evaluator {
    if (change.region === null && change.periods.length === 0) return this;
    return this.#elsewhere(
      change.region ?? this.region,
      change.periods.reduce(shiftPeriod, this.period),
      this.#derivation,
    );
  }

  #elsewhere(region: Region, period: Period, derivation: number): ScopedEvaluator {
    const scope = { view: this.view, language: this.#language, region, period };
    return new ScopedEvaluator(scope, this.#sources, derivation);
  }

  members(selector: string): readonly Region[] {
    return membersOf(this.view, this.region, selector);
  }

  observe(indicator: Indicator): Observation | undefined {
    this.#sources.add(indicator, this.period.label, this.region);
    return this.view.column(indicator.id, this.period.label).get(this.region.id);
  }

  indicatorValue(indicator: Indicator): Value {
    const recorded = this.view.column(indicator.id, this.period.label).has(this.region.id);
    if (!recorded && indicator.formula !== null) return this.#derived(indicator, indicator.formula);
    const observation = this.observe(indicator);
    const gap = { what: indicator.name, region: this.region.name, period: this.period.label };
    if (observation === undefined) return missingValue('未报', [gap]);
    const { cell } = observation;
    if (cell.kind === 'missing') return missingValue(cell.reason, [gap]);
    return numberValue(new Fraction(cell.decimal), parseUnit(indicator.unit), indicator.shownDecimals);
  }

  #derived(indicator: Indicator, formula: string): Value {
    const checked = this.#language.check(formula);
    if (!checked.ok || this.#derivation >= deepestDerivation) {
      throw new Error(`derived indicator ${indicator.code} has an invalid formula`);
    }
    const value = this.#elsewhere(this.region, this.period, this.#derivation + 1).evaluate(checked.value);
    if (value.kind !== 'number') return value;
    const unit = parseUnit(indicator.unit);
    return numberValue(convert(value, unit), unit, indicator.shownDecimals);
  }

  evaluate(expression: Checked): Value {
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'indicator':
        return this.within(expression.scope).indicatorValue(expression.indicator);
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
        return operand.kind === 'number' ? { ...operand, value: operand.value.neg() } : operand;
      }
      default:
        return assertNever(expression);
    }
  }

  #quantity(expression: Checked): Quantity {
    const value = this.evaluate(expression);
    if (value.kind === 'number' || value.kind === 'missing') return value;
    throw new Error('operands were not checked');
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

/** Evaluates a checked formula at a region and period. Exact; the sources are complete. */
export function evaluateFormula(expression: Checked, scope: EvaluationScope): Evaluation {
  const sources = new SourceCollector();
  const value = new ScopedEvaluator(scope, sources, 0).evaluate(expression);
  return { value, sources: sources.ranges() };
}
