import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import type { PrintedBlock, PrintedRow } from '../../../../shared/report/printed.ts';
import { columnWidths, type GridCell, layOutTable } from '../docx/table-grid.ts';
import { describeParagraph, describeRuns, describeText, type PdfContext } from './describe-text.ts';
import type { CellNode, ContentNode, TableLines } from './pdfmake-shapes.ts';

type TableBlock = Extract<PrintedBlock, { readonly kind: 'table' }>;

const border = 0.5;
const padding = 5.4;

const lines: TableLines = {
  hLineWidth: () => border,
  vLineWidth: () => border,
  hLineColor: () => 'black',
  vLineColor: () => 'black',
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** A cell over several rows, in the middle of them: pdfmake's own alignment sets such a cell at the bottom. */
function spanRows(context: PdfContext, heights: readonly number[]): Pick<CellNode, 'rowSpan' | 'margin'> {
  const { table, tablePitch } = context.measures;
  const half = (tablePitch - table) / 2;
  const above = (heights.reduce((sum, height) => sum + height, 0) - tablePitch) / 2;
  return { rowSpan: heights.length, margin: [0, above + half, 0, -half] };
}

/** A cell, and the empty places that pdfmake wants for the columns and rows it covers. */
function describeCell(
  context: PdfContext,
  gridCell: GridCell,
  place: { readonly role: PrintedRow['role']; readonly rowHeights: readonly number[] },
): readonly (CellNode | Record<string, never>)[] {
  const { table: size, tablePitch: pitch } = context.measures;
  const look = { size, pitch, inMiddle: true };
  if (gridCell.kind === 'continued') return Array.from({ length: gridCell.span }, () => ({}));
  if (gridCell.kind === 'absent') return [describeParagraph(context, [], look)];
  const { cell, span } = gridCell;
  const { role, rowHeights } = place;
  const runs = describeRuns(context, cell.runs, () => (role === 'body' ? 'body' : 'hei'));
  const node: CellNode = {
    ...describeParagraph(context, runs, look),
    alignment: cell.numeric && role !== 'header' ? 'right' : 'center',
    ...(span > 1 ? { colSpan: span } : {}),
    ...(cell.rowspan > 1 ? spanRows(context, rowHeights.slice(0, cell.rowspan)) : { verticalAlignment: 'middle' }),
  };
  return [node, ...Array.from({ length: span - 1 }, () => ({}))];
}

/** Height of a row as its fullest cell makes it, near enough to keep a caption with it. */
function estimateRowHeight(context: PdfContext, row: readonly GridCell[], widths: readonly number[]): number {
  const lineCounts = row.map((gridCell) => {
    if (gridCell.kind !== 'cell' || gridCell.cell.rowspan > 1) return 1;
    const width = widths.slice(gridCell.column, gridCell.column + gridCell.span).reduce((sum, next) => sum + next, 0);
    const text = gridCell.cell.runs.map((run) => run.text).join('');
    return Math.max(1, Math.ceil((widthInCharacters(text) * context.measures.table) / Math.max(width, 1)));
  });
  return Math.max(1, ...lineCounts) * context.measures.tablePitch + border;
}

function describeGrid(context: PdfContext, block: TableBlock): ContentNode {
  const grid = layOutTable(block.rows);
  const total = context.measures.textWidth - border;
  // Columns are shared out in whole twips; pdfmake counts a column without its padding and border.
  const widths = columnWidths(grid, Math.floor(total * 20)).map((twips) => twips / 20 - 2 * padding - border);
  const firstBody = block.rows.findIndex((row) => row.role !== 'header');
  const headerRows = firstBody < 0 ? 0 : firstBody;
  const heights = grid.rows.map((row) => estimateRowHeight(context, row, widths));
  return {
    table: {
      headerRows,
      keepWithHeaderRows: headerRows > 0 ? 1 : 0,
      dontBreakRows: true,
      widths,
      body: grid.rows.map((row, index) =>
        row.flatMap((gridCell) =>
          describeCell(context, gridCell, {
            role: block.rows[index]?.role ?? 'body',
            rowHeights: heights.slice(index),
          }),
        ),
      ),
    },
    layout: lines,
    leadHeight: heights.slice(0, headerRows + 1).reduce((sum, height) => sum + height, 0),
  };
}

/** A table: caption above in 黑体, unit at the right, then the grid over the type area's whole width. */
export function describeTable(context: PdfContext, block: TableBlock): readonly ContentNode[] {
  const look = { size: context.measures.table, pitch: context.measures.tablePitch, inMiddle: true };
  const caption = describeParagraph(context, describeText(context, block.caption, 'hei'), look);
  const unit = block.unit === null ? [] : describeText(context, `单位：${block.unit}`, 'body');
  return [
    { ...caption, alignment: 'center', keepWithNext: true },
    ...(unit.length === 0
      ? []
      : [{ ...describeParagraph(context, unit, look), alignment: 'right', keepWithNext: true } as const]),
    ...(block.rows.length === 0 ? [] : [describeGrid(context, block)]),
  ];
}
