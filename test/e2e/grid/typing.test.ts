import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { violationsOn } from '../accessibility.ts';
import { type GridHost, type GridPage, openGrid, startGridHost } from './open-grid.ts';
import { activeName, cellText, clickCell, fieldOf } from './reading.ts';

let browser: Browser;
let host: GridHost;
let open: GridPage | null = null;

beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), startGridHost()]);
}, 120_000);
afterEach(async () => {
  await open?.close();
});
afterAll(async () => {
  host.close();
  await browser.close();
});

async function start(): Promise<Page> {
  open = await openGrid(browser, host.url);
  return open.page;
}

test('typing into a selected cell replaces its value, Enter goes down', async () => {
  const page = await start();
  await clickCell(page, '东山区', 0);
  await expect.poll(() => activeName(page)).toBe('随迁子女在校生 小学，东山区，14,606');
  await page.keyboard.type('１２，３４５');
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, '东山区', 0)).toBe('12,345');
  await expect.poll(() => activeName(page)).toContain('西湖县');
});

test('Esc brings the value back, F2 opens it behind its last digit', async () => {
  const page = await start();
  await clickCell(page, '东山区', 0);
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  await expect.poll(() => cellText(page, '东山区', 0)).toBe('14,606');
  await page.keyboard.press('F2');
  expect(await fieldOf(page).inputValue()).toBe('14606');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, '东山区', 0)).toBe('146,056');
});

test('a double click opens the cell for editing', async () => {
  const page = await start();
  await page.getByText('5,836', { exact: true }).dblclick();
  expect(await fieldOf(page).inputValue()).toBe('5836');
});

test('after a run of Tabs, Enter returns to its first column', async () => {
  const page = await start();
  await clickCell(page, '东山区', 0);
  for (const figure of ['1', '2']) {
    await page.keyboard.type(figure);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => activeName(page)).toContain('随迁子女在校生 小学，西湖县');
  await expect.poll(() => cellText(page, '东山区', 1)).toBe('2');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => activeName(page)).toContain('小学，东山区');
});

async function compose(client: CDPSession, text: string): Promise<void> {
  await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

test('拼音 composed into a selected cell keeps its first letter; Enter within it does nothing', async () => {
  const page = await start();
  const client = await page.context().newCDPSession(page);
  await clickCell(page, '东山区', 0);
  await compose(client, 'w');
  await compose(client, 'wei');
  await compose(client, 'weibao');
  expect(await fieldOf(page).inputValue()).toBe('weibao');
  await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await expect.poll(() => activeName(page)).toContain('东山区');
  await client.send('Input.insertText', { text: '未报' });
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, '东山区', 0)).toBe('未报');
});

test('an open composition is kept when the mouse goes on to another cell', async () => {
  const page = await start();
  const client = await page.context().newCDPSession(page);
  await clickCell(page, '东山区', 0);
  await compose(client, '未报');
  await clickCell(page, '西湖县', 1);
  await expect.poll(() => cellText(page, '东山区', 0)).toBe('未报');
});

test('a computed cell refuses typing and says why', async () => {
  const page = await start();
  await clickCell(page, '东山区', 2);
  await page.keyboard.type('5');
  await page.locator('.grid-notice', { hasText: '自动计算' }).waitFor();
  await page.keyboard.press('Delete');
  await expect.poll(() => cellText(page, '东山区', 2)).toBe('21,480');
  await clickCell(page, '全市合计', 0);
  await page.keyboard.press('F2');
  await page.locator('.grid-notice', { hasText: '各区县相加' }).waitFor();
});

test('a refused entry stays, red, with its sentence; so does one that the program did not answer', async () => {
  const page = await start();
  await clickCell(page, '东山区', 0);
  await page.keyboard.type('约一千');
  await page.keyboard.press('Enter');
  await page.locator('.grid-cell-refused', { hasText: '约一千' }).waitFor();
  await clickCell(page, '东山区', 0);
  await expect.poll(() => activeName(page)).toContain('这里要填数字。');
  await page.evaluate('gridOwner.fails = true');
  await clickCell(page, '西湖县', 0);
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.locator('.grid-cell-refused', { hasText: '7' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cellText(page, '西湖县', 0)).toBe('12,400');
});
