import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { saveLayout } from '../../electron/core/services/bureau-layout.ts';
import { defaultOptions } from '../../shared/gongwen/options.ts';
import { expectValue } from '../database/fixture.ts';
import { greyPicture } from '../support/official-fixture.ts';
import { officialTemplate } from '../support/official-template.ts';
import { openPackage } from '../support/ooxml/open-docx.ts';
import { textOf } from '../support/ooxml/parse-xml.ts';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

/** A folder with a data file of samples. */
async function sampleFolder(): Promise<string> {
  const folder = temporaryFolder();
  expect((await runHuigao(folder, 'new', '示例.huigao', '--sample')).exitCode).toBe(0);
  return folder;
}

const Added = z.object({ sha256: z.string(), width: z.number(), height: z.number() });
const Fonts = z.array(z.object({ role: z.string(), wanted: z.string(), fellBack: z.string() }));

test('a formal report with 版头, 目录, a picture, an annex across the page and 版记 is filled from a template', async () => {
  const folder = await sampleFolder();
  writeFileSync(join(folder, '新校.png'), greyPicture(640, 400).bytes);
  const added = await runHuigao(folder, 'picture', '示例.huigao', '新校.png', '--json');
  const { sha256, width } = Added.parse(JSON.parse(added.stdout));
  expect(width).toBe(640);
  writeFileSync(join(folder, '报告.md'), officialTemplate(sha256));
  const place = ['--template', '报告.md', '--region', '湖州市', '--period', '2021年'];
  const filled = await runHuigao(
    folder,
    'fill',
    '示例.huigao',
    ...place,
    '--out',
    'a.docx',
    '--out',
    'a.pdf',
    '--draft',
    '--json',
  );
  expect([filled.exitCode, filled.stderr]).toEqual([0, expect.not.stringContaining('没有写出')]);
  const fonts = Fonts.parse(JSON.parse((await runHuigao(folder, 'fonts', '示例.huigao', ...place, '--json')).stdout));
  expect(fonts.map(({ role }) => role)).toEqual(['title', 'body', 'kai', 'hei', 'song']);
  // A sign that no Chinese font has is drawn by none, and said so.
  expect(fonts.find(({ role }) => role === 'body')?.fellBack).toBe('\u{10fffd}');

  const file = openPackage(readFileSync(join(folder, 'a.docx')));
  const xml = file.text('word/document.xml');
  const text = textOf(file.xml('word/document.xml'));
  const parts = [
    '湖州市教育局文件',
    '签发人：张示例',
    '示例省教育厅：',
    '抄送：示例市人民政府办公室。',
    '2022年1月6日印发',
    '联系人：李示例',
    '附件：就读情况一览表',
  ];
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  expect(xml).toContain('w:orient="landscape"');
  expect(file.names).toContain('word/media/image1.png');
  expect(file.text('word/header1.xml')).toContain('草稿');
  const manifest = file.names.find((name) => /^customXml\/item\d+\.xml$/.test(name)) ?? '';
  expect(file.text(manifest)).toContain('随迁子女人数');
}, 60_000);

test('a file that is no picture is refused with what to do', async () => {
  const folder = await sampleFolder();
  writeFileSync(join(folder, '假.png'), '这不是图片');
  const refused = await runHuigao(folder, 'picture', '示例.huigao', '假.png');
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('不是 PNG 或 JPEG 图片');
});

test('what the bureau chose of its 版式 holds for a filled report', async () => {
  const folder = await sampleFolder();
  const workspace = expectValue(openWorkspace(join(folder, '示例.huigao'), { clock: { now: () => new Date() } }));
  saveLayout(workspace, { ...defaultOptions, 行距: 600, 字体: { ...defaultOptions.字体, 正文: '方正仿宋_GBK' } });
  workspace.close();
  const place = ['--template', '随迁子女教育工作情况汇报', '--region', '湖州市', '--period', '2021年'];
  await runHuigao(folder, 'fill', '示例.huigao', ...place, '--out', 'own.docx');
  const styles = openPackage(readFileSync(join(folder, 'own.docx'))).text('word/styles.xml');
  expect(styles).toContain('w:line="600"');
  expect(styles).toContain('w:eastAsia="方正仿宋_GBK"');
  const fonts = await runHuigao(folder, 'fonts', '示例.huigao', '--json');
  expect(fonts.stdout).toContain('"wanted": "方正仿宋_GBK"');
}, 60_000);
