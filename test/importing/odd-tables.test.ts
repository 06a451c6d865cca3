import { expect, test } from 'vitest';
import { makePeriod } from '../../shared/figures/period.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../database/fixture.ts';
import { commit, lines, plan, refusal, statuses, year2021 } from './whole-way.ts';
import { row, workbook } from './workbook-fixture.ts';

test('a number for a derived indicator is refused with its formula', () => {
  const bureau = newBureau();
  bureau.workspace.indicators.insert({
    ...bureau.share,
    code: 'private_share',
    name: '民办就读比例',
    formula: '100 - 公办就读比例',
  });
  const planned = expectValue(plan(bureau, '地区,民办就读比例\n湖州市,12.34%\n吴兴区,—\n南浔区,\n'));
  expect(statuses(planned)).toEqual(['derived', 'derived', 'missing']);
  expect(planned.cells[0]?.problem).toMatchObject({ code: 'indicator-derived', formula: '100 - 公办就读比例' });
  expect(commit(bureau, planned).written).toBe(0);
});

test('a row with more fields than the header is refused, not shifted', () => {
  const planned = expectValue(plan(newBureau(), '地区,随迁子女人数,资助金额\n湖州市,5,6\n吴兴区,1,234,567\n'));
  expect(lines(planned)).toEqual([
    'B2 湖州市 随迁子女人数 2021年 5 new',
    'C2 湖州市 资助金额 2021年 6 new',
    'B3 吴兴区 随迁子女人数 2021年 无 unreadable',
    'C3 吴兴区 资助金额 2021年 无 unreadable',
  ]);
  expect(planned.cells[2]?.problem).toEqual({ code: 'import-row-too-long', row: 3 });
});

test('a blank field at the end is nothing when every row has it, else a shifted row', () => {
  const said = (body: string) => statuses(expectValue(plan(newBureau(), `地区,随迁子女人数,资助金额\n${body}`)));
  expect(said('湖州市,5,6,\n吴兴区,7,8,\n')).toEqual(['new', 'new', 'new', 'new']);
  expect(said('湖州市,5,6\n吴兴区,1,234,\n')).toEqual(['new', 'new', 'unreadable', 'unreadable']);
});

test('a note beside the table in a workbook shifts nothing', () => {
  const rows = row(1, ['地区', '随迁子女人数']) + row(2, ['湖州市', 5, null, '含民办']);
  expect(lines(expectValue(plan(newBureau(), workbook([{ name: '甲', rows }]))))).toEqual([
    '甲!B2 湖州市 随迁子女人数 2021年 5 new',
  ]);
});

test('a second table below, with a header of its own, is read as a table of its own', () => {
  const upper = '2021年统计表,,\n地区,随迁子女人数,\n湖州市,5,\n吴兴区,6,\n注：含民办。,,\n,,\n';
  const lower = '地区,资助金额（万元）,公办就读比例\n湖州市,332.26,80\n';
  const planned = expectValue(plan(newBureau(), upper + lower, null));
  expect(lines(planned)).toEqual([
    'B3 湖州市 随迁子女人数 2021年 5 new',
    'B4 吴兴区 随迁子女人数 2021年 6 new',
    'B8 湖州市 资助金额 2021年 332.26 new',
    'C8 湖州市 公办就读比例 2021年 80 new',
  ]);
  expect(planned.tables).toHaveLength(2);
});

test('a table below may name a period and a unit of its own', () => {
  const content =
    '2021年,单位：万元\n地区,资助金额\n湖州市,5\n2020年,单位：元\n地区,资助金额\n湖州市,6\n2019年,单位：万元\n地区,资助金额\n湖州市,7\n';
  expect(lines(expectValue(plan(newBureau(), content, null)))).toEqual([
    'B3 湖州市 资助金额 2021年 5 new',
    'B6 湖州市 资助金额 2020年 6 asked',
    'B9 湖州市 资助金额 2019年 7 new',
  ]);
});

test('the name of another indicator alone in a row below makes the rest uncertain', () => {
  expect(refusal('地区,随迁子女人数\n湖州市,5\n资助金额,\n湖州市,6\n')).toContain('第 3 行像另一张表的表头');
});

test.each([
  ['headed', '地区,随迁子女人数,地区,随迁子女人数\n湖州市,5,吴兴区,6\n'],
  ['with a gap', '地区,随迁子女人数,,区县,资助金额\n湖州市,5,,吴兴区,6\n'],
  ['without a heading', '地区,随迁子女人数,,资助金额\n湖州市,5,吴兴区,6\n德清县,5,南浔区,6\n'],
])('tables side by side, the second %s, are refused', (_, content) => {
  expect(refusal(content)).toContain('右边还有一列地区');
});

test('a remark that names a region is a remark, not a second table', () => {
  const planned = expectValue(plan(newBureau(), '地区,随迁子女人数,备注\n湖州市,5,\n吴兴区,6,湖州市\n'));
  expect(lines(planned).filter((line) => line.endsWith(' new'))).toHaveLength(2);
});

test.each([
  ['地区,年份,随迁子女人数\n湖州市,2021,5\n湖州市,2020,6\n', '“2020”'],
  ['地区,年度,随迁子女人数\n湖州市,2020年,5\n', '“2020年”'],
  ['地区,随迁子女人数,期\n湖州市,5,2021年上半年\n', '“2021年上半年”'],
  ['地区,期别,随迁子女人数\n湖州市,上半年,5\n', '“上半年”'],
])('a column of periods with another one is refused: %s', (content, found) => {
  expect(refusal(content)).toContain(`里写着${found}，要导入的却是“2021年”`);
});

test('a column of periods that agrees is no indicator, and names the period where nothing else does', () => {
  const content = '地区,随迁子女人数,年份\n湖州市,5,2021\n吴兴区,6,2021年\n';
  for (const period of [year2021, null]) {
    expect(lines(expectValue(plan(newBureau(), content, period)))).toEqual([
      'B2 湖州市 随迁子女人数 2021年 5 new',
      'B3 吴兴区 随迁子女人数 2021年 6 new',
    ]);
  }
  const years = expectValue(plan(newBureau(), '地区,随迁子女人数,年份\n湖州市,5,2021\n吴兴区,6,2020\n', null));
  expect(lines(years)).toEqual(['B2 湖州市 随迁子女人数 2021年 5 new', 'B3 吴兴区 随迁子女人数 2020年 6 new']);
});

test.each([
  ['湖州市2020年统计表', year2021],
  ['湖州市2021年上半年统计表', year2021],
  ['2020—2021学年统计表', year2021],
])('the title %s contradicts the given %o', (title, period) => {
  expect(refusal(`${title},\n地区,随迁子女人数\n湖州市,5\n`, period)).toContain(`要导入的却是“${period.label}”`);
});

test.each([
  ['湖州市2021年统计表', makePeriod('半年', 2021, 1)],
  ['填报时间：2022年1月', year2021],
])('the title %s does not contradict the given %o', (title, period) => {
  const planned = expectValue(plan(newBureau(), `${title},\n地区,随迁子女人数\n湖州市,5\n`, period));
  expect(planned.tables.map((table) => table.period?.label)).toEqual([period.label]);
});

test('a number and a sign for its absence contradict each other, also when one is already recorded', () => {
  const bureau = newBureau();
  const content = '地区,随迁子女人数\n湖州市,100\n湖州,—\n吴兴区,\n吴兴区,5\n';
  const said = () => statuses(expectValue(plan(bureau, content)));
  expect(said()).toEqual(['duplicate', 'duplicate', 'missing', 'new']);
  commit(bureau, expectValue(plan(bureau, '地区,随迁子女人数\n湖州市,—\n')));
  expect(said()).toEqual(['duplicate', 'duplicate', 'missing', 'new']);
});

test.each([
  ['地区,随迁子女人数\n"湖州市,5\n吴兴区,6\n', 2],
  ['地区,随迁子女人数\n湖州市,5\n吴兴区,"6"7\n德清县,8\n', 3],
])('an unbalanced quote is refused with its line: %s', (content, line) => {
  const failure = expectFailure(plan(newBureau(), content));
  expect(failure).toEqual({ code: 'import-damaged', name: '表.csv', line });
  expect(describeFailure(failure)).toContain(`第 ${line} 行的引号不成对`);
});

test.each([
  ['截至2022年12月31日', '2022-12-31'],
  ['统计时点：2022-12-31', '2022-12-31'],
  ['（数据截止到2022年9月1日）', '2022-09-01'],
  ['填报日期：2022年12月31日', null],
])('the title %s gives the day %s to 时点 figures alone', (title, asOf) => {
  const bureau = newBureau();
  const planned = expectValue(plan(bureau, `${title},,\n地区,随迁子女人数,资助金额\n湖州市,5,6\n`));
  commit(bureau, planned);
  const dayOf = (indicatorId: number) =>
    bureau.workspace.observations.column(indicatorId, '2021年').get(bureau.city.id)?.asOf;
  expect([dayOf(bureau.children.id), dayOf(bureau.funds.id)]).toEqual([asOf, null]);
});

test('the same numbers with another day are a change, and a day that is none is refused', () => {
  const bureau = newBureau();
  const content = (day: string) => `截至${day}\n地区,随迁子女人数\n湖州市,5\n`;
  const said = (day: string) => statuses(expectValue(plan(bureau, content(day))));
  commit(bureau, expectValue(plan(bureau, content('2021年12月31日'))));
  expect(said('2021年12月31日')).toEqual(['same']);
  expect(said('2021年12月30日')).toEqual(['changed']);
  expect(refusal(content('2021年2月30日'))).toContain('截至日“2021年2月30日”不是一个日期');
});
