import { defaultLayout } from '../../../shared/gongwen/layout.ts';
import type { PrintedDocument } from '../../../shared/report/printed.ts';
import type { ExportedFile, ExportJob } from '../exporting/export-report.ts';

/** 小五 on 14 points, as in other lists: sentences stand in these columns. */
const smallTables = { tableHalfPoints: 18, tablePitchTwips: 280 } as const;

/** Writes a list of findings as Word; null when rendering was stopped. */
export function exportFindings(
  document: PrintedDocument,
  render: (job: ExportJob) => Promise<ExportedFile | null>,
): Promise<ExportedFile | null> {
  const layout = { ...defaultLayout, ...smallTables };
  return render({ document, format: 'docx', settings: { layout, pictures: new Map(), records: [], isDraft: false } });
}
