import { expect, test } from 'vitest';
import type { Merge } from '../../../electron/core/importing/grid.ts';
import { gridOf, ids, onlyTable, recognise, said, summary, type Written } from './fixture.ts';

test('a plain form with its year in the title asks nothing', () => {
  const table = onlyTable('示例市2021年统计表,\n地区,住校人数（人）,住校比例(%)\n东 山 县,5,6\n990122,7,8\n');
  expect(table.questions).toEqual([]);
  expect(table.period?.label).toBe('2021年');
  expect(table.axes).toEqual({ region: 'rows', indicator: 'columns', period: 'table' });
  expect(table.columns.map(summary)).toEqual([
    'name 地区',
    'data 住校人数(人) 住校人数(name)',
    'data 住校比例(%) 住校比例(name)',
  ]);
  expect(table.columns.map(({ unit }) => unit)).toEqual([null, '人', '%']);
  expect(table.rows.map(summary)).toEqual(['data 东山县 东山县(name)', 'data 990122 西山县(code)']);
});

const threeLevels: readonly (readonly Written[])[] = [
  ['示例市2021年住校情况统计表（示例，虚构）'],
  ['填报单位：示例市教育局', null, null, '填报日期：2021年10月15日', null, null, '单位：人、%'],
  ['区  县', '区划代码', '合计', null, '小  学', null, '初中', null, '住校\n比例（％）'],
  [null, null, '计', '其中', '计', '其中：', '计', '其中', null],
  [null, null, null, '公办', null, '公办', null, '公办', null],
  ['全市合计', '990100', 60, 30, 40, 20, 20, 10, 5],
  ['　东山县', '990121', 20, 10, 10, 5, 10, 5, 5],
  ['　西山县', '990122', 20, 10, 15, 10, 5, 0, 5],
  ['　市直', '990100', 20, 10, 15, 5, 5, 5, 5],
  ['注：1.空白表示未报', null, null, null, null, null, 2497],
  ['　　　2.市直含开发区。'],
  ['填表人：张三　　审核人：李四'],
];
const merges: readonly Merge[] = [
  ...[0, 1, 8].map((column) => ({ top: 2, left: column, bottom: 4, right: column })),
  ...[2, 4, 6].map((column) => ({ top: 2, left: column, bottom: 2, right: column + 1 })),
  ...[2, 4, 6].map((column) => ({ top: 3, left: column, bottom: 4, right: column })),
];

test.each([
  ['merged', merges],
  ['without merged cells, as in a text file', []],
])('three levels of headings, %s', (_, spread) => {
  const table = onlyTable(gridOf(threeLevels, spread));
  expect(table.header).toEqual({ first: 2, last: 4 });
  expect(table.body).toEqual({ first: 5, last: 8 });
  expect(table.columns.map(summary)).toEqual([
    'name 区县',
    'code 区划代码',
    'data 合计/计 住校人数(dimensions)',
    'data 合计/其中/公办 公办住校人数(name)',
    'data 小学/计 小学住校人数(name)',
    'data 小学/其中/公办 公办小学住校人数(dimensions)',
    'data 初中/计 初中住校人数(name)',
    'data 初中/其中/公办 公办初中住校人数(dimensions)',
    'data 住校比例(%) 住校比例(name)',
  ]);
  expect(table.columns.map(({ sumOf }) => sumOf.join())).toEqual(['', '', '4,6', '5,7', '', '', '', '', '']);
  expect(table.columns.map(({ partOf }) => partOf)).toEqual([null, null, null, 2, null, 4, null, 6, null]);
  expect(table.rows.map(summary)).toEqual([
    'total 全市合计 示例市(total)',
    'data 东山县 东山县(name)',
    'data 西山县 西山县(name)',
    'data 市直 unknown:市直',
  ]);
  expect(table.rows[0]?.sumOf).toEqual([6, 7, 8]);
  expect(table.units).toEqual(['人', '%']);
  expect(table.notes).toHaveLength(4);
  expect(table.period?.label).toBe('2021年');
  expect(ids(table.questions)).toEqual(['region:市直']);
});

test('a name that is asked for carries a proposal beside its neighbours', () => {
  const [question] = onlyTable(gridOf(threeLevels, merges)).questions;
  expect(question).toMatchObject({ proposal: { name: '市直', level: '县', parent: '示例市', inTotal: true } });
});

test('an answer is used, a refusal leaves the line out, and neither is asked again', () => {
  const use = { 'region:市直': { kind: 'use', name: '南山区' } } as const;
  const out = { 'region:市直': { kind: 'leave-out' } } as const;
  const used = onlyTable(gridOf(threeLevels, merges), { mapping: { answers: use } });
  expect(used.rows.map(summary)).toContain('data 市直 南山区(answer)');
  const left = onlyTable(gridOf(threeLevels, merges), { mapping: { answers: out } });
  expect(left.rows[3]?.role).toBe('left-out');
  expect([used.questions, left.questions]).toEqual([[], []]);
});

test('a heading under another of a dimension that no indicator has is asked, not taken for the whole', () => {
  const table = onlyTable('2021年,,\n地区,小学,小学\n,住校比例,伙食补助\n东山县,5,6\n');
  expect(ids(table.questions)).toEqual(['indicator:小学/住校比例', 'indicator:小学/伙食补助']);
});

test('an unknown heading proposes an indicator with its unit and decimals', () => {
  const [question] = onlyTable('2021年\n地区,住校人数,藏书（万册）\n东山县,5,6.25\n').questions;
  expect(question).toMatchObject({
    id: 'indicator:藏书(万册)',
    proposal: { kind: 'new-indicator', name: '藏书', unit: '万册', decimals: 2 },
  });
});

test('columns of numbers below the header, running numbers, remarks and days are no figures', () => {
  const table = onlyTable(
    '2021年\n序号,地区,代码,住校人数,发放日期,备注\n甲,乙,丙,1,2,3\n1,东山县,990121,5,2021年5月,无误\n2,西山县,990122,6,,\n',
  );
  expect(table.columns.map(({ role }) => role)).toEqual(['order', 'name', 'code', 'data', 'date', 'remark']);
  expect(table.questions).toEqual([]);
});

test('a header that the person gives is taken, and a hidden sheet only when it is asked for', () => {
  const grid = gridOf([
    ['说明', '甲'],
    ['地区', '住校人数'],
    ['东山县', 5],
  ]);
  const [table] = recognise(grid, { mapping: { headers: { 表: { first: 2, last: 2 } } } });
  expect(table?.header).toEqual({ first: 1, last: 1 });
  const hidden = { ...grid, sheets: grid.sheets.map((sheet) => ({ ...sheet, visibility: 'hidden' as const })) };
  expect(recognise(hidden)).toEqual([]);
  expect(recognise(hidden, { mapping: { sheets: { 表: true } } })).toHaveLength(1);
  expect(recognise(grid, { mapping: { sheets: { 表: false } } })).toEqual([]);
});

test('the fingerprint knows the form again in another year, for other regions, in another sheet', () => {
  const form = (year: number, region: string) => `${year}年统计表\n地区,${year}年住校人数\n${region},5\n`;
  const print = (text: string) => onlyTable(text).fingerprint;
  expect(print(form(2021, '东山县'))).toMatch(/^[0-9a-f]{16}$/);
  expect(print(form(2022, '西山县'))).toBe(print(form(2021, '东山县')));
  expect(print('地区,伙食补助\n东山县,5\n')).not.toBe(print('地区,住校人数\n东山县,5\n'));
});

test("figures without a region are the bureau's own, as assumed, or of the region in the title, else asked", () => {
  const text = (title: string) => `${title}\n指标,2021年,2020年\n住校人数,5,6\n伙食补助（元）,7,8\n`;
  const [city, county] = ['示例市', '西山县'];
  const home = onlyTable(text('统计表')).region;
  expect(home).toBeNull();
  expect(ids(onlyTable(text('统计表')).questions)).toEqual(['table-region:#1']);
  expect(said(onlyTable(text(`${city}${county}统计表`)).region)).toBe('西山县(name)');
  const rows = onlyTable(text(`${county}统计表`)).rows;
  expect(rows.map(summary)).toEqual(['data 住校人数 住校人数(name)', 'data 伙食补助(元) 伙食补助(name)']);
  expect(rows.map(({ unit }) => unit)).toEqual([null, '元']);
});

test('unknown places are proposed as regions of their own level', () => {
  const table = onlyTable('住校人数,,\n年份,云子省,云丑市\n2021,5,6\n');
  expect(table.questions).toMatchObject([
    { id: 'region:云子省', proposal: { kind: 'new-region', level: '省', parent: null } },
    { id: 'region:云丑市', proposal: { kind: 'new-region', level: '省', parent: null } },
  ]);
});
