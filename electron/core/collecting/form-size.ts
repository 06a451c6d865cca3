import type { Form, FormColumn } from './form.ts';
import { textWidth } from './form-look.ts';

/** Widths, heights and pages of a form. A row of merged cells does not grow by itself, so heights are reckoned here. */

const narrowest = { name: 14, figure: 11, check: 34 };
const widest = { name: 30, figure: 16 };
const lineHeight = 16;

/** Widths that one A4 page across holds at a size that can still be read (about 65 %). */
const pageWidth = 190;

export function columnWidth(column: FormColumn): number {
  if (column.kind === 'check') return narrowest.check;
  const leaf = column.path.at(-1) ?? '';
  return Math.min(widest.figure, Math.max(narrowest.figure, Math.ceil(textWidth(leaf) / 2) + 3));
}

export function nameWidth({ rows }: Form): number {
  const longest = Math.max(0, ...rows.map(({ region }) => textWidth(region.name)));
  return Math.min(widest.name, Math.max(narrowest.name, longest + 2));
}

export interface FormSize {
  /** By column, from 1. */
  readonly widths: readonly number[];
  /** Pages side by side. */
  readonly pages: number;
  /** Last column of the first page: titles and notes end there. */
  readonly lastOfPage: number;
}

export function sizeOf(form: Form): FormSize {
  const widths = [nameWidth(form), ...form.columns.map(columnWidth)];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const pages = Math.max(1, Math.ceil(total / pageWidth));
  let lastOfPage = 0;
  let width = 0;
  while (lastOfPage < widths.length && width + (widths[lastOfPage] ?? 0) <= Math.max(pageWidth, total / pages)) {
    width += widths[lastOfPage] ?? 0;
    lastOfPage += 1;
  }
  return { widths, pages, lastOfPage };
}

/** Height of a row whose text breaks within a width. */
export function rowHeight(text: string, width: number): number {
  const lines = Math.max(1, Math.ceil((textWidth(text) * 1.1) / Math.max(width, 1)));
  return lines * lineHeight + 2;
}

/** Height of one header row: the tallest of the headings that end in it. */
export function headingHeight(form: Form, level: number): number {
  const heights = form.columns.map((column) => {
    const text = column.path[level];
    const isLeaf = level === column.path.length - 1;
    return text === undefined || !isLeaf
      ? lineHeight
      : rowHeight(text, columnWidth(column)) / (isMerged(form, column) ? 2 : 1);
  });
  return Math.max(lineHeight + 6, ...heights);
}

/** A short path spreads over the rows below it, which share its height. */
function isMerged({ header }: Form, { path }: FormColumn): boolean {
  return path.length < header.last - header.first + 1;
}
