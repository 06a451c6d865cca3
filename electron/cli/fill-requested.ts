import type { ReportScope } from '../../shared/report/scope.ts';
import { type Result, succeed } from '../../shared/result.ts';
import type { Failure } from '../../shared/text/failures/index.ts';
import type { Workspace } from '../core/database/workspace.ts';
import { findRegion, findReportPeriod } from '../core/services/find-by-name.ts';
import { findTemplate } from '../core/services/find-template.ts';
import { type FilledReport, fillTemplate, openReportData } from '../core/services/report-data.ts';
import type { CommandArguments, CommandContext, OptionSpec } from './command.ts';

/** Options that name the report of a command. */
export const reportOptions = {
  template: { kind: 'text', required: true },
  region: { kind: 'text', required: true },
  period: { kind: 'text', required: true },
} as const satisfies Record<string, OptionSpec>;

/** Fills the template that a command names, for its region and period. */
export function fillRequested(
  workspace: Workspace,
  input: CommandArguments,
  context: CommandContext,
): Result<{ readonly filled: FilledReport; readonly scope: ReportScope }, Failure> {
  const template = findTemplate(workspace, input.text('template') ?? '', context.folder);
  if (!template.ok) return template;
  const region = findRegion(workspace.regions.all(), input.text('region') ?? '');
  if (!region.ok) return region;
  const period = findReportPeriod(workspace.periods.withData(), input.text('period') ?? '');
  if (!period.ok) return period;
  const scope = { ...openReportData(workspace), region: region.value, period: period.value };
  const filled = fillTemplate(template.value, scope);
  return filled.ok ? succeed({ filled: filled.value, scope }) : filled;
}
