import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { violationsOn } from './accessibility.ts';
import { lookAt } from './look-at.ts';
import { type OpenPage, openPage } from './open-page.ts';

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

test('a bureau chooses its 版式: lines per page follow, it holds after a reload, and can be taken back', async () => {
  open = await openPage(browser);
  const { page, problems, url } = open;
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '版式' }).click();
  const preview = page.getByRole('region', { name: '版面示意' });
  await preview.getByText('每页 22 行，每行 28 字', { exact: true }).waitFor();
  await page.getByText('现在是 GB/T 9704—2012 的版式。').waitFor();
  expect(await page.getByRole('button', { name: '恢复国标版式' }).isDisabled()).toBe(true);
  await page.getByRole('table', { name: '本机导出 PDF 用的字体' }).getByRole('row', { name: /^正文/ }).waitFor();
  await lookAt(page, 'layout');
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('combobox', { name: '行距', exact: true }).press('Enter');
  await page.getByTitle('30 磅').click();
  await preview.getByText('每页 21 行，每行 28 字', { exact: true }).waitFor();
  await page.getByRole('switch', { name: '二级标题' }).press('Space');
  await page.getByText('现在是本单位自定的版式。').waitFor();
  const font = page.getByRole('combobox', { name: '正文' });
  await font.fill('方正仿宋_GBK');
  await font.press('Tab');
  await page.getByText('已改。以后导出的 Word 和 PDF 都照新的版式。').waitFor();
  await lookAt(page, 'layout-own');

  await page.goto(url);
  await page.reload();
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '版式' }).click();
  await preview.getByText('每页 21 行，每行 28 字', { exact: true }).waitFor();
  expect(await page.getByRole('combobox', { name: '正文' }).inputValue()).toBe('方正仿宋_GBK');
  expect(await page.getByRole('switch', { name: '二级标题' }).isChecked()).toBe(true);

  // Two changes in a row, the second before the first is answered.
  await page.route('**/api/**', async (route) => {
    await setTimeout(400);
    await route.continue();
  });
  await page.getByRole('switch', { name: '三级标题' }).press('Space');
  await page.getByRole('switch', { name: '四级标题' }).press('Space');
  await setTimeout(1_500);
  await page.unroute('**/api/**');
  await page.reload();
  await page.getByRole('switch', { name: '四级标题', checked: true }).waitFor();
  expect(await page.getByRole('switch', { name: '三级标题' }).isChecked()).toBe(true);

  await page.getByRole('button', { name: '恢复国标版式' }).click();
  await preview.getByText('每页 22 行，每行 28 字', { exact: true }).waitFor();
  expect(await page.getByRole('combobox', { name: '正文' }).inputValue()).toBe('仿宋_GB2312');
  await page.getByRole('button', { name: '撤销' }).click();
  await preview.getByText('每页 21 行，每行 28 字', { exact: true }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);
