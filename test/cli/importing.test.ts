import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { row, workbook } from '../importing/workbook-fixture.ts';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

const Imported = z.strictObject({
  tables: z.array(z.unknown()),
  cells: z.array(
    z.strictObject({
      cell: z.string(),
      region: z.string(),
      indicator: z.string(),
      period: z.string(),
      value: z.string().nullable(),
      status: z.string(),
    }),
  ),
});

let sample = '';
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huigao-test-'));
  await runHuigao(folder, 'new', 's.huigao', '--sample');
  sample = join(folder, 's.huigao');
  return () => rmSync(folder, { recursive: true });
});

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  copyFileSync(sample, join(folder, 's.huigao'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const period = ['--period', '2022年'];

async function printed(folder: string, formula = '随迁子女人数', region = '湖州市') {
  return (await runHuigao(folder, 'figure', 's.huigao', formula, '--region', region, ...period)).stdout.trim();
}

// 地区,随迁子女人数 / 湖州市,81234 in GB18030.
const gb18030 = Buffer.concat([
  Buffer.from('b5d8c7f82ccbe6c7a8d7d3c5aec8cbcafd0a', 'hex'),
  Buffer.from('bafed6ddcad02c38313233340a', 'hex'),
]);

test.each([
  ['UTF-8', 'a.csv', '地区,随迁子女人数\n湖州市,81234\n'],
  ['GB18030', 'a.csv', gb18030],
  [
    'a workbook',
    'a.xlsx',
    workbook([{ name: '甲', rows: row(1, ['地区', '随迁子女人数']) + row(2, ['湖州市', 81234]) }]),
  ],
])('%s is imported, and a figure reads it with its file', async (_, name, content) => {
  const folder = folderWith({ [name]: content });
  const { exitCode, stdout, stderr } = await runHuigao(folder, 'import', 's.huigao', name, ...period);
  expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: `已导入“${name}”：新增 1 格。\n`, stderr: '' });
  const where = ['--region', '湖州市', ...period, '--json'];
  const figure = JSON.parse((await runHuigao(folder, 'figure', 's.huigao', '随迁子女人数', ...where)).stdout);
  expect(figure).toMatchObject({
    text: '81234人',
    value: '81234',
    sources: [{ source: expect.stringContaining(name) }],
  });
});

test('a dry run says of each cell what would become of it, and writes nothing', async () => {
  const folder = folderWith({ 'a.csv': '地区,随迁子女人数\n湖州市,81234\n吴兴区,约3万\n' });
  const run = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period, '--dry-run', '--json');
  const { tables, cells } = Imported.parse(JSON.parse(run.stdout));
  expect(tables).toHaveLength(1);
  const basis = { indicator: '随迁子女人数', period: '2022年' };
  expect(cells).toEqual([
    { ...basis, cell: 'B2', region: '湖州市', value: '81234', status: 'new' },
    { ...basis, cell: 'B3', region: '吴兴区', value: null, status: 'unreadable' },
  ]);
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toBe('B3：“约3万”不是能识别的数。请只填数字，例如 65000 或 99.73。\n');
  expect(await printed(folder)).toContain('【待填');
});

test('of many refused cells the first twenty are told', async () => {
  const body = Array.from({ length: 23 }, (_, at) => `火星${at}区,5`).join('\n');
  const folder = folderWith({ 'a.csv': `地区,随迁子女人数\n湖州市,1\n${body}\n` });
  const { exitCode, stderr } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  const told = stderr.trim().split('\n');
  expect({ exitCode, count: told.length, last: told.at(-1) }).toEqual({ exitCode: 1, count: 21, last: '还有 3 处。' });
  expect(told[0]).toBe('B3：没有名为“火星0区”的地区。请检查名称。');
});

test('two files that contradict each other write neither number; what they agree on is written', async () => {
  const folder = folderWith({
    'a.csv': '地区,随迁子女人数\n湖州市,5\n吴兴区,7\n',
    'b.csv': '地区,随迁子女人数\n湖州市,6\n吴兴区,7\n',
  });
  const { exitCode, stderr } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', 'b.csv', ...period);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('a.csv 的 B2、b.csv 的 B2 是同一个地区、同一个指标');
  expect([await printed(folder), await printed(folder, '随迁子女人数', '吴兴区')]).toEqual([
    expect.stringContaining('【待填'),
    '7人',
  ]);
});

test('a derived indicator keeps its formula', async () => {
  const folder = folderWith({ 'a.csv': '地区,公办就读比例\n湖州市,12.34%\n' });
  const { exitCode, stderr, stdout } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', '--period', '2021年');
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '没有导入“a.csv”：由算式得出 1 格。\n' });
  expect(stderr).toContain('B2：“公办就读比例”由算式“占比(公办就读人数, 随迁子女人数)”得出');
  const place = ['--region', '湖州市', '--period', '2021年'];
  expect((await runHuigao(folder, 'figure', 's.huigao', '公办就读比例', ...place)).stdout).toBe('80.76%\n');
});

test.each(['地区,随迁子女人数\n', '地区,随迁子女人数\n湖州市,\n'])(
  'a file without a number does not say that it was imported: %j',
  async (content) => {
    const folder = folderWith({ 'a.csv': content });
    const { exitCode, stderr, stdout } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.not.stringContaining('已导入') });
    expect(stderr).toContain('“a.csv”里没有可以导入的数');
  },
);

test('a quote left open imports nothing', async () => {
  const folder = folderWith({ 'a.csv': '地区,随迁子女人数\n湖州市,5\n"吴兴区,6\n德清县,7\n' });
  const { exitCode, stderr } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining('第 3 行的引号不成对') });
  expect(await printed(folder)).toContain('【待填');
});
