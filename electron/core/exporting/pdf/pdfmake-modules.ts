import elementWriterModule from 'pdfmake/js/ElementWriter.js';
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import lineModule from 'pdfmake/js/Line.js';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import printerModule from 'pdfmake/js/Printer.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import tableProcessorModule from 'pdfmake/js/TableProcessor.js';
import textBreakerModule from 'pdfmake/js/TextBreaker.js';
import textDecoratorModule from 'pdfmake/js/TextDecorator.js';
import textInlinesModule from 'pdfmake/js/TextInlines.js';
import type {
  EmbeddedFont,
  FontSource,
  Inline,
  LayoutBuilderShape,
  LineShape,
  PdfKitDocument,
  TableProcessorShape,
} from './pdfmake-shapes.ts';

/**
 * The modules of pdfmake that chinese-composition.ts, keep-together.ts and bookmark-places.ts patch, and that
 * render-definition.ts calls. They are CommonJS: what a default import of one gives depends on who loads our code (Node
 * gives its exports, a test runner its `default`), hence `classOf`.
 */

interface Class<Prototype> {
  readonly prototype: Prototype;
}

/** The version is pinned and a test asserts it, so that a class is known to have the shape that is asked for. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it names the shape that the pinned version has
function classOf<Wanted>(module: unknown): Wanted {
  const found = typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
  if (typeof found !== 'function') throw new Error('pdfmake is not the version that we patch');
  return found as Wanted;
}

interface TextBreaker {
  getBreaks: (texts: unknown, styles: unknown) => Inline[];
}

interface TextInlines {
  measure: (this: unknown, inlines: Inline[], styles: unknown) => Inline[];
}

interface ElementWriter {
  alignLine: (this: unknown, line: LineShape) => void;
}

interface TextDecorator {
  readonly pdfDocument: {
    fillColor(color: string): {
      rect(x: number, y: number, width: number, height: number): { fill(): void };
    };
  };
  drawBackground(line: LineShape, x: number, y: number): void;
}

interface PdfDocument {
  provideFont: (this: unknown, family: string, bold: boolean, italics: boolean) => EmbeddedFont;
}

interface Renderer {
  readonly outlineMap: Readonly<Record<string, { outlineData: { Dest: readonly unknown[] } }>>;
  readonly pdfDocument: {
    readonly page: { readonly height: number };
    text: (content: string, x: number, y: number, options: Readonly<Record<string, unknown>>) => void;
    save(): void;
    restore(): void;
    lineWidth(width: number): { strokeColor(color: string): void };
    /** `Kids` holds the pages that were begun so far. */
    readonly _root: { readonly data: { readonly Pages: { readonly data: { readonly Kids: readonly unknown[] } } } };
  };
  renderLine: (this: Renderer, line: LineShape, x: number, y: number) => void;
}

interface UrlResolver {
  resolve(url: unknown): void;
  resolved(): Promise<void>;
}

interface PrinterShape {
  createPdfKitDocument(definition: object): Promise<PdfKitDocument>;
}

type PrinterClass = new (
  fonts: Readonly<Record<string, { readonly normal: FontSource }>>,
  virtualFiles: null,
  urlResolver: UrlResolver,
  localAccessPolicy: (path: string) => boolean,
) => PrinterShape;

export const textBreaker = classOf<Class<TextBreaker>>(textBreakerModule).prototype;
export const textInlines = classOf<Class<TextInlines>>(textInlinesModule).prototype;
export const elementWriter = classOf<Class<ElementWriter>>(elementWriterModule).prototype;
export const textDecorator = classOf<Class<TextDecorator>>(textDecoratorModule).prototype;
export const pdfDocument = classOf<Class<PdfDocument>>(pdfDocumentModule).prototype;
export const layoutBuilder = classOf<Class<LayoutBuilderShape>>(layoutBuilderModule).prototype;
export const tableProcessor = classOf<Class<TableProcessorShape>>(tableProcessorModule).prototype;
export const renderer = classOf<Class<Renderer>>(rendererModule).prototype;
export const Line = classOf<new (maxWidth: number) => LineShape>(lineModule);
export const Printer = classOf<PrinterClass>(printerModule);
