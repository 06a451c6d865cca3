import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { clock, expectValue, temporaryFolder } from '../database/fixture.ts';
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

const markdown = `---
标题: "{{地区}}随迁子女就学情况汇报"
署名: "{{地区}}教育局"
日期: 2021年12月31日
---

# 基本情况

全市共有随迁子女80650人，其中就读公办学校{{公办就读人数}}，占{{占比(公办就读人数, 随迁子女人数)}}。全市有小学31260人，初中15480人，合计46704人。

# 主要举措

各校做为责任主体，与家长签定责任书，各区县配有校车36辆。

# 问题和困难

部分学校学位仍然紧张。

# 下一步工作

继续扩大公办学位供给。
`;

/** A data file with one report in which a clerk would find faults. */
async function workspaceWithFaults(): Promise<Uint8Array> {
  const path = join(temporaryFolder(), 's.huigao');
  const workspace = expectValue(makeWorkspace(path, { clock, sample: true }));
  const data = openReportData(workspace);
  const region = data.view.regions.find(({ name }) => name === '湖州市');
  if (region === undefined) throw new Error('no region');
  const period = makePeriod('自然年', 2021);
  const { document } = expectValue(fillTemplate({ name: '示例', markdown }, { ...data, region, period }));
  const title = '湖州市随迁子女就学情况汇报';
  workspace.reports.insert({ title, template: '示例', regionId: region.id, period, document });
  workspace.close();
  return readFile(path);
}

async function start(size: { readonly width?: number; readonly height?: number } = {}): Promise<OpenPage> {
  open = await openPage(browser, { ...size, workspace: await workspaceWithFaults() });
  await open.page.getByRole('button', { name: /^打开《/ }).click();
  return open;
}

const sheet = (page: Page) => page.getByRole('region', { name: '报告正文' });
const panel = (page: Page) => page.getByRole('tabpanel', { name: /^校核/ });
const cards = (page: Page) => panel(page).getByRole('listitem');

/** Words of the sheet that are marked as errors, doubts, or chosen. */
function marked(page: Page, name: string): Promise<readonly string[]> {
  return page.evaluate(
    (each) =>
      [...(CSS.highlights.get(each) ?? [])].flatMap((range) => (range instanceof Range ? [range.toString()] : [])),
    name,
  );
}

test('findings stand in a list and on the sheet, are put right, let stand, and taken back', async () => {
  const { page, problems } = await start();
  await page.getByRole('tab', { name: '校核 5' }).click();
  await expect.poll(() => cards(page).count()).toBe(5);
  await panel(page).getByText('31260+15480=46740人，与46704人相差36人。').waitFor();
  await panel(page).getByText('数据里“随迁子女人数·湖州市·2021年”是80605人，文中写的是80650人。').waitFor();
  expect(await marked(page, 'finding-error')).toEqual(['80.76%', '46704人', '做为', '签定']);
  expect(await marked(page, 'finding-doubt')).toEqual(['80650人']);
  await lookAt(page, 'proofreading');
  expect(await violationsOn(page)).toEqual([]);

  const misspelt = cards(page).filter({ hasText: '签定' });
  await misspelt.getByTitle('看“签定”在文中的位置').click();
  expect(await marked(page, 'finding-current')).toEqual(['签定']);
  await misspelt.getByRole('button', { name: '改为“签订”' }).click();
  await sheet(page).getByText('与家长签订责任书').waitFor();
  await page.getByRole('tab', { name: '校核 4' }).waitFor();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await sheet(page).getByText('与家长签定责任书').waitFor();

  await panel(page).getByRole('button', { name: '全部改正（2）' }).click();
  await sheet(page).getByText('各校作为责任主体，与家长签订责任书').waitFor();
  await page.getByText('已改正 2 处。').waitFor();

  await cards(page).filter({ hasText: '80650人' }).getByRole('button', { name: '忽略一次' }).click();
  await panel(page).getByText('已忽略 1 处').waitFor();
  await page.reload();
  await page.getByRole('tab', { name: '校核 2' }).click();
  await panel(page).getByText('已忽略 1 处').waitFor();
  await cards(page).filter({ hasText: '46704人' }).getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '这条规则以后不报' }).click();
  await panel(page).getByText('这份报告不报：各项之和等于总数').waitFor();
  await cards(page).filter({ hasText: '80.76%' }).getByRole('button', { name: '忽略一次' }).click();
  await panel(page).getByText('没有发现错误和疑似的问题。').waitFor();
  await lookAt(page, 'proofreading-clean');
  await panel(page).getByRole('button', { name: '全部恢复' }).click();
  await page.getByRole('tab', { name: '校核 3' }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('before an export the findings are told, and they can be taken along as a Word list', async () => {
  const { page, problems } = await start({ width: 1280, height: 720 });
  await sheet(page).waitFor();
  await page.getByRole('button', { name: '导出 Word' }).click();
  const dialog = page.getByRole('dialog', { name: '校核发现 4 处错误、1 处疑似' });
  await dialog.waitFor();
  await lookAt(page, 'export-findings');
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: '去处理' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => cards(page).count()).toBe(5);
  await lookAt(page, 'proofreading-small');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: '校核清单' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('校核意见：湖州市随迁子女就学情况汇报.docx');
  const parts = unzipSync(await readFile(await download.path()));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
  expect(text).toContain('31260+15480=46740人，与46704人相差36人。');
  expect(problems).toEqual([]);
}, 120_000);

test('the list is reached and worked by keyboard', async () => {
  const { page, problems } = await start();
  await sheet(page).waitFor();
  await page.getByRole('tab', { name: '数字' }).focus();
  await page.keyboard.press('ArrowRight');

  await expect.poll(() => cards(page).count()).toBe(5);
  expect(await page.getByRole('tab', { name: /^校核/ }).getAttribute('aria-selected')).toBe('true');
  const correct = cards(page).filter({ hasText: '做为' }).getByRole('button', { name: '改为“作为”' });
  await correct.focus();
  await page.keyboard.press('Enter');
  await sheet(page).getByText('各校作为责任主体').waitFor();
  expect(problems).toEqual([]);
}, 120_000);
