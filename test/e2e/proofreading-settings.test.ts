import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
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

/** 设置 › 校核, as a clerk comes to it. */
async function start(options?: PageOptions): Promise<OpenPage> {
  open = await openPage(browser, options);
  const { page } = open;
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('navigation', { name: '设置的各部分' }).getByRole('link', { name: '校核' }).click();
  await page.getByRole('table', { name: '规则' }).waitFor();
  return open;
}

async function goTo(page: Page, part: string): Promise<void> {
  await page.getByRole('radiogroup', { name: '校核的各部分' }).getByText(part, { exact: true }).click();
}

async function counted(page: Page, count: string): Promise<void> {
  await page
    .getByRole('status')
    .and(page.getByText(count, { exact: true }))
    .waitFor();
}

/** Nothing lies beyond the right edge, in either of the sizes that the product is made for. */
async function expectNoSideways(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size);
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('html, .settings, .settings-list')].map((box) => box.scrollWidth - box.clientWidth),
    );
    expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
  }
  if (before !== null) await page.setViewportSize(before);
}

async function submit(drawer: Locator, fields: Readonly<Record<string, string>>, button = '保存'): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await drawer.getByRole('textbox', { name }).fill(value);
  await drawer.getByRole('button', { name: button }).click();
}

test('a rule is found and switched off for the bureau, stays off after a reload, and comes back', async () => {
  const { page, problems } = await start();
  const rules = page.getByRole('table', { name: '规则' });
  const row = rules.getByRole('row', { name: /^启用“占比、比率”/ });
  await row.getByText('应检学校125所，已检查110所，检查率89.0%。').waitFor();
  await row.getByText('错误', { exact: true }).waitFor();
  await rules.getByRole('rowheader', { name: /^数字是否对得上/ }).waitFor();
  const all = await rules.getByRole('switch').count();
  expect(all).toBeGreaterThan(50);
  await counted(page, `${all} 条`);
  await lookAt(page, 'proofreading-rules');
  await expectNoSideways(page);
  expect(await violationsOn(page)).toEqual([]);

  const search = page.getByRole('textbox', { name: '按名称、例子或编号查找' });
  await search.fill('截止 用词');
  await counted(page, '1 条');
  await rules.getByRole('switch', { name: '启用“‘截至’和‘截止’”' }).waitFor();
  await search.fill('没有这样的规则');
  await page.getByText('没有找到。换个词试试。').waitFor();
  await search.fill('结构');
  await rules.getByRole('row', { name: /启用“标题序号连续/ }).waitFor();
  await lookAt(page, 'proofreading-rules-structure');
  await search.fill('');

  await row.getByRole('switch').press('Space');
  await page.getByText('已停用“占比、比率”。').waitFor();
  await counted(page, `${all} 条，停用 1 条`);
  await page.reload();
  await counted(page, `${all} 条，停用 1 条`);
  expect(await row.getByRole('switch').isChecked()).toBe(false);
  await row.getByText('已停用', { exact: true }).waitFor();

  await rules.getByRole('switch', { name: '启用“百分点”' }).click();
  await page.getByText('已停用“百分点”。').waitFor();
  await lookAt(page, 'proofreading-rules-off');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已恢复。').waitFor();
  await counted(page, `${all} 条，停用 1 条`);

  // Two changes in a row, the second before the first is answered.
  await page.route('**/api/**', async (route) => {
    await setTimeout(400);
    await route.continue();
  });
  await rules.getByRole('switch', { name: '启用“增减数”' }).press('Space');
  await rules.getByRole('switch', { name: '启用“百分点”' }).press('Space');
  await page.getByText('已停用“百分点”。').waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  await page.reload();
  await counted(page, `${all} 条，停用 3 条`);
  await page.getByRole('button', { name: '全部启用' }).click();
  await page.getByText('已启用 3 条规则。').waitFor();
  expect(await row.getByRole('switch').isChecked()).toBe(true);
  expect(problems).toEqual([]);
}, 120_000);

test('the bureau writes down words of its own, no word twice, and takes a deletion back', async () => {
  const { page, problems } = await start({ width: 1280, height: 720 });
  await goTo(page, '本单位的用词');
  await page.getByText('添加本单位不用的写法和要改成的写法，校核时就会指出来。').waitFor();
  await lookAt(page, 'proofreading-terms-empty');
  expect(await violationsOn(page)).toEqual([]);
  const table = page.getByRole('table', { name: '本单位的用词' });
  const adding = page.getByRole('dialog', { name: '添加用词' });
  const add = page.getByRole('button', { name: '添加用词' });
  await add.press('Enter');
  await submit(adding, { 不用的写法: '教体局', 改成: '教育局' });
  await page.getByText('已保存“教体局”。').waitFor();
  await add.click();
  await submit(adding, { 不用的写法: ' 教体局 ', 改成: '' });
  await adding.getByRole('alert').getByText('表里已经有“教体局”。要改它，请在表里点开。').waitFor();
  await lookAt(page, 'proofreading-term-refused');
  expect(await violationsOn(page)).toEqual([]);
  await adding.getByRole('textbox', { name: '不用的写法' }).fill('差生');
  await page.keyboard.press('Enter');
  await table.getByRole('row', { name: /^差生 由人决定怎么改/ }).waitFor();

  await page.getByRole('button', { name: '粘贴多行' }).click();
  const pasting = page.getByRole('dialog', { name: '粘贴多个用词' });
  const lines = '民转公\t民办转公办\n贫困生 → 家庭经济困难学生\n教体局 教育局\n择校生';
  await pasting.getByRole('textbox', { name: '粘贴用词' }).fill(lines);
  await pasting.getByRole('row', { name: /^教体局 教育局 表里已有/ }).waitFor();
  await lookAt(page, 'proofreading-terms-paste');
  expect(await violationsOn(page)).toEqual([]);
  await pasting.getByRole('button', { name: '添加 3 个用词' }).click();
  await page.getByText('已添加 3 个用词。').waitFor();

  await page.reload();
  await goTo(page, '本单位的用词');
  await counted(page, '5 个用词');
  await table.getByRole('button', { name: '教体局', exact: true }).click();
  await submit(page.getByRole('dialog', { name: '修改“教体局”' }), { 改成: '教育和体育局' });
  await table.getByRole('row', { name: /^教体局 教育和体育局/ }).waitFor();
  await table.getByRole('button', { name: '删除“教体局”' }).click();
  await page.getByText('已删除“教体局”。').waitFor();
  await counted(page, '4 个用词');
  // The keyboard goes on from the row before, as it was the last one.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('删除“差生”');
  await lookAt(page, 'proofreading-terms');
  await expectNoSideways(page);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '撤销' }).click();
  await table.getByRole('row', { name: /^教体局 教育和体育局/ }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('the bureau writes down a law and a document, whatever marks stand about them', async () => {
  const { page, problems } = await start();
  await goTo(page, '法律和文件');
  const table = page.getByRole('table', { name: '法律和文件' });
  await table.getByText('报告里常引用的文件，请添加到这里').waitFor();
  await lookAt(page, 'proofreading-titles-empty');
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: '添加法律' }).click();
  const law = page.getByRole('dialog', { name: '添加法律' });
  await submit(law, { 法律名称: '《中华人民共和国义务教育法》' });
  await law.getByRole('alert').getByText('汇稿已经收了“义务教育法”，不用添加。').waitFor();
  await submit(law, { 法律名称: '《中华人民共和国示例促进法》' });
  await table.getByRole('button', { name: '《示例促进法》' }).waitFor();

  await page.getByRole('button', { name: '添加文件' }).click();
  const added = page.getByRole('dialog', { name: '添加文件' });
  await submit(added, { 文号: '湖教2021-6', 标题: '《关于印发《就学工作办法》的通知》' });
  await added
    .getByRole('alert')
    .getByText(/^文号要写成/)
    .waitFor();
  await lookAt(page, 'proofreading-document-refused');
  expect(await violationsOn(page)).toEqual([]);
  await submit(added, { 文号: '湖教[2021]06号' });
  const row = table.getByRole('row', { name: '《关于印发〈就学工作办法〉的通知》 湖教〔2021〕6号' });
  await row.waitFor();

  await page.reload();
  await goTo(page, '法律和文件');
  await row.waitFor();
  await counted(page, '另加法律 1 部、文件 1 份');
  await lookAt(page, 'proofreading-titles');
  await expectNoSideways(page);
  await table.getByRole('button', { name: '删除“示例促进法”' }).click();
  await table.getByText('报告里提到的法律被校核当成写错的').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await table.getByRole('button', { name: '《示例促进法》' }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('a list says that it has no effect while its rule is off, and switches the rule on', async () => {
  const { page, problems } = await start();
  await page.getByRole('switch', { name: '启用“用词”' }).click();
  await page.getByText('已停用“用词”。').waitFor();
  await goTo(page, '本单位的用词');
  const notice = page.getByText('规则“用词”已停用，这里的内容现在不起作用。');
  await notice.waitFor();
  await lookAt(page, 'proofreading-terms-off');
  await page.getByRole('button', { name: '启用这条规则' }).click();
  await notice.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
}, 120_000);
