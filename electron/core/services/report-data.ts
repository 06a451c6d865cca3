import type { FigureView } from '../../../shared/api/contract.ts';
import { lintChart } from '../../../shared/chart/lint-chart.ts';
import type { Region } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import { type Format, formatMismatch, parseFormat, printValue } from '../../../shared/figures/format.ts';
import type { Checked } from '../../../shared/figures/formula/checked.ts';
import { evaluateFormula } from '../../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage, type FormulaLanguage } from '../../../shared/figures/formula/language.ts';
import type { Period } from '../../../shared/figures/period.ts';
import { type ComputedReport, computeReport, type Figure } from '../../../shared/report/compute.ts';
import type { ReportDocument } from '../../../shared/report/document.ts';
import { makeReport } from '../../../shared/report/make-report.ts';
import { type PrintedReport, printDocument } from '../../../shared/report/print-document.ts';
import type { ReportScope } from '../../../shared/report/scope.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import { viewFigure } from './figure-view.ts';
import { readTemplate, type TemplateText } from './find-template.ts';

/** A report ready to be shown or exported. */
export interface FilledReport {
  readonly document: ReportDocument;
  readonly computed: ComputedReport;
  readonly printed: PrintedReport;
  /** What a person must look at: of the figures, and of the charts. */
  readonly findings: readonly ReportFinding[];
}

export interface ReportFinding {
  readonly code: string;
  /** Where to look; null when it is of no one figure. */
  readonly figureId: string | null;
  readonly message: string;
}

/** The workspace's data as formulas see it, with the language over its catalogue. */
export interface ReportData {
  readonly view: DataView;
  readonly language: FormulaLanguage;
}

export function openReportData(workspace: Workspace): ReportData {
  const view = createDataView(workspace);
  return { view, language: createFormulaLanguage(view) };
}

/** Computes a report's figures and prints it. */
export function printReport(document: ReportDocument, scope: ReportScope): FilledReport {
  const computed = computeReport(document, scope);
  const printed = printDocument(document, computed, scope.view);
  return { document, computed, printed, findings: [...computed.findings, ...adviseOnCharts(printed)] };
}

function adviseOnCharts({ blocks }: PrintedReport): readonly ReportFinding[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'chart') return [];
    const figureId = block.chart.series[0]?.points[0]?.figureId ?? null;
    return lintChart(block.chart).map(({ rule, message }) => ({ code: `chart-${rule}`, figureId, message }));
  });
}

/** A template speaks of one level of regions and one kind of period; for another its sentences would be false. */
function misfit(template: TemplateText, document: ReportDocument, { region, period }: ReportScope): Failure | null {
  const { regionLevel, periodKind } = document.attrs;
  if (regionLevel !== null && regionLevel !== region.level) {
    return {
      code: 'template-level-differs',
      template: template.name,
      wanted: regionLevel,
      region: region.name,
      level: region.level,
    };
  }
  if (periodKind !== null && periodKind !== period.kind) {
    return { code: 'template-period-differs', template: template.name, wanted: periodKind, period: period.label };
  }
  return null;
}

/** Makes a report of a template for one region and period. */
export function fillTemplate(template: TemplateText, scope: ReportScope): Result<FilledReport, Failure> {
  const document = readTemplate(template, scope.language);
  if (!document.ok) return document;
  const failure = misfit(template, document.value, scope);
  return failure ? fail(failure) : succeed(printReport(makeReport(document.value, scope), scope));
}

/** Whether a figure is one in a reader's eyes: the names of region and period are text. */
export function isShown(figure: Figure): boolean {
  return figure.value.kind !== 'text';
}

/** The figures of a report for a reader, in the order of the text. */
export function viewFigures(computed: ComputedReport, view: DataView): readonly FigureView[] {
  return [...computed.figures.values()].filter(isShown).map((figure) => viewFigure(factsOf(figure), view));
}

function factsOf(figure: Figure) {
  const { attributes, printed, value, sources } = figure;
  return { id: attributes.id, formula: attributes.formula, printed, value, sources };
}

/** A formula with the format it prints in, both found to fit each other. */
export interface CheckedFigure {
  readonly checked: Checked;
  readonly format: Format;
}

/** Reads a formula and its format, and says all that is wrong with them. */
export function checkFigure(
  request: { readonly formula: string; readonly format: string | null },
  language: FormulaLanguage,
): Result<CheckedFigure, Failure> {
  const checked = language.check(request.formula);
  if (!checked.ok) {
    const problems = checked.error.map(({ message, span }) => `第 ${span.start + 1} 个字：${message}`);
    return fail({ code: 'formula-invalid', problems });
  }
  const format = parseFormat(request.format);
  if (!format.ok) return format;
  const mismatch = formatMismatch(format.value, checked.value);
  return mismatch ? fail(mismatch) : succeed({ checked: checked.value, format: format.value });
}

/** One formula at a region and period, as `huigao figure` and the insert card show it. */
export function evaluateFigure(
  request: {
    readonly formula: string;
    readonly format: string | null;
    readonly region: Region;
    readonly period: Period;
  },
  data: ReportData,
): Result<FigureView, Failure> {
  const figure = checkFigure(request, data.language);
  if (!figure.ok) return figure;
  const { checked, format } = figure.value;
  const { value, sources } = evaluateFormula(checked, { ...data, region: request.region, period: request.period });
  const printed = printValue(value, format, 'prose');
  return succeed(viewFigure({ id: 'figure', formula: request.formula, printed, value, sources }, data.view));
}
