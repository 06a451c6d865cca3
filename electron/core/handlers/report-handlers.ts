import type { Handlers } from '../../../shared/api/dispatch.ts';
import { succeed } from '../../../shared/result.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { ExportedFile, ExportJob } from '../exporting/export-report.ts';
import { explainReportFigure } from '../services/explain-figure.ts';
import { exportSettingsOf } from '../services/export-settings.ts';
import { breakReportTitle, createReport, listReports, openReport, printStoredReport } from '../services/reports.ts';
import type { Session } from '../services/session.ts';
import { exportWorkingPaper } from '../working-paper/export-working-paper.ts';
import type { RenderedFile } from './create-handlers.ts';

/** Signs that Windows or Linux forbid in file names become blanks. */
function fileNameOf(title: string, extension: string): string {
  const name = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${name === '' ? '报告' : name}.${extension}`;
}

interface ReportServices {
  readonly render: (job: ExportJob) => Promise<ExportedFile>;
  /** Keeps a file for saving or downloading; its handle. */
  readonly keepFile: (file: RenderedFile) => string;
}

/** Joins the requests about reports to their services. */
export function reportHandlers(session: Session, { render, keepFile }: ReportServices) {
  return {
    'reports.list': () => returnFailures(() => listReports(session.workspace)),
    'reports.create': (input) => returnFailures(() => createReport(session.workspace, input)),
    'reports.open': ({ id }) => returnFailures(() => openReport(session.workspace, id)),
    'reports.breakTitle': ({ id, breaking }) =>
      returnFailures(() => {
        const broken = breakReportTitle(session.workspace, id, breaking);
        return broken.ok ? succeed({}) : broken;
      }),
    'figures.explain': (input) => returnFailures(() => explainReportFigure(session.workspace, input)),
    'reports.export': ({ id, format, isDraft }) =>
      returnFailures(async () => {
        const report = printStoredReport(session.workspace, id);
        if (!report.ok) return report;
        const { printed } = report.value.filled;
        const settings = exportSettingsOf(session.workspace, report.value, isDraft);
        const { bytes, notices } = await render({ document: printed, format, settings });
        const name = fileNameOf(printed.title, format);
        const findings = report.value.filled.findings.map(({ message }) => message);
        return succeed({
          file: { id: keepFile({ name, bytes }), name },
          missing: [...report.value.missing],
          notices: [...findings, ...notices],
        });
      }),
    'reports.workingPaper': ({ id, format }) =>
      returnFailures(async () => {
        const report = printStoredReport(session.workspace, id);
        if (!report.ok) return report;
        const { bytes, notices, title } = await exportWorkingPaper(session.workspace, report.value, { format, render });
        const name = fileNameOf(title, format);
        return succeed({ file: { id: keepFile({ name, bytes }), name }, notices: [...notices] });
      }),
  } satisfies Partial<Handlers>;
}
