import { expect, test } from 'vitest';
import { runHuigao, sampleFolders } from '../support/run-huigao.ts';

const folderWithSample = sampleFolders();

function set(folder: string, indicator: string, ...words: readonly string[]) {
  const place = ['--region', indicator === '资助金额' ? '永宁县' : '湖州市', '--period', '2021年'];
  return runHuigao(folder, 'set', 's.huigao', '--indicator', indicator, ...place, ...words);
}

function figure(folder: string, formula: string) {
  return runHuigao(folder, 'figure', 's.huigao', formula, '--region', '湖州市', '--period', '2021年');
}

test.each(['1203①', '10⁵', '1,5', '65 0 0 0', '—', '6万5', '1.2.3'])(
  'a typed “%s” is no number and nothing is stored',
  async (text) => {
    const folder = folderWithSample();
    const { exitCode, stderr, stdout } = await set(folder, '公办就读人数', '--value', text);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(`“${text}”不是能识别的数`);
    expect((await figure(folder, '公办就读人数')).stdout).toBe('65097人\n');
  },
);

test.each([
  ['公办就读人数', '65000人', '65000人'],
  ['公办就读人数', '６５，０００', '65000人'],
  ['公办就读人数', '6.5万', '65000人'],
  ['公办就读人数', '007', '7人'],
  ['公办就读人数', '-0', '0人'],
  ['公办就读人数', '7.0', '7人'],
])('%s typed as %s is stored as %s', async (indicator, text, stored) => {
  const folder = folderWithSample();
  const { exitCode, stdout } = await set(folder, indicator, '--value', text);
  expect({ exitCode, stdout }).toEqual({
    exitCode: 0,
    stdout: `${indicator}（湖州市，2021年）：65097人 → ${stored}。\n`,
  });
  expect((await figure(folder, indicator)).stdout).toBe(`${stored}\n`);
});

test('a percentage is taken with its sign, and another unit is refused with a sentence', async () => {
  const folder = folderWithSample();
  const indicators = JSON.parse((await runHuigao(folder, 'indicators', 's.huigao', '--json')).stdout);
  const share = indicators.find(({ name }: { name: string }) => name === '符合条件随迁子女公办就读比例');
  expect((await set(folder, share.name, '--value', '99.73%')).exitCode).toBe(0);
  expect((await figure(folder, share.name)).stdout).toBe('99.73%\n');
  const refused = await set(folder, '公办就读人数', '--value', '65000万元');
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('“65000万元”的单位是“万元”') });
});

test('the day that a figure stands for is set with its value or alone, and printed', async () => {
  const folder = folderWithSample();
  const both = await set(folder, '公办就读人数', '--value', '65000', '--as-of', '2021年12月30日');
  expect(both.stdout).toBe(
    '公办就读人数（湖州市，2021年）：65097人（截至2021年12月31日） → 65000人（截至2021年12月30日）。\n',
  );
  const alone = await set(folder, '公办就读人数', '--as-of', '2021-12-29', '--json');
  expect(JSON.parse(alone.stdout)).toMatchObject({ after: '65000人（截至2021年12月29日）', asOf: '2021-12-29' });
  expect((await figure(folder, '截至日(公办就读人数)')).stdout).toBe('2021年12月29日\n');
  expect((await figure(folder, '公办就读人数')).stdout).toBe('65000人\n');
});

test('the day alone leaves the source of the value as it was', async () => {
  const folder = folderWithSample();
  const sources = async () => {
    const place = ['--region', '湖州市', '--period', '2021年', '--json'];
    return JSON.parse((await runHuigao(folder, 'figure', 's.huigao', '公办就读人数', ...place)).stdout).sources;
  };
  const before = await sources();
  expect((await set(folder, '公办就读人数', '--as-of', '2021-12-29')).exitCode).toBe(0);
  expect(await sources()).toEqual(before);
});

test.each([
  ['公办就读人数', '2021-02-29', '“2021-02-29”不是一个日期'],
  ['公办就读人数', '2021年13月1日', '不是一个日期'],
  ['公办就读人数', '年底', '不是一个日期'],
  ['资助金额', '2021-12-31', '“资助金额”是时期指标，没有截至日'],
])('%s as of %s is refused', async (indicator, day, sentence) => {
  const { exitCode, stderr } = await set(folderWithSample(), indicator, '--value', '5', '--as-of', day);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining(sentence) });
});

test('a day needs a value to belong to', async () => {
  const place = ['--indicator', '公办就读人数', '--region', '湖州市', '--period', '1999年'];
  const { exitCode, stderr } = await runHuigao(
    folderWithSample(),
    'set',
    's.huigao',
    ...place,
    '--as-of',
    '1999-12-31',
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining('还没有数据') });
});
