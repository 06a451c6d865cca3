/** The single-file build has no declarations of its own; it is the same library as its source. */
declare module 'exceljs/dist/exceljs.min.js' {
  import type * as Library from 'exceljs';

  const library: Pick<typeof Library, 'Workbook'>;
  export default library;
}
