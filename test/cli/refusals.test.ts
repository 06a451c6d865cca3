import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

const request = ['--template', '随迁子女教育工作情况汇报', '--region', '湖州市', '--period', '2021年'];

async function folderWithSample(): Promise<string> {
  const folder = temporaryFolder();
  await runHuigao(folder, 'new', 's.huigao', '--sample');
  return folder;
}

/** Runs `fill` and checks that it is refused with the sentence, and that nothing is written or changed. */
async function expectRefusal(
  folder: string,
  words: readonly string[],
  expected: { exitCode: number; sentence: string },
) {
  const before = readdirSync(folder).sort();
  const { exitCode, stderr, stdout } = await runHuigao(folder, ...words);
  expect(stderr).toContain(expected.sentence);
  expect({ exitCode, stdout }).toEqual({ exitCode: expected.exitCode, stdout: '' });
  expect(readdirSync(folder).sort()).toEqual(before);
}

const files: readonly (readonly [kind: string, bytes: Buffer, sentence: string])[] = [
  ['an empty file', Buffer.alloc(0), '是空文件（0 字节）'],
  ['a text file', Buffer.from('这不是数据文件'.repeat(50)), '不是汇稿的数据文件'],
  ['a web page', Buffer.from('<!doctype html><html></html>'), '不是汇稿的数据文件'],
];

test.each(files)('%s is refused and left as it was', async (_, bytes, sentence) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 's.huigao'), bytes);
  await expectRefusal(folder, ['fill', 's.huigao', ...request, '--out', 'a.docx'], { exitCode: 1, sentence });
  expect(readFileSync(join(folder, 's.huigao')).equals(bytes)).toBe(true);
});

test('a file that is not there is not made', async () => {
  const fill = ['fill', 's.huigao', ...request, '--out', 'a.docx'];
  await expectRefusal(temporaryFolder(), fill, { exitCode: 1, sentence: '找不到数据文件' });
});

test('another program’s database is refused', async () => {
  const folder = temporaryFolder();
  const other = new Database(join(folder, 's.huigao'));
  other.exec('CREATE TABLE t(x)');
  other.close();
  const sentence = '不是汇稿的数据文件';
  await expectRefusal(
    folder,
    ['set', 's.huigao', '--indicator', '资助人次', '--region', '永宁县', '--period', '2024年', '--value', '1'],
    { exitCode: 1, sentence },
  );
});

test('a file of a newer version is refused', async () => {
  const folder = await folderWithSample();
  const db = new Database(join(folder, 's.huigao'));
  db.pragma('user_version = 999');
  db.close();
  await expectRefusal(folder, ['fill', 's.huigao', ...request, '--out', 'a.docx'], {
    exitCode: 1,
    sentence: '由更新版本的汇稿保存（版本 999）',
  });
});

test('a locked file is refused for writing, with a sentence and in time', async () => {
  const folder = await folderWithSample();
  const db = new Database(join(folder, 's.huigao'));
  db.exec('BEGIN EXCLUSIVE');
  const set = [
    'set',
    's.huigao',
    '--indicator',
    '资助人次',
    '--region',
    '永宁县',
    '--period',
    '2024年',
    '--value',
    '1',
  ];
  const { exitCode, stderr } = await runHuigao(folder, ...set);
  db.exec('ROLLBACK');
  db.close();
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('正被另一个程序占用') });
});

test('a read-only file is refused', async () => {
  const folder = await folderWithSample();
  chmodSync(join(folder, 's.huigao'), 0o444);
  await expectRefusal(folder, ['fill', 's.huigao', ...request, '--out', 'a.docx'], {
    exitCode: 1,
    sentence: '是只读的',
  });
});

test('an unwritable or missing output folder is refused before anything is written', async () => {
  const folder = await folderWithSample();
  mkdirSync(join(folder, '只读'), { mode: 0o555 });
  const fill = ['fill', 's.huigao', ...request, '--out', 'a.docx', '--out'];
  await expectRefusal(folder, [...fill, '只读/b.docx'], { exitCode: 1, sentence: '不能写入' });
  await expectRefusal(folder, [...fill, '没有/b.docx'], { exitCode: 1, sentence: '不存在' });
  expect(readdirSync(join(folder, '只读'))).toEqual([]);
});

/** One data file for the cases that only read it. */
let shared = '';
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huigao-test-'));
  await runHuigao(folder, 'new', 's.huigao', '--sample');
  shared = join(folder, 's.huigao');
  return () => rmSync(folder, { recursive: true });
});

test.each([
  [
    ['--template', '随迁子女工作汇报', '--region', '湖州市', '--period', '2021年', '--out', 'a.docx'],
    '没有名为“随迁子女工作汇报”的模板',
  ],
  [
    ['--template', '控辍保学工作情况汇报', '--region', '湖洲市', '--period', '2021年', '--out', 'a.docx'],
    '没有名为“湖洲市”的地区。是不是“湖州市”？',
  ],
  [
    ['--template', '控辍保学工作情况汇报', '--region', '湖州市', '--period', '去年', '--out', 'a.docx'],
    '“去年”不是能识别的期',
  ],
  [
    ['--template', '控辍保学工作情况汇报', '--region', '永宁县', '--period', '1999年', '--out', 'a.docx'],
    '没有1999年的任何数据',
  ],
  [
    ['--template', '控辍保学工作情况汇报', '--region', '永宁县', '--period', '2024年上半年', '--out', 'a.docx'],
    '要按自然年来写',
  ],
  [
    ['--template', '控辍保学工作情况汇报', '--region', '湖州市', '--period', '2021年', '--out', 'a.docx'],
    '是写县级报告的',
  ],
  [
    ['--template', '控辍保学工作情况汇报', '--region', '湖州市', '--period', '2021年', '--out', 'a.doc'],
    '输出文件只能是 .docx 或 .pdf',
  ],
  [['--template', '控辍保学工作情况汇报', '--region', '湖州市', '--period', '2021年'], '缺少“--out”'],
  [['--templat', '控辍保学工作情况汇报'], '不认识“--templat”'],
])('%j is wrong usage', async (words, sentence) => {
  const folder = temporaryFolder();
  copyFileSync(shared, join(folder, 's.huigao'));
  await expectRefusal(folder, ['fill', 's.huigao', ...words], { exitCode: 2, sentence });
});

test.each([
  [['--value', '六万五'], '不是能识别的数', 1],
  [['--value', '65000.5'], '规定的 0 位多', 1],
  [['--value', '1', '--missing', '未报'], '要写一个，也只能写一个', 2],
  [['--missing', '忘了'], '不认识的缺数原因“忘了”', 2],
])('set %j is refused', async (words, sentence, exitCode) => {
  const folder = temporaryFolder();
  copyFileSync(shared, join(folder, 's.huigao'));
  const set = ['set', 's.huigao', '--indicator', '公办就读人数', '--region', '湖州市', '--period', '2021年', ...words];
  await expectRefusal(folder, set, { exitCode, sentence });
});

test('--json prints one JSON value, also for a refusal', async () => {
  const { stdout, exitCode } = await runHuigao(temporaryFolder(), 'regions', 'no.huigao', '--json');
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    error: { code: 'workspace-not-found', message: expect.stringContaining('找不到数据文件') },
  });
});

test('an unknown command shows what there is', async () => {
  const { exitCode, stderr } = await runHuigao(temporaryFolder(), 'fil');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('没有“fil”这个命令');
});
