import type { PrintedBlock, PrintedRow } from '../../../../shared/report/printed.ts';
import { type GridCell, layOutTable, mostRowsOnOnePage } from '../shared-layout/table-grid.ts';
import { chooseTableLook, type TableLook } from '../shared-layout/table-look.ts';
import { writeCaption } from './captions.ts';
import type { BlockPlace, DocumentContext } from './context.ts';
import { exactPitch, textWidthTwips } from './measures.ts';
import { writeParagraph, writeStyled } from './paragraphs.ts';
import { plainRun, writeRun, writeRuns } from './runs.ts';
import { styleIds, tableStyleId } from './styles.ts';
import { element, value } from './xml.ts';

type TableBlock = Extract<PrintedBlock, { readonly kind: 'table' }>;

/** What the cells of a row share. */
interface RowLook {
  readonly role: PrintedRow['role'];
  /** A header row that Word repeats on each page. */
  readonly repeated: boolean;
  /** Word keeps a row with the next one when its paragraphs are. */
  readonly keepNext: boolean;
  readonly table: TableLook;
}

function writeCellText(context: DocumentContext, gridCell: GridCell, { role, keepNext, table }: RowLook): string {
  const { layout } = context;
  const isSmaller = table.scale < 1;
  const common = {
    style: role === 'header' ? styleIds.tableHeader : styleIds.tableText,
    keepNext,
    ...(isSmaller ? { spacing: exactPitch(Math.round(layout.tablePitchTwips * table.scale)) } : {}),
  };
  const look = isSmaller ? { size: Math.round(layout.tableHalfPoints * table.scale) } : null;
  if (gridCell.kind !== 'cell') return writeParagraph(common, []);
  const font = role === 'body' ? 'body' : 'hei';
  const { cell } = gridCell;
  const runs = writeRuns(cell.runs, context.bookmarks, (run) => writeRun(run, layout, font, look));
  if (role === 'header' || !(cell.numeric || cell.isSentence)) return writeParagraph(common, runs);
  return writeParagraph({ ...common, alignment: cell.numeric ? 'right' : 'left' }, runs);
}

function writeCell(context: DocumentContext, gridCell: GridCell, look: RowLook, width: number): string {
  const merged = gridCell.kind === 'continued' || (gridCell.kind === 'cell' && gridCell.cell.rowspan > 1);
  return element('w:tc', {}, [
    element('w:tcPr', {}, [
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      ...(gridCell.span > 1 ? [value('w:gridSpan', gridCell.span)] : []),
      ...(merged ? [value('w:vMerge', gridCell.kind === 'continued' ? 'continue' : 'restart')] : []),
      value('w:vAlign', 'center'),
    ]),
    writeCellText(context, gridCell, look),
  ]);
}

function writeRow(
  context: DocumentContext,
  row: { readonly cells: readonly GridCell[]; readonly look: RowLook },
  widths: readonly number[],
): string {
  const width = ({ column, span }: GridCell): number =>
    widths.slice(column, column + span).reduce((left, right) => left + right, 0);
  return element('w:tr', {}, [
    element('w:trPr', {}, [element('w:cantSplit'), ...(row.look.repeated ? [element('w:tblHeader')] : [])]),
    ...row.cells.map((gridCell) => writeCell(context, gridCell, row.look, width(gridCell))),
  ]);
}

function writeMargins({ paddingTwips }: TableLook): string {
  const margin = { 'w:w': paddingTwips, 'w:type': 'dxa' };
  return element('w:tblCellMar', {}, [element('w:left', margin), element('w:right', margin)]);
}

function writeGrid(context: DocumentContext, place: BlockPlace, block: TableBlock): string {
  const grid = layOutTable(block.rows);
  const total = textWidthTwips(context.layout, place.landscape);
  const characterTwips = context.layout.tableHalfPoints * 10;
  const table = chooseTableLook(block.rows, grid, { totalTwips: total, characterTwips });
  const widths = table.widthsTwips;
  const firstBody = block.rows.findIndex((row) => row.role !== 'header');
  const headerCount = firstBody < 0 ? 0 : firstBody;
  const last = block.rows.length - 1;
  const whole = block.rows.length <= mostRowsOnOnePage;
  const lookOf = (index: number): RowLook => ({
    role: block.rows[index]?.role ?? 'body',
    repeated: index < headerCount,
    keepNext: index === last ? place.beforeNote : whole,
    table,
  });
  return element('w:tbl', {}, [
    element('w:tblPr', {}, [
      value('w:tblStyle', tableStyleId),
      element('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
      value('w:jc', 'center'),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      ...(table.scale < 1 ? [writeMargins(table)] : []),
    ]),
    element(
      'w:tblGrid',
      {},
      widths.map((width) => element('w:gridCol', { 'w:w': width })),
    ),
    ...grid.rows.map((cells, index) => writeRow(context, { cells, look: lookOf(index) }, widths)),
  ]);
}

/** A table: caption and unit above, the type area's whole width, header rows repeated on each page. */
export function writeTable(context: DocumentContext, place: BlockPlace, block: TableBlock): string {
  const first = { pageBreakBefore: place.pageBreakBefore };
  const caption = writeCaption(context, { ...first, style: styleIds.tableCaption }, block);
  const unit =
    block.unit === null
      ? ''
      : writeStyled(context, { style: styleIds.tableUnit, font: 'body' }, [plainRun(`单位：${block.unit}`)]);
  return caption + unit + (block.rows.length === 0 ? '' : writeGrid(context, place, block));
}
