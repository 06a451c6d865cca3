import { createRequire } from 'node:module';
import type {
  EmbeddedFont,
  FontSource,
  Inline,
  LayoutBuilderShape,
  LineShape,
  PdfKitDocument,
} from './pdfmake-shapes.ts';

/**
 * The modules of pdfmake that chinese-composition.ts and keep-together.ts patch, with bookmark-places.ts, and render-definition.ts calls. They are
 * CommonJS without types; `require` gives the very objects that pdfmake itself uses, however our own code is loaded.
 */
const require = createRequire(import.meta.url);

interface Class<Prototype> {
  readonly default: { readonly prototype: Prototype };
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
  readonly pdfDocument: { readonly page: { readonly height: number } };
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

const textBreakerModule: Class<TextBreaker> = require('pdfmake/js/TextBreaker.js');
const textInlinesModule: Class<TextInlines> = require('pdfmake/js/TextInlines.js');
const elementWriterModule: Class<ElementWriter> = require('pdfmake/js/ElementWriter.js');
const textDecoratorModule: Class<TextDecorator> = require('pdfmake/js/TextDecorator.js');
const pdfDocumentModule: Class<PdfDocument> = require('pdfmake/js/PDFDocument.js');
const layoutBuilderModule: Class<LayoutBuilderShape> = require('pdfmake/js/LayoutBuilder.js');
const rendererModule: Class<Renderer> = require('pdfmake/js/Renderer.js');
const lineModule: { readonly default: new (maxWidth: number) => LineShape } = require('pdfmake/js/Line.js');
const printerModule: { readonly default: PrinterClass } = require('pdfmake/js/Printer.js');

export const textBreaker = textBreakerModule.default.prototype;
export const textInlines = textInlinesModule.default.prototype;
export const elementWriter = elementWriterModule.default.prototype;
export const textDecorator = textDecoratorModule.default.prototype;
export const pdfDocument = pdfDocumentModule.default.prototype;
export const layoutBuilder = layoutBuilderModule.default.prototype;
export const renderer = rendererModule.default.prototype;
export const Line = lineModule.default;
export const Printer = printerModule.default;
