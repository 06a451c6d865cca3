import { type ExplainedEvaluation, explainFormula } from '../../shared/figures/explain/explain-formula.ts';
import { printStep } from '../../shared/figures/explain/step.ts';
import { stepsToText } from '../../shared/figures/explain/steps-to-text.ts';
import { parseFormat, printValue } from '../../shared/figures/format.ts';
import { type Evaluation, evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import { type Facts, regions, viewOf } from './small-data.ts';

/** A formula at 湖州市 2021年, evaluated alone and evaluated with its working; null when the formula is none. */
export function explain(
  formula: string,
  facts: Facts,
  home = '湖州市',
): { readonly plain: Evaluation; readonly explained: ExplainedEvaluation } | null {
  const view = viewOf(facts);
  const language = createFormulaLanguage(view);
  const checked = language.check(formula);
  const region = regions.find(({ name }) => name === home);
  const period = parsePeriod('2021年');
  if (!checked.ok || region === undefined || period === null) return null;
  const scope = { view, language, region, period };
  return { plain: evaluateFormula(checked.value, scope), explained: explainFormula(checked.value, scope) };
}

/** The working of a figure in words. */
export function working(formula: string, facts: Facts, format: string | null = null, home?: string): readonly string[] {
  const both = explain(formula, facts, home);
  const parsed = parseFormat(format);
  if (both === null || !parsed.ok) throw new Error(`bad test: ${formula}`);
  const printed = printValue(both.explained.value, parsed.value, 'prose');
  return stepsToText(both.explained, printed, format === null ? null : parsed.value).map(printStep);
}
