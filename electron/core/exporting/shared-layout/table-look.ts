import { type Layout, pageBox } from '../../../../shared/gongwen/layout.ts';
import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import type { PrintedBlock, PrintedRow } from '../../../../shared/report/printed.ts';
import { textOf } from '../../../../shared/report/run-text.ts';
import { layAcross } from '../../../../shared/report/sheets.ts';
import { columnWidths, digitWidth, layOutTable, type TableGrid } from './table-grid.ts';

/** How a table is set, alike in Word and PDF: one size for all its cells, the margins in them, and its columns. */
export interface TableLook {
  /** Of the bureau's size of characters in tables. */
  readonly scale: number;
  readonly paddingTwips: number;
  readonly widthsTwips: readonly number[];
  /** Whether every number stands on one line of its column. */
  readonly numbersFit: boolean;
}

const borderTwips = 10;

/** 小四, then 五号, 小五 and 六号 for tables whose numbers would not fit their columns otherwise, at last with less margin. */
const steps = [
  { scale: 1, paddingTwips: 108 },
  { scale: 10.5 / 12, paddingTwips: 108 },
  { scale: 9 / 12, paddingTwips: 108 },
  { scale: 9 / 12, paddingTwips: 40 },
  { scale: 7.5 / 12, paddingTwips: 10 },
] as const;

function fits(grid: TableGrid, look: Omit<TableLook, 'numbersFit'>, characterTwips: number): boolean {
  return grid.rows.flat().every((gridCell) => {
    if (gridCell.kind !== 'cell' || !gridCell.cell.numeric) return true;
    const { column, span, cell } = gridCell;
    const width = look.widthsTwips.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    const needed = widthInCharacters(textOf(cell.runs)) * digitWidth * characterTwips;
    return needed <= width - 2 * look.paddingTwips - borderTwips;
  });
}

/** Chooses the first look in which numbers keep to their lines, or the narrowest; lengths in twips. */
export function chooseTableLook(
  rows: readonly PrintedRow[],
  grid: TableGrid,
  space: { readonly totalTwips: number; readonly characterTwips: number },
): TableLook {
  const looks = steps.map(({ scale, paddingTwips }): TableLook => {
    const characterTwips = space.characterTwips * scale;
    const widthsTwips = columnWidths(rows, grid, { totalTwips: space.totalTwips, characterTwips, paddingTwips });
    const look = { scale, paddingTwips, widthsTwips };
    return { ...look, numbersFit: fits(grid, look, characterTwips) };
  });
  return looks.find((look) => look.numbersFit) ?? looks.at(-1) ?? fail();
}

function fail(): never {
  throw new Error('a table has looks');
}

/** One sentence for each table with so many columns that its numbers break within their cells. */
export function describeCrowdedTables(blocks: readonly PrintedBlock[], layout: Layout): readonly string[] {
  const across = layAcross(blocks);
  return blocks.flatMap((block, at) => {
    const landscape = across[at] === true;
    if (block.kind !== 'table' || block.rows.length === 0) return [];
    const { width, left, right } = pageBox(layout, landscape);
    const grid = layOutTable(block.rows);
    const space = { totalTwips: width - left - right, characterTwips: layout.tableHalfPoints * 10 };
    if (chooseTableLook(block.rows, grid, space).numbersFit) return [];
    const remedy = landscape ? '请拆成几张表' : '请改放横排附件，或者拆成几张表';
    return [`“${block.caption}”有${grid.columnCount}列，页面放不下，数字在格内折成了几行。${remedy}后重新导出。`];
  });
}
