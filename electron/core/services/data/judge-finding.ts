import type { Rule } from '../../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { checkData, subjectOf } from '../check-data.ts';
import { findPeriod } from '../find-by-name.ts';
import { readFindingKey } from './finding-key.ts';

const gone = fail({ code: 'data-finding-gone' } as const);

interface WaiveOptions {
  readonly reason: string;
  readonly byWhom: string;
  readonly shipped: readonly Rule[];
}

/** 数字没错: records why a finding stands; it counts until the finding changes. */
export function waiveByKey(
  workspace: Workspace,
  key: string,
  { reason, byWhom, shipped }: WaiveOptions,
): Result<Record<string, never>, Failure> {
  if (reason.trim() === '') return fail({ code: 'data-waiver-without-reason' });
  const named = readFindingKey(key);
  const period = named === null ? gone : findPeriod(named.period);
  const region = workspace.regions.all().find(({ id }) => id === named?.regionId);
  if (named === null || !period.ok || region === undefined) return gone;
  const check = checkData(workspace, { shipped, region, period: period.value, ruleCode: named.ruleCode });
  const finding = check.findings.find((each) => subjectOf(each) === named.subject);
  if (finding === undefined) return gone;
  const { ruleCode, subject, regionId } = named;
  return workspace.attempt(() => {
    const place = { ruleCode, subject, period: period.value, regionId };
    workspace.waivers.add({ ...place, finding: finding.message, reason: reason.trim(), byWhom });
    return succeed({});
  });
}

/** Takes such a remark back; it is kept in the file, and no longer counts. */
export function unwaiveByKey(
  workspace: Workspace,
  key: string,
  byWhom: string,
): Result<Record<string, never>, Failure> {
  const named = readFindingKey(key);
  const period = named === null ? gone : findPeriod(named.period);
  if (named === null || !period.ok) return fail({ code: 'data-waiver-gone' });
  return workspace.attempt(() => {
    const withdrawn = workspace.waivers.withdraw({ ...named, period: period.value }, byWhom);
    return withdrawn ? succeed({}) : fail({ code: 'data-waiver-gone' });
  });
}
