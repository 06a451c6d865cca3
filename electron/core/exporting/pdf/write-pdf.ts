import { createHash } from 'node:crypto';
import type { Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedDocument } from '../../../../shared/report/printed.ts';
import type { FontSet } from '../fonts/find-fonts.ts';
import { describeDocument } from './describe-document.ts';
import { renderDefinition } from './render-definition.ts';

export interface PdfInput {
  readonly document: PrintedDocument;
  readonly layout: Layout;
  readonly fonts: FontSet;
}

/** Writes a report as a PDF file; the same input gives the same bytes. */
export function writePdf(input: PdfInput): Promise<Uint8Array> {
  const { definition, fonts } = describeDocument(input);
  const fingerprint = createHash('md5')
    .update(JSON.stringify([input.document, input.layout]))
    .digest();
  return renderDefinition({ definition, fonts, fingerprint });
}
