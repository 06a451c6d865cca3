import type { Indicator, Region } from '../catalogue.ts';
import type { Period } from '../period.ts';
import { type AppliedRule, applyRules, type RuleProblem } from './apply-rules.ts';
import { explainBroken } from './explain.ts';
import { judgeRule } from './judge.ts';
import { PlaceFinder, type Searched } from './places.ts';
import { type FindingSource, Reading } from './reading.ts';
import { type EffectiveRule, type Rule, ruleSeverities } from './rule.ts';

/** 校核意见: a rule that the data of one place do not satisfy. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly region: Region;
  readonly period: Period;
  /** Not null for a rule about each of many indicators. */
  readonly indicator: Indicator | null;
  /** What is wrong, with its numbers. */
  readonly message: string;
  /** The rule's own explanation: what to look at. */
  readonly hint: string;
  readonly sources: readonly FindingSource[];
}

export interface RuleCheck {
  /** The gravest first, then in the order of the rules, newest period first. */
  readonly findings: readonly RuleFinding[];
  /** Rules that cannot be checked. */
  readonly problems: readonly RuleProblem[];
  /** Judgements made, and those that missing data did not allow. */
  readonly checked: number;
  readonly skipped: number;
  /** Findings beyond those that were asked for. */
  readonly untold: number;
}

export interface RuleCheckScope extends Searched {
  readonly rules: readonly EffectiveRule[];
  /** So many findings are told, the others only counted: to explain one takes longer than to find it. All when absent. */
  readonly most?: number;
  /** Told after each rule how many of all are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Mutable counts of one run. */
interface Run {
  readonly findings: RuleFinding[];
  checked: number;
  skipped: number;
  untold: number;
  readonly most: number;
}

function checkRule(applied: AppliedRule, finder: PlaceFinder, run: Run): void {
  const { rule, indicator, hint } = applied;
  for (const place of finder.placesOf(applied.condition, rule)) {
    const reading = new Reading(finder, place, rule.missing !== '跳过任缺');
    const outcome = judgeRule(applied, reading);
    if (outcome === 'skipped') run.skipped += 1;
    else run.checked += 1;
    if (outcome !== 'broken') continue;
    if (run.findings.length >= run.most) {
      run.untold += 1;
      continue;
    }
    const message = explainBroken(applied, reading);
    run.findings.push({ rule, ...place, indicator, message, hint, sources: reading.sources() });
  }
}

/** Judges every rule wherever the data say something of what it names. */
export function checkRules({
  rules,
  onProgress,
  most = Number.POSITIVE_INFINITY,
  ...searched
}: RuleCheckScope): RuleCheck {
  const { applied, problems } = applyRules(rules, searched.language);
  const finder = new PlaceFinder(searched);
  const run: Run = { findings: [], checked: 0, skipped: 0, untold: 0, most };
  for (const [at, each] of applied.entries()) {
    checkRule(each, finder, run);
    onProgress?.(at + 1, applied.length);
  }
  const gravity = ({ rule }: RuleFinding) => ruleSeverities.indexOf(rule.severity);
  const { findings, checked, skipped, untold } = run;
  return { findings: findings.toSorted((a, b) => gravity(a) - gravity(b)), problems, checked, skipped, untold };
}
