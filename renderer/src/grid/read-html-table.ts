import { type ClipboardTable, readTabbedText, squareUp } from './clipboard-table.ts';
import { placesOf } from './selection.ts';

/** Nobody merges more; a page that claims to must not make us fill a million cells. */
const mostSpan = 1000;
const mostCells = 2_000_000;

/**
 * The first table of an HTML clipboard. The HTML is parsed into a document that runs nothing and shows nothing, and
 * only the text of its rows and cells is taken out of it.
 */
export function readHtmlTable(html: string): ClipboardTable | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null || table.rows.length === 0) return null;
  const cells: string[][] = Array.from(table.rows, () => []);
  const spread: string[][] = Array.from(table.rows, () => []);
  let filled = 0;
  for (const [top, row] of Array.from(table.rows).entries()) {
    let left = 0;
    for (const cell of Array.from(row.cells)) {
      while (cells[top]?.[left] !== undefined) left += 1;
      const text = textOf(cell);
      const rowSpan = Math.min(Math.max(cell.rowSpan, 1), mostSpan, cells.length - top);
      const colSpan = Math.min(Math.max(cell.colSpan, 1), mostSpan);
      filled += rowSpan * colSpan;
      if (filled > mostCells) return null;
      for (const { row, column } of placesOf({ top, left, bottom: top + rowSpan - 1, right: left + colSpan - 1 })) {
        (cells[row] ?? [])[column] = row === top && column === left ? text : '';
        (spread[row] ?? [])[column] = text;
      }
      left += colSpan;
    }
  }
  return { cells: squareUp(cells.map(solid)), spread: squareUp(spread.map(solid)) };
}

/** Without holes, which a merged cell reaching into a short row leaves. */
function solid(row: readonly (string | undefined)[]): readonly string[] {
  return Array.from(row, (text) => text ?? '');
}

/** Excel breaks its source lines anywhere: blanks mean one blank, and only `<br>` and paragraphs are line breaks. */
function textOf(cell: Node): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) parts.push((node.nodeValue ?? '').replaceAll(/[ \t\r\n]+/g, ' '));
    else if (node.nodeName === 'BR') parts.push('\n');
    else if (!['STYLE', 'SCRIPT', 'TABLE'].includes(node.nodeName)) {
      if (node.nodeName === 'P' && parts.length > 0) parts.push('\n');
      for (const child of Array.from(node.childNodes)) walk(child);
    }
  };
  for (const child of Array.from(cell.childNodes)) walk(child);
  return parts
    .join('')
    .replaceAll(/ *\n */g, '\n')
    .trim();
}

/** The table that was copied: HTML knows merged cells and quoting, text is there in any case. */
export function readClipboard({ html, text }: { readonly html: string; readonly text: string }): ClipboardTable {
  return (html === '' ? null : readHtmlTable(html)) ?? readTabbedText(text);
}
