import type { FigureExplanation, ReportFigureExplanation } from '../../../shared/api/explanation.ts';
import type { Region } from '../../../shared/figures/catalogue.ts';
import { explainFormula } from '../../../shared/figures/explain/explain-formula.ts';
import { printStep, type Step } from '../../../shared/figures/explain/step.ts';
import { stepsToText } from '../../../shared/figures/explain/steps-to-text.ts';
import { type Place, printValue } from '../../../shared/figures/format.ts';
import { evaluateFormula } from '../../../shared/figures/formula/evaluate.ts';
import { type Period, yearEarlier } from '../../../shared/figures/period.ts';
import type { SourceRange } from '../../../shared/figures/quantity.ts';
import type { Figure } from '../../../shared/report/compute.ts';
import { otherPlaces } from '../../../shared/report/figure-places.ts';
import { placeOf, type ReportScope } from '../../../shared/report/scope.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../database/workspace.ts';
import { observationFacts } from './observation-facts.ts';
import { type CheckedFigure, checkFigure, openReportData, type ReportData } from './report-data.ts';
import { loadReport } from './reports.ts';

/** Years before that are shown beside a figure. */
const mostYears = 4;

export interface ExplainRequest {
  readonly formula: string;
  readonly format: string | null;
  readonly region: Region;
  readonly period: Period;
  readonly place: Place;
}

interface Ground {
  readonly workspace: Workspace;
  readonly data: ReportData;
}

function sourceKeys(sources: readonly SourceRange[]): string {
  return sources.map(({ indicator, period }) => `${indicator.id} ${period}`).join('\n');
}

/** Whether anything was reported there: 缺省 gives a number also where nothing was. */
function hasData(sources: readonly SourceRange[], { view }: ReportData): boolean {
  return sources.some(({ indicator, period, regions }) => {
    const column = view.column(indicator.id, period);
    return regions.some(({ id }) => column.get(id)?.cell.kind === 'value');
  });
}

/** The figure in the years before, where there is a value; none for a formula that names fixed periods alone. */
function earlierYears(
  { checked, format }: CheckedFigure,
  { region, period, place }: ExplainRequest,
  { data, sources }: { readonly data: ReportData; readonly sources: readonly SourceRange[] },
): FigureExplanation['years'] {
  const years: FigureExplanation['years'] = [];
  let earlier = period;
  for (let count = 0; count < mostYears; count += 1) {
    earlier = yearEarlier(earlier);
    const evaluation = evaluateFormula(checked, { ...data, region, period: earlier });
    if (sourceKeys(evaluation.sources) === sourceKeys(sources)) return [];
    if (evaluation.value.kind === 'missing' || !hasData(evaluation.sources, data)) continue;
    years.push({ period: earlier.label, text: printValue(evaluation.value, format, place).text });
  }
  return years;
}

/** A formula's figure at a region and period, step by step. */
function takeSteps(request: ExplainRequest, data: ReportData) {
  const figure = checkFigure(request, data.language);
  if (!figure.ok) return figure;
  const { checked, format } = figure.value;
  const { region, period, place } = request;
  const explained = explainFormula(checked, { ...data, region, period });
  const printed = printValue(explained.value, format, place);
  const steps = stepsToText(explained, printed, request.format === null ? null : format);
  return succeed({ figure: figure.value, explained, printed, steps });
}

/** How a formula's figure at a region and period comes about, and what stands behind it. */
export function explainFigure(
  request: ExplainRequest,
  { workspace, data }: Ground,
): Result<FigureExplanation, Failure> {
  const taken = takeSteps(request, data);
  if (!taken.ok) return taken;
  const { figure, explained, printed, steps } = taken.value;
  return succeed({
    region: request.region.name,
    period: request.period.label,
    text: printed.text,
    steps: inWords(steps),
    ...observationFacts(explained.sources, data.view, workspace),
    years: earlierYears(figure, request, { data, sources: explained.sources }),
  });
}

function inWords(steps: readonly Step[]): FigureExplanation['steps'] {
  return steps.map((step) => ({ step: structuredClone(step), text: printStep(step) }));
}

/** What a person did to the figure by hand, after everything that was calculated. */
function ownSteps({ attributes: { override } }: Figure): readonly Step[] {
  if (override === null) return [];
  const reason = override.reason === '' ? '' : `（${override.reason}）`;
  return [{ kind: 'choice', sentence: `正文里由人改写为“${override.text}”${reason}` }];
}

/** What a figure of a report is asked about; null where its region or period is gone. */
function requestOf(figure: Figure, scope: ReportScope): ExplainRequest | null {
  const { formula, format } = figure.attributes;
  const where = placeOf(figure.attributes.scope, scope);
  return where === null ? null : { formula, format, ...where, place: figure.place === 'prose' ? 'prose' : 'table' };
}

/** How a figure of a report comes about, a sentence a step; none where its region or period is gone. */
export function figureSteps(figure: Figure, scope: ReportScope): readonly string[] {
  const request = requestOf(figure, scope);
  const taken = request === null ? null : takeSteps(request, scope);
  const steps = taken?.ok === true ? taken.value.steps : [];
  return [...steps, ...ownSteps(figure)].map(printStep);
}

/** A figure of a stored report, also with the other places where it stands. */
export function explainReportFigure(
  workspace: Workspace,
  { reportId, figureId }: { readonly reportId: number; readonly figureId: string },
): Result<ReportFigureExplanation, Failure> {
  const data = openReportData(workspace);
  const report = loadReport(workspace, reportId, data);
  if (!report.ok) return report;
  const { scope, filled } = report.value.opened;
  const { computed, printed } = filled;
  const figure = computed.figures.get(figureId);
  const request = figure === undefined ? null : requestOf(figure, scope);
  if (figure === undefined || request === null) return fail({ code: 'figure-unknown' });
  const explained = explainFigure(request, { workspace, data });
  if (!explained.ok) return explained;
  return succeed({
    ...explained.value,
    figureId,
    formula: request.formula,
    text: figure.printed.text,
    steps: [...explained.value.steps, ...inWords(ownSteps(figure))],
    places: [...otherPlaces(figureId, printed.blocks, { computed, scope })],
  });
}
