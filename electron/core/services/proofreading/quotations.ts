import { bindNumbers, type FigureSubjects, subjectOf } from '../../../../shared/proofreading/data/bind-numbers.ts';
import { type OtherQuotation, quotationsIn } from '../../../../shared/proofreading/data/quotations.ts';
import { draftOfReport } from '../../../../shared/proofreading/reading/draft-of-report.ts';
import { placeOf, type ReportScope } from '../../../../shared/report/scope.ts';
import type { Workspace } from '../../database/workspace.ts';
import { type FilledReport, openReportData } from '../report-data.ts';
import { loadReport } from '../reports.ts';

/** What the reports of a data file say of one indicator, to be held against each other. */

/** Of each figure that prints one indicator as it is, of what it is. */
export function subjectsOf({ computed }: FilledReport, scope: ReportScope): FigureSubjects {
  const names = new Set(scope.view.indicators.map(({ name }) => name));
  const subjects = new Map<string, string>();
  for (const [id, { attributes }] of computed.figures) {
    const place = placeOf(attributes.scope, scope);
    if (place !== null && names.has(attributes.formula)) subjects.set(id, subjectOf(attributes.formula, place));
  }
  return subjects;
}

interface Quoted {
  readonly id: number;
  readonly quotations: readonly OtherQuotation[];
}

function quotedIn(workspace: Workspace): readonly Quoted[] {
  const data = openReportData(workspace);
  return workspace.reports.list().flatMap(({ id }) => {
    const report = loadReport(workspace, id, data);
    if (!report.ok) return [];
    const { filled, scope } = report.value.opened;
    const bound = bindNumbers(draftOfReport(filled.printed).draft, scope, subjectsOf(filled, scope));
    const quotations = quotationsIn(bound).map((each) => ({ ...each, report: filled.printed.title }));
    return [{ id, quotations }];
  });
}

interface Kept {
  readonly generation: number;
  readonly quoted: readonly Quoted[];
}
const kept = new WeakMap<Workspace, Kept>();

/** What every other report says; read again only once something was written to the file. */
export function quotationsElsewhere(workspace: Workspace, ownId: number): readonly OtherQuotation[] {
  const { generation } = workspace;
  const known = kept.get(workspace);
  const quoted = known?.generation === generation ? known.quoted : quotedIn(workspace);
  kept.set(workspace, { generation, quoted });
  return quoted.filter(({ id }) => id !== ownId).flatMap(({ quotations }) => quotations);
}
