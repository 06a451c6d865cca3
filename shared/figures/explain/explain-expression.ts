import { assertNever } from '../../result.ts';
import type { Indicator } from '../catalogue.ts';
import type { Checked, Evaluator } from '../formula/checked.ts';
import type { FormulaLanguage } from '../formula/language.ts';
import { asQuantity } from '../functions/definition.ts';
import { gather } from '../functions/gather.ts';
import { gapText, reasonText } from '../missing-text.ts';
import type { MissingValue, Value } from '../quantity.ts';
import { calculation, conversionSteps } from './calculation.ts';
import { describe, signs } from './describe.ts';
import type { Operand } from './function-explanation.ts';
import { subjectOf, sumStep } from './member-steps.ts';
import { type Binary, comparisonSteps, operationSteps, sumOfTerms, termsOf } from './operation-steps.ts';
import { printStep, type Step } from './step.ts';
import { numbersOf, writeQuantity } from './write-number.ts';

type Call = Extract<Checked, { kind: 'call' }>;
type Named = Extract<Checked, { kind: 'indicator' }>;

/**
 * Walks a formula from the innermost parts outwards and notes each step. Every value is the evaluator's own; nothing is
 * calculated here a second time.
 */
export class Explainer {
  readonly #language: FormulaLanguage;
  /** By its words: what was read or defined once is not told again. */
  readonly #steps = new Map<string, Step>();
  /** Derived indicators taken apart so far, each with its place and value. */
  readonly #takenApart = new Set<string>();

  constructor(language: FormulaLanguage) {
    this.#language = language;
  }

  get steps(): readonly Step[] {
    return [...this.#steps.values()];
  }

  add(steps: readonly Step[]): void {
    for (const step of steps) {
      const words = printStep(step);
      if (!this.#steps.has(words)) this.#steps.set(words, step);
    }
  }

  explain({ expression, evaluator }: Operand): Value {
    const value = evaluator.evaluate(expression);
    switch (expression.kind) {
      case 'constant':
      case 'text':
      case 'special':
        break;
      case 'indicator':
        this.#indicator(expression, evaluator.within(expression.scope), value);
        break;
      case 'call':
        this.#call(expression, evaluator, value);
        break;
      case 'binary':
        this.#binary(expression, evaluator, value);
        break;
      case 'negate':
        this.#negation(expression.operand, evaluator, value);
        break;
      default:
        assertNever(expression);
    }
    return value;
  }

  #indicator({ indicator, scope }: Named, there: Evaluator, value: Value): void {
    if (indicator.formula !== null) this.#derived(indicator, there, value);
    else if (value.kind === 'missing') this.#gap(indicator, there, value);
    else if (value.kind === 'number' && there.basis === '汇总') {
      const own = there.within({ region: null, periods: [], basis: '上报', asOf: scope.asOf });
      const { members } = gather(there.members('下级'), own, (place) => asQuantity(place.indicatorValue(indicator)));
      const subject = subjectOf(`${indicator.name}[汇总]`, there);
      this.add([sumStep({ members, result: value, subject }, (sum) => sum)]);
    } else if (value.kind === 'number') {
      const where = `${there.region.name}，${there.period.label}`;
      this.add([{ kind: 'reading', name: indicator.name, value: writeQuantity(value), where }]);
    }
  }

  #gap(indicator: Indicator, there: Evaluator, { reason, gaps }: MissingValue): void {
    if (there.basis === '汇总') {
      this.add([
        { kind: 'missing', what: `${indicator.name}[汇总]`, reason: reasonText(reason), where: gapText(gaps) },
      ]);
      return;
    }
    const what = gaps[0]?.what ?? indicator.name;
    const where = `${there.region.name}，${there.period.label}`;
    this.add([{ kind: 'missing', what, reason: reasonText(reason), where }]);
  }

  #derived(indicator: Indicator, there: Evaluator, value: Value): void {
    const text = value.kind === 'number' ? writeQuantity(value) : value.kind;
    const key = [indicator.id, there.region.id, there.period.label, there.basis, text].join('\n');
    if (this.#takenApart.has(key)) return;
    this.#takenApart.add(key);
    const derivation = this.#language.derivation(indicator);
    const name = there.basis === '汇总' ? `${indicator.name}[汇总]` : indicator.name;
    this.add([{ kind: 'definition', name, formula: describe(derivation) }]);
    const inner = this.explain({ expression: derivation, evaluator: there });
    this.add(conversionSteps(inner, value));
  }

  #call(expression: Call, evaluator: Evaluator, value: Value): void {
    const { definition, parameters } = expression;
    const named = parameters.flatMap((parameter) =>
      parameter?.kind === 'expression' ? [{ expression: parameter.expression, evaluator }] : [],
    );
    const wanted = definition.explanation?.operands?.(parameters, evaluator) ?? named;
    const operands = wanted.map((operand) => this.explain(operand));
    if (value.kind === 'missing') this.#broken(expression, operands, value);
    else this.add(definition.explanation?.steps({ parameters, evaluator, operands, value }) ?? []);
  }

  /** What has no value though its operands do, or that read its operands by itself. */
  #broken(expression: Checked, operands: readonly Value[], { reason, gaps, sentence }: MissingValue): void {
    if (operands.some(({ kind }) => kind === 'missing')) return;
    const where = gaps.length === 0 ? null : gapText(gaps);
    this.add([{ kind: 'missing', what: describe(expression), reason: sentence ?? reasonText(reason), where }]);
  }

  #binary(expression: Binary, evaluator: Evaluator, value: Value): void {
    const { operator, left, right } = expression;
    const terms = termsOf(expression);
    const parts = terms.length > 1 ? terms.map((term) => term.expression) : [left, right];
    const operands = parts.map((part) => this.explain({ expression: part, evaluator }));
    if (value.kind === 'missing') this.#broken(expression, operands, value);
    else if (value.kind === 'truth') this.add(comparisonSteps(signs[operator], numbersOf(operands), value.truth));
    else if (value.kind === 'number' && terms.length > 1) this.add([sumOfTerms(terms, numbersOf(operands), value)]);
    else if (value.kind === 'number') this.add(operationSteps(expression, numbersOf(operands), value));
  }

  #negation(operand: Checked, evaluator: Evaluator, value: Value): void {
    const inner = this.explain({ expression: operand, evaluator });
    if (operand.kind === 'constant' || inner.kind !== 'number' || value.kind !== 'number') return;
    this.add([calculation({ operands: [inner], result: value }, ([text = '']) => `0 − ${text}`)]);
  }
}
