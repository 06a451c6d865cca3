import { expect, test } from 'vitest';
import { fixture, table } from './fixtures/fixture.ts';
import { differences, importAs } from './read-import.ts';

/** The comparison itself: what it must not let pass. */

const content = table([
  ['区县', '学生数', '教师数'],
  ['云甲县', 10, null],
  ['云乙县', 20, '—'],
  ['云丙区', 30, 3],
  ['合计', 60, null],
]);
const right = [
  'B2 云甲县 学生数 2023年 10',
  'C2 云甲县 教师数 2023年 空',
  'B3 云乙县 学生数 2023年 20',
  'C3 云乙县 教师数 2023年 无此项',
  'B4 云丙区 学生数 2023年 30',
  'C4 云丙区 教师数 2023年 3',
  'B5 示例市 学生数 2023年 60',
];

function told(cells: readonly string[], totals = [{ cell: '表!B5', stated: '60', sum: '60' }]): readonly string[] {
  const { expected } = fixture({ title: '', content, cells, totals });
  return differences(importAs(content, expected), expected).map((line) => line.split(':')[0] ?? '');
}

test('what is read right differs in nothing', () => {
  expect(told(right)).toEqual([]);
});

test.each([
  ['B2', 'B2 云甲县 学生数 2023年 11'],
  ['B2', 'B2 云乙县 学生数 2023年 10'],
  ['B2', 'B2 云甲县 学生数 2022年 10'],
  ['B2', 'B2 云甲县 学生数 2023年 10!asked'],
  ['C2', 'C2 云甲县 教师数 2023年 未报'],
  ['C3', 'C3 云乙县 教师数 2023年 空'],
  ['C3', 'C3 云乙县 教师数 2023年 不足单位'],
  ['C4', 'C4 云丙区 女学生数 2023年 3'],
])('%s is told when %s was expected', (cell, line) => {
  expect(told(right.map((other) => (other.startsWith(cell) ? line : other)))).toEqual([`表!${cell}`]);
});

test('a figure that nobody expected is told, and a sum that is another', () => {
  expect(told(right.filter((line) => !line.startsWith('B4')))).toEqual(['表!B4']);
  expect(told(right, [{ cell: '表!B5', stated: '60', sum: '61' }])).toEqual(['表!B5']);
});
