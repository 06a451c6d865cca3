import { newWorkbook } from '../../electron/core/collecting/write-workbook/exceljs.ts';

type Content = string | number | null | { readonly formula: string; readonly result: string | number };

export interface Filling {
  /** By cell of the form, such as `B6`; null empties it. */
  readonly cells?: Readonly<Record<string, Content>>;
  /** Cells of the hidden marks. */
  readonly meta?: Readonly<Record<string, string>>;
  readonly removeSheets?: readonly string[];
  readonly addSheet?: string;
  readonly renameSheet?: string;
  readonly insertRowAt?: number;
}

/** Fills a workbook in as a spreadsheet program would save it. */
export async function fillWorkbook(bytes: Uint8Array, filling: Filling): Promise<Uint8Array> {
  const workbook = newWorkbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  if (filling.insertRowAt !== undefined) sheet.insertRow(filling.insertRowAt, []);
  for (const [address, content] of Object.entries(filling.cells ?? {})) sheet.getCell(address).value = content;
  for (const [address, text] of Object.entries(filling.meta ?? {})) {
    const marks = workbook.getWorksheet('_meta');
    if (marks) marks.getCell(address).value = text;
  }
  for (const name of filling.removeSheets ?? []) workbook.removeWorksheet(name);
  if (filling.addSheet !== undefined) workbook.addWorksheet(filling.addSheet).getCell('A1').value = '备注';
  if (filling.renameSheet !== undefined) sheet.name = filling.renameSheet;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
