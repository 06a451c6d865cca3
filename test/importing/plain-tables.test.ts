import { expect, test } from 'vitest';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../database/fixture.ts';
import { commit, lines, plan, statuses } from './whole-way.ts';
import { row, workbook } from './workbook-fixture.ts';

test('a plain table is recognised, written once with its cells, and then the same', () => {
  const bureau = newBureau();
  const content =
    '地区,随迁子女人数（人）,公办就读比例(%)\n湖州,80605,80.76%\n吴 兴 区,"21,560",79.5％\n330503,18932人,73.29%\n';
  const first = expectValue(plan(bureau, content));
  expect(first.tables.map(({ period }) => period?.label)).toEqual(['2021年']);
  expect(lines(first)).toEqual([
    'B2 湖州市 随迁子女人数 2021年 80605 new',
    'C2 湖州市 公办就读比例 2021年 80.76 new',
    'B3 吴兴区 随迁子女人数 2021年 21560 new',
    'C3 吴兴区 公办就读比例 2021年 79.5 new',
    'B4 南浔区 随迁子女人数 2021年 18932 new',
    'C4 南浔区 公办就读比例 2021年 73.29 new',
  ]);
  const { workspace, share, counties } = bureau;
  const outcome = commit(bureau, first);
  expect(outcome).toEqual({ sourceId: 1, written: 6, newRegions: 0, newIndicators: 0 });
  expect(workspace.observations.column(share.id, '2021年').get(counties[0]?.id ?? 0)).toEqual({
    cell: { kind: 'value', decimal: '79.50' },
    asOf: null,
    source: { id: 1, kind: '文件', title: '表.csv' },
    cellReference: 'C3',
  });

  const second = expectValue(plan(bureau, content));
  expect(statuses(second)).toEqual(Array.from({ length: 6 }, () => 'same'));
  expect(commit(bureau, second)).toMatchObject({ sourceId: null, written: 0 });
  expect(workspace.sources.all()).toHaveLength(1);
});

test('what a table says anew, leaves blank, or says is not there', () => {
  const bureau = newBureau();
  commit(bureau, expectValue(plan(bureau, '地区,随迁子女人数\n湖州市,1\n吴兴区,2\n南浔区,3\n')));
  const next = expectValue(plan(bureau, '地区,随迁子女人数\n湖州市,10\n吴兴区,\n南浔区,无此项\n德清县,…\n'));
  expect(lines(next)).toEqual([
    'B2 湖州市 随迁子女人数 2021年 10 changed',
    'B3 吴兴区 随迁子女人数 2021年 无 missing',
    'B4 南浔区 随迁子女人数 2021年 无 changed',
    'B5 德清县 随迁子女人数 2021年 无 missing',
  ]);
  expect(commit(bureau, next).written).toBe(3);
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
    'B2 湖州市 随迁子女人数 2021年 无 unreadable',
    'C2 湖州市 资助金额 2021年 3322600 asked',
    'D2 湖州市 公办就读比例 2021年 80.76123 unreadable',
    'E2 湖州市 寄宿生 2021年 5 unknown-indicator',
    'B3 火星区 随迁子女人数 2021年 5 unknown-region',
    'B4 吴兴区 随迁子女人数 2021年 12000 new',
    'C4 吴兴区 资助金额 2021年 无 missing',
    'D4 吴兴区 公办就读比例 2021年 73.29 unit-differs',
    'B5 南浔区 随迁子女人数 2021年 1.5 unreadable',
    'C5 南浔区 资助金额 2021年 无 missing',
    'D5 南浔区 公办就读比例 2021年 1000000000000000 unreadable',
  ]);
  const sentences = planned.cells.flatMap(({ problem }) => (problem ? [describeFailure(problem)] : []));
  expect(sentences).toHaveLength(8);
  for (const sentence of sentences) expect(sentence).toMatch(/[。？]$/);
  expect(sentences[1]).toBe('这一格还没有导入，先要回答：“资助金额(元)”的单位是“元”吗？');
  expect(commit(bureau, planned).written).toBe(1);
});

test.each([
  ['单位：元', 'asked'],
  ['单位：万元', 'new'],
  ['单位：人、万元', 'new'],
  ['填报单位：湖州市教育局', 'new'],
])('a title that says %s makes an amount in 万元 %s', (title, status) => {
  const planned = expectValue(plan(newBureau(), `${title},,\n地区,资助金额,\n湖州市,332.26,\n`));
  expect(statuses(planned)).toEqual([status]);
});

test.each([
  ['公办就读比例', '0.81', 'asked'],
  ['公办就读比例', '1', 'asked'],
  ['公办就读比例', '0', 'new'],
  ['公办就读比例', '81', 'new'],
  ['公办就读比例', '0.81%', 'new'],
  ['公办就读比例(%)', '0.81', 'asked'],
])('under the heading %s the bare number %s is %s', (heading, text, status) => {
  const planned = expectValue(plan(newBureau(), `地区,${heading}\n湖州市,${text}\n`));
  expect(statuses(planned)).toEqual([status]);
});

test('1.2万 under 万元 may mean either and is not written', () => {
  const planned = expectValue(plan(newBureau(), '地区,资助金额\n湖州市,1.2万\n'));
  expect(statuses(planned)).toEqual(['unit-differs']);
});

test('the header may stand below titles, which name the period, and notes below are left alone', () => {
  const bureau = newBureau();
  const content = '附件2,,\n湖州市2021年随迁子女情况统计表,,\n填报日期：2022年1月15日,,单位：人\n序号,区  县,随迁\n';
  const wrapped = `${content.replace('随迁\n', '"随迁\n子女人数"\n')}1,吴兴区,5\n2,合计,5\n注：1.含民办。,,\n数据来源：教育局,,\n`;
  const planned = expectValue(plan(bureau, wrapped, null));
  expect(planned.tables.map(({ period }) => period?.label)).toEqual(['2021年']);
  expect(lines(planned)).toEqual(['C5 吴兴区 随迁子女人数 2021年 5 new', 'C6 湖州市 随迁子女人数 2021年 5 new']);
});

test('without a period nothing is guessed', () => {
  const bureau = newBureau();
  const body = '地区,随迁子女人数\n湖州市,5\n';
  for (const title of ['', '填报日期：2021年10月15日\n', '2020年和2021年对比\n']) {
    const planned = expectValue(plan(bureau, `${title}${body}`, null));
    expect(statuses(planned)).toEqual(['asked']);
    expect(planned.questions.map(({ kind }) => kind)).toEqual(['period']);
  }
  expect(expectValue(plan(bureau, `2020年和2021年对比\n${body}`)).tables[0]?.period?.label).toBe('2021年');
});

test('a file without a table is told', () => {
  const failure = expectFailure(plan(newBureau(), '你好\n'));
  expect(failure.code).toBe('import-no-table');
  expect(describeFailure(failure)).toContain('什么都没有导入');
});

test('a table whose regions are all unknown says so for each cell', () => {
  const planned = expectValue(plan(newBureau(), '学校,随迁子女人数\n一小,5\n'));
  expect(lines(planned)).toEqual(['B2 一小 随迁子女人数 2021年 5 unknown-region']);
});

test('two different numbers for one figure are both left out; twice the same number is no conflict', () => {
  const bureau = newBureau();
  const planned = expectValue(plan(bureau, '地区,随迁子女人数\n湖州市,5\n湖州,6\n吴兴区,7\n吴兴区,7.0\n'));
  expect(statuses(planned)).toEqual(['duplicate', 'duplicate', 'new', 'same']);
  expect(planned.cells[0]?.problem).toEqual({ code: 'import-cell-conflict', cells: ['B2', 'B3'] });
  expect(commit(bureau, planned).written).toBe(1);
});

test('a formula that was never computed and cannot be computed here is asked about, never nought', () => {
  const bureau = newBureau();
  const bytes = workbook([
    {
      name: '在校生',
      rows:
        row(1, ['地区', '随迁子女人数', '公办就读比例']) +
        row(2, ['湖州市', { xml: '<f>MAX(B3:B4)</f>' }, { xml: '<v>0.8076</v>', style: 1 }]) +
        row(3, ['吴兴区', 21560, { xml: '<f>1/0</f><v>#DIV/0!</v>' }]),
    },
  ]);
  const planned = expectValue(plan(bureau, bytes));
  expect(lines(planned)).toEqual([
    '在校生!B2 湖州市 随迁子女人数 2021年 无 asked',
    '在校生!C2 湖州市 公办就读比例 2021年 80.76 new',
    '在校生!B3 吴兴区 随迁子女人数 2021年 21560 new',
    '在校生!C3 吴兴区 公办就读比例 2021年 无 unreadable',
  ]);
  expect(planned.questions).toMatchObject([{ kind: 'formula', cell: '在校生!B2', formula: 'MAX(B3:B4)' }]);
  commit(bureau, planned);
  expect(bureau.workspace.observations.column(bureau.children.id, '2021年').has(bureau.city.id)).toBe(false);
});
