import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { violationsOn } from './accessibility.ts';
import { type OpenPage, openPage, type PageOptions } from './open-page.ts';
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

/** The 数据 place with the table of this group, in a data file of the test's own. */
async function openTable(period: string, options?: PageOptions): Promise<OpenPage> {
  open = await openPage(browser, options);
  await keepRegions(open);
  const { page } = open;
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('heading', { level: 1, name: '数据' }).waitFor();
  await page.getByRole('combobox', { name: '表', exact: true }).fill('sqzn');
  await page.keyboard.press('Enter');
  await choosePeriod(page, period);
  return open;
}

async function choosePeriod(page: Page, period: string): Promise<void> {
  await page.getByRole('combobox', { name: '期', exact: true }).click();
  await page.getByTitle('新的一期…').click();
  await page.getByRole('textbox', { name: '要填哪一期的数据' }).fill(period);
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: `随迁子女 ${period}` }).waitFor();
}

function cell(page: Page, row: string, column: number): Locator {
  return page
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .getByRole('gridcell')
    .nth(column);
}

/** The grid's one field, on the cell that is selected. */
function field(page: Page): Locator {
  return page.getByRole('textbox', { name: /，/ });
}

async function type(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

async function paste(page: Page, text: string): Promise<void> {
  await field(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /已自动保存 \d\d:\d\d/ })
    .waitFor();
const panel = (page: Page) => page.getByRole('complementary', { name: '核对' });

test('a new data file asks for 本单位地区 and then opens its table, empty and of this year', async () => {
  open = await openPage(browser);
  const { page, problems } = open;
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('heading', { level: 1, name: '先说一下本单位' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('textbox', { name: '本单位管哪个地区' }).fill('青石市');
  await page.getByRole('textbox', { name: /^下面有哪些单位/ }).fill('东河县\n西岭县、南浦县\n');
  await page.getByRole('button', { name: '开始填数' }).click();
  const grid = page.getByRole('grid', { name: new RegExp(`${new Date().getFullYear()}年$`) });
  await grid.waitFor();
  expect(await grid.getByRole('rowheader').allInnerTexts()).toEqual(['东河县', '西岭县', '南浦县', '青石市合计']);
  await page.getByText('还没有数据').waitFor();
  await cell(page, '东河县', 0).click();
  await type(page, '300');
  await saved(page);
  await expect.poll(() => page.getByText('还没有数据').count()).toBe(0);
  expect(problems).toEqual([]);
}, 120_000);

test('figures are typed down a column, undone, and are there again after a reload', async () => {
  const { page, problems } = await openTable('2024年');
  await cell(page, '吴兴区', 0).click();
  await type(page, '300', '1.2万', '３,０００', '无此项', '5');
  await saved(page);
  expect(await cell(page, '南浔区', 0).innerText()).toBe('12,000');
  expect(await cell(page, '长兴县', 0).innerText()).toBe('无此项');
  expect(await cell(page, '湖州市', 0).innerText()).toBe('15,305');
  await page.keyboard.press('Control+z');
  await expect.poll(() => cell(page, '安吉县', 0).innerText()).not.toBe('5');
  await expect.poll(() => cell(page, '湖州市', 0).innerText()).toBe('缺1个区县');
  await page.keyboard.press('Control+y');
  await expect.poll(() => cell(page, '湖州市', 0).innerText()).toBe('15,305');
  expect(await violationsOn(page)).toEqual([]);
  await page.reload();
  await expect.poll(() => cell(page, '南浔区', 0).innerText()).toBe('12,000');
  expect(await page.getByRole('grid', { name: '随迁子女 2024年' }).count()).toBe(1);
  expect(problems).toEqual([]);
}, 120_000);

test('a pasted block is judged beside the table: 去改 leads to the cell, 数字没错 keeps its reason', async () => {
  const { page, problems } = await openTable('2024年');
  await cell(page, '吴兴区', 0).click();
  await paste(page, '300\t200\n400\t450\n');
  await saved(page);
  const card = panel(page).getByRole('listitem').filter({ hasText: '南浔区' }).filter({ hasText: '必须改正' });
  await card.first().waitFor();
  expect(await cell(page, '吴兴区', 8).innerText()).toBe('66.67%');
  await card.first().getByRole('button', { name: '去改' }).click();
  await expect.poll(() => field(page).getAttribute('aria-label')).toMatch(/公办，南浔区，450|计，南浔区，400/);
  await cell(page, '南浔区', 1).click();
  await type(page, '350');
  await expect.poll(() => card.count()).toBe(0);

  await choosePeriod(page, '2025年');
  await cell(page, '吴兴区', 0).click();
  await type(page, '900');
  const moved = panel(page).getByRole('listitem').filter({ hasText: '人数同比变动过大' });
  await moved.getByRole('button', { name: '数字没错' }).click();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('textbox', { name: '数字为什么没错' }).fill('今年新建两所学校');
  await page.keyboard.press('Enter');
  await panel(page).getByText('已说明 1 处').click();
  await panel(page).getByText('今年新建两所学校').waitFor();
  await panel(page).getByRole('button', { name: '撤回' }).click();
  await moved.getByRole('button', { name: '数字没错' }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('what is refused and what cannot be saved stays where it was typed', async () => {
  const { page, problems } = await openTable('2024年');
  await cell(page, '吴兴区', 0).click();
  await type(page, '三百');
  await page.getByText('1 格没有记下').waitFor();
  expect(await cell(page, '吴兴区', 0).innerText()).toBe('三百');
  await cell(page, '吴兴区', 0).click();
  await type(page, '300');
  await saved(page);
  expect(await page.getByText('1 格没有记下').count()).toBe(0);
  expect(problems).toEqual([]);

  await page.route('**/api/data.write', (route) => route.abort());
  await type(page, '400');
  await page.getByRole('status').filter({ hasText: '没有保存：' }).waitFor();
  expect(await cell(page, '南浔区', 0).innerText()).toBe('400');
  await page.unroute('**/api/data.write');
  await page.getByRole('button', { name: '重试' }).click();
  await saved(page);
  expect(await cell(page, '南浔区', 0).innerText()).toBe('400');
}, 120_000);

test('missing cells are filled by the sum or marked as not counted, and a cell tells where it came from', async () => {
  const { page, problems } = await openTable('2024年', { width: 1280, height: 720 });
  await cell(page, '吴兴区', 0).click();
  await type(page, '1', '2', '3', '4', '5');
  await panel(page).getByRole('button', { name: '按合计填入' }).click();
  await expect.poll(() => cell(page, '湖州市', 0).getAttribute('class')).not.toContain('missing');
  expect(await cell(page, '湖州市', 0).innerText()).toBe('15');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => cell(page, '湖州市', 0).getAttribute('class')).toContain('missing');
  // A figure stands as figures do, also while it is nobody's own.
  expect(await cell(page, '湖州市', 0).evaluate((each) => getComputedStyle(each).textAlign)).toBe('right');
  await cell(page, '吴兴区', 3).click();
  await type(page, '7');
  const lacking = panel(page).getByRole('listitem').filter({ hasText: '小学随迁子女人数' });
  await lacking.getByRole('button', { name: '本年不统计' }).click();
  await expect.poll(() => cell(page, '南浔区', 3).innerText()).toBe('无此项');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => cell(page, '南浔区', 3).innerText()).toBe('待填');

  await cell(page, '吴兴区', 0).click();
  await page.keyboard.press('Alt+F1');
  await panel(page).getByText('空 → 1人').waitFor();
  await page.keyboard.press('Alt+F1');
  await panel(page).getByText('空 → 1人').waitFor();
  await panel(page)
    .getByText(/手工填报/)
    .first()
    .waitFor();
  await cell(page, '吴兴区', 8).click();
  await panel(page).getByText('占比(公办就读人数, 随迁子女人数)').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(problems).toEqual([]);
}, 120_000);

test('by keyboard alone from the rail into a cell, and last year stands beside', async () => {
  const { page, problems } = await openTable('2024年');
  await field(page).focus();
  await type(page, '300');
  await saved(page);
  await choosePeriod(page, '2025年');
  await page.getByRole('switch', { name: '去年对照' }).press('Space');
  await expect.poll(() => cell(page, '吴兴区', 1).innerText()).toBe('300');
  expect(page.url()).toContain('last=1');
  expect(await page.getByRole('link', { name: '数据' }).getAttribute('aria-current')).toBe('page');
  expect(problems).toEqual([]);
}, 120_000);

test('a closed period is shown and not to be changed', async () => {
  const { page, backend, problems } = await openTable('2024年');
  await cell(page, '吴兴区', 0).click();
  await paste(page, '300\t400\n');
  await saved(page);
  await panel(page).getByRole('button', { name: '数字没错' }).first().waitFor();
  expect((await backend.call('catalogue.lockPeriod', { label: '2024年' })).ok).toBe(true);
  await page.reload();
  await page.getByText('2024年已经定稿，只能看').waitFor();
  await panel(page).getByText('必须改正').first().waitFor();
  expect(await panel(page).getByRole('listitem').getByRole('button').count()).toBe(0);
  expect(await page.getByText('待填', { exact: true }).count()).toBe(0);
  expect(await page.getByText('改动会自动保存').count()).toBe(0);
  expect(await page.getByRole('button', { name: '从 Excel 粘贴' }).isDisabled()).toBe(true);
  expect(await violationsOn(page)).toEqual([]);
  expect(problems).toEqual([]);
}, 120_000);

test('去写报告 takes the region and period along, and the report offers to fill in the sums', async () => {
  const { page, problems } = await openTable('2024年');
  await cell(page, '吴兴区', 0).click();
  await type(page, '1', '2', '3', '4', '5');
  await saved(page);
  await page.getByRole('link', { name: '去写报告' }).click();
  const dialog = page.getByRole('dialog', { name: '新建报告' });
  await dialog.getByTitle('湖州市', { exact: true }).waitFor();
  await dialog.getByTitle('2024年', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: '写报告' }).click();
  const sums = page.getByRole('region', { name: '可按合计填入' });
  await sums.getByText('随迁子女人数：所属 5个区县都已填，可按合计填入。').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await sums.getByRole('button', { name: '按合计填入' }).click();
  await expect.poll(() => sums.count()).toBe(0);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await sums.waitFor();
  expect(problems).toEqual([]);
}, 120_000);
