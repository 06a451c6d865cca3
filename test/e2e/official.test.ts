import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addPicture } from '../../electron/core/services/add-picture.ts';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
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

/** A data file with one formal report in it. */
function formalReport(): string {
  const path = join(temporaryFolder(), '示例.huigao');
  const workspace = expectValue(makeWorkspace(path, { clock, sample: true }));
  const { sha256 } = expectValue(addPicture(workspace, { name: '新校.png', bytes: greyPicture(640, 400).bytes }));
  const data = openReportData(workspace);
  const region = expectValue(findRegion(data.view.regions, '湖州市'));
  const period = expectValue(findPeriod('2021年'));
  const template = { name: '报告', markdown: officialTemplate(sha256) };
  const { document, printed } = expectValue(fillTemplate(template, { ...data, region, period }));
  workspace.reports.insert({ title: printed.title, template: '报告', regionId: region.id, period, document });
  workspace.close();
  return path;
}

test('a formal report shows its 版头, 目录, picture, annex and 版记 as they print', async () => {
  const path = formalReport();
  open = await openPage(browser, { workspace: readFileSync(path) });
  const { page, problems } = open;
  await page.getByRole('button', { name: /^打开《/ }).click();
  const sheet = page.getByRole('region', { name: '报告正文' });
  await sheet.getByText('签发人：').waitFor();
  await sheet.getByRole('img', { name: '图1 新校' }).waitFor();
  await lookAt(page, 'official-head');
  expect(await violationsOn(page)).toEqual([]);
  await sheet
    .getByRole('navigation', { name: '文中的目录' })
    .getByRole('button', { name: '附件 就读情况一览表' })
    .click();
  await sheet.getByText('抄送：').scrollIntoViewIfNeeded();
  await lookAt(page, 'official-foot');
  expect(problems).toEqual([]);
}, 120_000);
