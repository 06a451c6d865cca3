import { expect, test } from 'vitest';
import { unwaiveByKey, waiveByKey } from '../../../electron/core/services/data/judge-finding.ts';
import { listFindings } from '../../../electron/core/services/data/list-findings.ts';
import { shippedRules } from '../../../electron/core/services/shipped-rules.ts';
import { expectFailure, expectValue } from '../../database/fixture.ts';
import { countyNames, newOffice, type Office, year } from './fixture.ts';

const shipped = shippedRules();

async function findings({ workspace, city }: Office, rows: readonly number[] | null = null, group = '随迁子女') {
  const request = { group, regionId: city, period: year, rows };
  return expectValue(await listFindings(workspace, request, { shipped, isWanted: () => true })).findings;
}

async function codes(office: Office, group?: string) {
  return (await findings(office, null, group)).map(({ ruleCode, region }) => `${ruleCode} ${region}`);
}

test('more than a fifth above or below last year is found, with the cells it rests on', async () => {
  const office = newOffice();
  office.type(['公办就读人数', '长兴县', '2728', '2023年'], ['公办就读人数', '长兴县', '3843']);
  office.type(['公办就读人数', '安吉县', '3000', '2023年'], ['公办就读人数', '安吉县', '1500']);
  office.type(['公办就读人数', '德清县', '3000', '2023年'], ['公办就读人数', '德清县', '3300']);
  const found = await findings(office);
  expect(found.map(({ ruleCode, region, severity }) => [ruleCode, region, severity])).toEqual([
    ['r_change_people', '长兴县', '核实'],
    ['r_change_people', '安吉县', '核实'],
  ]);
  expect(found[0]?.places[0]).toEqual(office.key('公办就读人数', '长兴县'));
  expect(found[0]?.places).toContainEqual(office.key('公办就读人数', '长兴县', '2023年'));
  expect(found[0]?.message).not.toContain('长兴县2024年：');
});

test.each([
  ['ten times', '200000'],
  ['a hundred times', '2000000'],
  ['ten thousand times', '200000000'],
  ['a tenth', '2000'],
  ['a hundredth', '200'],
  ['a ten-thousandth', '2'],
])('a slip of %s is found', async (_, text) => {
  const office = newOffice();
  office.type(['随迁子女人数', '长兴县', '20000', '2023年'], ['随迁子女人数', '长兴县', text]);
  expect(await codes(office)).toContain('r_scale_count 长兴县');
});

test('yuan typed where ten thousands of them are meant is found', async () => {
  const office = newOffice();
  office.type(['资助金额', '长兴县', '332.26', '2023年'], ['资助金额', '长兴县', '3322600']);
  expect(await codes(office, '学生资助')).toContain('r_scale_money 长兴县');
});

test('a whole column that is last year’s is found, one that differs somewhere is not', async () => {
  const office = newOffice();
  for (const [at, name] of countyNames.entries()) {
    office.type(['公办就读人数', name, `${300 + at}`, '2023年'], ['公办就读人数', name, `${300 + at}`]);
    office.type(['随迁子女中考报名人数', name, '0', '2023年'], ['随迁子女中考报名人数', name, '0']);
  }
  expect(await codes(office)).toEqual(['r_change_copied 湖州市']);
  office.type(['公办就读人数', '安吉县', '305']);
  expect(await codes(office)).toEqual([]);
});

test('a total that is not the members’ sum is found, and only rows that were touched are judged again', async () => {
  const office = newOffice();
  for (const name of countyNames) office.type(['随迁子女人数', name, '300']);
  office.type(['随迁子女人数', '湖州市', '2000'], ['公办就读人数', '德清县', '400']);
  const all = await findings(office);
  expect(all.map(({ severity, region }) => [severity, region])).toEqual(
    expect.arrayContaining([
      ['强制', '湖州市'],
      ['强制', '德清县'],
    ]),
  );
  const [first = 0] = office.counties;
  expect((await findings(office, [first])).every(({ region }) => region === '湖州市')).toBe(true);
});

test('数字没错: the reason is kept, counts until the figure changes, and can be taken back', async () => {
  const office = newOffice();
  office.type(['公办就读人数', '长兴县', '2728', '2023年'], ['公办就读人数', '长兴县', '3843']);
  const [finding] = await findings(office);
  const key = finding?.key ?? '';
  const options = { reason: '今年新建两所学校', byWhom: '张三', shipped };
  expectValue(waiveByKey(office.workspace, key, options));
  expect((await findings(office))[0]?.waiver).toMatchObject({ reason: '今年新建两所学校', byWhom: '张三' });
  expectValue(unwaiveByKey(office.workspace, key, '张三'));
  expect((await findings(office))[0]?.waiver).toBeNull();
  expect(expectFailure(unwaiveByKey(office.workspace, key, '张三')).code).toBe('data-waiver-gone');

  expectValue(waiveByKey(office.workspace, key, options));
  office.type(['公办就读人数', '长兴县', '4000']);
  expect((await findings(office))[0]?.waiver).toBeNull();
  const refusal = (text: string, reason = '有原因') =>
    expectFailure(waiveByKey(office.workspace, text, { ...options, reason })).code;
  expect([refusal(key, ' '), refusal('x'), refusal('["r_change_people","","2024年",1]')]).toEqual([
    'data-waiver-without-reason',
    'data-finding-gone',
    'data-finding-gone',
  ]);
});
