import { parsePeriod, periodWithinYear } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { readNumber } from '../../../../shared/reading/read-number.ts';
import type { GridCell } from '../grid.ts';

/** What a cell may be in the structure of a table. `figure` includes the signs for a figure's absence. */
export type CellSense = 'blank' | 'figure' | 'period' | 'date' | 'text';

/** Of a text that begins otherwise no number is to be expected; most texts are told apart by this alone. */
const mayBeNumber = /^[\s\d０-９(（+\-－−–—…./,xX×无缺不未保\u00a0\u3000\ufeff]/;

/** Words behind a number that make it a heading: `2021年在校生数`, `3月`, `1年级`, `3岁以上`. */
const headingUnit = /^[年月日号]|[级届期组类岁]$|.{5}/;

export function senseOf(cell: GridCell): CellSense {
  switch (cell.kind) {
    case 'empty':
      return 'blank';
    case 'number':
    case 'percent':
    case 'error':
    case 'uncomputed':
      return 'figure';
    case 'date':
      return 'date';
    case 'text':
      return senseOfText(cell.text);
  }
}

function senseOfText(text: string): CellSense {
  if (text.trim() === '') return 'blank';
  if (!mayBeNumber.test(text)) return periodWord(foldName(text)) ? 'period' : 'text';
  const folded = foldName(text);
  // A bare year in text is a figure as far as the cell itself can tell.
  if (!/^\d+$/.test(folded) && parsePeriod(folded)) return 'period';
  const read = readNumber(text);
  if (read.kind === 'missing') return 'figure';
  // Two figures that slipped into one cell stand where figures stand.
  if (read.kind !== 'number') return /^\s*\d+( \d+)+\s*$/.test(text) ? 'figure' : 'text';
  return read.unit !== null && headingUnit.test(read.unit) ? 'text' : 'figure';
}

function periodWord(folded: string): boolean {
  return folded.length <= 6 && periodWithinYear(2000, folded) !== null;
}

/** The year that a bare number may be: 2021 in a heading. */
export function bareYear(cell: GridCell): number | null {
  const text = cell.kind === 'number' ? cell.decimal : cell.kind === 'text' ? foldName(cell.text) : '';
  return /^(19[5-9]|20[0-4])\d$/.test(text) ? Number(text) : null;
}

/** Text or number of a cell as a name is read from it, folded; empty for everything else. */
export function nameText(cell: GridCell): string {
  if (cell.kind === 'text') return foldName(cell.text);
  return cell.kind === 'number' ? cell.decimal : '';
}

/** The text as it stands in the cell, without the blanks at its ends. */
export function writtenText(cell: GridCell): string {
  if (cell.kind === 'text') return cell.text.replaceAll(/[\u3000\u00a0\u200b\ufeff]/g, ' ').trim();
  return cell.kind === 'number' ? cell.decimal : '';
}
