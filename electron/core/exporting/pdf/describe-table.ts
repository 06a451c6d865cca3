import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import type { PrintedBlock, PrintedCell, PrintedRow } from '../../../../shared/report/printed.ts';
import { textOf } from '../../../../shared/report/run-text.ts';
import { type GridCell, layOutTable, mostRowsOnOnePage, type TableGrid } from '../shared-layout/table-grid.ts';
import { chooseTableLook } from '../shared-layout/table-look.ts';
import { describeParagraph, describeRuns, describeText, type PdfContext } from './describe-text.ts';
import type { CellNode, ContentNode, TableLines, TableNode } from './pdfmake-shapes.ts';

type TableBlock = Extract<PrintedBlock, { readonly kind: 'table' }>;

const border = 0.5;

function linesOf({ padding }: TableLook): TableLines {
  return {
    hLineWidth: () => border,
    vLineWidth: () => border,
    hLineColor: () => 'black',
    vLineColor: () => 'black',
    paddingLeft: () => padding,
    paddingRight: () => padding,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  };
}

/** How a table is set: one size for all its cells, the inner widths of its columns, the estimated heights of its rows. */
interface TableLook {
  readonly size: number;
  readonly pitch: number;
  /** At the left and the right of a cell. */
  readonly padding: number;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

function innerWidth({ widths, padding }: Omit<TableLook, 'heights'>, column: number, span: number): number {
  const columns = widths.slice(column, column + span);
  return columns.reduce((sum, width) => sum + width, (columns.length - 1) * (2 * padding + border));
}

function estimateLines(gridCell: GridCell, look: Omit<TableLook, 'heights'>): number {
  if (gridCell.kind !== 'cell') return 1;
  const width = Math.max(innerWidth(look, gridCell.column, gridCell.span), 1);
  const lines = textOf(gridCell.cell.runs)
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((widthInCharacters(line) * look.size) / width)));
  return lines.reduce((sum, count) => sum + count, 0);
}

/** Height of a row as its fullest cell makes it, near enough to keep a caption with it. */
function estimateHeight(row: readonly GridCell[], look: Omit<TableLook, 'heights'>): number {
  const single = row.filter((gridCell) => gridCell.kind !== 'cell' || gridCell.cell.rowspan === 1);
  return Math.max(1, ...single.map((gridCell) => estimateLines(gridCell, look))) * look.pitch + border;
}

function lookOf(context: PdfContext, block: TableBlock, grid: TableGrid): TableLook {
  const { table, tablePitch, textWidth } = context.measures;
  const space = { totalTwips: Math.floor((textWidth - border) * 20), characterTwips: table * 20 };
  const { scale, paddingTwips, widthsTwips } = chooseTableLook(block.rows, grid, space);
  const padding = paddingTwips / 20;
  // Columns are shared out in whole twips; pdfmake counts a column without its padding and border.
  const widths = widthsTwips.map((twips) => Math.max(1, twips / 20 - 2 * padding - border));
  const look = { size: table * scale, pitch: tablePitch * scale, padding, widths };
  return { ...look, heights: grid.rows.map((row) => estimateHeight(row, look)) };
}

/**
 * A cell over several rows: in the middle of header rows, which stay on one page, and beside the first of body rows, where
 * a page may end between them. pdfmake's own vertical alignment draws such cells off the page.
 */
function spanRows(
  gridCell: GridCell,
  rowspan: number,
  { role, row, look }: { readonly role: PrintedRow['role']; readonly row: number; readonly look: TableLook },
): Partial<CellNode> {
  const heights = look.heights.slice(row, row + rowspan);
  const half = (look.pitch - look.size) / 2;
  const own = estimateLines(gridCell, look) * look.pitch;
  const spare = role === 'header' ? Math.max(0, sumOf(heights) - own) : 0;
  return { rowSpan: heights.length, margin: [0, spare / 2 + half, 0, -half] };
}

function alignmentOf({ numeric, isSentence }: PrintedCell, role: PrintedRow['role']): 'left' | 'center' | 'right' {
  if (role === 'header') return 'center';
  if (numeric) return 'right';
  return isSentence ? 'left' : 'center';
}

/** A cell, and the empty places that pdfmake wants for the columns and rows it covers. */
function describeCell(
  context: PdfContext,
  gridCell: GridCell,
  place: { readonly role: PrintedRow['role']; readonly row: number; readonly look: TableLook },
): readonly (CellNode | Record<string, never>)[] {
  const { role, look } = place;
  const textLook = { size: look.size, pitch: look.pitch, inMiddle: true };
  if (gridCell.kind === 'continued') return Array.from({ length: gridCell.span }, () => ({}));
  if (gridCell.kind === 'absent') return [describeParagraph(context, [], textLook)];
  const { cell, span } = gridCell;
  const runs = describeRuns(context, cell.runs, () => (role === 'body' ? 'body' : 'hei'));
  const node: CellNode = {
    ...describeParagraph(context, runs, textLook),
    alignment: alignmentOf(cell, role),
    ...(span > 1 ? { colSpan: span } : {}),
    ...(cell.rowspan > 1 ? spanRows(gridCell, cell.rowspan, place) : { verticalAlignment: 'middle' }),
  };
  return [node, ...Array.from({ length: span - 1 }, () => ({}))];
}

function sumOf(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height, 0);
}

/** Lines of a page that caption, unit and note take from a table that is to stand on it whole. */
const linesAround = 5;

/** How many rows stand on the page of the caption: all of a small table, else the header and the row after it. */
function countLeadRows(context: PdfContext, headerRows: number, look: TableLook): number {
  const { textHeight, tablePitch } = context.measures;
  const fits = sumOf(look.heights) <= textHeight - linesAround * tablePitch;
  return fits && look.heights.length <= mostRowsOnOnePage ? look.heights.length : headerRows + 1;
}

/** A note below stays with a whole table, or with the last row of one that runs over pages. */
function keepNote(heights: readonly number[], leadRows: number): Partial<TableNode> {
  return leadRows < heights.length ? { lastRowHeight: heights.at(-1) ?? 0 } : { keepWithNext: true };
}

function describeGrid(context: PdfContext, block: TableBlock, noteFollows: boolean): ContentNode {
  const grid = layOutTable(block.rows);
  const look = lookOf(context, block, grid);
  const firstBody = block.rows.findIndex((row) => row.role !== 'header');
  const headerRows = firstBody < 0 ? 0 : firstBody;
  const leadRows = countLeadRows(context, headerRows, look);
  return {
    table: {
      headerRows,
      keepWithHeaderRows: headerRows > 0 ? leadRows - headerRows : 0,
      dontBreakRows: true,
      widths: look.widths,
      body: grid.rows.map((cells, row) =>
        cells.flatMap((gridCell) =>
          describeCell(context, gridCell, { role: block.rows[row]?.role ?? 'body', row, look }),
        ),
      ),
    },
    layout: linesOf(look),
    leadHeight: sumOf(look.heights.slice(0, leadRows)),
    ...(noteFollows ? keepNote(look.heights, leadRows) : {}),
  };
}

/** A table: caption above in 黑体, unit at the right, then the grid over the type area's whole width. */
export function describeTable(context: PdfContext, block: TableBlock, noteFollows: boolean): readonly ContentNode[] {
  const look = { size: context.measures.table, pitch: context.measures.tablePitch, inMiddle: true };
  const caption = describeParagraph(context, describeText(context, block.caption, 'hei'), look);
  const unit = block.unit === null ? [] : describeText(context, `单位：${block.unit}`, 'body');
  return [
    { ...caption, alignment: 'center', keepWithNext: true },
    ...(unit.length === 0
      ? []
      : [{ ...describeParagraph(context, unit, look), alignment: 'right', keepWithNext: true } as const]),
    ...(block.rows.length === 0 ? [] : [describeGrid(context, block, noteFollows)]),
  ];
}
