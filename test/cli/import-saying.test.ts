import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProgressLine } from '../../electron/cli/progress-line.ts';
import { runHuigao, sampleFolders } from '../support/run-huigao.ts';

const newFolder = sampleFolders();
const period = ['--period', '2022年'];

function folderWith(name: string, content: string): string {
  const folder = newFolder();
  writeFileSync(join(folder, name), content);
  return folder;
}

test('of a closed period that is said and nothing else, whatever the file asks', async () => {
  const folder = folderWith('a.csv', '地区,随迁子女人数（人）\n湖州市,81234\n');
  await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  await runHuigao(folder, 'lock', 's.huigao', ...period);
  const again = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  expect(again).toMatchObject({ exitCode: 0, stdout: '已导入“a.csv”：相同 1 格。\n' });

  const sentence = '2022年的数据已经定稿，没有改动。确实要改的，请先取消这一期的定稿。\n';
  writeFileSync(join(folder, 'b.csv'), '地区,随迁子女人数（人）\n湖州市,81234\n火星区,5\n');
  const asking = await runHuigao(folder, 'import', 's.huigao', 'b.csv', ...period);
  expect(asking).toEqual({ exitCode: 1, stdout: '', stderr: sentence });
  const tried = await runHuigao(folder, 'import', 's.huigao', 'b.csv', ...period, '--dry-run');
  expect(tried.exitCode).toBe(1);
  expect(tried.stderr).toContain(sentence);
  expect(tried.stdout).toContain('试读“b.csv”：相同 1 格，等待回答 1 格。');
});

test('what no cell waits for is not asked', async () => {
  const folder = folderWith('a.csv', '地区,随迁子女人数（人）\n湖州市,81234\n火星区,\n水星区,5\n');
  const { exitCode, stderr } = await runHuigao(folder, 'import', 's.huigao', 'a.csv', ...period);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('“水星区”是哪个地区或单位？');
  expect(stderr).not.toContain('火星区');
});

test('a file that its reader cannot stand ends in a sentence', async () => {
  const folder = folderWith('a.xlsx', '%PDF-1.7\n');
  const { exitCode, stderr } = await runHuigao(folder, 'import', 's.huigao', 'a.xlsx', ...period);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringMatching(/^“a\.xlsx”.*PDF.*。\n$/) });
});

test('progress takes one line of a terminal, which is gone before anything else; a pipe sees none of it', () => {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const line = new ProgressLine({ isTTY: true, write });
  line.show('正在写入 1%');
  line.show('正在写入 1%');
  line.show('正在写入 2%');
  line.clear();
  line.clear();
  const erase = '\r\u001b[2K';
  expect(written.splice(0)).toEqual([`${erase}正在写入 1%`, `${erase}正在写入 2%`, erase]);
  const silent = new ProgressLine({ write });
  silent.show('正在写入 1%');
  silent.clear();
  expect(written).toEqual([]);
});
