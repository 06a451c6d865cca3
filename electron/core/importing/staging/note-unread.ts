import { cellReference, type Grid, type GridCell, type GridSheet } from '../grid.ts';
import type { ImportMapping } from '../mapping.ts';
import { isSheetRead } from '../recognise-tables.ts';
import type { Line, RecognisedTable } from '../recognised-table.ts';
import { withoutUnit } from '../recognising/indicator-names.ts';
import { headings } from '../recognising/words.ts';
import { holdsFigures } from './place.ts';

const mostNamed = 6;

/** Where figures stand that nothing was made of, and which of those that were read nobody sees, as sentences. */
export function noteUnread(grid: Grid, tables: readonly RecognisedTable[], mapping: ImportMapping): readonly string[] {
  return grid.sheets.flatMap((sheet, at) => {
    const own = tables.filter((table) => table.sheet === at);
    if (!isSheetRead(sheet, mapping)) return noteHiddenSheet(sheet, mapping);
    return [...noteCells(sheet, own), ...noteColumns(sheet, own), ...noteHidden(sheet, own)];
  });
}

function isFigure(cell: GridCell | undefined): boolean {
  return cell?.kind === 'number' || cell?.kind === 'percent' || cell?.kind === 'uncomputed';
}

/** Whoever said to leave a sheet out knows of it. */
function noteHiddenSheet(sheet: GridSheet, { sheets }: ImportMapping): readonly string[] {
  if (Object.hasOwn(sheets, sheet.name) || !sheet.rows.some((cells) => cells.some(isFigure))) return [];
  return [`工作表“${sheet.name}”是隐藏的，里面有数，没有导入。需要时请取消隐藏后再导入。`];
}

/** Figures below or between the rows of a table, in its own columns of figures. */
function noteCells(sheet: GridSheet, tables: readonly RecognisedTable[]): readonly string[] {
  const cells: string[] = [];
  for (const [at, { body, rows, columns }] of tables.entries()) {
    const figures = columns.filter(holdsFigures);
    const read = new Set(rows.filter(holdsFigures).map(({ index }) => index));
    const end = tables[at + 1]?.header.first ?? sheet.rows.length;
    for (let row = body.first; row < end; row += 1) {
      if (read.has(row)) continue;
      if (isCounting(rows[row - body.first])) continue;
      for (const { index } of figures) {
        if (isFigure(sheet.rows[row]?.[index])) cells.push(cellReference({ name: '' }, row, index));
      }
    }
  }
  if (cells.length === 0) return [];
  return [`${place(sheet)}${listed(cells)} 有数，但那一行不像表里的一行，没有导入。请核对。`];
}

function isCounting(line: Line | undefined): boolean {
  return line?.role === 'order';
}

/** Columns that hold figures mostly, and are none by their heading or place. */
function noteColumns(sheet: GridSheet, tables: readonly RecognisedTable[]): readonly string[] {
  const names = tables.flatMap(({ columns, rows }) => {
    const body = rows.filter(holdsFigures);
    return columns.flatMap(({ role, path, index }) => {
      const heading = path.at(-1) ?? '';
      if ((role !== 'remark' && role !== 'margin') || heading === '') return [];
      if (headings.comparison.test(withoutUnit(heading))) return [];
      const filled = body
        .flatMap(({ index: row }) => sheet.rows[row]?.[index] ?? [])
        .filter(({ kind }) => kind !== 'empty');
      const isMostly = filled.filter(isFigure).length * 2 > filled.length;
      return isMostly ? [`“${path.join('/')}”`] : [];
    });
  });
  if (names.length === 0) return [];
  return [
    `${place(sheet)}这些列里有数，但标题或位置不像指标，没有导入：${[...new Set(names)].slice(0, mostNamed).join('、')}。请核对。`,
  ];
}

/** What a person does not see in the sheet is imported all the same. */
function noteHidden({ name, rows, hiddenRows, hiddenColumns }: GridSheet, tables: readonly RecognisedTable[]) {
  const held = (lines: readonly Line[], hidden: ReadonlySet<number>) =>
    lines.filter((line) => holdsFigures(line) && hidden.has(line.index));
  const hasFigures = (row: number, column: number) => isFigure(rows[row]?.[column]);
  const hiddenLines = tables.flatMap((table) => {
    const body = table.rows.filter(holdsFigures);
    const span = table.columns.filter(holdsFigures);
    return [
      ...held(table.rows, hiddenRows)
        .filter(({ index }) => span.some((column) => hasFigures(index, column.index)))
        .map(({ index }) => `第 ${index + 1} 行`),
      ...held(table.columns, hiddenColumns)
        .filter(({ index }) => body.some((row) => hasFigures(row.index, index)))
        .map(({ index }) => `${cellReference({ name: '' }, 0, index).slice(0, -1)} 列`),
    ];
  });
  if (hiddenLines.length === 0) return [];
  return [`${place({ name })}${listed(hiddenLines)}是隐藏的，里面的数也一并导入。不需要的请先在表里删去。`];
}

function place({ name }: Pick<GridSheet, 'name'>): string {
  return name === '' ? '' : `工作表“${name}”：`;
}

function listed(names: readonly string[]): string {
  const rest = names.length > mostNamed ? ` 等 ${names.length} 处` : '';
  return `${names.slice(0, mostNamed).join('、')}${rest}`;
}
