/** pdfmake ships no types: the modules that chinese-composition.ts patches and render-definition.ts calls. */

declare module 'pdfmake/js/TextBreaker.js' {
  const module: {
    readonly default: {
      readonly prototype: {
        getBreaks(texts: unknown, styles: unknown): import('./pdfmake-shapes.ts').Inline[];
      };
    };
  };
  export default module;
}

declare module 'pdfmake/js/TextInlines.js' {
  const module: {
    readonly default: {
      readonly prototype: {
        measure(
          inlines: import('./pdfmake-shapes.ts').Inline[],
          styles: unknown,
        ): import('./pdfmake-shapes.ts').Inline[];
      };
    };
  };
  export default module;
}

declare module 'pdfmake/js/Line.js' {
  const module: { readonly default: new (maxWidth: number) => import('./pdfmake-shapes.ts').LineShape };
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  const module: { readonly default: { readonly prototype: import('./pdfmake-shapes.ts').LayoutBuilderShape } };
  export default module;
}

declare module 'pdfmake/js/ElementWriter.js' {
  const module: {
    readonly default: { readonly prototype: { alignLine(line: import('./pdfmake-shapes.ts').LineShape): void } };
  };
  export default module;
}

declare module 'pdfmake/js/TextDecorator.js' {
  interface TextDecorator {
    readonly pdfDocument: {
      fillColor(color: string): {
        rect(x: number, y: number, width: number, height: number): { fill(): void };
      };
    };
    drawBackground(line: import('./pdfmake-shapes.ts').LineShape, x: number, y: number): void;
  }
  const module: { readonly default: { readonly prototype: TextDecorator } };
  export default module;
}

declare module 'pdfmake/js/PDFDocument.js' {
  const module: {
    readonly default: {
      readonly prototype: {
        provideFont(family: string, bold: boolean, italics: boolean): import('./pdfmake-shapes.ts').EmbeddedFont;
      };
    };
  };
  export default module;
}

declare module 'pdfmake/js/Printer.js' {
  interface UrlResolver {
    resolve(url: unknown): void;
    resolved(): Promise<void>;
  }
  class Printer {
    constructor(
      fonts: Readonly<Record<string, { readonly normal: import('./pdfmake-shapes.ts').FontSource }>>,
      virtualFiles: null,
      urlResolver: UrlResolver,
      localAccessPolicy: (path: string) => boolean,
    );
    createPdfKitDocument(definition: object): Promise<import('./pdfmake-shapes.ts').PdfKitDocument>;
  }
  const module: { readonly default: typeof Printer };
  export default module;
}
