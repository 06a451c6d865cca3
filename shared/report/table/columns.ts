import { Fraction } from 'fraction.js';
import type { TableBlock, TableCell, TableRow } from '../document.ts';
import type { Figures } from '../figure.ts';
import { type CellContent, type NumberCell, readCell } from './cells.ts';

export interface Part extends NumberCell {
  /** What its row is called. */
  readonly row: string;
}

/** A column of figures: what may be added up, and what it should come to. */
export interface TableColumn {
  readonly name: string;
  readonly parts: readonly Part[];
  /** Every row of the body is a part: none has no number, none belongs to another. */
  readonly isComplete: boolean;
  /** The cell of the 合计 row; null where there is none. */
  readonly total: NumberCell | null;
}

/** The cell at each place of the grid, once for every row and column that it spans. */
function gridOf(rows: readonly TableRow[]): readonly (readonly TableCell[])[] {
  const reaching: { readonly cell: TableCell; readonly rowsLeft: number }[] = [];
  return rows.map(({ content }) => {
    const line: TableCell[] = [];
    const cells = [...content];
    for (;;) {
      const above = reaching[line.length];
      if (above !== undefined && above.rowsLeft > 0) {
        reaching[line.length] = { ...above, rowsLeft: above.rowsLeft - 1 };
        line.push(above.cell);
        continue;
      }
      const cell = cells.shift();
      if (cell === undefined) return line;
      for (let span = 0; span < cell.attrs.colspan; span += 1) {
        reaching[line.length] = { cell, rowsLeft: cell.attrs.rowspan - 1 };
        line.push(cell);
      }
    }
  });
}

interface Line {
  readonly role: TableRow['attrs']['role'];
  readonly cells: readonly CellContent[];
}

const nothing: CellContent = { kind: 'words', text: '' };

function wordsOf(line: Line): readonly string[] {
  return line.cells.flatMap((cell) => (cell.kind === 'words' && cell.text !== '' ? [cell.text] : []));
}

const nestedRow = /^[#*\s]*其中|小计|^(合计|总计|共计|全[国省市州盟县区旗])/;
const comparison = /增[减长幅]|[同环]比|比上|相差|差[额距]|平均|[均中]值|[人生]均|排名|位次|最[高低大小多少]/;

/** A row that is counted already in others, or counts them: 其中：女生, 小计, 全市. */
function isWithinAnother(line: Line): boolean {
  return wordsOf(line).some((text) => nestedRow.test(text));
}

/** A last row that compares or averages instead of adding up. */
function isSum(line: Line): boolean {
  return !comparison.test(wordsOf(line)[0] ?? '');
}

/** A row that compares the others instead of being one of them: 比上年增加. */
function isComparison(line: Line): boolean {
  return wordsOf(line).some((text) => comparison.test(text));
}

/** One sex without the other is a part of what stands beside it. */
function isHalf(parts: readonly Part[]): boolean {
  const has = (word: RegExp) => parts.some(({ row }) => word.test(row));
  return has(/女/) !== has(/男/);
}

/**
 * Whether a row is the sum of two or more that stand next to it: 小学、初中、义务教育 are no three parts. The sums of the
 * first n rows tell it for every run of rows at once.
 */
function holdsSubtotal(parts: readonly Part[]): boolean {
  const sums = [new Fraction(0)];
  for (const { exact } of parts) sums.push((sums.at(-1) ?? exact).add(exact));
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  for (const [count, sum] of sums.entries()) {
    const text = sum.toFraction();
    last.set(text, count);
    if (!first.has(text)) first.set(text, count);
  }
  return parts.some(({ exact }, at) => {
    const [before, behind] = [sums[at], sums[at + 1]];
    if (exact.n === 0n || before === undefined || behind === undefined) return false;
    const above = first.get(before.sub(exact).toFraction()) ?? parts.length;
    const below = last.get(behind.add(exact).toFraction()) ?? 0;
    return above <= at - 2 || below >= at + 3;
  });
}

/** What the row is called: the words next to the column, on its left. */
function nameOfRow(line: Line, column: number): string {
  return wordsOf({ ...line, cells: line.cells.slice(0, column) }).at(-1) ?? wordsOf(line)[0] ?? '';
}

function nameOfColumn(header: readonly Line[], column: number): string {
  const names = header.map(({ cells }) => cells[column] ?? nothing);
  return [...new Set(names.map((cell) => (cell.kind === 'words' ? cell.text : '')))].filter(Boolean).join('·');
}

/** Null when a cell might hold a number that cannot be added. */
function readColumn(lines: readonly Line[], column: number): TableColumn | null {
  const at = (line: Line) => line.cells[column] ?? nothing;
  const body = lines.filter(({ role }) => role === 'body');
  const [last] = lines.filter(({ role }) => role === 'total').filter(isSum);
  const rows = body.filter((line) => !isWithinAnother(line) && !isComparison(line));
  const isUnclear = (cell: CellContent) => cell.kind === 'unclear' || (cell.kind === 'words' && /\d/.test(cell.text));
  const sum = last === undefined ? nothing : at(last);
  if (rows.some((line) => isUnclear(at(line))) || sum.kind === 'unclear') return null;
  const parts = rows.flatMap((line): readonly Part[] => {
    const cell = at(line);
    return cell.kind === 'number' ? [{ ...cell.cell, row: nameOfRow(line, column) }] : [];
  });
  if (parts.length === 0) return null;
  const header = lines.filter(({ role }) => role === 'header');
  return {
    name: nameOfColumn(header, column),
    parts,
    isComplete: parts.length === body.length && !isHalf(parts) && !holdsSubtotal(parts),
    total: sum.kind === 'number' ? sum.cell : null,
  };
}

/** The columns of figures of a table. A table of several totals has none that could be judged. */
export function readColumns(block: TableBlock, figures: Figures): readonly TableColumn[] {
  const rows = block.content[1].content;
  if (rows.filter(({ attrs }) => attrs.role === 'total').length > 1) return [];
  const lines = gridOf(rows).map((cells, at): Line => {
    return { role: rows[at]?.attrs.role ?? 'body', cells: cells.map((cell) => readCell(cell, figures)) };
  });
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => readColumn(lines, column)).filter((column) => column !== null);
}
