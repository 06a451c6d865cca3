import { expect, test } from 'vitest';
import type { GridSheet } from '../../../electron/core/importing/grid.ts';
import { book, fixture, sheet } from '../fixtures/fixture.ts';
import { importAs } from '../read-import.ts';

/** 示例（虚构）. */
function assumptionsOf(...sheets: readonly GridSheet[]): string {
  const { content, expected } = fixture({ title: '', content: book(...sheets), cells: [] });
  return importAs(content, expected).assumptions.join('\n');
}

const plain = sheet('表', [
  ['区县', '学生数'],
  ['云甲县', 10],
  ['云乙县', 20],
]);

test('a hidden sheet with figures is told', () => {
  const hidden: GridSheet = { ...plain, name: '上报', visibility: 'hidden' };
  expect(assumptionsOf(plain, hidden)).toContain('工作表“上报”是隐藏的，里面有数，没有导入');
  expect(assumptionsOf(plain)).not.toContain('隐藏');
});

test('hidden rows and columns that are imported are told', () => {
  const hidden: GridSheet = { ...plain, hiddenRows: new Set([2]), hiddenColumns: new Set([1]) };
  expect(assumptionsOf(hidden)).toContain('第 3 行、B 列是隐藏的，里面的数也一并导入');
});

test('figures in a row that is none of the table are told', () => {
  const noted = sheet('表', [
    ['区县', '学生数'],
    ['云甲县', 10],
    ['说明：云乙县', 20],
  ]);
  expect(assumptionsOf(noted)).toContain('B3 有数，但那一行不像表里的一行，没有导入');
});

test('columns of figures behind a gap are told', () => {
  const apart = sheet('表', [
    ['区县', '学生数', null, null, '营养餐人数'],
    ['云甲县', 10, null, null, 7],
    ['云乙县', 20, null, null, 8],
  ]);
  expect(assumptionsOf(apart)).toContain('没有导入：“营养餐人数”');
});

test('a sum of some counties that is taken for the city is told', () => {
  const rows = [
    ['区县', '学生数'],
    ['云甲县', 10],
    ['云乙县', 20],
    ['全市', 30],
  ];
  expect(assumptionsOf(sheet('表', rows))).toContain('“全市”按“示例市”的数导入，但表里没有云丙区');
  expect(assumptionsOf(sheet('表', [...rows.slice(0, 3), ['合计', 30]]))).toContain(
    '这些合计不知道是哪个地区的数，只用来核对，没有导入：表!B4（合计）',
  );
});

test('a file whose name speaks of another place than the bureau asks, unless it begins with that', () => {
  const { content, expected } = fixture({
    title: '',
    content: book(
      sheet('表', [
        ['项目', '数量'],
        ['学生数', 5],
      ]),
    ),
    cells: [],
  });
  if (content.kind !== 'grid') throw new Error('no grid');
  const questionsOf = (fileName: string) =>
    importAs({ kind: 'grid', grid: { ...content.grid, fileName } }, expected).questions.map(({ id }) => id);
  expect(questionsOf('对口支援云甲县2023年.xlsx')).toEqual(['table-region:表#1']);
  expect(questionsOf('云甲县、云乙县2023年.xlsx')).toEqual(['table-region:表#1']);
  expect(questionsOf('云甲县2023年.xlsx')).toEqual([]);
  expect(questionsOf('示例市2023年.xlsx')).toEqual([]);
});
