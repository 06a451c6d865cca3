import type { Handlers } from '../../../shared/api/dispatch.ts';
import { fail, succeed } from '../../../shared/result.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { ExportJob } from '../exporting/export-report.ts';
import { explainReportFigure } from '../services/explain-figure.ts';
import { exportSettingsOf } from '../services/export-settings.ts';
import {
  breakReportTitle,
  createReport,
  listReports,
  openReport,
  printStoredReport,
  saveReport,
} from '../services/reports.ts';
import type { Session } from '../services/session.ts';
import { exportWorkingPaper } from '../working-paper/export-working-paper.ts';
import type { HandlerOptions, RenderedFile } from './create-handlers.ts';

/** Signs that Windows or Linux forbid in file names become blanks. */
export function fileNameOf(title: string, extension: string): string {
  const name = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${name === '' ? '报告' : name}.${extension}`;
}

/** The exports that run, all of which a person may stop at once. */
class Exports {
  #stop = new AbortController();
  readonly #render: HandlerOptions['render'];

  constructor(render: HandlerOptions['render']) {
    this.#render = render;
  }

  readonly render = (job: ExportJob) => this.#render(job, this.#stop.signal);

  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }
}

export interface ReportServices extends Pick<HandlerOptions, 'render'> {
  /** Keeps a file for saving or downloading; its handle. */
  readonly keepFile: (file: RenderedFile) => string;
}

/** Joins the requests about reports to their services. */
export function reportHandlers(session: Session, { render, keepFile }: ReportServices) {
  const running = new Exports(render);
  return {
    'reports.list': () => returnFailures(() => listReports(session.workspace)),
    'reports.create': (input) => returnFailures(() => createReport(session.workspace, input)),
    'reports.open': ({ id }) => returnFailures(() => openReport(session.workspace, id)),
    'reports.save': (input) => returnFailures(() => saveReport(session.workspace, input)),
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
        const rendered = await running.render({ document: printed, format, settings });
        if (rendered === null) return fail({ code: 'export-stopped' });
        const { bytes, notices } = rendered;
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
        const paper = await exportWorkingPaper(session.workspace, report.value, { format, render: running.render });
        if (paper === null) return fail({ code: 'export-stopped' });
        const { bytes, notices, title } = paper;
        const name = fileNameOf(title, format);
        return succeed({ file: { id: keepFile({ name, bytes }), name }, notices: [...notices] });
      }),
    'reports.stopExport': () => {
      running.stop();
      return succeed({});
    },
  } satisfies Partial<Handlers>;
}
