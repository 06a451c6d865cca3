import { expect, test } from 'vitest';
import type { GridSheet } from '../../../electron/core/importing/grid.ts';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import { tableWorkbook } from '../../bench/import-workbook.ts';
import { expectValue } from '../../database/fixture.ts';

const headings = ['学校', '在校生数', '教职工数', '专任教师数'];

function read(rows: number) {
  const shown: (readonly GridSheet[])[] = [];
  const bytes = tableWorkbook(rows, (at) => `示例（虚构）第${at + 1}小学`, headings);
  const grid = expectValue(readGrid(bytes, '各校.xlsx', (sheets) => shown.push(sheets)));
  return { shown, grid };
}

test('of a large workbook the first rows are told as the whole of it has them', () => {
  const { shown, grid } = read(20_000);
  expect(shown).toHaveLength(1);
  const [first] = shown;
  expect(first?.[0]).toMatchObject({ name: '统计表', visibility: 'visible' });
  expect(first?.[0]?.rows).toEqual(grid.sheets[0]?.rows.slice(0, 60));
  expect(first?.[0]?.rows[59]?.[0]).toEqual({ kind: 'text', text: '示例（虚构）第59小学' });
}, 60_000);

test('a small workbook is read at once', () => {
  expect(read(10).shown.flat()).toEqual([]);
});
