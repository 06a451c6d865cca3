import type { Region } from '../../../shared/figures/catalogue.ts';
import type { Period } from '../../../shared/figures/period.ts';
import { checkRules, type RuleCheck, type RuleFinding } from '../../../shared/figures/rules/check-rules.ts';
import { effectiveRules, type Rule, type RuleSeverity, type Waiver } from '../../../shared/figures/rules/rule.ts';
import type { Workspace } from '../database/workspace.ts';
import { openReportData } from './report-data.ts';

export interface CheckRequest {
  /** Rules that ship with the program. */
  readonly shipped: readonly Rule[];
  /** Only this region or period; null for all. */
  readonly region: Region | null;
  readonly period: Period | null;
  /** Only the rule of this code, or rules of this severity; null for all. */
  readonly ruleCode: string | null;
  readonly severity?: RuleSeverity;
  readonly onProgress?: (done: number, all: number) => void;
}

/** A finding with what was said of it. */
export interface CheckedFinding extends RuleFinding {
  readonly waiver: Waiver | null;
  /** A waiver that no longer counts: the finding has changed since. */
  readonly lapsed: Waiver | null;
}

export interface DataCheck extends Omit<RuleCheck, 'findings'> {
  readonly findings: readonly CheckedFinding[];
}

/** What a finding's waiver is kept under besides rule, period and region. */
export function subjectOf({ indicator }: Pick<RuleFinding, 'indicator'>): string {
  return indicator?.code ?? '';
}

const keyOf = (ruleCode: string, subject: string, period: string, regionId: number) =>
  [ruleCode, subject, period, regionId].join('\n');

/** Joins each finding to what was said of it. */
export function withWaivers(workspace: Workspace, found: readonly RuleFinding[]): readonly CheckedFinding[] {
  const waivers = new Map(
    workspace.waivers
      .standing()
      .map((waiver) => [keyOf(waiver.ruleCode, waiver.subject, waiver.period, waiver.regionId), waiver]),
  );
  return found.map((finding): CheckedFinding => {
    const key = keyOf(finding.rule.code, subjectOf(finding), finding.period.label, finding.region.id);
    const waiver = waivers.get(key) ?? null;
    const stands = waiver?.finding === finding.message;
    return { ...finding, waiver: stands ? waiver : null, lapsed: stands ? null : waiver };
  });
}

/** Judges the rules in force over the data file, and joins each finding to its waiver. */
export function checkData(workspace: Workspace, request: CheckRequest): DataCheck {
  const { shipped, ruleCode, severity, ...only } = request;
  const rules = effectiveRules(shipped, workspace.rules.own()).filter(
    ({ rule }) => (ruleCode === null || rule.code === ruleCode) && (severity ?? rule.severity) === rule.severity,
  );
  const result = checkRules({
    ...openReportData(workspace),
    ...only,
    periods: workspace.periods.withData(),
    rules,
  });
  return { ...result, findings: withWaivers(workspace, result.findings) };
}

/**
 * Whether the data must be put right before they are reported: a 强制 rule is broken and not waived, or one of the
 * bureau's own cannot be checked.
 */
export function isBlocking({ findings, problems }: DataCheck): boolean {
  return (
    findings.some(({ rule, waiver }) => rule.severity === '强制' && waiver === null) ||
    problems.some(({ rule, origin }) => origin === 'own' && rule.severity === '强制')
  );
}
