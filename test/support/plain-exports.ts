import type { DocxInput } from '../../electron/core/exporting/docx/write-docx.ts';
import {
  type ExportedFile,
  type ExportFormat,
  type ExportSettings,
  exportReport,
} from '../../electron/core/exporting/export-report.ts';
import { type PdfInput, writePdf } from '../../electron/core/exporting/pdf/write-pdf.ts';
import { defaultLayout } from '../../shared/gongwen/layout.ts';
import type { PrintedDocument } from '../../shared/report/printed.ts';

/** What a bureau exports with that has chosen nothing. */
export const plainExport: ExportSettings = {
  layout: defaultLayout,
  pictures: new Map(),
  records: [],
  isDraft: false,
};

/** What a Word file is written with when a test is about something else. */
export const plainDocx: Omit<DocxInput, 'document'> = {
  ...plainExport,
  pages: new Map(),
};

/** What a PDF is written with when a test is about something else. */
export const plainPdf: Omit<PdfInput, 'document' | 'fonts'> = {
  layout: defaultLayout,
  pictures: new Map(),
  isDraft: false,
  pages: new Map(),
};

/** Writes a file as a bureau does that has chosen nothing. */
export function exportPlainly(document: PrintedDocument, format: ExportFormat): Promise<ExportedFile> {
  return exportReport({ document, format, settings: plainExport });
}

export async function pdfBytes(input: PdfInput): Promise<Uint8Array> {
  const { bytes } = await writePdf(input);
  return bytes;
}
