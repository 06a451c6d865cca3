import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import type { Period } from '../../../shared/figures/period.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import { suggestNames } from '../../../shared/figures/suggest.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../database/workspace.ts';
import { type CheckedFinding, checkData, subjectOf } from './check-data.ts';
import { findIndicator, findPeriod, findRegion } from './find-by-name.ts';

export interface WaiveRequest {
  /** Code or name. */
  readonly rule: string;
  readonly region: string;
  readonly period: string;
  /** Which indicator, for a rule about each of many; null when there is only one finding. */
  readonly indicator: string | null;
  readonly byWhom: string;
  readonly shipped: readonly Rule[];
}

interface Named {
  readonly rule: Rule;
  readonly region: Region;
  readonly period: Period;
  readonly indicator: Indicator | null;
}

function findRule(rules: readonly Rule[], name: string): Result<Rule, Failure> {
  const wanted = name.trim();
  const found = rules.find(({ code }) => code === wanted) ?? rules.find((rule) => rule.name === wanted);
  if (found) return succeed(found);
  const known = rules.flatMap((rule) => [rule.code, rule.name]);
  return fail({ code: 'rule-unknown', name, suggestions: suggestNames(wanted, known) });
}

function readNames(workspace: Workspace, request: WaiveRequest): Result<Named, Failure> {
  // Also one that is switched off: what was said of it can be taken back.
  const own = workspace.rules.own().map(({ rule }) => rule);
  const rule = findRule([...own, ...request.shipped], request.rule);
  if (!rule.ok) return rule;
  const region = findRegion(workspace.regions.all(), request.region);
  if (!region.ok) return region;
  const period = findPeriod(request.period);
  if (!period.ok) return period;
  const indicator =
    request.indicator === null ? succeed(null) : findIndicator(workspace.indicators.all(), request.indicator);
  if (!indicator.ok) return indicator;
  return succeed({ rule: rule.value, region: region.value, period: period.value, indicator: indicator.value });
}

function placeText({ rule, region, period }: Named) {
  return { rule: rule.name, region: region.name, period: period.label };
}

interface WithSubject {
  readonly subject: string;
}

/** The one that is meant, by its indicator when there are several. */
function pick<Item extends WithSubject>(
  items: readonly Item[],
  { rule, indicator }: Named,
  workspace: Workspace,
): Result<Item | null, Failure> {
  const meant = items.filter(({ subject }) => indicator === null || subject === indicator.code);
  if (meant.length <= 1) return succeed(meant[0] ?? null);
  const nameByCode = new Map(workspace.indicators.all().map(({ code, name }) => [code, name]));
  const indicators = meant.map(({ subject }) => nameByCode.get(subject) ?? subject);
  return fail({ code: 'finding-subject-needed', rule: rule.name, indicators });
}

/** Records why a finding stands; it counts until the finding changes. */
export function waiveFinding(
  workspace: Workspace,
  request: WaiveRequest,
  reason: string,
): Result<CheckedFinding, Failure> {
  const named = readNames(workspace, request);
  if (!named.ok) return named;
  if (reason.trim() === '') return fail({ code: 'waiver-reason-or-withdraw' });
  const { rule, region, period } = named.value;
  const { findings } = checkData(workspace, { shipped: request.shipped, region, period, ruleCode: rule.code });
  const candidates = findings.map((finding) => ({ finding, subject: subjectOf(finding) }));
  const picked = pick(candidates, named.value, workspace);
  if (!picked.ok) return picked;
  if (picked.value === null) return fail({ code: 'finding-unknown', ...placeText(named.value) });
  const { finding, subject } = picked.value;
  const place = { ruleCode: rule.code, subject, period, regionId: region.id };
  return workspace.attempt(() => {
    workspace.waivers.add({ ...place, finding: finding.message, reason: reason.trim(), byWhom: request.byWhom });
    return succeed(finding);
  });
}

/** Takes a waiver back; what was said is kept in the file, and no longer counts. */
export function withdrawWaiver(
  workspace: Workspace,
  request: WaiveRequest,
): Result<{ readonly reason: string }, Failure> {
  const named = readNames(workspace, request);
  if (!named.ok) return named;
  const { rule, region, period } = named.value;
  const here = workspace.waivers
    .standing()
    .filter((each) => each.ruleCode === rule.code && each.regionId === region.id && each.period === period.label);
  const picked = pick(here, named.value, workspace);
  if (!picked.ok) return picked;
  const waiver = picked.value;
  if (waiver === null) return fail({ code: 'waiver-unknown', ...placeText(named.value) });
  return workspace.attempt(() => {
    workspace.waivers.withdraw({ ...waiver, period }, request.byWhom);
    return succeed({ reason: waiver.reason });
  });
}
