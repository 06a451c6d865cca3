import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createDataView } from '../../electron/core/database/data-view.ts';
import { commitPlan } from '../../electron/core/importing/commit-plan.ts';
import { type ImportPlan, planImport } from '../../electron/core/importing/plan-import.ts';
import { readGrid } from '../../electron/core/importing/reading/read-grid.ts';
import { periodsIn } from '../../electron/core/importing/table-period.ts';
import { makePeriod, type Period } from '../../shared/figures/period.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { type Bureau, expectFailure, expectValue, newBureau } from '../database/fixture.ts';
import { row, workbook } from './workbook-fixture.ts';

const year2021 = makePeriod('自然年', 2021);
const file = { fileName: '随迁子女.csv', sha256: 'b'.repeat(64), byWhom: '张三' };

function plan(bureau: Bureau, content: string | Uint8Array, period: Period | null = year2021) {
  const { workspace } = bureau;
  const grid = expectValue(readGrid(typeof content === 'string' ? Buffer.from(content) : content, file.fileName));
  const view = createDataView(workspace);
  return planImport(grid, { indicators: view.indicators, regions: view.regions, period, view });
}

/** `B2 吴兴区 随迁子女人数 21560 new` */
function lines(planned: ImportPlan): readonly string[] {
  return planned.cells.map(({ cell, region, indicator, value, status }) =>
    [cell, region, indicator, value ?? '无', status].join(' '),
  );
}

test('a plain table is recognised, written once with its cells, and then the same', () => {
  const bureau = newBureau();
  const content =
    '地区,随迁子女人数（人）,公办就读比例(%)\n湖州,80605,80.76%\n吴 兴 区,"21,560",79.5％\n330503,18932人,73.29\n';
  const first = expectValue(plan(bureau, content));
  expect(first.tables).toEqual([
    {
      sheet: '',
      period: '2021年',
      indicators: ['随迁子女人数', '公办就读比例'],
      regions: ['湖州市', '吴兴区', '南浔区'],
    },
  ]);
  expect(lines(first)).toEqual([
    'B2 湖州市 随迁子女人数 80605 new',
    'C2 湖州市 公办就读比例 80.76 new',
    'B3 吴兴区 随迁子女人数 21560 new',
    'C3 吴兴区 公办就读比例 79.5 new',
    'B4 南浔区 随迁子女人数 18932 new',
    'C4 南浔区 公办就读比例 73.29 new',
  ]);
  const { workspace, share, counties } = bureau;
  const outcome = expectValue(commitPlan(workspace, first, file));
  expect(outcome).toEqual({ sourceId: 1, written: 6 });
  expect(workspace.observations.column(share.id, '2021年').get(counties[0]?.id ?? 0)).toEqual({
    cell: { kind: 'value', decimal: '79.50' },
    asOf: null,
    source: { id: 1, kind: '文件', title: '随迁子女.csv' },
    cellReference: 'C3',
  });

  const second = expectValue(plan(bureau, content));
  expect(second.cells.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'same'));
  expect(expectValue(commitPlan(workspace, second, file))).toEqual({ sourceId: null, written: 0 });
  expect(workspace.sources.all()).toHaveLength(1);
});

test('what a table says anew, leaves blank, or says is not there', () => {
  const bureau = newBureau();
  expectValue(
    commitPlan(bureau.workspace, expectValue(plan(bureau, '地区,随迁子女人数\n湖州市,1\n吴兴区,2\n南浔区,3\n')), file),
  );
  const next = expectValue(plan(bureau, '地区,随迁子女人数\n湖州市,10\n吴兴区,\n南浔区,—\n德清县,…\n'));
  expect(lines(next)).toEqual([
    'B2 湖州市 随迁子女人数 10 changed',
    'B3 吴兴区 随迁子女人数 无 missing',
    'B4 南浔区 随迁子女人数 无 changed',
    'B5 德清县 随迁子女人数 无 missing',
  ]);
  expect(expectValue(commitPlan(bureau.workspace, next, file)).written).toBe(3);
  const column = bureau.workspace.observations.column(bureau.children.id, '2021年');
  expect(
    ['湖州市', '吴兴区', '南浔区', '德清县'].map((name) => {
      const region = bureau.workspace.regions.all().find((each) => each.name === name);
      return column.get(region?.id ?? 0)?.cell;
    }),
  ).toEqual([
    { kind: 'value', decimal: '10' },
    { kind: 'value', decimal: '2' },
    { kind: 'missing', reason: '无此项' },
    { kind: 'missing', reason: '不足单位' },
  ]);
});

test('unknown names, unreadable cells and other units are told and not written', () => {
  const bureau = newBureau();
  const content = [
    '地区,随迁子女人数,资助金额（元）,公办就读比例,寄宿生,备注',
    '湖州市,约8万,3322600,80.76123,5,',
    '火星区,5,,,,',
    '吴兴区,1.2万,,73.29人,,见说明',
    '南浔区,1.5,,1000000000000000,,',
  ].join('\n');
  const planned = expectValue(plan(bureau, content));
  expect(lines(planned)).toEqual([
    'B2 湖州市 随迁子女人数 无 unreadable',
    'C2 湖州市 资助金额 3322600 unit-differs',
    'D2 湖州市 公办就读比例 80.76123 unreadable',
    'E2 湖州市 寄宿生 5 unknown-indicator',
    'B3 火星区 随迁子女人数 5 unknown-region',
    'B4 吴兴区 随迁子女人数 12000 new',
    'C4 吴兴区 资助金额 无 missing',
    'D4 吴兴区 公办就读比例 73.29 unit-differs',
    'F4 吴兴区 备注 无 unknown-indicator',
    'B5 南浔区 随迁子女人数 1.5 unreadable',
    'C5 南浔区 资助金额 无 missing',
    'D5 南浔区 公办就读比例 1000000000000000 unreadable',
  ]);
  const sentences = planned.cells.flatMap(({ problem }) => (problem ? [describeFailure(problem)] : []));
  expect(sentences).toHaveLength(9);
  for (const sentence of sentences) expect(sentence).toMatch(/[。？]$/);
  expect(sentences[1]).toBe('表中的单位是“元”，指标“资助金额”的单位是“万元”，没有导入。请换算成“万元”后再导入。');
  expect(expectValue(commitPlan(bureau.workspace, planned, file)).written).toBe(1);
});

test.each([
  ['单位：元', 'unit-differs'],
  ['单位：万元', 'new'],
  ['单位：人、万元', 'new'],
  ['填报单位：湖州市教育局', 'new'],
])('a title that says %s makes an amount in 万元 %s', (title, status) => {
  const planned = expectValue(plan(newBureau(), `${title},,\n地区,资助金额,\n湖州市,332.26,\n`));
  expect(planned.cells.map((cell) => cell.status)).toEqual([status]);
});

test.each([
  ['公办就读比例', '0.81', 'unit-differs'],
  ['公办就读比例', '1', 'unit-differs'],
  ['公办就读比例', '0', 'new'],
  ['公办就读比例', '81', 'new'],
  ['公办就读比例', '0.81%', 'new'],
  ['公办就读比例(%)', '0.81', 'new'],
])('under the heading %s the bare number %s is %s', (heading, text, status) => {
  const planned = expectValue(plan(newBureau(), `地区,${heading}\n湖州市,${text}\n`));
  expect(planned.cells.map((cell) => cell.status)).toEqual([status]);
});

test('1.2万 under 万元 may mean either and is not written', () => {
  const planned = expectValue(plan(newBureau(), '地区,资助金额\n湖州市,1.2万\n'));
  expect(planned.cells.map(({ status }) => status)).toEqual(['unit-differs']);
});

test('the header may stand below titles, which name the period, and notes below are left alone', () => {
  const bureau = newBureau();
  const content = '附件2,,\n湖州市2021年随迁子女情况统计表,,\n填报日期：2022年1月15日,,单位：人\n序号,区  县,随迁\n';
  const wrapped = `${content.replace('随迁\n', '"随迁\n子女人数"\n')}1,吴兴区,5\n2,合计,5\n注：1.含民办。,,\n数据来源：教育局,,\n`;
  const planned = expectValue(plan(bureau, wrapped, null));
  expect(planned.tables.map(({ period }) => period)).toEqual(['2021年']);
  expect(lines(planned)).toEqual(['C5 吴兴区 随迁子女人数 5 new', 'C6 合计 随迁子女人数 5 unknown-region']);
});

test('without a period nothing is guessed', () => {
  const bureau = newBureau();
  const body = '地区,随迁子女人数\n湖州市,5\n';
  for (const [title, word] of [
    ['', '没有写明'],
    ['填报日期：2021年10月15日\n', '没有写明'],
    ['2020年和2021年对比\n', '不止一个期'],
  ]) {
    const failure = expectFailure(plan(bureau, `${title}${body}`, null));
    expect(failure.code).toBe('import-no-table');
    expect(describeFailure(failure)).toContain(word);
  }
  expect(expectValue(plan(bureau, `2020年和2021年对比\n${body}`)).tables[0]?.period).toBe('2021年');
});

test.each([
  ['2024年上半年学生资助情况', '2024年上半年'],
  ['2024年秋季学期控辍保学', '2024年秋季学期'],
  ['2023—2024学年初统计', '2023—2024学年'],
  ['2023-2024学年度', '2023—2024学年'],
  ['２０２１年统计表', '2021年'],
  ['2024年第一季度', '2024年第一季度'],
  ['2024年3月报表', '2024年3月'],
  ['2024年度报表', '2024年'],
])('the title %s names %s', (title, label) => {
  expect(periodsIn([title]).map((period) => period.label)).toEqual([label]);
});

test.each([
  ['no indicator', '地区,身高\n湖州市,5\n'],
  ['no region', '指标,随迁子女人数\n小学,5\n'],
  ['prose', '你好\n'],
])('a file with %s is no table', (_, content) => {
  const failure = expectFailure(plan(newBureau(), content));
  expect(failure.code).toBe('import-no-table');
  expect(describeFailure(failure)).toContain('什么都没有导入');
});

test('a table whose regions are all unknown says so for each cell', () => {
  const planned = expectValue(plan(newBureau(), '学校,随迁子女人数\n一小,5\n'));
  expect(lines(planned)).toEqual(['B2 一小 随迁子女人数 5 unknown-region']);
});

test('two different numbers for one figure are both left out; twice the same number is no conflict', () => {
  const bureau = newBureau();
  const planned = expectValue(plan(bureau, '地区,随迁子女人数\n湖州市,5\n湖州,6\n吴兴区,7\n吴兴区,7.0\n'));
  expect(planned.cells.map(({ status }) => status)).toEqual(['unreadable', 'unreadable', 'new', 'new']);
  expect(planned.cells[0]?.problem).toEqual({ code: 'import-cell-conflict', cells: ['B2', 'B3'] });
  expect(expectValue(commitPlan(bureau.workspace, planned, file)).written).toBe(1);
});

test('a formula that was never computed is unreadable, never nought', () => {
  const bureau = newBureau();
  const bytes = workbook([
    {
      name: '在校生',
      rows:
        row(1, ['地区', '随迁子女人数', '公办就读比例']) +
        row(2, ['湖州市', { xml: '<f>SUM(B3:B4)</f>' }, { xml: '<v>0.8076</v>', style: 1 }]) +
        row(3, ['吴兴区', 21560, { xml: '<f>1/0</f><v>#DIV/0!</v>' }]),
    },
  ]);
  const planned = expectValue(plan(bureau, bytes));
  expect(lines(planned)).toEqual([
    '在校生!B2 湖州市 随迁子女人数 无 unreadable',
    '在校生!C2 湖州市 公办就读比例 80.76 new',
    '在校生!B3 吴兴区 随迁子女人数 21560 new',
    '在校生!C3 吴兴区 公办就读比例 无 unreadable',
  ]);
  expect(planned.cells[0]?.problem).toEqual({ code: 'value-unreadable', text: '=SUM(B3:B4)' });
  expectValue(commitPlan(bureau.workspace, planned, file));
  expect(bureau.workspace.observations.column(bureau.children.id, '2021年').has(bureau.city.id)).toBe(false);
});

test('a commit that meets a value that does not fit writes nothing at all', () => {
  const bureau = newBureau();
  const planned = expectValue(plan(bureau, '地区,随迁子女人数\n湖州市,5\n吴兴区,6\n'));
  const [first, second] = planned.cells;
  if (!first?.write || !second) throw new Error('the plan has two cells');
  const spoilt = { ...second, write: { ...first.write, cell: { kind: 'value', decimal: '0.5' } as const } };
  const failure = expectFailure(commitPlan(bureau.workspace, { ...planned, cells: [first, spoilt] }, file));
  expect(failure.code).toBe('value-too-precise');
  expect(bureau.workspace.sources.all()).toEqual([]);
  expect(bureau.workspace.observations.column(bureau.children.id, '2021年').size).toBe(0);
});

const sample = `${process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))}/samples/spreadsheets/随迁子女情况统计表-三级表头.xlsx`;

// The sample stands outside the project: without it this case is left out.
test.skipIf(!existsSync(sample))('of a table with three header rows, what is certain is read', () => {
  const bureau = newBureau();
  const planned = expectValue(plan(bureau, readFileSync(sample), null));
  expect(planned.tables.map(({ period }) => period)).toEqual(['2021年']);
  const shares = planned.cells.filter(
    ({ indicator, status }) => indicator === '公办就读比例' && status !== 'unknown-region',
  );
  expect(shares.map(({ region, value, status }) => [region, value, status])).toEqual([
    ['吴兴区', null, 'unreadable'],
    ['南浔区', '73.29', 'new'],
    ['德清县', '85.6', 'new'],
  ]);
});
