import { createHash } from 'node:crypto';
import type { Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedDocument } from '../../../../shared/report/printed.ts';
import type { FontSet } from '../fonts/find-fonts.ts';
import type { Pictures } from '../picture.ts';
import { describeDocument } from './describe-document.ts';
import { renderDefinition } from './render-definition.ts';

export interface PdfInput {
  readonly document: PrintedDocument;
  readonly layout: Layout;
  readonly fonts: FontSet;
  readonly pictures: Pictures;
  /** Prints 草稿 across every page. */
  readonly isDraft: boolean;
  /** Page of each block by its place in the document, where it is known. */
  readonly pages: ReadonlyMap<number, number>;
}

/** Writes a report as a PDF file; the same input gives the same bytes. */
export function writePdf(input: PdfInput): Promise<Uint8Array> {
  const { definition, fonts } = describeDocument(input);
  const fingerprint = createHash('md5')
    .update(JSON.stringify([input.document, input.layout, input.isDraft, [...input.pages]]))
    .digest();
  return renderDefinition({ definition, fonts, fingerprint });
}
