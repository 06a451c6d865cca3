import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { addPicture } from '../../electron/core/services/add-picture.ts';
import { saveLayout } from '../../electron/core/services/bureau-layout.ts';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import { defaultOptions } from '../../shared/gongwen/options.ts';
import { expectValue } from '../database/fixture.ts';
import { launchBrowser } from '../support/browser.ts';
import { greyPicture } from '../support/official-fixture.ts';
import { officialTemplate } from '../support/official-template.ts';
import { temporaryFolder } from '../support/run-huigao.ts';
import { violationsOn } from './accessibility.ts';
import { lookAt } from './look-at.ts';
import { type OpenPage, openPage } from './open-page.ts';

let browser: Browser;
let open: OpenPage | null = null;
const clock = { now: () => new Date() };

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);

afterEach(async () => {
  await open?.close();
  open = null;
});

afterAll(() => browser.close());

const usualTitle = '{{地区}}教育局关于随迁子女教育工作的报告';

/** A data file with one formal report in it. */
function formalReport(title = usualTitle): string {
  const path = join(temporaryFolder(), '示例.huigao');
  const workspace = expectValue(makeWorkspace(path, { clock, sample: true }));
  const { sha256 } = expectValue(addPicture(workspace, { name: '新校.png', bytes: greyPicture(640, 400).bytes }));
  const data = openReportData(workspace);
  const region = expectValue(findRegion(data.view.regions, '湖州市'));
  const period = expectValue(findPeriod('2021年'));
  const template = { name: '报告', markdown: officialTemplate(sha256).replace(usualTitle, title) };
  const { document, printed } = expectValue(fillTemplate(template, { ...data, region, period }));
  workspace.reports.insert({ title: printed.title, template: '报告', regionId: region.id, period, document });
  workspace.close();
  return path;
}

test('a formal report shows its 版头, 目录, picture, annex and 版记 as they print', async () => {
  const path = formalReport();
  const workspace = expectValue(openWorkspace(path, { clock }));
  saveLayout(workspace, { ...defaultOptions, 署名: '盖章' });
  workspace.close();
  open = await openPage(browser, { workspace: readFileSync(path) });
  const { page, problems } = open;
  await page.getByRole('button', { name: /^打开《/ }).click();
  const sheet = page.getByRole('region', { name: '报告正文' });
  await sheet.getByText('签发人：').waitFor();
  await sheet.getByRole('img', { name: '图1 新校' }).waitFor();
  await lookAt(page, 'official-head');
  // Room for the seal, and the date four characters from the edge, as the bureau's 版式 has it.
  const signature = sheet.locator('.signature');
  expect(await signature.locator('p').last().getAttribute('style')).toContain('padding-right: 4em');
  expect(await signature.getAttribute('style')).toContain('calc(2 * var(--pitch))');
  expect(await violationsOn(page)).toEqual([]);
  await sheet
    .getByRole('navigation', { name: '文中的目录' })
    .getByRole('button', { name: '附件 就读情况一览表' })
    .click();
  await sheet.getByText('抄送：').scrollIntoViewIfNeeded();
  await lookAt(page, 'official-foot');
  expect(problems).toEqual([]);
}, 120_000);

test('the title stands broken as it prints, and a clerk may have it broken another way', async () => {
  const path = formalReport('{{地区}}教育局关于{{期}}贯彻落实《中华人民共和国义务教育法》保障随迁子女就学情况的报告');
  open = await openPage(browser, { workspace: readFileSync(path) });
  const { page, problems } = open;
  await page.getByRole('button', { name: /^打开《/ }).click();
  const title = page.getByRole('region', { name: '报告正文' }).locator('h2').first();
  const before = (await title.innerText()).split('\n');
  expect(before.length).toBeGreaterThan(1);
  const choice = page.getByRole('button', { name: '标题换行' });
  await choice.click();
  const items = page.getByRole('menuitem');
  await expect.poll(() => items.count()).toBe(3);
  await lookAt(page, 'title-breaks');
  await items.nth(1).click();
  await expect.poll(async () => (await title.innerText()).split('\n')).not.toEqual(before);
  expect(await violationsOn(page)).toEqual([]);
  await choice.click();
  await items.nth(1).getByLabel('现在用的换行').waitFor();
  expect(problems).toEqual([]);
}, 120_000);
