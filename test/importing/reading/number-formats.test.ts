import { expect, test } from 'vitest';
import type { GridCell } from '../../../electron/core/importing/grid.ts';
import { plainSheet } from '../../../electron/core/importing/grid.ts';
import { showAsPrinted } from '../../../electron/core/importing/reading/show-number.ts';
import { SheetFormulas } from '../../../electron/core/importing/staging/formula/sheet-formulas.ts';
import { cellText, readCell } from '../../../electron/core/importing/staging/read-cell.ts';
import { row, workbook } from '../workbook-fixture.ts';
import { gridOf } from './grid-texts.ts';

const quoted = (format: string) => format.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The number under the format, as a workbook holds it. */
function cellOf(value: string, format: string): GridCell {
  const rows = row(1, [{ xml: `<v>${value}</v>`, style: 3 }]);
  const [sheet] = gridOf(workbook([{ name: '表', rows }], { formats: [quoted(format)] })).sheets;
  return sheet?.rows[0]?.[0] ?? { kind: 'empty' };
}

function reading(cell: GridCell) {
  return readCell({ cell, row: 0, column: 0 }, new SheetFormulas(plainSheet('表', [])));
}

test.each([
  ['1000000', '0"元"', '1000000', '元'],
  ['12.5', '#,##0.0" 万元"', '12.5', '万元'],
  ['12', '0"万人"', '12', '万人'],
  ['123', 'General"人"', '123', '人'],
  ['850', '0"‰"', '850', '‰'],
  ['85.6', '0.0"%"', '85.6', '%'],
  ['1234', '[$¥-804]#,##0.00', '1234', '¥'],
  ['-7', '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', '-7', '¥'],
  // As many places as its unit says: the number is kept in 元.
  ['123456', '0!.0,"万元"', '123456', '元'],
  ['123456', '0!.0,"万"', '123456', null],
  // What a person sees under a heading in 万元.
  ['123456', '0!.0,', '12.3456', null],
  ['12345', '0.00,"万元"', '12.345', '万元'],
])('%s under %s is %s in %s', (value, format, decimal, unit) => {
  expect(reading(cellOf(value, format))).toMatchObject({ kind: 'number', decimal, unit });
});

test('a power of ten that the format writes multiplies, as it does in text', () => {
  expect(reading(cellOf('12', '0"万"'))).toMatchObject({ decimal: '120000', multiplied: true });
});

test.each([
  ['12', '-0', '-12（实存 12）'],
  ['12', '(0)', '(12)（实存 12）'],
  ['-12', '0;0', '12（实存 -12）'],
  ['12', '"约"0', '约12（实存 12）'],
  ['12', '0"*"', '12*（实存 12）'],
  ['123', ';;;', '（不显示）（实存 123）'],
  ['0.5', '0%"左右"', '50%左右（实存 50%）'],
])('%s under %s shows what is kept otherwise, and is no figure', (value, format, text) => {
  const cell = cellOf(value, format);
  expect(reading(cell)).toEqual({ kind: 'other' });
  expect(cellText(cell)).toBe(text);
});

test('a word for a missing figure is what it says', () => {
  expect(reading(cellOf('12', '"未报"'))).toEqual({ kind: 'missing', reason: '未报' });
  expect(reading(cellOf('0', '0;-0;"无"'))).toEqual({ kind: 'missing', reason: '无此项' });
});

test.each([
  ['0', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '0'],
  ['0', '0;-0;', '0'],
  ['0', '#', '0'],
  ['-12', '0.00;[Red]0.00', '-12'],
  ['-12', '0_);(0)', '-12'],
  ['-5', '0;"△"0', '-5'],
  ['12', '00000', '12'],
  ['12', '[DBNum1]0', '12'],
])('%s under %s is the plain number %s', (value, format, decimal) => {
  expect(reading(cellOf(value, format))).toMatchObject({ kind: 'number', decimal, unit: null });
});

test('OpenDocument sheets hold the text that is shown, and so the unit', () => {
  expect(showAsPrinted('1000000', '1,000,000元')).toEqual({ decimal: '1000000', shown: null, unit: '元' });
  expect(showAsPrinted('12.346', '12.35 万元')).toEqual({ decimal: '12.346', shown: '12.35', unit: '万元' });
  expect(showAsPrinted('80.7604987', '80.76')).toEqual({ decimal: '80.7604987', shown: '80.76' });
});
