import { expect, test } from 'vitest';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import { workbookCell } from '../../../electron/core/importing/reading/workbook-cell.ts';
import { expectValue } from '../../database/fixture.ts';

const run = (text: string, look: string) => `<r><rPr>${look}</rPr><t xml:space="preserve">${text}</t></r>`;

test.each([
  ['12', run('1', '') + run('2', '<vertAlign val="superscript"/>'), '1^2'],
  ['10120', run('10', '<strike/>') + run('120', ''), '~10~120'],
  ['120', run('1', '<strike val="0"/>') + run('20', ''), '120'],
  ['面积m2', run('面积m', '') + run('2', '<vertAlign val="superscript"/>'), '面积m2'],
])('%s of %s in a workbook reads as %s', (v, r, text) => {
  expect(workbookCell({ t: 's', v, r })).toEqual({ kind: 'text', text });
});

test('struck and raised figures of a web page are no numbers', () => {
  const page = '<table><tr><td>区县<td>面积m<sup>2</sup><tr><td><b>云甲</b>县<td><s>9</s>10<td>1<sup>2</sup></table>';
  const grid = expectValue(readGrid(Buffer.from(page), '示例.html'));
  const texts = grid.sheets[0]?.rows.map((cells) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')));
  expect(texts).toEqual([
    ['区县', '面积m2'],
    ['云甲县', '~9~10', '1^2'],
  ]);
});
