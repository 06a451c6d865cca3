import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { FormulaLanguage } from '../../../../shared/figures/formula/language.ts';

/** Whether the indicator is one of these or computed from one. */
export function restsOn(indicator: Indicator, ids: ReadonlySet<number>, language: FormulaLanguage): boolean {
  if (ids.has(indicator.id)) return true;
  if (indicator.formula === null || language.whyBroken(indicator) !== null) return false;
  return language.namedIndicators(indicator).some((each) => restsOn(each, ids, language));
}
