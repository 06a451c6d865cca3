import { layoutOf } from '../../../shared/gongwen/layout.ts';
import type { ReportScope } from '../../../shared/report/scope.ts';
import type { Workspace } from '../database/workspace.ts';
import type { ExportedFile, ExportJob } from '../exporting/export-report.ts';
import { readLayout } from '../services/bureau-layout.ts';
import type { FilledReport } from '../services/report-data.ts';
import { printWorkingPaper } from './print-working-paper.ts';
import { makeWorkingPaper } from './working-paper.ts';
import { writeWorkingWorkbook } from './write-working-workbook.ts';

export const workingPaperFormats = ['xlsx', 'docx', 'pdf'] as const;
export type WorkingPaperFormat = (typeof workingPaperFormats)[number];

/** 小五 on 14 points: sentences and sources of hundreds of figures stand in these tables. */
const smallTables = { tableHalfPoints: 18, tablePitchTwips: 280 } as const;

export interface WorkingPaperFile extends Pick<ExportedFile, 'bytes' | 'notices'> {
  /** What a file of it is called, without its ending. */
  readonly title: string;
}

/** Writes the 数据底稿 of a report; null when rendering was stopped. The same report over the same data gives the same bytes. */
export async function exportWorkingPaper(
  workspace: Workspace,
  report: { readonly filled: FilledReport; readonly scope: ReportScope },
  {
    format,
    render,
  }: { readonly format: WorkingPaperFormat; readonly render: (job: ExportJob) => Promise<ExportedFile | null> },
): Promise<WorkingPaperFile | null> {
  const paper = makeWorkingPaper(workspace, report);
  const document = printWorkingPaper(paper);
  const { title } = document;
  if (format === 'xlsx') return { bytes: await writeWorkingWorkbook(paper), notices: [], title };
  const settings = {
    layout: { ...layoutOf(readLayout(workspace)), ...smallTables },
    pictures: new Map(),
    records: [],
    isDraft: false,
  };
  const rendered = await render({ document, format, settings });
  return rendered && { bytes: rendered.bytes, notices: rendered.notices, title };
}
