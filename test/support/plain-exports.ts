import type { DocxInput } from '../../electron/core/exporting/docx/write-docx.ts';
import type { PdfInput } from '../../electron/core/exporting/pdf/write-pdf.ts';
import { defaultLayout } from '../../shared/gongwen/layout.ts';

/** What a Word file is written with when a test is about something else. */
export const plainDocx: Omit<DocxInput, 'document'> = {
  layout: defaultLayout,
  pictures: new Map(),
  records: [],
  isDraft: false,
  pages: new Map(),
};

/** What a PDF is written with when a test is about something else. */
export const plainPdf: Omit<PdfInput, 'document' | 'fonts'> = {
  layout: defaultLayout,
  pictures: new Map(),
  isDraft: false,
  pages: new Map(),
};
