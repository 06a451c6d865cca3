import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { FormulaLanguage } from '../../../../shared/figures/formula/language.ts';
import { parts } from '../../../../shared/figures/functions/definition.ts';
import type { EffectiveRule } from '../../../../shared/figures/rules/rule.ts';
import { restsOn } from './rests-on.ts';

/**
 * The rules that say something of these indicators. A rule about each of many becomes one for each of these, and all
 * about one indicator stand together: they read the same columns, of which not all of a large table are kept.
 */
export function rulesAbout(
  indicators: readonly Indicator[],
  rules: readonly EffectiveRule[],
  language: FormulaLanguage,
): readonly EffectiveRule[] {
  const ids = new Set(indicators.map(({ id }) => id));
  const names = language.indicators.map(({ name }) => name);
  const own = rules.filter((effective) => namesAny(effective, { ids, language }));
  const each = indicators.flatMap(({ name }) => {
    const except = names.filter((other) => other !== name);
    return rules.flatMap(({ rule, ...effective }): readonly EffectiveRule[] => {
      const { applies } = rule;
      if (applies === null || applies.except.includes(name)) return [];
      return [{ ...effective, rule: { ...rule, applies: { ...applies, except } } }];
    });
  });
  return [...own, ...each];
}

interface Ground {
  readonly ids: ReadonlySet<number>;
  readonly language: FormulaLanguage;
}

/** Whether the rule, being about indicators of its own, names one of these or what is computed from one. */
function namesAny({ rule }: EffectiveRule, { ids, language }: Ground): boolean {
  if (rule.applies !== null) return false;
  const checked = language.check(rule.formula);
  if (!checked.ok) return false;
  const named = [...parts(checked.value)].flatMap((part) => (part.kind === 'indicator' ? [part.indicator] : []));
  return named.some((indicator) => restsOn(indicator, ids, language));
}
