import { strToU8 } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
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

/** 示例（虚构） */
const table = '2023年随迁子女情况\n区县,随迁子女人数,抽查学校数\n吴兴区,1200,3\n南浔区,800,4\n度假区,100,5\n';

async function startReview(text = table): Promise<OpenPage> {
  open = await openPage(browser);
  await keepRegions(open);
  const { page } = open;
  await page.getByRole('link', { name: '数据' }).waitFor();
  await goTo(page, '/import');
  await page.getByRole('heading', { name: '导入表格' }).waitFor();
  await choose(page, '各区县.csv', text);
  return open;
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const buffer = Buffer.from(strToU8(text));
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function leaveOutRegion(page: Page): Promise<void> {
  const card = page.getByRole('listitem').filter({ hasText: '“度假区”是哪个地区或单位？' });
  await card.getByRole('button', { name: '不导入', exact: true }).click();
  await page.getByRole('heading', { name: '需要你确定 1 处' }).waitFor();
}

test('a review is found again after another screen, a reload, and in a second window', async () => {
  const { page, url, problems } = await startReview();
  await page.getByText('还有 4 格等你确定，不确定的不会写入。').waitFor();
  await leaveOutRegion(page);
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('heading', { name: '导入表格' }).waitFor({ state: 'detached' });
  await page.goBack();
  await page.getByRole('heading', { name: '需要你确定 1 处' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '需要你确定 1 处' }).waitFor();

  const second = await page.context().newPage();
  await second.goto(url);
  await goTo(second, '/import');
  const card = second.getByRole('listitem').filter({ hasText: '“抽查学校数”是哪个指标？' });
  await card.getByRole('button', { name: '不导入', exact: true }).click();
  await second.getByRole('heading', { name: '都确定了' }).waitFor();
  // The first window follows.
  await page.getByRole('heading', { name: '都确定了' }).waitFor();
  await second.getByRole('button', { name: '导入 2 格' }).click();
  await second.getByRole('heading', { name: '已写入 2 格' }).waitFor();
  await page.getByRole('heading', { name: '已写入 2 格' }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('giving up asks once something was answered', async () => {
  const { page, problems } = await startReview();
  await leaveOutRegion(page);
  await page.getByRole('button', { name: '放弃' }).click();
  const dialog = page.getByRole('dialog', { name: '放弃这次导入？' });
  await dialog.getByText('已经回答的 1 处不会保留').waitFor();
  await dialog.getByRole('button', { name: '继续导入' }).click();
  await page.getByRole('heading', { name: '需要你确定 1 处' }).waitFor();
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
  await page.getByText('还没有导入过文件。').waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('an indicator whose unit nobody knows is added with the unit that the person names', async () => {
  const text = '2023年\n区县,随迁子女人数,抽查情况\n吴兴区,1200,3\n南浔区,800,4\n';
  const { page, problems } = await startReview(text);
  const form = page.getByRole('form', { name: '新增指标' });
  const add = form.getByRole('button', { name: '新增' });
  expect(await add.isDisabled()).toBe(true);
  await form.getByRole('combobox', { name: '单位' }).fill('所');
  await form.getByRole('textbox', { name: '指标名称' }).fill('抽查学校数');
  expect(await violationsOn(page)).toEqual([]);
  await add.click();
  await page.getByText('新增指标“抽查学校数”（所）').waitFor();
  await page.getByRole('button', { name: '导入 4 格' }).click();
  await page.getByText('新增指标 1 个。').waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('a file without a table says so, and not that nothing is to be asked', async () => {
  const { page, problems } = await startReview('请假条\n张三因事请假一天\n');
  await page.getByRole('heading', { name: '没有认出表格' }).waitFor();
  await page.getByText('没有认出表格，没有可以导入的。').waitFor();
  expect(await page.getByText('没有要问的').count()).toBe(0);
  expect(problems).toEqual([]);
}, 120_000);

test('a period that is 定稿 is told above the questions, and can be opened again without losing the review', async () => {
  open = await openPage(browser);
  await keepRegions(open);
  const { page, backend, problems } = open;
  const good = '2023年\n区县,随迁子女人数\n吴兴区,1200\n南浔区,800\n';
  await page.getByRole('link', { name: '数据' }).waitFor();
  await goTo(page, '/import');
  await choose(page, '各区县.csv', good);
  await page.getByRole('button', { name: '导入 2 格' }).click();
  await page.getByRole('heading', { name: '已写入 2 格' }).waitFor();
  await page.getByRole('button', { name: '再导入一个' }).click();
  expect(await backend.call('catalogue.lockPeriod', { label: '2023年' })).toMatchObject({ ok: true });

  await choose(page, '改过.csv', good.replace('1200', '1250'));
  await page.getByText('2023年已经定稿，不能写入。').waitFor();
  await page.getByText('没有要写入的：期已定稿 1 格，相同 1 格。').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: '去解除定稿' }).click();
  await page.getByRole('heading', { name: '导入表格' }).waitFor({ state: 'detached' });
  expect(await backend.call('catalogue.unlockPeriod', { label: '2023年', reason: '改数' })).toMatchObject({ ok: true });
  await page.goBack();
  await page.getByRole('button', { name: '导入 1 格' }).click();
  await page.getByRole('heading', { name: '已写入 1 格' }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);
