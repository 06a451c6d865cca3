import type { Checked } from '../../../shared/figures/formula/checked.ts';
import { conjunction } from '../../../shared/figures/functions/logic.ts';
import type { AppliedRule } from '../../../shared/figures/rules/apply-rules.ts';
import { type Comparison, isComparison } from '../../../shared/figures/rules/judge.ts';
import { isPercent } from '../../../shared/figures/unit.ts';
import { type CellOf, type ExcelExpression, operandsOf } from './excel-expression.ts';

/** A rule as formulas of one row; the row's number is `rowSign`. */
export interface ExcelRule {
  /** Cells that turn red when it is broken. */
  readonly cells: readonly string[];
  /** True where it is broken. */
  readonly broken: string;
  /** What is wrong, with the difference; an empty text where nothing is. */
  readonly message: string;
  /** What must hold, as a person reads it. */
  readonly text: string;
}

/** How a broken comparison reads, and what its difference is called. */
const readings: Readonly<Record<Comparison, { readonly sign: string; readonly by: string }>> = {
  '=': { sign: '≠', by: '差' },
  '<>': { sign: '＝', by: '差' },
  '<': { sign: '≥', by: '多' },
  '<=': { sign: '＞', by: '多' },
  '>': { sign: '≤', by: '少' },
  '>=': { sign: '＜', by: '少' },
};
const shown: Readonly<Record<Comparison, string>> = {
  '=': '＝',
  '<>': '≠',
  '<': '＜',
  '<=': '≤',
  '>': '＞',
  '>=': '≥',
};

/**
 * Writes what of a rule a spreadsheet can watch while a unit types: comparisons of amounts of one row, joined by 且.
 * Empty for anything else (上年, 下级, 排名 …), which is judged when the workbook comes back.
 */
export function excelRules({ rule, condition, tolerance }: AppliedRule, cellOf: CellOf): readonly ExcelRule[] {
  const missingAsZero = rule.missing !== '跳过任缺';
  const conditions = conditionsOf(condition);
  const translated = conditions.flatMap((each) => {
    const one = comparison(each, cellOf, { missingAsZero, tolerance: Number(tolerance.toString(6)) });
    return one ? [one] : [];
  });
  return translated.length === conditions.length ? translated : [];
}

function conditionsOf(condition: Checked): readonly Checked[] {
  if (condition.kind !== 'call' || condition.definition !== conjunction) return [condition];
  return condition.parameters.flatMap((each) => (each?.kind === 'expression' ? conditionsOf(each.expression) : []));
}

interface Strictness {
  readonly missingAsZero: boolean;
  /** In units of the last printed digit. */
  readonly tolerance: number;
}

function comparison(condition: Checked, cellOf: CellOf, { missingAsZero, tolerance }: Strictness): ExcelRule | null {
  if (!isComparison(condition)) return null;
  const operands = operandsOf(condition.left, condition.right, cellOf);
  if (!operands) return null;
  const [left, right] = operands;
  const cells = [...new Set([...left.cells, ...right.cells])];
  if (cells.length === 0) return null;
  const difference = differenceOf(left, right);
  const slack = slackOf([left, right], tolerance);
  const isJudged = missingAsZero ? `COUNT(${cells.join(',')})>0` : `COUNT(${cells.join(',')})=${cells.length}`;
  const divisors = [...new Set([...left.divisors, ...right.divisors])];
  const guards = [isJudged, ...divisors.map((divisor) => `${readingText(divisor, missingAsZero)}<>0`)];
  const breach = readingText(breachOf(condition.operator, difference, slack), missingAsZero);
  // IF, because AND computes all its conditions and one that cannot be computed makes an error of the whole.
  const broken = `IF(AND(${guards[0]}),${nested(guards.slice(1), breach)},FALSE)`;
  const { sign, by } = readings[condition.operator];
  const amount = `ROUND(ABS(${readingText(difference, missingAsZero)})*${10 ** -left.unit.exponent},${left.decimals})`;
  return {
    cells,
    broken,
    message: `IF(${broken},"${quoted(`${left.text}${sign}${right.text}，${by} `)}"&${amount}&"；","")`,
    text: `${left.text}${shown[condition.operator]}${right.text}`,
  };
}

function nested(guards: readonly string[], breach: string): string {
  return guards.reduceRight((inner, guard) => `IF(${guard},${inner},FALSE)`, breach);
}

/** Differences of doubles carry noise far behind the last place that the figures have. */
function differenceOf(left: ExcelExpression, right: ExcelExpression): string {
  if (isPercent(left.unit) && isPercent(right.unit)) {
    const [one, other] = [left, right].map(({ formula, decimals }) => `ROUND(${formula},${decimals + 2})`);
    return `ROUND(${one}-${other},9)`;
  }
  return `ROUND(${left.formula}-(${right.formula}),${Math.min(9, Math.max(left.places, right.places))})`;
}

/** Amount by which a comparison may be missed, in base units. */
function slackOf(sides: readonly ExcelExpression[], tolerance: number): string {
  const exponents = sides.filter(({ isConstant }) => !isConstant).map(({ unit, decimals }) => unit.exponent - decimals);
  const coarsest = Math.max(...exponents);
  if (tolerance === 0) return '0';
  return coarsest >= 0 ? String(tolerance * 10 ** coarsest) : `${tolerance}/${10 ** -coarsest}`;
}

function breachOf(operator: Comparison, difference: string, slack: string): string {
  switch (operator) {
    case '=':
      return `ABS(${difference})>${slack}`;
    case '<>':
      return `${difference}=0`;
    case '<':
      return `${difference}>=${slack}`;
    case '<=':
      return `${difference}>${slack}`;
    case '>':
      return `${difference}<=-${slack}`;
    case '>=':
      return `${difference}<-${slack}`;
  }
}

/** Where what is missing counts as 0, a text such as “—” must too: N() of a text is 0. */
function readingText(formula: string, missingAsZero: boolean): string {
  return missingAsZero ? formula.replaceAll(/\$[A-Z]{1,3}§/g, (cell) => `N(${cell})`) : formula;
}

function quoted(text: string): string {
  return text.replaceAll('"', '""');
}
