import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { row, workbook } from '../importing/workbook-fixture.ts';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

const Imported = z.object({
  tables: z.array(z.object({ id: z.string(), sheet: z.string(), period: z.string(), fingerprint: z.string() })),
  questions: z.array(z.object({ id: z.string(), title: z.string() })),
  totals: z.array(z.unknown()),
  assumptions: z.array(z.string()),
  notices: z.array(z.string()),
  cells: z.array(
    z.strictObject({
      cell: z.string(),
      region: z.string(),
      indicator: z.string(),
      period: z.string(),
      value: z.string().nullable(),
      status: z.string(),
      text: z.string(),
      before: z.string().nullable(),
      note: z.string().nullable(),
      problem: z.string().nullable(),
      question: z.string().nullable(),
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
  const run = await runHuigao(folder, 'import', 's.huigao', name, ...period);
  const stderr = '表里没有写单位，按指标目录里的单位导入：随迁子女人数（人）。\n';
  expect(run).toEqual({ exitCode: 0, stdout: `已导入“${name}”：新增 1 格。\n`, stderr });
  const where = ['--region', '湖州市', ...period, '--json'];
  const figure = JSON.parse((await runHuigao(folder, 'figure', 's.huigao', '随迁子女人数', ...where)).stdout);
  expect(figure).toMatchObject({
    text: '81234人',
    value: '81234',
    sources: [{ source: expect.stringContaining(name) }],
  });
});

test('a dry run says of each cell what would become of it, and writes nothing', async () => {
  const folder = folderWith({ 'a.csv': '地区,随迁子女人数（人）\n湖州市,81234\n吴兴区,约3万\n' });
  const run = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period, '--dry-run', '--json');
  const { tables, cells } = Imported.parse(JSON.parse(run.stdout));
  expect(tables).toHaveLength(1);
  const basis = { indicator: '随迁子女人数', period: '2022年', before: null, note: null, question: null };
  const problem = '“约3万”不是能识别的数。请只填数字，例如 65000 或 99.73。';
  expect(cells).toEqual([
    { ...basis, cell: 'B2', region: '湖州市', text: '81234', value: '81234', status: 'new', problem: null },
    { ...basis, cell: 'B3', region: '吴兴区', text: '约3万', value: null, status: 'unreadable', problem },
  ]);
  expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 1, stderr: `B3：${problem}\n` });
  expect(await printed(folder)).toContain('【待填');
});

test('of many questions the first twenty are told, each with how to answer it', async () => {
  const body = Array.from({ length: 23 }, (_, at) => `火星${at}区,5`).join('\n');
  const folder = folderWith({ 'a.csv': `地区,随迁子女人数（人）\n湖州市,1\n${body}\n` });
  const { exitCode, stderr } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  const told = stderr.trim().split('\n');
  expect({ exitCode, count: told.length, last: told.at(-1) }).toEqual({ exitCode: 1, count: 21, last: '还有 3 处。' });
  expect(told[0]).toMatch(/^“火星0区”是哪个地区或单位？.*有 1 格在等回答。.*--mapping .*"region:火星0区": /);
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
    expect(stderr).toMatch(/“a.csv”里没有(可以导入的数|找到数据表)/);
  },
);

test('a quote left open imports nothing', async () => {
  const folder = folderWith({ 'a.csv': '地区,随迁子女人数\n湖州市,5\n"吴兴区,6\n德清县,7\n' });
  const { exitCode, stderr } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining('第 3 行的引号不成对') });
  expect(await printed(folder)).toContain('【待填');
});

test('answers in a file settle the questions, and the layout is remembered for the next file', async () => {
  const content = (value: string) => `地区,随迁子女人数（人）,公办就读人数（万人）\n湖州市,${value},6.5\n火星区,7,8\n`;
  const answers = {
    'region:火星区': { kind: 'leave-out' },
    'unit:公办就读人数(万人)/万人': { kind: 'unit', unit: '万人' },
  };
  const folder = folderWith({ 'a.csv': content('81234'), 'm.json': JSON.stringify({ answers }) });
  const asked = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period, '--dry-run', '--json');
  expect(Imported.parse(JSON.parse(asked.stdout)).questions.map(({ id }) => id)).toEqual(Object.keys(answers));
  const first = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period, '--mapping', 'm.json');
  expect(first).toEqual({
    exitCode: 0,
    stdout: '已导入“a.csv”：新增 2 格，不导入 2 格。\n',
    stderr: 'C2：表里是 6.5万人，换算为 65000人。\n',
  });
  writeFileSync(join(folder, 'a.csv'), content('81235'));
  const next = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  expect(next).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('有变化 1 格') });
  expect(next.stderr).toContain('“a.csv”的表头以前导入过，用了上次的回答。');
});

test.each([
  ['不是 JSON', '{'],
  ['“answers 的 region:甲 的 kind”的写法不对', '{"answers":{"region:甲":{"kind":"也许"}}}'],
])('a file of answers that cannot be read is refused: %s', async (detail, mapping) => {
  const folder = folderWith({ 'a.csv': '地区,随迁子女人数\n湖州市,5\n', 'm.json': mapping });
  const { exitCode, stderr } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period, '--mapping', 'm.json');
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining(detail) });
});

test('imports are listed and taken back', async () => {
  const folder = folderWith({ 'a.csv': '地区,随迁子女人数\n湖州市,5\n吴兴区,6\n' });
  expect((await runHuigao(folder, 'imports', 's.huigao')).stdout).toBe('还没有导入过文件。\n');
  await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  const [listed] = JSON.parse((await runHuigao(folder, 'imports', 's.huigao', '--json')).stdout);
  expect(listed).toMatchObject({ fileName: 'a.csv', cells: 2, undoneAt: null });
  const where = ['--indicator', '随迁子女人数', '--region', '湖州市', ...period];
  await runHuigao(folder, 'set', 's.huigao', ...where, '--value', '7');
  const undo = ['undo-import', 's.huigao', '--import', String(listed.sourceId)];
  expect(await runHuigao(folder, ...undo)).toEqual({
    exitCode: 0,
    stdout: '已撤销“a.csv”的导入：恢复 1 格，保留 1 格。\n',
    stderr: '湖州市2022年的“随迁子女人数”导入后又改过，保留现在的数。\n',
  });
  expect([await printed(folder), await printed(folder, '随迁子女人数', '吴兴区')]).toEqual([
    '7人',
    expect.stringContaining('【待填'),
  ]);
  expect(await runHuigao(folder, ...undo)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('已经撤销过'),
  });
  expect(await runHuigao(folder, 'undo-import', 's.huigao', '--import', '甲')).toMatchObject({ exitCode: 1 });
});
