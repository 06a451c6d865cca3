import { widthInCharacters } from '../../gongwen/signature.ts';
import type { PrintedCell, PrintedRow } from '../printed.ts';
import { placeCells } from './place-cells.ts';

/** Words that are wider, in characters, are a sentence: of a usual column they fill more than two lines. */
const widestWords = 24;

function isLong({ runs }: PrintedCell): boolean {
  return widthInCharacters(runs.map(({ text }) => text).join('')) > widestWords;
}

/** Words stand in the middle of their column; in a column that holds sentences all begin at the left, as text does. */
export function markSentences(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const places = placeCells(rows);
  const isBody = (row: number) => rows[row]?.role !== 'header';
  const columns = new Set(
    places.flatMap((placed, row) =>
      isBody(row) ? placed.filter(({ cell }) => !cell.numeric && isLong(cell)).map(({ column }) => column) : [],
    ),
  );
  if (columns.size === 0) return rows;
  return rows.map((row, index) => ({
    ...row,
    cells: (places[index] ?? []).map(({ cell, column }) =>
      isBody(index) && !cell.numeric && columns.has(column) ? { ...cell, isSentence: true } : cell,
    ),
  }));
}
