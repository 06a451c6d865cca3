import type { Observation } from '../../../shared/figures/catalogue.ts';
import { rowSign } from './excel-expression.ts';
import { columnLetter, type Form, type FormColumn, hintRow, titleRow, unitRow } from './form.ts';
import { brokenFill, type CellLook, looks, numberFormat } from './form-look.ts';
import { type FormMeta, metaLines, metaOf, metaSheetName } from './form-meta.ts';
import { type FormSize, headingHeights, rowHeight, sizeOf } from './form-size.ts';
import { headingsOf } from './heading-merges.ts';
import { validationOf } from './input-rule.ts';
import { newWorkbook, type Workbook, type Worksheet, workbookBytes } from './write-workbook/exceljs.ts';

/** Last year's figure of an indicator and region, by ids; undefined where nothing was recorded. */
export type LastYear = (indicatorId: number, regionId: number) => Observation['cell'] | undefined;

export const formSheetName = '填报表';

/** Writes a form as .xlsx: what is to be filled in is open, everything else is locked. Equal forms give equal bytes. */
export function writeForm(form: Form, lastYear: LastYear): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const size = sizeOf(form);
  const sheet = workbook.addWorksheet(formSheetName, { views: [viewOf(form)], pageSetup: pageOf(form, size) });
  sheet.columns = size.widths.map((width) => ({ width }));
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
  writeTitles(sheet, form, size);
  writeHeadings(sheet, form, size);
  const given = writeBody(sheet, form, lastYear);
  writeNotes(sheet, form, size);
  watchEntries(sheet, form);
  void sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true });
  writeMeta(workbook, metaOf(form, given));
  return workbookBytes(workbook);
}

function viewOf({ header }: Form) {
  const activeCell = `B${header.last + 1}`;
  return { state: 'frozen', xSplit: 1, ySplit: header.last, topLeftCell: activeCell, activeCell } as const;
}

function pageOf({ header }: Form, { pages }: FormSize) {
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: pages,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: `${header.first}:${header.last}`,
    ...(pages > 1 ? { printTitlesColumn: 'A:A' } : {}),
  } as const;
}

function put(sheet: Worksheet, place: { readonly row: number; readonly column: number }, look: CellLook, text = '') {
  const cell = sheet.getCell(place.row, place.column);
  cell.style = look;
  if (text !== '') cell.value = text;
  return cell;
}

function writeTitles(sheet: Worksheet, { request }: Form, { lastOfPage }: FormSize): void {
  const lines = [
    [titleRow, looks.title, request.title],
    [unitRow, looks.caption, `填报单位：${request.unit.name}　　　填报期：${request.period.label}`],
    [hintRow, looks.hint, '只填白色格子；没有这一项的填“—”，暂时没有数的空着，零填 0。填完保存，原样交回。'],
  ] as const;
  for (const [row, look, text] of lines) {
    put(sheet, { row, column: 1 }, look, text);
    if (lastOfPage > 1) sheet.mergeCells(row, 1, row, lastOfPage);
    sheet.getRow(row).height = row === titleRow ? 30 : 20;
  }
}

function writeHeadings(sheet: Worksheet, form: Form, { widths }: FormSize): void {
  const { header, columns } = form;
  const heights = headingHeights(form, widths);
  for (let row = header.first; row <= header.last; row += 1) {
    for (let column = 1; column <= columns.length + 1; column += 1) put(sheet, { row, column }, looks.header);
    sheet.getRow(row).height = heights[row - header.first] ?? 0;
  }
  for (const { text, top, left, bottom, right } of headingsOf(form)) {
    put(sheet, { row: top, column: left }, looks.header, text);
    if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right);
  }
}

function writeBody(sheet: Worksheet, { rows, columns }: Form, lastYear: LastYear): FormMeta['given'] {
  const given: FormMeta['given'][number][] = [];
  for (const { row, region } of rows) {
    put(sheet, { row, column: 1 }, looks.name, region.name);
    sheet.getRow(row).height = 22;
    for (const column of columns) {
      const cell = put(sheet, { row, column: column.column }, lookOf(column));
      if ('formula' in column) {
        // Nothing is filled in yet, so that every formula gives an empty text.
        cell.value = { formula: column.formula.replaceAll(rowSign, String(row)), result: '' };
      }
      if (column.kind !== 'last-year') continue;
      const recorded = lastYear(column.indicator.id, region.id);
      const text = recorded === undefined ? '' : givenText(recorded);
      if (text === '') continue;
      cell.value = recorded?.kind === 'value' ? Number(text) : text;
      given.push({ row, column: column.column, text });
    }
  }
  return given;
}

function givenText(cell: Observation['cell']): string {
  if (cell.kind === 'value') return cell.decimal;
  return cell.reason === '无此项' ? '—' : cell.reason === '不足单位' ? '…' : '';
}

function lookOf(column: FormColumn): CellLook {
  switch (column.kind) {
    case 'entry':
      // A percentage sign typed behind a figure must show, and a fixed format would round it away.
      return column.indicator.unit === '%'
        ? looks.entry
        : { ...looks.entry, numFmt: numberFormat(column.indicator.shownDecimals) };
    case 'last-year':
    case 'computed':
      return { ...looks.given, numFmt: numberFormat(column.indicator.shownDecimals) };
    case 'check':
      return looks.check;
  }
}

function writeNotes(sheet: Worksheet, { fields, notes }: Form, { widths, lastOfPage }: FormSize): void {
  for (const { label, row, column } of fields) {
    put(sheet, { row, column }, looks.fieldLabel, label);
    put(sheet, { row, column: column + 1 }, looks.field).numFmt = '@';
    sheet.getRow(row).height = 22;
  }
  const width = widths.slice(0, lastOfPage).reduce((sum, each) => sum + each, 0);
  for (const { row, text } of notes) {
    put(sheet, { row, column: 1 }, /^\d/.test(text) ? looks.note : looks.noteTitle, text);
    if (lastOfPage > 1) sheet.mergeCells(row, 1, row, lastOfPage);
    sheet.getRow(row).height = rowHeight(text, width);
  }
}

/** What may be typed, and what turns red; by ranges, because rules for single cells would overlap. */
function watchEntries(sheet: Worksheet, { rows, columns, rules }: Form): void {
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0];
  const rangeOf = (letter: string) => `${letter}${first}:${letter}${last}`;
  for (const column of columns) {
    if (column.kind !== 'entry') continue;
    const letter = columnLetter(column.column);
    sheet.dataValidations.add(rangeOf(letter), validationOf(column.indicator, `${letter}${first}`));
  }
  for (const [index, { letters, broken }] of rules.entries()) {
    sheet.addConditionalFormatting({
      ref: letters.map(rangeOf).join(' '),
      rules: [
        {
          type: 'expression',
          priority: index + 1,
          formulae: [broken.replaceAll(rowSign, String(first))],
          style: { fill: brokenFill },
        },
      ],
    });
  }
}

function writeMeta(workbook: Workbook, meta: FormMeta): void {
  const sheet = workbook.addWorksheet(metaSheetName, { state: 'veryHidden' });
  for (const line of metaLines(meta))
    sheet.addRow(line.map(String)).eachCell((cell) => {
      cell.numFmt = '@';
    });
}
