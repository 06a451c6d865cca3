import { Fraction } from 'fraction.js';
import type { Indicator } from '../catalogue.ts';
import type { Checked } from '../formula/checked.ts';
import type { FormulaLanguage } from '../formula/language.ts';
import type { FormulaProblem } from '../formula/syntax.ts';
import type { EffectiveRule, Rule, RuleSubjects } from './rule.ts';

/** A rule ready to be judged, once for each indicator that it is about. */
export interface AppliedRule {
  readonly rule: Rule;
  /** The indicator it is about here; null for a rule that names its own. */
  readonly indicator: Indicator | null;
  readonly condition: Checked;
  readonly tolerance: Fraction;
  /** The rule's explanation, with the indicator's name in its place. */
  readonly hint: string;
}

/** A rule that cannot be judged, and why. */
export interface RuleProblem extends EffectiveRule {
  readonly message: string;
}

export interface AppliedRules {
  readonly applied: readonly AppliedRule[];
  readonly problems: readonly RuleProblem[];
}

const placeholder = '{指标}';

function isSubject(indicator: Indicator, applies: RuleSubjects): boolean {
  const { units, aggregations, timing, reported, only, except } = applies;
  const names = [indicator.name, ...indicator.aliases];
  return (
    (only === null || names.some((name) => only.includes(name))) &&
    (units === null || units.includes(indicator.unit)) &&
    (aggregations === null || aggregations.includes(indicator.aggregation)) &&
    (timing === null || timing === indicator.timing) &&
    (reported === null || reported === (indicator.formula === null)) &&
    !names.some((name) => except.includes(name))
  );
}

/** The catalogue lacks something the rule names: a shipped rule is then not about this bureau. */
function isForeign(problems: readonly FormulaProblem[]): boolean {
  return problems.every(({ code }) => code === 'unknown-name' || code === 'unknown-qualifier');
}

/** Applies one rule; what is wrong with it is said once, however many indicators it is about. */
function applyRule({ rule, origin }: EffectiveRule, language: FormulaLanguage): AppliedRules {
  const { applies } = rule;
  const problem = (message: string): AppliedRules => ({ applied: [], problems: [{ rule, origin, message }] });
  if (!/^\d+(\.\d+)?$/.test(rule.tolerance)) return problem(`容差“${rule.tolerance}”不是数，请写成 0、1 或 0.5。`);
  const subjects = applies === null ? [null] : language.indicators.filter((each) => isSubject(each, applies));
  if (subjects.length === 0) return origin === 'own' ? problem('没有符合适用条件的指标，请检查适用条件。') : nothing;
  const applied: AppliedRule[] = [];
  const wrong: string[] = [];
  for (const indicator of subjects) {
    // Between quotes any name is read as it stands, whatever signs it holds.
    const formula = indicator === null ? rule.formula : rule.formula.replaceAll(placeholder, `“${indicator.name}”`);
    const checked = language.check(formula);
    if (!checked.ok) {
      if (origin === 'own' || !isForeign(checked.error)) wrong.push(checked.error[0]?.message ?? '');
    } else if (checked.value.type.kind !== 'truth') wrong.push('算式要是比较，例如“甲 <= 乙”。');
    else {
      const hint = rule.message.replaceAll(placeholder, indicator?.name ?? '');
      applied.push({ rule, indicator, condition: checked.value, tolerance: new Fraction(rule.tolerance), hint });
    }
  }
  return { applied, problems: wrong.slice(0, 1).map((message) => ({ rule, origin, message })) };
}

const nothing: AppliedRules = { applied: [], problems: [] };

/**
 * Checks every rule against the catalogue. A shipped rule whose names the catalogue lacks does not apply; of the
 * bureau's own rules that is a problem to be shown.
 */
export function applyRules(rules: readonly EffectiveRule[], language: FormulaLanguage): AppliedRules {
  const each = rules.map((rule) => applyRule(rule, language));
  return { applied: each.flatMap(({ applied }) => applied), problems: each.flatMap(({ problems }) => problems) };
}
