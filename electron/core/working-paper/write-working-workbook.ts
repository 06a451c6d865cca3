import { widthInCharacters } from '../../../shared/gongwen/signature.ts';
import { looks } from '../collecting/form-look.ts';
import { newWorkbook, type Style, type Worksheet, workbookBytes } from '../collecting/write-workbook/exceljs.ts';
import { type Column, figureColumns, sentenceHeading, sourceColumns } from './columns.ts';
import type { WorkingFigure, WorkingPaper } from './working-paper.ts';

const bodyStyle: Partial<Style> = {
  font: looks.entry.font,
  border: looks.entry.border,
  alignment: { vertical: 'top', wrapText: true },
};

/** Rows above the table: the title and the headings. */
const headRows = 2;

/** A4 across, the headings on every page, as many pages down as it takes. */
const pageSetup = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: `${headRows}:${headRows}`,
} as const;

/** Points of a line of 宋体 11, with a little air. */
const linePoints = 15;

/** Lines of the fullest cell; said in the file, since not every program finds it out when it opens one. */
function linesOf<T>(columns: readonly Column<T>[], row: T): number {
  return Math.max(
    ...columns.map(({ width, text }) => {
      // A column is measured in digits, of which a Chinese character is two; the margins take one.
      const lines = text(row).split('\n');
      return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((2 * widthInCharacters(line)) / (width - 1))), 0);
    }),
  );
}

interface Table<T> {
  readonly sheet: string;
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
}

function addTable<T>(book: ReturnType<typeof newWorkbook>, { sheet, title, columns, rows }: Table<T>): Worksheet {
  const page = book.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: headRows }], pageSetup });
  page.headerFooter.oddFooter = '第 &P 页，共 &N 页';
  for (const [at, { width }] of columns.entries()) page.getColumn(at + 1).width = width;
  page.mergeCells(1, 1, 1, columns.length);
  Object.assign(page.getCell(1, 1), { value: title, style: looks.title });
  for (const [at, { heading }] of columns.entries()) {
    Object.assign(page.getCell(headRows, at + 1), { value: heading, style: looks.header });
  }
  for (const [index, row] of rows.entries()) {
    page.getRow(headRows + 1 + index).height = linePoints * linesOf(columns, row) + 3;
    for (const [at, { text }] of columns.entries()) {
      Object.assign(page.getCell(headRows + 1 + index, at + 1), { value: text(row), style: bodyStyle });
    }
  }
  page.autoFilter = { from: { row: headRows, column: 1 }, to: { row: headRows, column: columns.length } };
  return page;
}

/** The figure stands out in its sentence. */
function markFigure(page: Worksheet, { number, before, text, after }: WorkingFigure): void {
  const column = figureColumns.findIndex(({ heading }) => heading === sentenceHeading) + 1;
  const font = looks.entry.font;
  const parts = [
    { text: before, font },
    { text, font: { ...font, bold: true } },
    { text: after, font },
  ];
  page.getCell(headRows + number, column).value = { richText: parts.filter((part) => part.text !== '') };
}

/** The 数据底稿 as a workbook: a sheet of the figures, and one of what they rest on. */
export function writeWorkingWorkbook({ title, figures, sources }: WorkingPaper): Promise<Uint8Array> {
  const book = newWorkbook();
  const page = addTable(book, {
    sheet: '报告中的数字',
    title: `《${title}》数据底稿：报告中的数字`,
    columns: figureColumns,
    rows: figures,
  });
  for (const figure of figures) markFigure(page, figure);
  addTable(book, {
    sheet: '所依据的数据',
    title: `《${title}》数据底稿：数字所依据的数据`,
    columns: sourceColumns,
    rows: sources,
  });
  return workbookBytes(book);
}
