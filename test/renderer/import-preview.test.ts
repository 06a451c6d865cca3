import { expect, test } from 'vitest';
import { isFigure, spreadCells } from '../../renderer/src/screens/import/preview-cells.ts';
import { whyNothing } from '../../renderer/src/screens/import/why-nothing.ts';

const titles = (count: number) => Array.from({ length: count }, () => 'title');

test('a note runs over the blank cells beside it and never over its neighbour', () => {
  const rows = [['填表人：张三（示例）', '', '审核人：李四（示例）', '', '']];
  const [line] = spreadCells({ rows, roles: [titles(5)], merges: [] }, 0);
  expect(line?.map(({ column, columns, text }) => [column, columns, text])).toEqual([
    [0, 2, '填表人：张三（示例）'],
    [2, 3, '审核人：李四（示例）'],
  ]);
});

test('a blank cell among figures stays a cell of its own', () => {
  const [line] = spreadCells({ rows: [['吴兴区', '', '3']], roles: [['name', 'data', 'data']], merges: [] }, 0);
  expect(line).toHaveLength(3);
});

test('merged cells are drawn once, also where a window of rows begins in the middle of them', () => {
  const rows = [
    ['区县', '合计', '小学'],
    ['', '', '初中'],
  ];
  const merges = [{ top: 9, left: 0, bottom: 11, right: 0 }];
  const [first, second] = spreadCells({ rows, roles: [], merges }, 10);
  expect(first?.[0]).toMatchObject({ column: 0, rows: 2, columns: 1 });
  expect(second?.map(({ column }) => column)).toEqual([1, 2]);
});

test.each([
  ['12,800', true],
  ['-3.5%', true],
  ['85.6％', true],
  ['900人', false],
  ['吴兴区', false],
  ['', false],
])('%s is a figure: %s', (text, expected) => {
  expect(isFigure(text)).toBe(expected);
});

const header = { first: 0, last: 0 };
const tables = [{ id: '#1', sheet: 0, name: 'A1:B3', header, body: { first: 1, last: 2 } }];

test('a file that gives nothing to write says why', () => {
  expect(whyNothing({ tables, counts: { new: 1 }, writes: 1 })).toBeNull();
  expect(whyNothing({ tables: [], counts: {}, writes: 0 })).toBe('没有认出表格，没有可以导入的。');
  expect(whyNothing({ tables, counts: {}, writes: 0 })).toBe('表里没有数据。');
  expect(whyNothing({ tables, counts: { same: 9 }, writes: 0 })).toBe('全部与已有的相同，没有要写入的。');
  expect(whyNothing({ tables, counts: { duplicate: 9 }, writes: 0 })).toContain('出现几次');
  expect(whyNothing({ tables, counts: { asked: 9 }, writes: 0 })).toBe('都在等你回答，回答后才能写入。');
  expect(whyNothing({ tables, counts: { locked: 9 }, writes: 0 })).toContain('已经定稿');
  expect(whyNothing({ tables, counts: { same: 2, 'unit-differs': 1 }, writes: 0 })).toBe(
    '没有要写入的：相同 2 格，单位不符 1 格。',
  );
});
