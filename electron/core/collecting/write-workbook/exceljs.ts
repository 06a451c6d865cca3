import library from 'exceljs/dist/exceljs.min.js';
import { readZip, writeZip } from '../../exporting/zip/canonical-zip.ts';

export type { Borders, Cell, DataValidation, Style, Workbook, Worksheet } from 'exceljs';

declare module 'exceljs' {
  interface Worksheet {
    /** Missing in the declarations. Validation of single cells is written as ranges that overlap. */
    readonly dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

/** Dates of the package: equal content must give equal bytes. */
const fixedDate = new Date('2000-01-01T00:00:00Z');

/**
 * The door to exceljs. Its single-file build, because the sources pull in old packages for streams and zips that are not
 * needed here.
 */
export function newWorkbook() {
  const workbook = new library.Workbook();
  workbook.creator = '汇稿';
  workbook.lastModifiedBy = '汇稿';
  workbook.created = fixedDate;
  workbook.modified = fixedDate;
  return workbook;
}

/** The workbook's bytes; zipped again without the time of day and the entries for folders that exceljs writes into it. */
export async function workbookBytes(workbook: ReturnType<typeof newWorkbook>): Promise<Uint8Array> {
  const written = await workbook.xlsx.writeBuffer();
  return writeZip(readZip(new Uint8Array(written)).filter(({ path }) => !path.endsWith('/')));
}
