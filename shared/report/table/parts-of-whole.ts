import type { Checked } from '../../figures/formula/checked.ts';
import { evaluateFormula } from '../../figures/formula/evaluate.ts';
import type { FormulaLanguage } from '../../figures/formula/language.ts';
import { expressionAt } from '../../figures/functions/definition.ts';
import { inBaseUnits } from '../../figures/quantity.ts';
import type { Figure } from '../figure.ts';
import { placeOf, type ReportScope } from '../scope.ts';

function isConstant(expression: Checked): boolean {
  return expression.kind === 'constant';
}

/** Whether values of the expression can be added to that of a whole: no average, rate, rank or rounded difference. */
function addsUp(expression: Checked, language: FormulaLanguage): boolean {
  switch (expression.kind) {
    case 'indicator': {
      const { indicator } = expression;
      if (indicator.formula !== null) return addsUp(language.derivation(indicator), language);
      return indicator.aggregation === '合计';
    }
    case 'call':
      return expression.definition.name === '合计' && addsUp(expressionAt(expression.parameters, 1), language);
    case 'negate':
      return addsUp(expression.operand, language);
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === '+' || operator === '-') return addsUp(left, language) && addsUp(right, language);
      if (operator === '×' && isConstant(left)) return addsUp(right, language);
      return (operator === '×' || operator === '÷') && isConstant(right) && addsUp(left, language);
    }
    case 'constant':
    case 'text':
    case 'special':
      return false;
  }
}

/** Whether a figure's value is an amount of which a whole can be made up. */
export function isAmount({ attributes }: Figure, language: FormulaLanguage): boolean {
  const checked = language.check(attributes.formula);
  return checked.ok && addsUp(checked.value, language);
}

/** 占比, also where a derived indicator stands for it. */
function wholeIn(expression: Checked, language: FormulaLanguage): Checked | null {
  if (expression.kind === 'call' && expression.definition.name === '占比')
    return expressionAt(expression.parameters, 1);
  if (expression.kind !== 'indicator' || expression.indicator.formula === null) return null;
  const { region, periods, basis, asOf } = expression.scope;
  const isHere = region === null && periods.length === 0 && basis === null && asOf === null;
  return isHere ? wholeIn(language.derivation(expression.indicator), language) : null;
}

/** What tells one whole from another: its value and the observations it was read from. */
function identify(figure: Figure, report: ReportScope): string | null {
  const checked = report.language.check(figure.attributes.formula);
  const where = placeOf(figure.attributes.scope, report);
  const whole = checked.ok ? wholeIn(checked.value, report.language) : null;
  if (whole === null || where === null) return null;
  const { value, sources } = evaluateFormula(whole, { ...report, ...where });
  if (value.kind !== 'number') return null;
  const read = sources.map(({ indicator, period, regions }) => [indicator.id, period, ...regions.map(({ id }) => id)]);
  return `${inBaseUnits(value).toFraction()} ${read
    .map((range) => range.join(' '))
    .toSorted()
    .join('\n')}`;
}

/**
 * Whether the figures are shares of one whole. The same formula in rows of different regions is a rate of each, whose
 * denominators are different observations even where they happen to be equal.
 */
export function shareOneWhole(figures: readonly Figure[], report: ReportScope): boolean {
  const [first, ...others] = figures;
  const whole = first === undefined ? null : identify(first, report);
  return whole !== null && others.every((figure) => identify(figure, report) === whole);
}
