import { expect, test } from 'vitest';
import { makePeriod, type Period } from '../../../shared/figures/period.ts';
import { ids, onlyTable, recognise, refusal, regions, said, summary } from './fixture.ts';

const year2021 = makePeriod('自然年', 2021);

test('a second table below, with a header of its own, is a table of its own', () => {
  const upper = '2021年统计表,,\n地区,住校人数,\n东山县,5,\n西山县,6,\n注：含民办。,,\n,,\n';
  const lower = '地区,伙食补助（万元）,住校比例\n东山县,332.26,80\n';
  const [first, second] = recognise(upper + lower);
  expect(first?.rows.map(summary)).toEqual(['data 东山县 东山县(name)', 'data 西山县 西山县(name)']);
  expect(first?.notes).toEqual(['注：含民办。']);
  expect(second?.titles).toEqual([]);
  expect(second?.columns.map(({ indicator }) => said(indicator))).toEqual(['-', '伙食补助(name)', '住校比例(name)']);
  // What the titles of the table above say holds for this one too.
  expect(second?.period?.label).toBe('2021年');
  expect([first?.id, second?.id]).toEqual(['#1', '#2']);
});

test('a table below may name a period and a unit of its own', () => {
  const tables = recognise(
    '2021年,单位：万元\n地区,伙食补助\n东山县,5\n2020年,单位：元\n地区,伙食补助\n东山县,6\n2019年,单位：万元\n地区,伙食补助\n东山县,7\n',
  );
  expect(tables.map(({ period, units }) => [period?.label, ...units])).toEqual([
    ['2021年', '万元'],
    ['2020年', '元'],
    ['2019年', '万元'],
  ]);
});

test.each([
  [
    'a telephone',
    '2021年,,\n地区,住校人数,电话\n东山县,5,13800000001\n,,13800000002\n地区,伙食补助,13800000003\n东山县,6,13800000004\n',
  ],
  [
    'a remark beside the title',
    '2021年,,\n地区,住校人数,备注\n东山县,5,\n,,见附表\n2021年伙食情况统计表,,见附表\n地区,伙食补助,123\n东山县,6,\n',
  ],
])('a column that runs on past the end of a table, as %s does, ties no second one to it', (_, content) => {
  const tables = recognise(content);
  const data = (at: number) =>
    tables[at]?.columns.flatMap(({ indicator }) => (indicator?.kind === 'known' ? [said(indicator)] : []));
  expect([data(0), data(1)]).toEqual([['住校人数(name)'], ['伙食补助(name)']]);
});

test.each([
  [
    'a remark',
    '2020年住校情况统计表,,\n地区,住校人数,备注\n东山县,5,\n,,\n2021年住校情况统计表,,含民办\n地区,住校人数,\n东山县,6,\n',
  ],
  [
    'a number',
    '2020年住校情况统计表,,\n地区,住校人数,备注\n东山县,5,\n,,\n2021年住校情况统计表,,123\n地区,住校人数,123\n东山县,6,\n',
  ],
])('a title with %s beside it still says of which year the table below is', (_, content) => {
  expect(recognise(content).map(({ period }) => period?.label)).toEqual(['2020年', '2021年']);
});

test('the name of another indicator alone in a row below makes the rest uncertain', () => {
  expect(refusal('2021年,\n地区,住校人数\n东山县,5\n伙食补助,\n东山县,6\n')).toContain('第 4 行像另一张表的表头');
});

test.each([
  ['headed', '地区,住校人数,地区,住校人数\n东山县,5,西山县,6\n'],
  ['with a gap', '地区,住校人数,,区县,伙食补助\n东山县,5,,西山县,6\n'],
  ['without a heading', '地区,住校人数,,伙食补助\n东山县,5,西山县,6\n示例市,5,南山区,6\n'],
  ['of indicators', '指标,数量,指标,数量\n住校人数,5,伙食补助,6\n'],
])('tables side by side, the second %s, are refused', (_, content) => {
  expect(refusal(content, { context: { period: year2021 } })).toContain('像是两张表并排');
});

test('a remark that names a region is a remark, not a second table', () => {
  const table = onlyTable('2021年\n地区,住校人数,备注\n东山县,5,\n西山县,6,东山县\n');
  expect(table.columns.map(({ role }) => role)).toEqual(['name', 'data', 'remark']);
});

test.each([
  ['地区,年份,住校人数\n东山县,2021,5\n东山县,2020,6\n', '“2020”'],
  ['地区,年度,住校人数\n东山县,2020年,5\n', '“2020年”'],
  ['地区,住校人数,期\n东山县,5,2021年上半年\n', '“2021年上半年”'],
  ['地区,期别,住校人数\n东山县,上半年,5\n', '“上半年”'],
  ['地区,2020年,2021年\n东山县,5,6\n', '“2020年”'],
])('a period other than the given one is refused: %s', (content, found) => {
  expect(refusal(content, { context: { period: year2021 } })).toContain(`里写着${found}，要导入的却是“2021年”`);
});

test('a column of periods says of each row what it is of', () => {
  const table = onlyTable('地区,住校人数,年份\n东山县,5,2021\n东山县,6,2020年\n');
  expect(table.rows.map(({ period }) => period?.label)).toEqual(['2021年', '2020年']);
  expect(table.axes.period).toBe('rows');
  const halves = onlyTable('2021年统计表\n地区,期别,住校人数\n东山县,上半年,5\n东山县,下半年,6\n');
  expect(halves.rows.map(({ period }) => period?.label)).toEqual(['2021年上半年', '2021年下半年']);
  expect([...table.questions, ...halves.questions]).toEqual([]);
});

test('years over the columns, as words or bare numbers, descending', () => {
  for (const years of ['2021年,2020年,2019年', '2021,2020,2019']) {
    const table = onlyTable(`住校人数\n地区,${years}\n东山县,5,6,7\n西山县,2019,2020,2021\n`);
    expect(table.columns.map(({ period }) => period?.label ?? '-')).toEqual(['-', '2021年', '2020年', '2019年']);
    expect(said(table.indicator)).toBe('住校人数(name)');
    expect(table.axes).toEqual({ region: 'rows', indicator: 'table', period: 'columns' });
    expect(table.rows).toHaveLength(2);
    expect(table.questions).toEqual([]);
  }
});

test('a table that states no period, or two, asks for it and takes the answer', () => {
  const text = (title: string) => `${title}\n地区,住校人数\n东山县,5\n`;
  expect(onlyTable(text('统计表')).questions).toEqual([
    { kind: 'period', id: 'period:#1', table: '#1', candidates: [] },
  ]);
  expect(onlyTable(text('2020年和2021年对比')).questions).toMatchObject([{ candidates: ['2020年', '2021年'] }]);
  const answered = onlyTable(text('统计表'), {
    mapping: { answers: { 'period:#1': { kind: 'use', name: '2019年' } } },
  });
  expect([answered.period?.label, answered.questions]).toEqual(['2019年', []]);
});

test.each([
  ['示例市2020年统计表', year2021],
  ['示例市2021年上半年统计表', year2021],
  ['2020—2021学年统计表', year2021],
])('the title %s contradicts the given %o', (title, period) => {
  const text = refusal(`${title},\n地区,住校人数\n东山县,5\n`, { context: { period } });
  expect(text).toContain(`要导入的却是“${period.label}”`);
});

test.each<readonly [string, Period]>([
  ['示例市2021年统计表', makePeriod('半年', 2021, 1)],
  ['填报时间：2022年1月', year2021],
  ['2020年和2021年对比', year2021],
])('the title %s does not contradict the given %o', (title, period) => {
  const table = onlyTable(`${title},\n地区,住校人数\n东山县,5\n`, { context: { period } });
  expect(table.period?.label).toBe(period.label);
});

test.each([
  ['截至2022年12月31日', '2022-12-31'],
  ['统计时点：2022-12-31', '2022-12-31'],
  ['（数据截止到2022年9月1日）', '2022-09-01'],
  ['填报日期：2022年12月31日', null],
])('the title %s gives the day %s', (title, asOf) => {
  const table = onlyTable(`${title},,\n地区,住校人数,伙食补助\n东山县,5,6\n`, { context: { period: year2021 } });
  expect(table.asOf).toBe(asOf);
});

test('a day that is none, or two of them, are refused', () => {
  const text = (title: string) => `${title}\n地区,住校人数\n东山县,5\n`;
  expect(refusal(text('截至2021年2月30日'))).toContain('截至日“2021年2月30日”不是一个日期');
  expect(refusal(text('截至2021年2月1日\n截至2021年3月1日'))).toContain('不止一个截至日');
});

test('regions over the columns, with a total beside them', () => {
  const table = onlyTable('2021年\n指标,全市,东山县,西山县,南山区\n住校人数,6,1,2,3\n');
  expect(table.columns.map(summary)).toEqual([
    'name 指标',
    'total 全市 示例市(total)',
    'data 东山县 东山县(name)',
    'data 西山县 西山县(name)',
    'data 南山区 南山区(name)',
  ]);
  expect(table.columns[1]?.sumOf).toEqual([2, 3, 4]);
  expect(table.rows.map(summary)).toEqual(['data 住校人数 住校人数(name)']);
});

test('a bare 合计 of some counties is not the figure of their city', () => {
  const body = '东山县,1\n西山县,2\n';
  const total = (title: string, rest: string) => onlyTable(`${title}\n地区,住校人数\n${body}${rest}`).rows.at(-1);
  expect(total('2021年', '南山区,3\n合计,6\n')).toMatchObject({ role: 'total', region: { thing: { name: '示例市' } } });
  expect(total('2021年', '合计,3\n')).toMatchObject({ role: 'subtotal', region: null, sumOf: [2, 3] });
  expect(total('示例市2021年', '合计,3\n')).toMatchObject({ role: 'total', region: { thing: { name: '示例市' } } });
});

test('小计 adds up its group, and the city named above its counties all of them', () => {
  const table = onlyTable('2021年\n地区,住校人数\n示例市,6\n东山县,1\n西山县,2\n小计,3\n南山区,3\n小计,3\n');
  expect(table.rows.map(({ role, sumOf }) => [role, ...sumOf])).toEqual([
    ['total', 3, 4, 6],
    ['data'],
    ['data'],
    ['subtotal', 3, 4],
    ['data'],
    ['subtotal', 6],
  ]);
});

test('a school in a column beside its county is the region, and a new one belongs to it', () => {
  const table = onlyTable('2021年\n区县,学校,住校人数\n东山县,一小,5\n,二小,6\n');
  expect(ids(table.questions)).toEqual(['region:一小', 'region:二小']);
  expect(table.questions[1]).toMatchObject({ proposal: { name: '二小', level: '校', parent: '东山县' } });
});

test('where rows name items and columns measures, a figure is of both', () => {
  const table = onlyTable('2021年\n学段,住校人数,伙食补助\n小学,5,6\n初中,1,2\n合计,6,8\n');
  expect(table.rows.map(({ role, indicator, sumOf }) => [role, indicator, sumOf])).toEqual([
    ['data', null, []],
    ['data', null, []],
    ['data', null, [2, 3]],
  ]);
  expect([...table.crossed].map(([place, naming]) => [place, said(naming)])).toEqual([
    ['2:1', '小学住校人数(name)'],
    ['2:2', 'unknown:小学/伙食补助'],
    ['3:1', '初中住校人数(name)'],
    ['3:2', 'unknown:初中/伙食补助'],
  ]);
});

test('rows that divide the one indicator of the column', () => {
  const table = onlyTable('2021年\n学段,住校人数\n小学,5\n初中,6\n合计,11\n');
  expect(table.rows.map(({ indicator }) => said(indicator))).toEqual([
    '小学住校人数(name)',
    '初中住校人数(name)',
    '住校人数(dimensions)',
  ]);
});

test.each([
  ['prose', '你好\n'],
  ['a list of names', '姓名,学校\n张三,一小\n李四,二小\n'],
  ['nothing', ''],
])('%s is no table', (_, text) => {
  expect(recognise(text)).toEqual([]);
});

test('a school below its county belongs to it, also where schools elsewhere are called so', () => {
  const table = onlyTable('2021年\n名称,住校人数\n东山县,\n实验小学,5\n西山县,\n实验小学,6\n');
  expect(table.questions).toMatchObject([
    { id: 'region:东山县/实验小学', proposal: { name: '实验小学', level: '校', parent: '东山县' } },
    { id: 'region:西山县/实验小学', proposal: { name: '实验小学', level: '校', parent: '西山县' } },
  ]);
  const [county] = regions;
  if (!county) throw new Error('there are regions');
  const school = (id: number, parentId: number) => ({
    ...county,
    id,
    name: '实验小学',
    level: '校' as const,
    parentId,
  });
  const both = [...regions, school(8, 2), school(9, 3)];
  const known = onlyTable('2021年\n名称,住校人数\n东山县,\n实验小学,5\n西山县,\n实验小学,6\n', {
    context: { regions: both },
  });
  expect(known.rows.map(({ region }) => region?.kind === 'known' && region.thing.id)).toEqual([2, 8, 3, 9]);
  const elsewhere = onlyTable('2021年\n名称,住校人数\n西山县,\n实验小学,6\n', {
    context: { regions: [...regions, school(8, 2)] },
  });
  expect(ids(elsewhere.questions)).toEqual(['region:实验小学']);
});

test('of two regions that were called so one after the other the one of the period is meant', () => {
  const [, county] = regions;
  if (!county) throw new Error('there are regions');
  const old = { ...county, id: 8, name: '新城区', code: null, validTo: '2020-06-30' };
  const young = { ...county, id: 9, name: '新城区', code: null, validFrom: '2020-07-01' };
  const context = { regions: [...regions, old, young] };
  const found = (text: string) =>
    onlyTable(text, { context }).rows.map(({ region }) => (region?.kind === 'known' ? region.thing.id : region?.kind));
  expect(found('2019年\n地区,住校人数\n新城区,5\n')).toEqual([8]);
  expect(found('2021年\n地区,住校人数\n新城区,5\n')).toEqual([9]);
  expect(found('地区,年份,住校人数\n新城区,2019年,5\n新城区,2021年,6\n')).toEqual([8, 9]);
  expect(found('地区,住校人数\n新城区,5\n')).toEqual(['unknown']);
  const titled = onlyTable('新城区2021年统计\n指标,数值\n住校人数,5\n', { context });
  expect(titled.region?.kind === 'known' && titled.region.thing.id).toBe(9);
});

test('nothing is asked of a name beside which nothing stands', () => {
  const table = onlyTable('2021年\n地区,住校人数,操场数\n东山县,5,\n高新区,,\n');
  expect(ids(table.questions)).toEqual([]);
});
