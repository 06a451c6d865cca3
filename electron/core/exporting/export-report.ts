import { defaultLayout } from '../../../shared/gongwen/layout.ts';
import type { PrintedDocument } from '../../../shared/report/printed.ts';
import { writeDocx } from './docx/write-docx.ts';
import { describeSubstitutions, findFonts } from './fonts/find-fonts.ts';
import { writePdf } from './pdf/write-pdf.ts';

export const exportFormats = ['docx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  readonly bytes: Uint8Array;
  /** Sentences a person should know of, such as substituted fonts. */
  readonly notices: readonly string[];
}

/** Writes a printed report as Word or PDF. The same report gives the same bytes. */
export async function exportReport(document: PrintedDocument, format: ExportFormat): Promise<ExportedFile> {
  if (format === 'docx') return { bytes: await writeDocx({ document, layout: defaultLayout }), notices: [] };
  const fonts = findFonts();
  const bytes = await writePdf({ document, layout: defaultLayout, fonts });
  return { bytes, notices: describeSubstitutions(fonts) };
}
