import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { violationsOn } from './accessibility.ts';
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

/** The sample's 设置, as a clerk comes to it. */
async function start(tab: string, options?: PageOptions): Promise<OpenPage> {
  open = await openPage(browser, options);
  const { page } = open;
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByRole('complementary', { name: '示例' }).waitFor();
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('navigation', { name: '设置的各部分' }).getByRole('link', { name: tab }).click();
  return open;
}

function drawerOf(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name });
}

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.HUIGAO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

async function choose(page: Page, field: Locator, search: string): Promise<void> {
  await field.fill(search);
  await page.keyboard.press('Enter');
}

test('a county is added, found by its initials, renamed, merged and taken back', async () => {
  const { page, problems } = await start('地区');
  const table = page.getByRole('table', { name: '地区' });
  await table.getByRole('button', { name: '长兴县', exact: true }).waitFor();
  await look(page, 'regions');
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: '添加地区' }).click();
  const adding = drawerOf(page, '添加地区');
  await adding.getByRole('textbox', { name: '名称' }).fill('长兴县');
  await choose(page, adding.getByRole('combobox', { name: '上级' }), 'hzs');
  await adding.getByRole('button', { name: '保存' }).click();
  await adding.getByRole('alert').getByText('湖州市下面已经有“长兴县”').waitFor();
  await look(page, 'region-form');
  expect(await violationsOn(page)).toEqual([]);
  await adding.getByRole('textbox', { name: '名称' }).fill('南太湖新区');
  await adding.getByRole('textbox', { name: '名称' }).press('Enter');
  await page.getByText('已保存“南太湖新区”').waitFor();

  const search = page.getByRole('textbox', { name: /拼音首字母/ });
  await search.fill('zxx');
  await page.getByText('1 个地区', { exact: true }).waitFor();
  await table.getByRole('button', { name: '长兴县', exact: true }).click();
  const form = drawerOf(page, '修改“长兴县”');
  await form.getByRole('button', { name: '撤并' }).click();
  const ending = drawerOf(page, '撤并“长兴县”');
  await ending.getByRole('textbox', { name: '撤并日期' }).fill('2023年5月');
  await choose(page, ending.getByRole('combobox', { name: '并入' }), 'nthxq');
  await look(page, 'region-end');
  await ending.getByRole('button', { name: '撤并' }).click();
  await table.getByText('2023-05-01 并入南太湖新区').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已恢复。').waitFor();
  // The list follows the message.
  await table.getByText('并入南太湖新区').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
}, 120_000);

test('a region that data refer to is not deleted; one that nothing refers to is, and comes back', async () => {
  const { page, problems } = await start('地区', { width: 1280, height: 720 });
  await page.getByRole('button', { name: '湖州市', exact: true }).click();
  const form = drawerOf(page, '修改“湖州市”');
  await form.getByRole('button', { name: '删除' }).click();
  await form.getByRole('alert').getByText('没有删除').waitFor();
  await look(page, 'region-refused-720');
  await form.getByRole('button', { name: '设为本单位地区' }).click();
  await form.waitFor({ state: 'hidden' });
  await page
    .getByRole('row', { name: /湖州市/ })
    .getByText('本单位')
    .waitFor();
  await page.getByRole('button', { name: '添加地区' }).click();
  const adding = drawerOf(page, '添加地区');
  await adding.getByRole('textbox', { name: '名称' }).fill('多余县');
  await adding.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '多余县', exact: true }).click();
  await drawerOf(page, '修改“多余县”').getByRole('button', { name: '删除' }).click();
  await page.getByText('已删除“多余县”').waitFor();
  await page.getByRole('button', { name: '多余县', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '多余县', exact: true }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('a region is opened, changed and left again without a mouse', async () => {
  const { page, problems } = await start('地区');
  const name = page.getByRole('button', { name: '德清县', exact: true });
  await name.focus();
  await page.keyboard.press('Enter');
  const form = drawerOf(page, '修改“德清县”');
  const field = form.getByRole('textbox', { name: '名称' });
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await expect.poll(() => name.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await field.fill('德清区');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '德清区', exact: true }).waitFor();
  await page.getByRole('button', { name: '德清区', exact: true }).click();
  expect(await drawerOf(page, '修改“德清区”').getByRole('textbox', { name: '别名' }).inputValue()).toBe('德清、德清县');
  expect(problems).toEqual([]);
}, 120_000);

test('a list of regions is pasted, looked at, and imported whole', async () => {
  const { page, problems } = await start('地区');
  await page.getByRole('button', { name: '导入地区表' }).click();
  const drawer = drawerOf(page, '导入地区表');
  const paste = drawer.getByRole('textbox', { name: '粘贴表格' });
  await paste.fill('名称\t代码\n灵武市\t640181\n湖州市\t330500\n甲校\t');
  await drawer.getByRole('button', { name: '看一看' }).click();
  await drawer.getByText('有 1 行不能导入').waitFor();
  await look(page, 'region-import');
  expect(await drawer.getByLabel('选文件', { exact: true }).and(page.locator('input')).getAttribute('accept')).toMatch(
    /\.xls,\.et,\.ods/,
  );
  expect(await violationsOn(page)).toEqual([]);
  expect(await drawer.getByRole('button', { name: '导入 1 个地区' }).isDisabled()).toBe(true);
  await paste.fill('名称\t代码\n灵武市\t640181\n湖州市\t330500');
  await drawer.getByRole('button', { name: '看一看' }).click();
  await drawer.getByRole('button', { name: '导入 1 个地区' }).click();
  await page.getByText('已导入：新增 1 个，改动 0 个。').waitFor();
  await page.getByRole('button', { name: '灵武市', exact: true }).waitFor();
  await look(page, 'region-imported');
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已恢复。').waitFor();
  await page.getByRole('button', { name: '灵武市', exact: true }).waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
}, 120_000);

test('the next period is opened, another is closed and reopened with a reason', async () => {
  const { page, problems } = await start('期');
  await page.getByRole('button', { name: /^新的一期：/ }).click();
  await page.getByText(/已添加.*，可以开始填报/).waitFor();
  await look(page, 'periods');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '2021年定稿' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '定稿' }).click();
  await page.getByText('2021年已定稿').waitFor();
  await page.getByRole('button', { name: '取消2021年的定稿' }).click();
  const drawer = drawerOf(page, '取消2021年的定稿');
  expect(await drawer.getByRole('button', { name: '取消定稿' }).isDisabled()).toBe(true);
  await drawer.getByRole('textbox', { name: '原因' }).fill('县里更正');
  await drawer.getByRole('button', { name: '取消定稿' }).click();
  await page.getByRole('listitem').getByText('：县里更正').waitFor();
  await look(page, 'periods-after');
  expect(problems).toEqual([]);
}, 120_000);

test('an own indicator is written with a formula that is judged while it is typed', async () => {
  const { page, problems } = await start('指标', { width: 1280, height: 720 });
  await page.getByRole('button', { name: '添加指标' }).waitFor();
  await look(page, 'indicators-720');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '添加指标' }).click();
  const drawer = drawerOf(page, '添加指标');
  await drawer.getByRole('textbox', { name: '名称' }).fill('民办就读占比（本局）');
  await drawer.getByRole('textbox', { name: '单位' }).fill('%');
  await drawer.getByRole('radio', { name: '由算式得出' }).check();
  const formula = drawer.getByRole('textbox', { name: '算式' });
  await formula.fill('占比(民办就读人数, 随迁子女人');
  await drawer
    .getByText(/^第 \d+ 个字：/)
    .first()
    .waitFor();
  await formula.fill('占比(民办就读人数, 随迁子女人数)');
  await drawer.getByText('算式可以用，得出的单位是“%”。').waitFor();
  await look(page, 'indicator-form-720');
  expect(await violationsOn(page)).toEqual([]);
  await drawer.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存“民办就读占比（本局）”').waitFor();
  await page.getByRole('textbox', { name: /拼音首字母/ }).fill('mbjdzb');
  await page.getByRole('button', { name: '民办就读占比（本局）' }).click();
  const edit = drawerOf(page, '修改“民办就读占比（本局）”');
  await edit.getByRole('button', { name: '删除' }).click();
  await page.getByText('已删除“民办就读占比（本局）”').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '民办就读占比（本局）' }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('a rule is switched off and on again, and one of the bureau’s own is written', async () => {
  const { page, problems } = await start('勾稽关系');
  const first = page.getByRole('switch').first();
  await first.click();
  await page.getByText(/^已停用“/).waitFor();
  await expect.poll(() => first.getAttribute('aria-checked')).toBe('false');
  await look(page, 'rules');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已恢复。').waitFor();
  await expect.poll(() => first.getAttribute('aria-checked')).toBe('true');
  await page.getByRole('button', { name: '添加勾稽关系' }).click();
  const drawer = drawerOf(page, '添加勾稽关系');
  await drawer.getByRole('textbox', { name: '名称' }).fill('公办不多于全部');
  await drawer.getByRole('textbox', { name: '算式' }).fill('公办就读人数');
  await drawer.getByText('要写成比较').waitFor();
  await drawer.getByRole('textbox', { name: '算式' }).fill('公办就读人数 <= 随迁子女人数');
  await drawer.getByText('算式可以用。').waitFor();
  await drawer.getByRole('combobox', { name: '适用地区' }).click();
  await page.getByTitle('县级', { exact: true }).click();
  await page.keyboard.press('Escape');
  await drawer.getByRole('combobox', { name: '适用的期' }).click();
  await page.getByTitle('自然年', { exact: true }).click();
  await page.getByTitle('学年', { exact: true }).click();
  await drawer.getByRole('textbox', { name: '名称' }).click();
  await drawer.getByRole('combobox', { name: '严重程度' }).click();
  await page.getByTitle('强制：一定有错，必须改').last().click();
  await look(page, 'rule-form');
  expect(await violationsOn(page)).toEqual([]);
  await drawer.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '公办不多于全部' }).click();
  const edit = drawerOf(page, '修改“公办不多于全部”');
  for (const chosen of ['县级', '自然年', '学年']) await edit.getByTitle(chosen, { exact: true }).waitFor();
  await edit.getByText('强制：一定有错，必须改').waitFor();
  await look(page, 'rule-edit');
  expect(problems).toEqual([]);
}, 120_000);

test('figures are told in another unit in one step, after an example, and back again', async () => {
  const { page, problems } = await start('指标', { width: 1280, height: 720 });
  await page.getByRole('button', { name: '随迁子女人数', exact: true }).click();
  const form = drawerOf(page, '修改“随迁子女人数”');
  const unit = form.getByRole('textbox', { name: '单位' });
  await unit.fill('万人');
  await form.getByRole('button', { name: '保存' }).click();
  const question = page.getByRole('dialog', { name: /单位由“人”改成“万人”/ });
  await question.getByText(/人 → \d+\.\d{1,4}万人/).waitFor();
  await look(page, 'unit-question-720');
  expect(await violationsOn(page)).toEqual([]);
  await question.getByRole('button', { name: '按 ÷10000 换算' }).click();
  await page.getByText(/^“随迁子女人数”的 \d+ 个数已按 ÷10000 换算。/).waitFor();
  const row = page.getByRole('row', { name: /^随迁子女人数/ });
  await row.getByText('万人', { exact: true }).waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await row.getByText('人', { exact: true }).waitFor();
  expect(problems).toEqual([]);
}, 120_000);
