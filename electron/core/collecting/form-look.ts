import type { Borders, Style } from './write-workbook/exceljs.ts';

/** How the cells of a form look. Fonts by the names that every Chinese Windows and WPS has. */

const line = { style: 'thin', color: { argb: 'FF8C8C8C' } } as const;
const borders: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const filled = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const body = { name: '宋体', size: 11 };
const grey = filled('FFF0F0F0');
const centre = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
const locked = { locked: true };
const open = { locked: false };

export type CellLook = Partial<Style>;

export const looks = {
  title: { font: { name: '黑体', size: 16 }, alignment: { ...centre, wrapText: false }, protection: locked },
  caption: { font: body, alignment: { vertical: 'middle' }, protection: locked },
  hint: { font: { ...body, color: { argb: 'FF595959' } }, alignment: { vertical: 'middle' }, protection: locked },
  header: {
    font: { name: '黑体', size: 11 },
    alignment: centre,
    border: borders,
    fill: filled('FFDDE6F1'),
    protection: locked,
  },
  name: {
    font: body,
    alignment: { vertical: 'middle', wrapText: true },
    border: borders,
    fill: grey,
    protection: locked,
  },
  entry: { font: body, alignment: { horizontal: 'right', vertical: 'middle' }, border: borders, protection: open },
  given: {
    font: { ...body, color: { argb: 'FF595959' } },
    alignment: { horizontal: 'right', vertical: 'middle' },
    border: borders,
    fill: grey,
    protection: locked,
  },
  check: {
    font: { ...body, color: { argb: 'FFC00000' } },
    alignment: { vertical: 'middle', wrapText: true },
    border: borders,
    fill: grey,
    protection: locked,
  },
  field: { font: body, alignment: { vertical: 'middle' }, border: { bottom: line }, protection: open },
  fieldLabel: { font: body, alignment: { horizontal: 'right', vertical: 'middle' }, protection: locked },
  note: { font: body, alignment: { vertical: 'top', wrapText: true }, protection: locked },
  noteTitle: { font: { name: '黑体', size: 11 }, alignment: { vertical: 'middle' }, protection: locked },
} as const satisfies Readonly<Record<string, CellLook>>;

/** Fill of figures that contradict each other; the words stand in 校验, so that colour alone carries nothing. */
export const brokenFill = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } as const;

/** `0.00`: so many places, without a sign for thousands, which some programs would not read back. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

/** Width that a text takes, in widths of a digit: a Chinese sign is as wide as two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f || /[“”‘’…—＝≤≥≠]/.test(sign) ? 2 : 1;
  return width;
}
