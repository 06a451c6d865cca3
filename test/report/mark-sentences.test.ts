import { expect, test } from 'vitest';
import type { PrintedCell, PrintedRow } from '../../shared/report/printed.ts';
import { markSentences } from '../../shared/report/table/mark-sentences.ts';

const sentence = '健全工作专班，逐校逐人核查台账，发现一名、核查一名、销号一名，做到人人有去向。';

function cell(text: string, numeric = false, rowspan = 1): PrintedCell {
  return { runs: [{ text, lead: false, bold: false, figureId: null, gap: null }], colspan: 1, rowspan, numeric };
}

function row(role: PrintedRow['role'], ...cells: readonly PrintedCell[]): PrintedRow {
  return { role, cells };
}

/** Of each row, whether its cells begin at the left. */
function marks(rows: readonly PrintedRow[]) {
  return markSentences(rows).map(({ cells }) => cells.map(({ isSentence }) => isSentence ?? false));
}

test('all words of a column that holds a sentence begin at the left, headings and numbers as ever', () => {
  const rows = [
    row('header', cell('县区'), cell('主要做法'), cell('人数')),
    row('body', cell('甲县'), cell(sentence), cell('12', true)),
    row('body', cell('乙县'), cell('同上'), cell('13', true)),
  ];
  expect(marks(rows)).toEqual([
    [false, false, false],
    [false, true, false],
    [false, true, false],
  ]);
});

test('columns are counted with the cells that reach down from above', () => {
  const rows = [
    row('body', cell('甲县', false, 2), cell('一'), cell(sentence)),
    row('body', cell('二'), cell('短')),
    row('body', cell('乙县'), cell('三'), cell('短')),
  ];
  expect(marks(rows)).toEqual([
    [false, false, true],
    [false, true],
    [false, false, true],
  ]);
});

test('a table of words and numbers stays what it was', () => {
  const rows = [row('header', cell(sentence)), row('body', cell('甲县'))];
  expect(markSentences(rows)).toBe(rows);
});
