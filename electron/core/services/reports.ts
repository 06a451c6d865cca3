import type { Output, ReportSummary } from '../../../shared/api/contract.ts';
import type { Region } from '../../../shared/figures/catalogue.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { ReportEntry, StoredReport } from '../database/report-repository.ts';
import type { Workspace } from '../database/workspace.ts';
import { findRegion, findReportPeriod } from './find-by-name.ts';
import { findTemplate } from './find-template.ts';
import {
  type FilledReport,
  fillTemplate,
  isShown,
  missingTexts,
  openReportData,
  printReport,
  type ReportData,
  viewFigures,
} from './report-data.ts';

/** Use cases of stored reports. A report stores its document; figures are computed whenever it is shown. */

interface OpenedReport {
  readonly region: Region;
  readonly filled: FilledReport;
}

function compute(stored: StoredReport, data: ReportData): Result<OpenedReport, Failure> {
  const region = data.view.regions.find(({ id }) => id === stored.regionId);
  if (region === undefined) return fail({ code: 'report-unknown' });
  return succeed({ region, filled: printReport(stored.document, { ...data, region, period: stored.period }) });
}

function summarize(entry: ReportEntry, { region, filled }: OpenedReport): ReportSummary {
  const figures = [...filled.computed.figures.values()].filter(isShown);
  return {
    id: entry.id,
    title: filled.printed.title,
    template: entry.template,
    region: region.name,
    period: entry.period.label,
    updatedAt: entry.updatedAt,
    figures: figures.length,
    missing: figures.filter(({ printed }) => printed.gap !== null).length,
  };
}

/** A stored report with its figures computed now. */
export function loadReport(
  workspace: Workspace,
  id: number,
  data: ReportData,
): Result<{ stored: StoredReport; opened: OpenedReport }, Failure> {
  const stored = workspace.reports.get(id);
  if (!stored.ok) return stored;
  const opened = compute(stored.value, data);
  return opened.ok ? succeed({ stored: stored.value, opened: opened.value }) : opened;
}

export function listReports(workspace: Workspace): Result<ReportSummary[], Failure> {
  const data = openReportData(workspace);
  const summaries: ReportSummary[] = [];
  for (const { id } of workspace.reports.list()) {
    const report = loadReport(workspace, id, data);
    if (!report.ok) return report;
    summaries.push(summarize(report.value.stored, report.value.opened));
  }
  return succeed(summaries);
}

export function createReport(
  workspace: Workspace,
  request: { readonly template: string; readonly region: string; readonly period: string },
): Result<{ id: number }, Failure> {
  const template = findTemplate(workspace, request.template, null);
  if (!template.ok) return template;
  const data = openReportData(workspace);
  const region = findRegion(data.view.regions, request.region);
  if (!region.ok) return region;
  const period = findReportPeriod(workspace.periods.withData(), request.period);
  if (!period.ok) return period;
  const filled = fillTemplate(template.value, { ...data, region: region.value, period: period.value });
  if (!filled.ok) return filled;
  const id = workspace.reports.insert({
    title: filled.value.printed.title,
    template: template.value.name,
    regionId: region.value.id,
    period: period.value,
    document: filled.value.document,
  });
  return succeed({ id });
}

export function openReport(workspace: Workspace, id: number): Result<Output<'reports.open'>, Failure> {
  const data = openReportData(workspace);
  const report = loadReport(workspace, id, data);
  if (!report.ok) return report;
  const { stored, opened } = report.value;
  return succeed({
    summary: summarize(stored, opened),
    blocks: structuredClone(opened.filled.printed.blocks) as Output<'reports.open'>['blocks'],
    figures: [...viewFigures(opened.filled.computed, data.view)],
    findings: [...opened.filled.computed.findings],
  });
}

/** The report as it would be exported now, with what is missing in it. */
export function printStoredReport(
  workspace: Workspace,
  id: number,
): Result<{ readonly filled: FilledReport; readonly missing: readonly string[] }, Failure> {
  const report = loadReport(workspace, id, openReportData(workspace));
  if (!report.ok) return report;
  const { filled } = report.value.opened;
  return succeed({ filled, missing: missingTexts(filled.computed) });
}
