import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { FontRole, Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedDocument } from '../../../../shared/report/printed.ts';
import type { FontSet } from '../fonts/find-fonts.ts';
import type { Pictures } from '../picture.ts';
import { blockOfHeading } from './describe-contents.ts';
import { describeDocument } from './describe-document.ts';
import { type RenderedPdf, renderDefinition } from './render-definition.ts';

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

export interface WrittenPdf {
  readonly bytes: Uint8Array;
  /** By role, the characters that its font lacked. */
  readonly fellBack: ReadonlyMap<FontRole, ReadonlySet<string>>;
}

/** Writes a report as a PDF file; the same input gives the same bytes. */
export async function writePdf(input: PdfInput): Promise<WrittenPdf> {
  const { bytes, fellBack } = await render(input);
  return { bytes, fellBack };
}

/** A 目录 whose pages moved as often as this has lines that are too long to stand still; its last pages are taken. */
const mostRounds = 4;

/**
 * The page of each heading and annex by its place among the blocks. The pages stand in the 目录, which has a length of
 * its own: the document is laid out again until they no longer move.
 */
export async function findPages(input: Omit<PdfInput, 'pages'>): Promise<ReadonlyMap<number, number>> {
  let pages: ReadonlyMap<number, number> = new Map();
  for (let round = 0; round < mostRounds; round += 1) {
    const rendered = await render({ ...input, pages });
    const found = new Map([...rendered.pages].map(([id, page]) => [blockOfHeading(id), page]));
    if (isDeepStrictEqual(found, pages)) break;
    pages = found;
  }
  return pages;
}

async function render(input: PdfInput): Promise<RenderedPdf & WrittenPdf> {
  const { definition, fonts, fellBack } = describeDocument(input);
  const fingerprint = createHash('md5')
    .update(JSON.stringify([input.document, input.layout, input.isDraft, [...input.pages]]))
    .digest();
  // The footers are described while the pages are drawn.
  return { ...(await renderDefinition({ definition, fonts, fingerprint })), fellBack };
}
