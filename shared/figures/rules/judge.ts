import { Fraction } from 'fraction.js';
import { assertNever } from '../../result.ts';
import { aligned } from '../formula/arithmetic.ts';
import type { Checked } from '../formula/checked.ts';
import type { BinaryOperator } from '../formula/syntax.ts';
import { parts } from '../functions/definition.ts';
import { conjunction, disjunction, negation } from '../functions/logic.ts';
import { inBaseUnits, type NumberValue, powerOfTen } from '../quantity.ts';
import { asPrinted } from '../rounding.ts';
import { isPercent } from '../unit.ts';
import type { AppliedRule } from './apply-rules.ts';
import type { Reading } from './reading.ts';
import type { MissingStrategy } from './rule.ts';

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** 比较: what a rule is made of in the end. */
export type ComparisonExpression = Extract<Checked, { kind: 'binary' }> & { readonly operator: Comparison };

/** What holds where a comparison does not. */
export const opposite: Readonly<Record<Comparison, Comparison>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

function isComparisonOperator(operator: BinaryOperator): operator is Comparison {
  return Object.hasOwn(opposite, operator);
}

export function isComparison(expression: Checked): expression is ComparisonExpression {
  return expression.kind === 'binary' && isComparisonOperator(expression.operator);
}

/** A rule is judged at thousands of places. */
const constants = new WeakMap<Checked, boolean>();

/** Written out in the rule: exact, so that it brings no printed digit of its own. */
export function isConstant(expression: Checked): boolean {
  const known = constants.get(expression);
  if (known !== undefined) return known;
  const found = [...parts(expression)].every(
    ({ kind }) => kind === 'constant' || kind === 'binary' || kind === 'negate',
  );
  constants.set(expression, found);
  return found;
}

/** One unit of the last digit that the number prints, in base units. */
function lastDigit(quantity: NumberValue): Fraction {
  return powerOfTen(quantity.unit.exponent - quantity.decimals);
}

/** How much the left is above the right: of two rates as they print, else exactly, as formulas compare them. */
function differenceOf(left: NumberValue, right: NumberValue): Fraction {
  if (isPercent(left.unit) && isPercent(right.unit)) return asPrinted(left).sub(asPrinted(right)).div(100);
  return inBaseUnits(left).sub(inBaseUnits(right));
}

const noSlack = new Fraction(0);

const holdsExactly: Readonly<Record<Comparison, (sign: number) => boolean>> = {
  '=': (sign) => sign === 0,
  '<>': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

function holds(operator: Comparison, difference: Fraction, slack: Fraction): boolean {
  // Most rules allow nothing, and a sign is at hand where a comparison of fractions is work.
  if (slack.n === 0n) return holdsExactly[operator](difference.n === 0n ? 0 : Number(difference.s));
  switch (operator) {
    case '=':
      return difference.abs().lte(slack);
    case '<>':
      return difference.n !== 0n;
    case '<':
      return difference.lt(slack);
    case '<=':
      return difference.lte(slack);
    case '>':
      return difference.gt(slack.neg());
    case '>=':
      return difference.gte(slack.neg());
    default:
      return assertNever(operator);
  }
}

export type Outcome = 'holds' | 'broken' | 'skipped';

/** Weighs one rule at one place. */
class Judge {
  readonly #reading: Reading;
  readonly #tolerance: Fraction;

  constructor(reading: Reading, tolerance: Fraction) {
    this.#reading = reading;
    this.#tolerance = tolerance;
  }

  /**
   * True, false, or null when data are missing. A negation is carried down to the comparisons, so that the tolerance
   * always favours the data: 非(甲 > 乙) is widened as 甲 <= 乙 is.
   */
  weigh(condition: Checked, negated = false): boolean | null {
    if (isComparison(condition)) return this.#compare(condition, negated);
    if (condition.kind === 'call') {
      const { definition, parameters } = condition;
      const inner = parameters.flatMap((each) => (each?.kind === 'expression' ? [each.expression] : []));
      if (definition === conjunction) return this.#join(inner, negated, negated);
      if (definition === disjunction) return this.#join(inner, negated, !negated);
      if (definition === negation && inner[0] !== undefined) return this.weigh(inner[0], !negated);
    }
    const value = this.#reading.evaluate(condition);
    return value.kind === 'truth' ? value.truth !== negated : null;
  }

  /** 且, 或: `decisive` is the outcome that one condition brings about alone. */
  #join(conditions: readonly Checked[], negated: boolean, decisive: boolean): boolean | null {
    let isOpen = false;
    for (const condition of conditions) {
      const outcome = this.weigh(condition, negated);
      if (outcome === decisive) return decisive;
      isOpen ||= outcome === null;
    }
    return isOpen ? null : !decisive;
  }

  #compare({ operator, left, right }: ComparisonExpression, negated: boolean): boolean | null {
    const [a, b] = [this.#reading.evaluate(left), this.#reading.evaluate(right)];
    if (a.kind !== 'number' || b.kind !== 'number') return null;
    const [one, other] = aligned(a, b);
    const slack =
      this.#tolerance.n === 0n ? noSlack : this.#slack(isConstant(left) ? null : one, isConstant(right) ? null : other);
    return holds(negated ? opposite[operator] : operator, differenceOf(one, other), slack);
  }

  /** So many units of the coarsest digit that any of these prints. */
  #slack(...printed: readonly (NumberValue | null)[]): Fraction {
    const digits = printed.flatMap((quantity) => (quantity === null ? [] : [lastDigit(quantity)]));
    return digits.reduce((most, digit) => (digit.gt(most) ? digit : most), noSlack).mul(this.#tolerance);
  }
}

/** Whether what counts as 0 may: 按零 wherever anything was reported, 跳过全缺 beside a value. */
function isWorthJudging(strategy: MissingStrategy, reading: Reading): boolean {
  switch (strategy) {
    case '跳过任缺':
      return true;
    case '跳过全缺':
      return reading.someObservation(({ cell }) => cell.kind === 'value');
    case '按零':
      return reading.someObservation(({ cell }) => cell.kind === 'value' || cell.reason !== '未报');
    default:
      return assertNever(strategy);
  }
}

/**
 * Judges a rule at the reading's place. It is skipped where missing data leave it open; what one half of 且 or 或 decides
 * alone is decided, as in any formula.
 */
export function judgeRule({ rule, condition, tolerance }: AppliedRule, reading: Reading): Outcome {
  const holdsHere = new Judge(reading, tolerance).weigh(condition);
  if (holdsHere === null || !isWorthJudging(rule.missing, reading)) return 'skipped';
  return holdsHere ? 'holds' : 'broken';
}
