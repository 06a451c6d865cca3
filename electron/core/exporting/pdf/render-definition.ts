/* oxlint-disable no-underscore-dangle -- pdfkit's own name */
import { bookmarkPages, installBookmarkPlaces } from './bookmark-places.ts';
import { installChineseComposition } from './chinese-composition.ts';
import { installEmbolden } from './embolden.ts';
import { installKeepTogether } from './keep-together.ts';
import { Printer } from './pdfmake-modules.ts';
import type { FontSource, PdfKitDocument } from './pdfmake-shapes.ts';

export interface RenderInput {
  readonly definition: object;
  /** Fonts by the name that the definition uses. */
  readonly fonts: Readonly<Record<string, FontSource>>;
  /** Names the input: the PDF's /ID, so that the same input gives the same bytes. */
  readonly fingerprint: Buffer;
}

/** pdfmake downloads whatever looks like a web address; nothing we write has one, and nothing may leave the machine. */
const noNetwork = {
  resolve(url: unknown): void {
    if (typeof url === 'string' && /^[a-z][a-z0-9+.-]+:\/\//i.test(url)) {
      throw new Error(`refused to fetch ${url}: a report never reads the network`);
    }
  },
  resolved: (): Promise<void> => Promise.resolve(),
};

function collect(document: PdfKitDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
    document.end();
  });
}

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  /** Pages, from 1, of the nodes that have a bookmark, by their ids. */
  readonly pages: ReadonlyMap<string, number>;
}

/** Lays out and draws a pdfmake definition; reads no file but the fonts, and no network. */
export async function renderDefinition({ definition, fonts, fingerprint }: RenderInput): Promise<RenderedPdf> {
  installChineseComposition();
  installKeepTogether();
  installBookmarkPlaces();
  installEmbolden();
  const descriptors = Object.fromEntries(
    // pdfmake writes into its descriptors: each call gets its own.
    Object.entries(fonts).map(([name, source]) => [
      name,
      { normal: typeof source === 'string' ? source : ([...source] as const) },
    ]),
  );
  const readable = new Set(Object.values(fonts).map((source) => (typeof source === 'string' ? source : source[0])));
  const printer = new Printer(descriptors, null, noNetwork, (path) => readable.has(path));
  const document = await printer.createPdfKitDocument(definition);
  // pdfkit stamps the moment of writing into every file, and needs the date for metadata that PDF 1.3 does not write.
  // Hidden from enumeration it stays out of the file: a report's own date is its signature's.
  Object.defineProperty(document.info, 'CreationDate', { value: new Date(0), enumerable: false });
  document._id = fingerprint;
  return { bytes: await collect(document), pages: bookmarkPages(document) };
}
