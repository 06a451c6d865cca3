import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runHuigao, sampleFolders, temporaryFolder } from '../support/run-huigao.ts';

const sampleFolder = sampleFolders();

const Output = z.object({
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      kind: z.enum(['arithmetic', 'data', 'number', 'punctuation', 'wording', 'structure']),
      severity: z.enum(['E', 'W', 'I']),
      paragraph: z.int(),
      start: z.int(),
      end: z.int(),
      text: z.string(),
      message: z.string(),
      remedy: z.string(),
      replacement: z.string().nullable(),
    }),
  ),
  coverage: z
    .strictObject({ numbers: z.int(), agrees: z.int(), differs: z.int(), unbound: z.int(), percent: z.int() })
    .optional(),
});

const faulty = '小学31260人，初中15480人，合计46704人。与家长签定责任书。\n';

/** Rule and words of each finding. */
async function found(folder: string, ...words: readonly string[]) {
  const { exitCode, stdout } = await runHuigao(folder, 'proofread', ...words, '--json');
  const { findings, coverage } = Output.parse(JSON.parse(stdout));
  return { exitCode, coverage, findings: findings.map(({ rule, text }) => `${rule} ${text}`) };
}

test('a text is read whatever its encoding, and an error ends with 1', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '甲.txt'), `\ufeff${faulty}`);
  // 与家长签定责任书。 in GBK, as Notepad saves it.
  writeFileSync(join(folder, '乙.txt'), Buffer.from('d3ebbcd2b3a4c7a9b6a8d4f0c8cecae9a1a3', 'hex'));
  writeFileSync(join(folder, '丙.md'), '与家长签订责任书。\n');
  expect(await found(folder, '甲.txt')).toEqual({ exitCode: 1, findings: ['A01 46704人', 'W04 签定'] });
  expect(await found(folder, '乙.txt')).toEqual({ exitCode: 1, findings: ['W04 签定'] });
  expect(await found(folder, '丙.md')).toEqual({ exitCode: 0, findings: [] });
  const { stdout } = await runHuigao(folder, 'proofread', '甲.txt');
  expect(stdout).toContain('错误　第 1 段　“46704人”　〔A01〕\n    31260+15480=46740人，与46704人相差36人。');
  expect(stdout).toContain('错误 2 处，疑似 0 处，提示 0 处。');
});

test('a Word file of ours holds nothing to be found; the bytes say what a file is, not its name', async () => {
  const folder = sampleFolder();
  const report = ['--template', '控辍保学工作情况汇报', '--region', '永宁县', '--period', '2024年'];
  await runHuigao(folder, 'fill', 's.huigao', ...report, '--out', '汇报.docx');
  const { findings } = Output.parse(JSON.parse((await runHuigao(folder, 'proofread', '汇报.docx', '--json')).stdout));
  expect(findings.filter(({ severity }) => severity !== 'I')).toEqual([]);
  renameSync(join(folder, '汇报.docx'), join(folder, '汇报.txt'));
  writeFileSync(join(folder, '文本.docx'), faulty);
  expect((await found(folder, '汇报.txt')).exitCode).toBe(0);
  expect((await found(folder, '文本.docx')).findings).toEqual(['A01 46704人', 'W04 签定']);
});

test('of a folder each document is read, and one that cannot be does not keep the others from it', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '稿', '子'), { recursive: true });
  writeFileSync(join(folder, '稿', '坏.docx'), Buffer.from('504b0304ffffffff', 'hex'));
  writeFileSync(join(folder, '稿', '~$甲.docx'), '');
  writeFileSync(join(folder, '稿', '子', '甲.txt'), faulty);
  const { exitCode, stdout } = await runHuigao(folder, 'proofread', '稿', '--json');
  const { files } = z
    .object({ files: z.array(z.object({ file: z.string(), error: z.object({ code: z.string() }).optional() })) })
    .parse(JSON.parse(stdout));
  expect(exitCode).toBe(1);
  expect(files).toEqual([{ file: '坏.docx', error: { code: 'document-damaged' } }, { file: join('子', '甲.txt') }]);
  mkdirSync(join(folder, '空'));
  expect((await runHuigao(folder, 'proofread', '空')).stderr).toContain('没有 .docx、.txt 或 .md 文件');
  expect((await runHuigao(folder, 'proofread', '没有.docx')).stderr).toContain('找不到“没有.docx”');
});

test('with a data file the numbers are held against it, with the words of the bureau', async () => {
  const folder = sampleFolder();
  writeFileSync(join(folder, '稿.txt'), '全市随迁子女80650人，其中公办就读人数65097人。全市共有校车36辆。\n');
  const against = ['--workspace', 's.huigao', '--region', '湖州市', '--period', '2021年'];
  expect(await found(folder, '稿.txt', ...against)).toEqual({
    exitCode: 0,
    findings: ['D01 80650人', 'D02 36辆'],
    coverage: { numbers: 3, agrees: 1, differs: 1, unbound: 1, percent: 33 },
  });
  const { stdout } = await runHuigao(folder, 'proofread', '稿.txt', ...against);
  expect(stdout).toContain('文中 3 个数：1 个与数据相符，1 个不符，1 个没有在数据里找到（核对上的占 33%）。');
  const half = await runHuigao(folder, 'proofread', '稿.txt', '--workspace', 's.huigao');
  expect(half).toMatchObject({ exitCode: 2, stdout: '' });
  expect(half.stderr).toContain('还要写明 --region、--period');
});

test('the findings are written as a Word list, which is never written over another file unasked', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '稿.txt'), faulty);
  const write = (...more: readonly string[]) => runHuigao(folder, 'proofread', '稿.txt', '--out', '意见.docx', ...more);
  expect((await write()).exitCode).toBe(1);
  const bytes = readFileSync(join(folder, '意见.docx'));
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
  expect(text).toContain('校核意见：稿');
  expect(text).toContain('31260+15480=46740人，与46704人相差36人。');
  expect((await write()).stderr).toContain('意见.docx');
  await write('--force');
  expect(readFileSync(join(folder, '意见.docx')).equals(bytes)).toBe(true);
  const other = await runHuigao(folder, 'proofread', '稿.txt', '--out', '意见.pdf');
  expect(other.exitCode).toBe(2);
  expect(other.stderr).toContain('校核清单只能写成 Word 文件');
});
