import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { FormulaLanguage } from '../../../shared/figures/formula/language.ts';
import { parseUnit } from '../../../shared/figures/unit.ts';
import { type CellOf, excelExpression, scaled } from './excel-expression.ts';

/** A derived indicator as a formula of one row, blank until all that it needs is there; null when it cannot be one. */
export function computedFormula(indicator: Indicator, language: FormulaLanguage, cellOf: CellOf): string | null {
  if (language.whyBroken(indicator) !== null) return null;
  const expression = excelExpression(language.derivation(indicator), cellOf);
  if (!expression || expression.cells.length === 0) return null;
  const { formula, cells, divisors } = expression;
  const value = `ROUND(${scaled(`(${formula})`, -parseUnit(indicator.unit).exponent)},${indicator.shownDecimals})`;
  const guarded = divisors.reduceRight((inner, divisor) => `IF(${divisor}=0,"",${inner})`, value);
  return `IF(COUNT(${cells.join(',')})<${cells.length},"",${guarded})`;
}
