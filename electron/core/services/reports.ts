import type { Output, ReportSummary } from '../../../shared/api/contract.ts';
import { layoutOf } from '../../../shared/gongwen/layout.ts';
import { proposeTitleLines } from '../../../shared/gongwen/title-lines.ts';
import { numberCaptions } from '../../../shared/report/caption-numbers.ts';
import type { ReportDocument } from '../../../shared/report/document.ts';
import type { ReportScope } from '../../../shared/report/scope.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { ReportEntry, StoredReport } from '../database/report-repository.ts';
import type { Workspace } from '../database/workspace.ts';
import { type BrokenFigures, countBroken, MandatoryCheck } from './broken-figures.ts';
import { readLayout } from './bureau-layout.ts';
import { groupOf } from './data/table-scope.ts';
import { findRegion, findReportPeriod } from './find-by-name.ts';
import { findTemplate } from './find-template.ts';
import { missingTexts, missingThings } from './missing-figures.ts';
import {
  type FilledReport,
  fillTemplate,
  isShown,
  openReportData,
  printReport,
  type ReportData,
  viewFigures,
} from './report-data.ts';
import { shippedRules } from './shipped-rules.ts';

/** Use cases of stored reports. A report stores its document; figures are computed whenever it is shown. */

interface OpenedReport {
  readonly scope: ReportScope;
  readonly filled: FilledReport;
}

function compute(stored: StoredReport, data: ReportData): Result<OpenedReport, Failure> {
  const region = data.view.regions.find(({ id }) => id === stored.regionId);
  if (region === undefined) return fail({ code: 'report-unknown' });
  const scope = { ...data, region, period: stored.period };
  return succeed({ scope, filled: printReport(stored.document, scope) });
}

function summarize(
  entry: ReportEntry,
  { scope: { region }, filled }: OpenedReport,
  broken: readonly BrokenFigures[],
): ReportSummary {
  const figures = [...filled.computed.figures.values()].filter(isShown);
  return {
    id: entry.id,
    title: filled.printed.title,
    template: entry.template,
    region: region.name,
    period: entry.period.label,
    updatedAt: entry.updatedAt,
    figures: figures.length,
    unfilled: figures.filter(({ printed }) => printed.gap !== null).length,
    missing: missingTexts(filled.computed).length,
    broken: countBroken(broken),
  };
}

/** A broken rule for the page: what is wrong, the figures that rest on it, and the table in which to put it right. */
function viewBroken({ finding, figureIds }: BrokenFigures, { view }: ReportData) {
  const { rule, region, period, message, hint, sources } = finding;
  const isTable = region.parentId === null || view.regions.some(({ parentId }) => parentId === region.id);
  const indicator = view.indicators.find(({ name }) => name === sources[0]?.indicator);
  return {
    rule: rule.name,
    region: region.name,
    period: period.label,
    message,
    hint,
    figureIds: [...figureIds],
    table: {
      regionId: isTable ? region.id : (region.parentId ?? region.id),
      group: indicator === undefined ? null : groupOf(indicator),
    },
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

interface KeptList {
  readonly generation: number;
  readonly summaries: readonly ReportSummary[];
}
const keptLists = new WeakMap<Workspace, KeptList>();

/** Every report with what is missing and broken in it; computed again only once something was written to the file. */
export function listReports(workspace: Workspace): Result<ReportSummary[], Failure> {
  const { generation } = workspace;
  const kept = keptLists.get(workspace);
  if (kept?.generation === generation) return succeed([...kept.summaries]);
  const summaries = summarizeReports(workspace);
  if (summaries.ok) keptLists.set(workspace, { generation, summaries: summaries.value });
  return summaries;
}

function summarizeReports(workspace: Workspace): Result<ReportSummary[], Failure> {
  const data = openReportData(workspace);
  const check = new MandatoryCheck(workspace, shippedRules());
  const summaries: ReportSummary[] = [];
  for (const { id } of workspace.reports.list()) {
    const report = loadReport(workspace, id, data);
    if (!report.ok) return report;
    const { stored, opened } = report.value;
    summaries.push(summarize(stored, opened, check.behind(opened.filled.computed)));
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

/** What the atoms of the text print. */
function viewChips({ document, computed }: FilledReport): Pick<Output<'reports.open'>, 'chips' | 'references'> {
  const chips = [...computed.figures].map(
    ([
      id,
      {
        printed: { text, gap },
        value,
        overridden,
      },
    ]) => ({
      id,
      text,
      gap,
      isWord: value.kind === 'text',
      ...(overridden === undefined ? {} : { overrides: overridden }),
    }),
  );
  const { ofLabel } = numberCaptions(document, computed.figures);
  return { chips, references: [...ofLabel].map(([label, { text }]) => ({ label, text })) };
}

/** Keeps a text that was edited on the page; `base` is when the text was last saved that it was made from. */
export function saveReport(
  workspace: Workspace,
  { id, document, base }: { readonly id: number; readonly document: ReportDocument; readonly base: string },
): Result<{ updatedAt: string }, Failure> {
  const stored = workspace.reports.get(id);
  if (!stored.ok) return stored;
  if (stored.value.updatedAt !== base) return fail({ code: 'report-changed-elsewhere' });
  const saved = workspace.reports.update(id, { document });
  if (!saved.ok) return saved;
  const now = workspace.reports.get(id);
  return now.ok ? succeed({ updatedAt: now.value.updatedAt }) : now;
}

/** The ways to break the title of a report into lines, and the one that it has. */
function titleBreaks({ document, printed }: FilledReport) {
  const title = document.content.find((block) => block.type === 'title');
  const proposals = /[\r\n]/.test(printed.title) ? [[printed.title]] : proposeTitleLines(printed.title);
  const chosen = title?.attrs?.breaking ?? 0;
  return { proposals: proposals.map((lines) => [...lines]), chosen: chosen < proposals.length ? chosen : 0 };
}

/** Breaks the title of a report as another of its proposals does; figures and text stay as they are. */
export function breakReportTitle(workspace: Workspace, id: number, breaking: number): Result<void, Failure> {
  const stored = workspace.reports.get(id);
  if (!stored.ok) return stored;
  const { document } = stored.value;
  const content = document.content.map((block) => (block.type === 'title' ? { ...block, attrs: { breaking } } : block));
  return workspace.reports.update(id, { document: { ...document, content } });
}

export function openReport(workspace: Workspace, id: number): Result<Output<'reports.open'>, Failure> {
  const data = openReportData(workspace);
  const report = loadReport(workspace, id, data);
  if (!report.ok) return report;
  const { stored, opened } = report.value;
  const { computed } = opened.filled;
  const broken = new MandatoryCheck(workspace, shippedRules()).behind(computed);
  return succeed({
    summary: summarize(stored, opened, broken),
    document: opened.filled.document,
    blocks: structuredClone(opened.filled.printed.blocks) as Output<'reports.open'>['blocks'],
    origins: [...opened.filled.printed.origins],
    figures: [...viewFigures(computed, data.view)],
    ...viewChips(opened.filled),
    missing: missingThings(computed).map(({ missing, figureIds }) => ({ missing, figureIds: [...figureIds] })),
    broken: broken.map((each) => viewBroken(each, data)),
    findings: [...opened.filled.findings],
    titleBreaks: titleBreaks(opened.filled),
    signatureForm: layoutOf(readLayout(workspace)).signatureForm,
  });
}

/** The report as it would be exported now, with what is missing in it. */
export function printStoredReport(
  workspace: Workspace,
  id: number,
): Result<OpenedReport & { readonly missing: readonly string[] }, Failure> {
  const report = loadReport(workspace, id, openReportData(workspace));
  if (!report.ok) return report;
  const { opened } = report.value;
  return succeed({ ...opened, missing: missingTexts(opened.filled.computed) });
}
