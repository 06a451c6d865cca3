import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { runHuigao, sampleFolders } from '../support/run-huigao.ts';

const sampleFolder = sampleFolders();
const report = ['--template', '随迁子女教育工作情况汇报', '--region', '湖州市', '--period', '2021年'];

test('working-paper writes the 数据底稿 of a report as workbook, Word and PDF', async () => {
  const folder = sampleFolder();
  for (const name of ['底稿.xlsx', '底稿.docx', '底稿.pdf']) {
    const { exitCode, stdout } = await runHuigao(folder, 'working-paper', 's.huigao', ...report, '--out', name);
    expect([exitCode, stdout]).toEqual([0, `已生成 ${join(folder, name)}\n`]);
  }
  const { sheets } = await readXlsx(readFileSync(join(folder, '底稿.xlsx')));
  const rows = sheets[0]?.rows.filter((row) => row[3] === '80.76%') ?? [];
  expect(rows[0]?.[7]).toContain('65097 ÷ 80605 = 80.7604…%');
  expect(readFileSync(join(folder, '底稿.pdf')).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('another kind of file is refused, and one that is there is kept', async () => {
  const folder = sampleFolder();
  const other = await runHuigao(folder, 'working-paper', 's.huigao', ...report, '--out', '底稿.txt');
  expect([other.exitCode, other.stderr]).toEqual([2, expect.stringContaining('数据底稿只能写成 .xlsx、.docx 或 .pdf')]);
  const again = ['working-paper', 's.huigao', ...report, '--out', '底稿.xlsx'] as const;
  expect((await runHuigao(folder, ...again)).exitCode).toBe(0);
  expect((await runHuigao(folder, ...again)).exitCode).toBe(1);
});
