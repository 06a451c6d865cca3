import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readUserName } from '../../electron/core/backend/read-user-name.ts';
import { runHuigao, sampleFolders, temporaryFolder } from '../support/run-huigao.ts';

const folderWithSample = sampleFolders();

const city = ['--region', '湖州市', '--period', '2021年'];

test('an account without a name is the user of this machine', () => {
  const throwing = () => {
    throw new Error('ENOENT: no such file or directory, uv_os_get_passwd');
  };
  expect([readUserName(throwing), readUserName(() => ({ username: 'zhang' }))]).toEqual(['本机用户', 'zhang']);
});

test('a bug ends in the one sentence, without a stack, and as one value under --json', async () => {
  const folder = folderWithSample();
  const db = new Database(join(folder, 's.huigao'));
  db.pragma('foreign_keys = OFF');
  db.exec('DROP TABLE region');
  db.close();
  const { exitCode, stdout, stderr } = await runHuigao(folder, 'regions', 's.huigao', '--json');
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringMatching(/^程序内部出错（.*）.*。\n$/) });
  expect(JSON.parse(stdout)).toEqual({ error: { code: 'unexpected', message: stderr.trim() } });
});

test.each([
  ['an unknown option', ['regions', 's.huigao', '--nonsense', '--json']],
  ['a missing option', ['set', 's.huigao', '--json']],
  ['a missing argument', ['figure', '--json', ...city]],
  ['an unknown command', ['figur', 's.huigao', '--json']],
])('%s under --json is one value too', async (_, words) => {
  const { exitCode, stdout, stderr } = await runHuigao(temporaryFolder(), ...words);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toEqual({ error: { code: 'usage', message: stderr.trim() } });
});

test.each(['new', 'import', 'set', 'figure', 'fill', 'check', 'waive', 'define', 'templates', 'regions', 'indicators'])(
  '%s --help prints how it is written',
  async (name) => {
    const { exitCode, stdout, stderr } = await runHuigao(temporaryFolder(), name, '--help');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`用法：huigao ${name} `);
  },
);

test('the same output twice is refused before anything is written, also with --force', async () => {
  const folder = folderWithSample();
  const fill = ['fill', 's.huigao', '--template', '随迁子女教育工作情况汇报', ...city, '--force'];
  const { exitCode, stderr } = await runHuigao(folder, ...fill, '--out', 'd.docx', '--out', './d.docx');
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('“d.docx”写了两次') });
  expect(readdirSync(folder)).toEqual(['s.huigao']);
});

test('the example of a figure prints exactly its text, and its JSON has exactly its keys', async () => {
  const folder = folderWithSample();
  const figure = ['figure', 's.huigao', '占比(公办就读人数, 随迁子女人数)', ...city];
  expect(await runHuigao(folder, ...figure)).toEqual({ exitCode: 0, stdout: '80.76%\n', stderr: '' });
  const json = JSON.parse((await runHuigao(folder, ...figure, '--json')).stdout);
  expect(Object.keys(json)).toEqual(['formula', 'text', 'value', 'unit', 'missing', 'sources']);
  expect(json).toMatchObject({ formula: figure[2], text: '80.76%', unit: '%', missing: null });
  expect(json.value).toMatch(/^80\.76/);
  const basis = { region: '湖州市', period: '2021年', source: expect.stringContaining('随迁子女教育工作情况汇报') };
  expect(json.sources).toEqual([
    { ...basis, indicator: '公办就读人数', value: '65097' },
    { ...basis, indicator: '随迁子女人数', value: '80605' },
  ]);
});

test('templates, regions and indicators are listed as JSON', async () => {
  const folder = folderWithSample();
  const list = async (name: string) => JSON.parse((await runHuigao(folder, name, 's.huigao', '--json')).stdout);
  expect(await list('templates')).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: '随迁子女教育工作情况汇报', regionLevel: '市' })]),
  );
  expect(await list('regions')).toContainEqual({
    name: '吴兴区',
    code: '330502',
    level: '县',
    parent: '湖州市',
    aliases: expect.any(Array),
  });
  expect(await list('indicators')).toContainEqual(
    expect.objectContaining({ name: '公办就读比例', unit: '%', formula: '占比(公办就读人数, 随迁子女人数)' }),
  );
});
