import { strToU8 } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { row, workbook } from '../importing/workbook-fixture.ts';
import { launchBrowser } from '../support/browser.ts';
import { violationsOn } from './accessibility.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { keepRegions } from './own-regions.ts';

let browser: Browser;
let open: OpenPage | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);

afterEach(async () => {
  await open?.close();
  open = null;
});

afterAll(() => browser.close());

async function startImport(): Promise<OpenPage> {
  open = await openPage(browser);
  await keepRegions(open);
  const { page } = open;
  await page.getByRole('link', { name: '数据' }).waitFor();
  await page.evaluate(() => {
    location.hash = '/import';
  });
  await page.getByRole('heading', { name: '导入表格' }).waitFor();
  return open;
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** 示例（虚构） */
const returns = workbook([
  {
    name: '随迁子女',
    rows: [
      row(1, ['2023年随迁子女情况']),
      row(2, ['区县', '随迁子女人数', '公办就读人数']),
      row(3, ['吴兴区', 1200, 900]),
      row(4, ['南浔区', 800, 650]),
      row(5, ['度假区', 100, 80]),
    ].join(''),
  },
]);

test('a file is read, asked about, kept, and taken back as a whole', async () => {
  const { page, problems } = await startImport();
  await page.getByText('还没有导入过文件。').waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await choose(page, '各区县.xlsx', returns);
  await page.getByRole('heading', { name: '需要你确定 1 处' }).waitFor();
  await page.getByRole('heading', { name: '“度假区”是哪个地区或单位？' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '不导入', exact: true }).click();
  await page.getByRole('heading', { name: '都确定了' }).waitFor();
  await page.getByText('将要写入').click();
  await page.getByRole('cell', { name: '随迁子女!B3' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: '导入 4 格' }).click();
  await page.getByRole('heading', { name: '已写入 4 格' }).waitFor();
  await page.getByRole('button', { name: '再导入一个' }).click();
  await choose(page, '各区县.xlsx', returns);
  await page.getByText('这种格式导入过，沿用上次的对应关系。').waitFor();
  await page.getByRole('button', { name: '没有可以导入的格子' }).waitFor();
  await page.getByText('没有要写入的：相同 4 格，不导入 2 格。').waitFor();
  await page.getByRole('button', { name: '放弃' }).click();

  await page.getByRole('button', { name: '撤销导入“各区县.xlsx”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByText('已撤销，4 格退回原状。').waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('a file that is no table is refused with a sentence, and another can be chosen', async () => {
  const { page, problems } = await startImport();
  await choose(page, '图片.xlsx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
  await page.getByRole('alert').getByText('这是图片').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '换一个文件' }).click();
  await choose(page, '一.csv', strToU8('区县,随迁子女人数\n吴兴区,12\n'));
  await page.getByRole('heading', { name: '这张表是哪一期的数据？' }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);
