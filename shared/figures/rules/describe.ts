import { assertNever } from '../../result.ts';
import type { Checked, CheckedParameter, PeriodShift } from '../formula/checked.ts';
import { shiftPeriod } from '../formula/qualifiers.ts';
import { operatorStrength } from '../formula/syntax.ts';
import { average, greatest, least, total } from '../functions/aggregate.ts';
import { fallback } from '../functions/choice.ts';
import { expressionAt } from '../functions/definition.ts';
import { memberSelectors, membersOf, memberWord } from '../members.ts';
import { reasonText } from '../missing-text.ts';
import { type Period, printDate } from '../period.ts';
import type { Value } from '../quantity.ts';
import { printQuantity } from '../rounding.ts';
import type { Reading } from './reading.ts';

type Call = Extract<Checked, { kind: 'call' }>;
type Name = Extract<Checked, { kind: 'indicator' }>;

/** How a sentence names what a function makes of the members of a range. */
const memberFunctions = new Map([
  [total, '合计'],
  [average, '平均'],
  [greatest, '最大值'],
  [least, '最小值'],
]);

/** Says the parts of a condition in words, with the values they have at one place. */
export class Describer {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** What a value is the value of, for a part that is one thing in a reader's eyes; null for a computation. */
  label(expression: Checked): string | null {
    if (expression.kind === 'indicator') return expression.indicator.name + this.#qualifiers(expression);
    if (expression.kind === 'constant') return '';
    if (expression.kind !== 'call') return null;
    const word = memberFunctions.get(expression.definition);
    const [range, inner] = expression.parameters;
    if (word === undefined || range?.kind !== 'members' || inner?.kind !== 'expression') return null;
    const what = this.label(inner.expression) ?? `（${this.computation(inner.expression, false)}）`;
    return `${this.#membersText(range.selector)}${what}${word}`;
  }

  /** `甲100人 + 乙20人`; without values `甲 + 乙`. */
  computation(expression: Checked, withValues = true): string {
    const label = this.label(expression);
    if (label !== null) return withValues || expression.kind === 'constant' ? this.#labelled(expression, label) : label;
    switch (expression.kind) {
      case 'binary': {
        const own = operatorStrength[expression.operator];
        const left = this.#within(expression.left, own, withValues);
        return `${left} ${expression.operator} ${this.#within(expression.right, own + 1, withValues)}`;
      }
      case 'negate':
        return `-${this.#within(expression.operand, operatorStrength['×'] + 1, withValues)}`;
      case 'call':
        if (expression.definition === fallback) return this.#fallbackText(expression, withValues);
        return `${expression.definition.name}(${this.#parameters(expression, withValues).join('，')})`;
      case 'special':
        return expression.name;
      case 'text':
        return `“${expression.text}”`;
      case 'indicator':
      case 'constant':
        throw new Error('a name or number has a label');
      default:
        return assertNever(expression);
    }
  }

  /** Each thing that a condition looks at, with its value or why it has none, once each. */
  operands(expression: Checked): readonly string[] {
    return [...new Set(this.#operands(expression))];
  }

  *#operands(expression: Checked): Generator<string> {
    const label = this.label(expression);
    if (expression.kind === 'constant') return;
    if (label !== null) yield this.#labelled(expression, label);
    else if (expression.kind === 'negate') yield* this.#operands(expression.operand);
    else if (expression.kind === 'binary') {
      yield* this.#operands(expression.left);
      yield* this.#operands(expression.right);
    } else if (expression.kind === 'call' && expression.definition === fallback)
      yield this.#fallbackText(expression, true);
    else if (expression.kind === 'call') {
      for (const each of expression.parameters) if (each?.kind === 'expression') yield* this.#operands(each.expression);
      yield* this.#movement(expression);
    }
  }

  /** 同比, 增减 and their like are told apart: `上年100人`, `同比25%`. */
  *#movement(call: Call): Generator<string> {
    if (call.type.kind !== 'number' || call.type.movement === null) return;
    const value = this.#reading.evaluate(call);
    if (value.kind === 'number' && value.movement !== null) {
      yield value.movement.against + printQuantity(value.movement.base);
    }
    yield call.definition.name + valueText(value);
  }

  #labelled(expression: Checked, label: string): string {
    const value = this.#reading.evaluateAsRecorded(expression);
    if (value.kind !== 'missing') return label + valueText(value);
    const counted = this.#reading.missingAsZero ? this.#reading.evaluate(expression) : value;
    if (counted.kind !== 'number') return label + reasonText(value.reason);
    const asZero = counted.value.n === 0n ? '按0计' : `缺数按0计，为${valueText(counted)}`;
    return `${label}（${reasonText(value.reason)}，${asZero}）`;
  }

  /** 缺省: `延缓入学人数（未报，按0计）`, or the value when there is one. */
  #fallbackText(call: Call, withValues: boolean): string {
    const expression = expressionAt(call.parameters, 0);
    const recorded = this.#reading.evaluateAsRecorded(expression);
    if (!withValues || recorded.kind !== 'missing') {
      const text = this.computation(expression, withValues);
      return expression.kind === 'binary' ? `(${text})` : text;
    }
    const what = this.label(expression) ?? this.computation(expression, false);
    const instead = this.computation(expressionAt(call.parameters, 1));
    return `${what}（${reasonText(recorded.reason)}，按${instead}计）`;
  }

  #within(expression: Checked, strength: number, withValues: boolean): string {
    const text = this.computation(expression, withValues);
    const isWeaker = expression.kind === 'binary' && operatorStrength[expression.operator] < strength;
    return isWeaker ? `(${text})` : text;
  }

  #parameters(call: Call, withValues: boolean): readonly string[] {
    const texts = call.parameters.flatMap((each) => this.#parameter(each, withValues) ?? []);
    const value = withValues ? this.#reading.evaluate(call) : null;
    if (value?.kind !== 'number' || value.movement === null || value.movement.kind === 'gap') return texts;
    return [...texts, value.movement.against + printQuantity(value.movement.base)];
  }

  #parameter(parameter: CheckedParameter | null, withValues: boolean): string | null {
    if (parameter === null) return null;
    switch (parameter.kind) {
      case 'expression':
        return this.computation(parameter.expression, withValues);
      case 'members':
        return parameter.selector;
      case 'period':
        return this.#moved(parameter.shifts).label;
      case 'whole':
        return String(parameter.value);
      case 'keyword':
        return parameter.word;
      default:
        return assertNever(parameter);
    }
  }

  #moved(shifts: readonly PeriodShift[]): Period {
    return shifts.reduce(shiftPeriod, this.#reading.place.period);
  }

  /** `（湖州市2020年）`: where a name is looked up when that is not here and now. */
  #qualifiers({ scope }: Name): string {
    const texts = [
      scope.region?.name ?? '',
      scope.periods.length > 0 ? this.#moved(scope.periods).label : '',
      scope.asOf === null ? '' : `截至${printDate(scope.asOf)}`,
      scope.basis === '汇总' ? '下级汇总' : '',
    ].filter((text) => text !== '');
    return texts.length === 0 ? '' : `（${texts.join('')}）`;
  }

  #membersText(selector: string): string {
    const { ground, place } = this.#reading;
    const word = memberWord(membersOf(ground.view, place, selector));
    return memberSelectors.includes(selector) ? `各${word}` : `${selector}各${word}`;
  }
}

function valueText(value: Value): string {
  if (value.kind === 'missing') return reasonText(value.reason);
  if (value.kind !== 'number') return '';
  return printQuantity(value) + (value.remarks.length === 0 ? '' : `（${value.remarks.join('，')}）`);
}
