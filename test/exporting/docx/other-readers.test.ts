import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { convertToHtml } from 'mammoth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeDocx } from '../../../electron/core/exporting/docx/write-docx.ts';
import { launchBrowser } from '../../support/browser.ts';
import { greyPicture, officialWithContents, pictureKey } from '../../support/official-fixture.ts';
import { plainDocx } from '../../support/plain-exports.ts';
import type { printedFixture } from '../../support/printed-fixture.ts';

/** What programs that are none of ours make of our Word files. */

const pictures = new Map([[pictureKey, greyPicture(320, 200)]]);

async function write(document: typeof printedFixture): Promise<Uint8Array> {
  return writeDocx({ ...plainDocx, pictures, document });
}

/** Texts of the elements of a name, tags inside taken out. */
function textsOf(html: string, element: string): readonly string[] {
  const found = html.matchAll(new RegExp(`<${element}(?: [^>]*)?>(.*?)</${element}>`, 'gs'));
  return [...found].map(([, inside = '']) => inside.replaceAll(/<[^>]*>/g, ''));
}

test('mammoth reads headings, tables, pictures and text', async () => {
  const { value: html, messages } = await convertToHtml({ buffer: Buffer.from(await write(officialWithContents)) });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  expect(textsOf(html, 'h1')).toEqual(expect.arrayContaining(['总体情况', '下一步工作', '规划依据']));
  const rows = textsOf(html, 'tr');
  expect(rows.filter((row) => row.includes('8514.00'))).toHaveLength(30);
  expect(html).toContain('<img alt="灰色方块" src="data:image/png;base64,');
  for (const words of ['示教〔2024〕12号', '示例省教育厅：', '附件1', '2024年12月5日', '联系人：李示例'])
    expect(html).toContain(words);
});

const requireHere = createRequire(import.meta.url);
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);

afterAll(() => browser.close());

test('docx-preview draws the pages, upright and across, with their text, tables and pictures', async () => {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  for (const library of ['jszip/dist/jszip.min.js', 'docx-preview']) {
    await page.addScriptTag({ content: readFileSync(requireHere.resolve(library), 'utf8') });
  }
  const content = Buffer.from(await write(officialWithContents)).toString('base64');
  await page.evaluate(
    `docx.renderAsync(Uint8Array.from(atob('${content}'), (sign) => sign.charCodeAt(0)), document.body)`,
  );
  const sheets = page.locator('section.docx');
  const text = (await page.locator('body').innerText()).replaceAll(/\s/g, '');
  for (const words of ['示例市教育局文件', '示例省教育厅：', '任务分解。', '附件1', '示例30县', '2024年12月5日'])
    expect(text).toContain(words);
  const widths = await sheets.evaluateAll((found) => found.map((sheet) => sheet.getBoundingClientRect().width));
  // A4 upright and across, in pixels of 1/96 inch.
  expect(new Set(widths.map(Math.round))).toEqual(new Set([794, 1123]));
  expect(await page.locator('section.docx img').count()).toBe(1);
  expect(await page.locator('section.docx table tr').count()).toBeGreaterThan(30);
  expect(problems).toEqual([]);
  await page.close();
}, 60_000);
