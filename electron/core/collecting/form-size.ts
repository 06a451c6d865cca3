import type { Form, FormColumn } from './form.ts';
import { textWidth } from './form-look.ts';
import { headingsOf } from './heading-merges.ts';

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

/** Heights of the header's rows: each heading breaks within the columns that it spreads over. */
export function headingHeights(form: Form, widths: readonly number[]): readonly number[] {
  const { first, last } = form.header;
  const heights = Array.from({ length: last - first + 1 }, () => lineHeight + 6);
  for (const { text, top, left, bottom, right } of headingsOf(form)) {
    const width = widths.slice(left - 1, right).reduce((sum, each) => sum + each, 0);
    const share = rowHeight(text, width - 1) / (bottom - top + 1);
    for (let row = top; row <= bottom; row += 1) heights[row - first] = Math.max(heights[row - first] ?? 0, share);
  }
  return heights;
}
