import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { launchBrowser } from '../support/browser.ts';
import { violationsOn } from './accessibility.ts';
import { lookAt } from './look-at.ts';
import { type OpenPage, openPage, type PageOptions } from './open-page.ts';

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

async function start(options?: PageOptions): Promise<OpenPage> {
  open = await openPage(browser, options);
  return open;
}

function sheetOf(page: Page): Locator {
  return page.getByRole('region', { name: '报告正文' });
}

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByRole('complementary', { name: '示例' }).waitFor();
}

interface ReportChoice {
  readonly template: RegExp;
  readonly region: string;
  readonly period: string;
}

const complete: ReportChoice = { template: /随迁子女/, region: '湖州市', period: '2021年' };
const incomplete: ReportChoice = { template: /随迁子女/, region: '银川市', period: '2024年' };

/** Chooses by keyboard only, as the dialog promises. */
async function createReport(page: Page, { template, region, period }: ReportChoice): Promise<void> {
  await page.getByRole('button', { name: '新建报告' }).click();
  await page.getByRole('radio', { name: template }).press('Space');
  for (const [name, wanted] of [
    ['地区', region],
    ['期', period],
  ] as const) {
    await page.getByRole('combobox', { name, exact: true }).fill(wanted);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: '写报告', disabled: false }).press('Enter');
  await sheetOf(page).waitFor();
}

async function downloadedBy(page: Page, button: Locator) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('from the empty list to a Word file in the hands of the clerk', async () => {
  const { page, problems } = await start();
  await page.getByRole('heading', { name: '还没有报告' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await openSample(page);
  await createReport(page, complete);
  const figure = sheetOf(page).getByRole('button', { name: '80.76%' }).first();
  await figure.click();
  expect(await figure.getAttribute('aria-pressed')).toBe('true');
  const panel = page.getByRole('complementary', { name: '数字' });
  await panel.getByText('占比(公办就读人数, 随迁子女人数)').waitFor();
  const items = panel.getByRole('listitem');
  await items.filter({ hasText: '65097 ÷ 80605 = 80.7604…%' }).waitFor();
  await items.filter({ hasText: '80.7604…% → 80.76%' }).waitFor();
  await items.filter({ hasText: '65097人' }).filter({ hasText: '截至2021年12月31日' }).waitFor();
  await items.filter({ hasText: '80605人' }).filter({ hasText: '湖州市 · 2021年' }).waitFor();
  await items.filter({ hasText: /^2020年79\.01%$/ }).waitFor();
  const chart = page.getByRole('img', { name: /^柱形图，/ });
  await chart.locator('svg').waitFor();
  await chart.scrollIntoViewIfNeeded();
  // The drawing is scaled to the sheet; a click still finds the column under it.
  await chart.locator('path[fill="#2f5b8f"]').first().click();
  await panel
    .getByText(/^[\d.]+%$/)
    .first()
    .waitFor();
  expect(await figure.getAttribute('aria-pressed')).toBe('false');
  await lookAt(page, 'report-chart');
  expect(await violationsOn(page)).toEqual([]);

  expect(await sheetOf(page).getByRole('button', { name: '湖州市' }).count()).toBe(0);
  const word = await downloadedBy(page, page.getByRole('button', { name: '导出 Word' }));
  expect(word.name).toBe('湖州市义务教育随迁子女教育工作情况汇报.docx');
  expect(word.bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  const text = strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('80.76%');
  await page.getByText(`已下载“${word.name}”`).waitFor();
  // One that takes long may be stopped while it is being made.
  await page.route('**/api/reports.export', async (route) => {
    await setTimeout(500);
    await route.continue();
  });
  await page.getByRole('button', { name: '导出 PDF' }).click();
  const [stop] = await Promise.all([
    page.waitForRequest('**/api/reports.stopExport'),
    page.getByRole('button', { name: '取消' }).click(),
  ]);
  expect(stop.method()).toBe('POST');
  await page.getByText(/已下载“.*pdf”/).waitFor();
  await page.unroute('**/api/reports.export');
  await page.getByRole('button', { name: '数据底稿' }).click();
  await lookAt(page, 'report-paper-menu');
  const paper = await downloadedBy(page, page.getByRole('menuitem', { name: 'Excel 表格' }));
  expect(paper.name).toBe('湖州市义务教育随迁子女教育工作情况汇报数据底稿.xlsx');
  const rows = (await readXlsx(paper.bytes)).sheets[0]?.rows ?? [];
  expect(rows.filter((row) => String(row[7]).includes('65097 ÷ 80605')).length).toBeGreaterThan(0);
  await page.getByText(`已下载“${paper.name}”`).waitFor();

  await page.getByRole('button', { name: '返回报告列表' }).click();
  await page.getByRole('heading', { name: '全部报告' }).waitFor();
  expect(await page.getByText('已下载').count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: /^打开《/ }).count()).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '回到我的数据' }).click();
  await page.getByRole('heading', { name: '还没有报告' }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('missing figures are marked, listed, and never keep a file from being written', async () => {
  const { page, problems } = await start();
  await openSample(page);
  await page.getByRole('button', { name: '新建报告' }).click();
  await page.getByRole('radio', { name: /随迁子女/ }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '取消' }).click();
  await createReport(page, incomplete);

  const panel = page.getByRole('complementary', { name: '数字' });
  await panel.getByRole('heading', { name: /^待填的 \d+ 个数字$/ }).waitFor();
  const gap = sheetOf(page)
    .getByRole('button', { name: /^【待填：/ })
    .first();
  await gap.click();
  await panel.getByText('算式').waitFor();
  await panel.getByText(/^算到这里中断：缺数据，请补填 /).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: '导出 PDF' }).click();
  const confirm = page.getByRole('dialog', { name: /^还缺 \d+ 个数字，导出后会以【待填】黄底标出$/ });
  await confirm.waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await confirm.getByRole('button', { name: '取消' }).click();
  await confirm.waitFor({ state: 'hidden' });
  expect(await page.getByText('已下载').count()).toBe(0);

  await page.getByRole('button', { name: '导出 PDF' }).click();
  const pdf = await downloadedBy(page, confirm.getByRole('button', { name: '仍要导出' }));
  expect(pdf.name).toMatch(/\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');

  const headers = ({ bytes }: { readonly bytes: Uint8Array }) =>
    Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/header'));
  await page.getByRole('button', { name: '导出 Word' }).click();
  expect(headers(await downloadedBy(page, confirm.getByRole('button', { name: '仍要导出' })))).toEqual([]);
  await page.getByRole('button', { name: '导出 Word' }).click();
  await page.getByText(/^已下载“.*docx”$/).waitFor({ state: 'hidden', timeout: 3_000 });
  await confirm.getByRole('checkbox', { name: '每页印上“草稿”字样' }).check();
  await lookAt(page, 'export-draft');
  const draft = await downloadedBy(page, confirm.getByRole('button', { name: '仍要导出' }));
  expect(headers(draft).map(([, content]) => strFromU8(content))).toEqual([expect.stringContaining('草稿')]);
  expect(problems).toEqual([]);
}, 120_000);

test('a figure that breaks a mandatory rule says so in the bar, on the sheet, in the panel and before an export', async () => {
  const { page, problems, backend } = await start();
  await openSample(page);
  const places = await backend.call('data.places', {});
  const Places = z.object({ regions: z.array(z.object({ id: z.int(), name: z.string() })) });
  const city = Places.parse(places.ok ? places.value : null).regions.find(({ name }) => name === '湖州市');
  const edit = { indicator: 'migrant_public', regionId: city?.id, period: '2021年', text: '90000' };
  expect(await backend.call('data.write', { edits: [edit], reason: null })).toMatchObject({ value: { written: 1 } });
  await createReport(page, complete);

  const bar = page.getByRole('button', { name: /^\d+ 处数字违反必须满足的勾稽关系$/ });
  await bar.click();
  const chip = sheetOf(page).getByRole('button', { name: '90000人' }).first();
  expect(await chip.getAttribute('title')).toBe('这个数字违反必须满足的勾稽关系');
  expect(await sheetOf(page).getByRole('button', { name: '4987人' }).first().getAttribute('title')).toBe(null);
  await chip.click();
  const panel = page.getByRole('complementary', { name: '数字' });
  await panel
    .getByText(/^湖州市2021年：公办就读人数90000/)
    .first()
    .waitFor();
  await lookAt(page, 'report-broken');
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: '导出 Word' }).click();
  const dialog = page.getByRole('dialog', { name: /处数字违反必须满足的勾稽关系$/ });
  await dialog.waitFor();
  await lookAt(page, 'export-broken');
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: '去处理' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.getByText('已下载').count()).toBe(0);
  await page.getByRole('button', { name: '导出 Word' }).click();
  const word = await downloadedBy(page, dialog.getByRole('button', { name: '仍要导出' }));
  expect(word.name).toMatch(/\.docx$/);

  await page.getByRole('button', { name: '返回报告列表' }).click();
  await page.getByText(/^\d+ 处数字有误$/).waitFor();
  await lookAt(page, 'home-broken');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: /^打开《/ }).click();
  const card = panel.getByRole('listitem').filter({ hasText: '公办就读不多于随迁子女' });
  await card.getByRole('button', { name: '去改' }).click();
  await page.getByRole('heading', { name: '数据', exact: true }).waitFor();
  expect(decodeURIComponent(page.url())).toContain(`region=${city?.id}&period=2021年&group=随迁子女`);
  expect(problems).toEqual([]);
}, 120_000);

test('from the card of a figure to another place where it stands', async () => {
  const { page, problems } = await start({ width: 1280, height: 720 });
  await openSample(page);
  await createReport(page, complete);
  const shares = sheetOf(page).getByRole('button', { name: '80.76%' });
  await shares.first().click();
  const panel = page.getByRole('complementary', { name: '数字' });
  await panel.getByRole('heading', { name: /^文中还有 \d+ 处$/ }).waitFor();
  await panel.getByRole('button', { name: /健全机制，保障公平入学/ }).click();
  const last = shares.last();
  expect(await last.getAttribute('aria-pressed')).toBe('true');
  expect(await last.evaluate((chip) => chip.getBoundingClientRect().top < innerHeight)).toBe(true);
  await panel.getByRole('button', { name: /^一、基本情况/ }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(problems).toEqual([]);
}, 60_000);

test('while the working of a figure is on its way, nothing below the card moves and nothing old stands in it', async () => {
  const { page, problems } = await start();
  await openSample(page);
  await createReport(page, complete);
  await sheetOf(page).getByRole('button', { name: '80.76%' }).first().click();
  const working = page.getByText('65097 ÷ 80605');
  await working.waitFor();
  const below = page.getByRole('heading', { name: '没有待填的数字。' });
  const top = () => below.evaluate((heading) => heading.getBoundingClientRect().top);
  const before = await top();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/figures.explain', async (route) => {
    await answered;
    await route.continue();
  });
  await sheetOf(page).getByRole('button', { name: '80605人' }).first().click();
  await page.getByText('正在整理计算过程…').waitFor();
  expect(await working.isVisible()).toBe(false);
  expect(await top()).toBe(before);
  answer();
  await page.getByText('正在整理计算过程…').waitFor({ state: 'detached' });
  expect(await working.count()).toBe(0);
  expect(problems).toEqual([]);
}, 60_000);

test('the list is found again as it was left, and the outline follows what is read', async () => {
  const { page, problems } = await start({ width: 1280, height: 720 });
  await openSample(page);
  for (const count of Array(6).keys()) {
    await createReport(page, complete);
    await page.getByRole('button', { name: '返回报告列表' }).click();
    await page.getByText(`${count + 1} 份`, { exact: true }).waitFor();
  }
  const first = page.getByRole('listitem').filter({ hasText: '编号 1' }).getByRole('button', { name: /^打开/ });
  await first.click();
  await sheetOf(page).waitFor();
  const entry = page.getByRole('navigation', { name: '目录' }).getByRole('button', { name: /^二、/ });
  await entry.click();
  expect(await entry.getAttribute('aria-current')).toBe('location');
  await page.goBack();
  await first.waitFor();
  expect(await first.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await first.evaluate((button) => button.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  expect(problems).toEqual([]);
}, 120_000);

test('the token leaves the address at once, and a reload finds its way back to the report', async () => {
  const { page, problems } = await start();
  await openSample(page);
  expect(page.url()).not.toContain('token');
  await createReport(page, complete);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.reload();
  await sheetOf(page).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  expect(problems).toEqual([]);
}, 60_000);

test('Enter that belongs to an input method chooses and submits nothing', async () => {
  const { page, problems } = await start();
  await openSample(page);
  await page.getByRole('button', { name: '新建报告' }).click();
  const region = page.getByRole('combobox', { name: '地区' });
  await page.getByRole('radio', { name: /控辍保学/ }).press('Space');
  await region.fill('县');
  for (const composing of [{ isComposing: true, keyCode: 13 }, { keyCode: 229 }]) {
    await region.dispatchEvent('keydown', { key: 'Enter', bubbles: true, ...composing });
  }
  expect(await page.getByRole('option').count()).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: '写报告' }).isDisabled()).toBe(true);
  expect(problems).toEqual([]);
}, 60_000);

test('the policy keeps a script that was put into the page from running', async () => {
  const { page } = await start();
  await page.getByRole('heading', { name: '还没有报告' }).waitFor();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "broken"';
    document.body.append(script);
  });
  expect(await page.title()).toBe('汇稿');
}, 60_000);

test('when the backend has died, the page says so and what to do', async () => {
  const { page, backend } = await start();
  await page.getByRole('heading', { name: '还没有报告' }).waitFor();
  await backend.stop();
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByText('后台程序意外停止').waitFor();
  expect(await page.getByText('请重新打开汇稿').count()).toBe(1);
}, 60_000);

test('when the program has ended, the page says so at once, without a click', async () => {
  const { page, endHost } = await start();
  await page.getByRole('heading', { name: '还没有报告' }).waitFor();
  await endHost();
  await page.getByText('汇稿已经退出，这个页面不能再用了。请重新运行 npm start。').waitFor({ timeout: 2_000 });
  expect(await violationsOn(page)).toEqual([]);
}, 60_000);

test('a file that is no data file is named, left alone, and can be tried again', async () => {
  const { page, problems } = await start({ workspace: '<html>这不是数据文件</html>' });
  await page.getByRole('heading', { name: '打不开数据文件' }).waitFor();
  await page.getByText('“数据.huigao”不是汇稿的数据文件').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText('请选择扩展名为 .huigao 的数据文件').waitFor();
  expect(problems).toEqual([]);
}, 60_000);

test('an address without the token shows a sentence and no data', async () => {
  const { page, url } = await start();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(new URL('/?again', url).href);
  await page.getByText('这个地址缺少打开凭证，请用启动时显示的完整地址。').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.getByRole('heading', { name: '报告', exact: true }).count()).toBe(0);
}, 60_000);
