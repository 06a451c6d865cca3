import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { createReport } from '../../electron/core/services/reports.ts';
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

async function start(): Promise<OpenPage> {
  const path = join(temporaryFolder(), 's.huigao');
  const workspace = expectValue(makeWorkspace(path, { clock, sample: true }));
  const choice = { template: '控辍保学工作情况汇报', region: '永宁县', period: '2024年' };
  expectValue(createReport(workspace, choice));
  workspace.close();
  open = await openPage(browser, { workspace: await readFile(path) });
  await open.page.getByRole('button', { name: /^打开《/ }).click();
  await editor(open.page).waitFor();
  return open;
}

const editor = (page: Page) => page.getByRole('textbox', { name: '报告正文' });
const outline = (page: Page) => page.getByRole('navigation', { name: '目录' });
const saved = (page: Page) => page.getByText('已自动保存').waitFor();

/** Puts the caret at the end of the paragraph that holds the words. */
async function caretAfter(page: Page, words: string): Promise<Locator> {
  const paragraph = editor(page).locator('p').filter({ hasText: words }).first();
  await paragraph.click();
  await page.keyboard.press('End');
  await paragraph.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    range.collapse(false);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  });
  return paragraph;
}

test('what is typed is kept, numbered, proofread, exported, and can be taken back', async () => {
  const { page, problems, backend } = await start();
  await caretAfter(page, '支持读书的风气日益浓厚');
  await page.keyboard.type('各校与家长签定责任书。');
  await page.getByRole('tab', { name: '校核 1' }).waitFor();
  await saved(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('加强宣传');
  await page.keyboard.press('Control+Alt+2');
  await outline(page).getByRole('button', { name: '（四）加强宣传' }).waitFor();
  await outline(page)
    .getByRole('button', { name: /^（五）坚持依法治理/ })
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('这一段是正文。');
  expect(await page.getByRole('combobox', { name: '样式' }).locator('..').textContent()).toContain('正文');
  await lookAt(page, 'editor');
  expect(await violationsOn(page)).toEqual([]);
  await saved(page);
  await page.reload();
  await editor(page).getByText('各校与家长签定责任书。').waitFor();
  await editor(page).getByText('这一段是正文。').waitFor();
  const { value } = (await backend.call('reports.open', { id: 1 })) as { value: { document: unknown } };
  expect(JSON.stringify(value.document)).toContain('"attrs":{"level":2},"content":[{"type":"text","text":"加强宣传"}');
  expect(problems).toEqual([]);
}, 120_000);

test('undo goes back to the text as loaded and not behind it', async () => {
  const { page, problems } = await start();
  // Charts are drawn in their own time.
  const text = () => editor(page).locator('p').allTextContents();
  const before = await text();
  await caretAfter(page, '支持读书的风气日益浓厚');
  await page.keyboard.type('多写一句。');
  await saved(page);
  await page.getByRole('button', { name: '撤销（Ctrl+Z）' }).click();
  await expect.poll(text).toEqual(before);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await text()).toEqual(before);
  await page.keyboard.press('Control+y');
  await editor(page).getByText('多写一句。').waitFor();
  await saved(page);
  expect(problems).toEqual([]);
}, 120_000);

test('a figure is selected by the first stroke, taken away by the second, and brought back', async () => {
  const { page, problems } = await start();
  const figure = editor(page).getByRole('button', { name: '99.73%' }).first();
  await figure.click();
  await page.getByRole('tabpanel').getByText('99.73%').first().waitFor();
  await figure.evaluate((element) => {
    const range = document.createRange();
    range.setStartAfter(element);
    range.collapse(true);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  await editor(page).evaluate((element) => element instanceof HTMLElement && element.focus());
  const count = await editor(page).getByRole('button', { name: '99.73%' }).count();
  await page.keyboard.press('Backspace');
  expect(await editor(page).getByRole('button', { name: '99.73%' }).count()).toBe(count);
  await page.keyboard.press('Backspace');
  await expect.poll(() => editor(page).getByRole('button', { name: '99.73%' }).count()).toBe(count - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => editor(page).getByRole('button', { name: '99.73%' }).count()).toBe(count);
  expect(problems).toEqual([]);
}, 120_000);

/** Types by an input method, as Chromium does it: 拼音 in the making, then the word. */
async function compose(session: CDPSession, pieces: readonly string[], word: string): Promise<void> {
  for (const text of pieces) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send('Input.insertText', { text: word });
}

test('composing beside a figure, in a heading and in an empty paragraph leaves all text as meant', async () => {
  const { page, problems } = await start();
  const session = await page.context().newCDPSession(page);
  await caretAfter(page, '健全组织体系');
  await compose(session, ['j', 'ji', 'jia', 'jia q', 'jia qiang'], '加强');
  await editor(page).getByText(/加强$/).first().waitFor();
  await page.keyboard.press('Enter');
  await compose(session, ['q', 'qi', 'qie', 'qie shi'], '切实');
  await editor(page)
    .locator('p')
    .filter({ hasText: /^切实$/ })
    .waitFor();
  const figure = editor(page).getByRole('button', { name: '99.73%' }).first();
  await figure.evaluate((element) => {
    const range = document.createRange();
    range.setStartAfter(element);
    range.collapse(true);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  await compose(session, ['y', 'yi', 'yi shang'], '以上');
  await expect.poll(() => editor(page).textContent()).toContain('99.73%以上');
  // While composing nothing is read or saved; afterwards it is.
  await session.send('Input.imeSetComposition', { text: 'qian ding', selectionStart: 9, selectionEnd: 9 });
  await page.waitForTimeout(1000);
  expect(await editor(page).getByRole('button', { name: '99.73%' }).count()).toBeGreaterThan(0);
  await session.send('Input.insertText', { text: '，签定责任书' });
  await page.getByRole('tab', { name: /^校核 \d/ }).waitFor();
  await saved(page);
  await page.reload();
  await editor(page).getByText('签定责任书').waitFor();
  expect(problems).toEqual([]);
}, 120_000);

test('a text that was changed elsewhere meanwhile is not written over', async () => {
  const { page, backend } = await start();
  type Opened = { value: { document: { content: readonly unknown[] }; summary: { updatedAt: string } } };
  const { value } = (await backend.call('reports.open', { id: 1 })) as Opened;
  const document = { ...value.document, content: value.document.content.slice(0, 3) };
  const save = await backend.call('reports.save', { id: 1, document, base: value.summary.updatedAt });
  expect(save).toMatchObject({ ok: true });
  await caretAfter(page, '支持读书的风气日益浓厚');
  await page.keyboard.type('多写一句。');
  await page.getByRole('alert').getByText('这份报告在别处改过了').waitFor();
  const { value: kept } = (await backend.call('reports.open', { id: 1 })) as Opened;
  expect(kept.document.content).toHaveLength(3);
}, 120_000);
