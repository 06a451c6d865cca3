import { setImmediate } from 'node:timers/promises';
import type { Output } from '../../../../shared/api/contract.ts';
import type { FindingView } from '../../../../shared/api/data.ts';
import { checkRules, type RuleFinding } from '../../../../shared/figures/rules/check-rules.ts';
import { effectiveRules, type Rule, ruleSeverities } from '../../../../shared/figures/rules/rule.ts';
import { type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { type CheckedFinding, subjectOf, withWaivers } from '../check-data.ts';
import { printFindingKey } from './finding-key.ts';
import { rulesAbout } from './rules-about.ts';
import { indicatorsOf, openTableScope, type TableScope } from './table-scope.ts';

export interface FindingsRequest {
  readonly group: string;
  readonly regionId: number;
  readonly period: string;
  /** Only about these members and the region itself; null for all. */
  readonly rows: readonly number[] | null;
}

/** More than this nobody reads one by one; the rest is counted. */
const mostFindings = 500;

interface Options {
  readonly shipped: readonly Rule[];
  /** False once nobody waits for the answer or the data file was changed for another. */
  readonly isWanted: () => boolean;
}

/** Cells that a finding rests on: its own indicator, region and period first, then those of this table. */
function placesOf(finding: RuleFinding, { view, region, members }: TableScope): FindingView['places'] {
  const codes = new Map(view.indicators.map(({ name, code }) => [name, code]));
  // A name may be shared by schools of two counties: those at hand are meant.
  const ids = new Map([...view.regions, ...members, region, finding.region].map(({ name, id }) => [name, id]));
  const places = finding.sources.flatMap(({ indicator, region: name, period }) => {
    const [code, regionId] = [codes.get(indicator), ids.get(name)];
    return code === undefined || regionId === undefined ? [] : [{ indicator: code, regionId, period }];
  });
  const own = ({ indicator, regionId, period }: FindingView['places'][number]) =>
    (period === finding.period.label ? 4 : 0) +
    (regionId === finding.region.id ? 2 : 0) +
    (indicator === finding.indicator?.code ? 1 : 0);
  return places.toSorted((a, b) => own(b) - own(a)).slice(0, 200);
}

function viewOf(finding: CheckedFinding, scope: TableScope): FindingView {
  const { rule, region, period, message, hint, waiver } = finding;
  return {
    key: printFindingKey({
      ruleCode: rule.code,
      subject: subjectOf(finding),
      period: period.label,
      regionId: region.id,
    }),
    ruleCode: rule.code,
    ruleName: rule.name,
    family: rule.family,
    severity: rule.severity,
    regionId: region.id,
    region: region.name,
    period: period.label,
    // The place stands above it.
    message: message.replace(`${region.name}${period.label}：`, ''),
    hint,
    places: placesOf(finding, scope),
    waiver: waiver === null ? null : { reason: waiver.reason, byWhom: waiver.byWhom, at: waiver.at },
  };
}

/** What the rules find in the shown table. Other requests are answered between two rules, so that saving never waits. */
export async function listFindings(
  workspace: Workspace,
  request: FindingsRequest,
  { shipped, isWanted }: Options,
): Promise<Result<Output<'data.findings'>, Failure>> {
  const opened = openTableScope(workspace, request);
  if (!opened.ok) return opened;
  const scope = opened.value;
  const indicators = indicatorsOf(scope.view.indicators, request.group);
  if (!indicators.ok) return indicators;
  const gravity = ({ rule }: { readonly rule: Rule }) => ruleSeverities.indexOf(rule.severity);
  // The gravest first, so that none of them is among those that are only counted.
  const rules = rulesAbout(indicators.value, effectiveRules(shipped, workspace.rules.own()), scope.language).toSorted(
    (a, b) => gravity(a) - gravity(b),
  );
  const rows = request.rows ?? scope.members.map(({ id }) => id);
  const among = new Set([...rows, scope.region.id]);
  const found: RuleFinding[] = [];
  let [checked, skipped, more] = [0, 0, 0];
  for (const rule of rules) {
    if (!isWanted()) break;
    const { view, language, period } = scope;
    const place = { region: null, period, among, periods: [period] };
    const most = mostFindings - found.length;
    const result = checkRules({ view, language, ...place, rules: [rule], most });
    for (const finding of result.findings) found.push(finding);
    checked += result.checked;
    skipped += result.skipped;
    more += result.untold;
    await setImmediate();
  }
  const findings = isWanted() ? withWaivers(workspace, found).map((finding) => viewOf(finding, scope)) : [];
  return succeed({ findings, more, checked, skipped });
}
