import { parsePeriod } from '../../../shared/figures/period.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import type { ComputedReport } from '../../../shared/report/compute.ts';
import type { Workspace } from '../database/workspace.ts';
import { type CheckedFinding, checkData } from './check-data.ts';

const keyOf = (indicator: string, region: string, period: string) => [indicator, region, period].join('\n');

/** The broken 强制 rules, not waived, that the observations behind a report's figures have a part in. */
export function blockingFindings(
  workspace: Workspace,
  computed: ComputedReport,
  shipped: readonly Rule[],
): readonly CheckedFinding[] {
  const sources = [...computed.figures.values()].flatMap((figure) => figure.sources);
  const read = new Set(
    sources.flatMap(({ indicator, period, regions }) =>
      regions.map((region) => keyOf(indicator.name, region.name, period)),
    ),
  );
  const periods = [...new Set(sources.map(({ period }) => period))].flatMap((label) => parsePeriod(label) ?? []);
  const found = periods.flatMap(
    (period) => checkData(workspace, { shipped, region: null, period, ruleCode: null, severity: '强制' }).findings,
  );
  return found.filter(
    ({ waiver, sources: behind }) =>
      waiver === null && behind.some(({ indicator, region, period }) => read.has(keyOf(indicator, region, period))),
  );
}
