import { expect, test } from 'vitest';
import { lockPeriod } from '../../../electron/core/services/catalogue/periods.ts';
import { reportSums } from '../../../electron/core/services/data/whole-sums.ts';
import { createReport } from '../../../electron/core/services/reports.ts';
import { expectValue } from '../../database/fixture.ts';
import { countyNames, newOffice, year } from './fixture.ts';

test('a report tells which of the figures it lacks the members add up to', () => {
  const office = newOffice();
  const { workspace, type } = office;
  for (const name of countyNames) type(['随迁子女人数', name, '300']);
  for (const name of countyNames.slice(1)) type(['公办就读人数', name, '200']);
  for (const name of countyNames) type(['小学随迁子女人数', name, '100']);
  const request = { template: '随迁子女教育工作情况汇报', region: '湖州市', period: year };
  const { id } = expectValue(createReport(workspace, request));
  const read = () => expectValue(reportSums(workspace, id));
  expect(read()).toMatchObject({ regionId: office.city, period: year, members: '5个区县' });
  const named = () => read().sums.map(({ name, decimal }) => [name, decimal]);
  // One county lacks 公办就读人数, and no report reads what is asked by stage.
  expect(named()).toEqual([['随迁子女人数', '1500']]);
  type(['公办就读人数', '吴兴区', '无此项']);
  expect(named()).toEqual([
    ['随迁子女人数', '1500'],
    ['公办就读人数', '800'],
  ]);
  type(['随迁子女人数', '湖州市', '1500']);
  expect(named()).toEqual([['公办就读人数', '800']]);
  expectValue(lockPeriod(workspace, year, '张三'));
  expect(named()).toEqual([]);
});
