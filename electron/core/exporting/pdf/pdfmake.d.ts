/** pdfmake ships no types for these; pdfmake-modules.ts says what it uses of each. */

declare module 'pdfmake/js/TextBreaker.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/TextInlines.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/ElementWriter.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/TextDecorator.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/PDFDocument.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/TableProcessor.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/Renderer.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/Line.js' {
  const module: unknown;
  export default module;
}

declare module 'pdfmake/js/Printer.js' {
  const module: unknown;
  export default module;
}
