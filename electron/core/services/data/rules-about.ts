import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { FormulaLanguage } from '../../../../shared/figures/formula/language.ts';
import { parts } from '../../../../shared/figures/functions/definition.ts';
import type { EffectiveRule } from '../../../../shared/figures/rules/rule.ts';
import { restsOn } from './rests-on.ts';

/** The rules that say something of these indicators; a rule about each of many becomes one for each of these. */
export function rulesAbout(
  indicators: readonly Indicator[],
  rules: readonly EffectiveRule[],
  language: FormulaLanguage,
): readonly EffectiveRule[] {
  const ids = new Set(indicators.map(({ id }) => id));
  const names = language.indicators.map(({ name }) => name);
  return rules.flatMap((effective): readonly EffectiveRule[] => {
    const { rule } = effective;
    if (rule.applies !== null) {
      const { applies } = rule;
      return indicators
        .filter(({ name }) => !applies.except.includes(name))
        .map(({ name }) => {
          const except = names.filter((other) => other !== name);
          return { ...effective, rule: { ...rule, applies: { ...applies, except } } };
        });
    }
    const checked = language.check(rule.formula);
    if (!checked.ok) return [];
    const named = [...parts(checked.value)].flatMap((part) => (part.kind === 'indicator' ? [part.indicator] : []));
    return named.some((indicator) => restsOn(indicator, ids, language)) ? [effective] : [];
  });
}
