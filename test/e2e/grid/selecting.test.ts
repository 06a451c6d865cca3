import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { violationsOn } from '../accessibility.ts';
import { type GridHost, type GridPage, openGrid, startGridHost } from './open-grid.ts';
import { activeName, cellAt, cellText, clickCell, fieldOf, pasteInto, statusOf } from './reading.ts';

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

async function start(query = ''): Promise<Page> {
  open = await openGrid(browser, host.url + query);
  return open.page;
}

async function drag(page: Page, from: readonly [string, number], to: readonly [string, number]): Promise<void> {
  await cellAt(page, ...from).hover({ force: true });
  await page.mouse.down();
  await cellAt(page, ...to).hover({ force: true });
  await page.mouse.up();
}

test('a dragged range is summed exactly, percentages are not', async () => {
  const page = await start();
  await drag(page, ['西湖县', 0], ['南川县', 1]);
  await expect.poll(() => statusOf(page)).toMatch(/已选 4 格\s*求和 33,338\s*平均 8,334.5\s*最大 12,400\s*最小 4,833/);
  await drag(page, ['东山区', 6], ['西湖县', 6]);
  await expect.poll(() => statusOf(page)).toMatch(/已选 2 格\s*平均 78.69%/);
  await expect.poll(() => statusOf(page)).not.toContain('求和');
});

test('keys extend the selection; headings select whole columns and rows', async () => {
  const page = await start();
  await clickCell(page, '东山区', 0);
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect.poll(() => statusOf(page)).toContain('已选 6 格');
  await page.keyboard.press('Shift+End');
  await expect.poll(() => statusOf(page)).toContain('已选 48 格');
  await page.getByRole('columnheader', { name: '公办学校就读' }).click();
  await expect.poll(() => statusOf(page)).toContain('已选 18 格');
  await page.getByRole('rowheader', { name: '南川县' }).click();
  await expect.poll(() => statusOf(page)).toContain('已选 8 格');
  await page.keyboard.press('Control+End');
  await expect.poll(() => activeName(page)).toContain('中考报名，全市合计');
  await page.keyboard.press('Control+a');
  await expect.poll(() => statusOf(page)).toContain('已选 48 格');
});

test('Delete clears and undo restores values and selection; Ctrl+Y does it again', async () => {
  const page = await start();
  await drag(page, ['东山区', 0], ['西湖县', 1]);
  await page.keyboard.press('Delete');
  await expect.poll(() => cellText(page, '西湖县', 1)).toBe('待填');
  await clickCell(page, '云溪县', 3);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cellText(page, '西湖县', 1)).toBe('5,836');
  await expect.poll(() => statusOf(page)).toContain('已选 4 格');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => cellText(page, '西湖县', 1)).toBe('待填');
});

test('Ctrl+Enter fills the range, Ctrl+D and Ctrl+R fill along it, the handle by dragging', async () => {
  const page = await start();
  await drag(page, ['东山区', 0], ['西湖县', 1]);
  await page.keyboard.type('8');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => cellText(page, '西湖县', 1)).toBe('8');
  await drag(page, ['西湖县', 0], ['北岭县', 0]);
  await page.keyboard.press('Control+d');
  await expect.poll(() => cellText(page, '北岭县', 0)).toBe('8');
  await drag(page, ['北岭县', 0], ['北岭县', 1]);
  await page.keyboard.press('Control+r');
  await expect.poll(() => cellText(page, '北岭县', 1)).toBe('8');
  await clickCell(page, '东山区', 3);
  await page.locator('.grid-fill').hover();
  await page.mouse.down();
  await cellAt(page, '南川县', 3).hover({ force: true });
  await page.mouse.up();
  await expect.poll(() => cellText(page, '南川县', 3)).toBe('11,419');
});

test('what is copied comes back; cutting clears', async () => {
  const page = await start();
  await drag(page, ['东山区', 0], ['西湖县', 1]);
  await page.keyboard.press('Control+x');
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^14,606\t6,874\r?\n12,400\t5,836\r?\n$/);
  await expect.poll(() => cellText(page, '东山区', 0)).toBe('待填');
  await clickCell(page, '北岭县', 3);
  await page.keyboard.press('Control+v');
  await expect.poll(() => cellText(page, '云溪县', 4)).toBe('5,836');
});

test('Excel HTML with signs, widths and blanks; one undo takes it all back', async () => {
  const page = await start();
  await clickCell(page, '东山区', 0);
  const cells = (texts: readonly string[]) => `<tr>${texts.map((text) => `<td class=xl65>${text}</td>`).join('')}</tr>`;
  const html = `<html><body><!--StartFragment--><table>${cells(['１，２３４', '—'])}${cells(['', '<b>5</b>6'])}</table></body></html>`;
  await pasteInto(page, { text: 'x', html });
  await expect.poll(() => cellText(page, '东山区', 0)).toBe('1,234');
  await expect.poll(() => cellText(page, '东山区', 1)).toBe('无此项');
  await expect.poll(() => cellText(page, '西湖县', 0)).toBe('待填');
  await expect.poll(() => cellText(page, '西湖县', 1)).toBe('56');
  await page.keyboard.press('Control+z');
  await expect.poll(() => cellText(page, '西湖县', 0)).toBe('12,400');
});

test('a block with names is shown before it goes to its places, Enter takes it', async () => {
  const page = await start();
  await clickCell(page, '东山区', 0);
  await pasteInto(page, { text: '区县\t中考报名\r\n云溪县\t77\r\n河口县\t66\r\n北岭县\t88\r\n' });
  const dialog = page.getByRole('dialog', { name: '按名称对应后粘贴' });
  await dialog.getByText('有 1 行没有对上，不会粘贴：河口县').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, '北岭县', 7)).toBe('88');
  await expect.poll(() => cellText(page, '云溪县', 7)).toBe('77');
  await page.keyboard.press('Control+z');
  await expect.poll(() => cellText(page, '云溪县', 7)).toBe('待填');
});

test('rows that do not fit are counted before anything is pasted', async () => {
  const page = await start();
  await clickCell(page, '云溪县', 0);
  await pasteInto(page, { text: '1\r\n2\r\n3\r\n4\r\n' });
  await page.getByRole('dialog').getByText('还有 2 行放不下').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => cellText(page, '云溪县', 0)).toBe('8,101');
  await expect.poll(() => fieldOf(page).evaluate((field) => field === document.activeElement)).toBe(true);
});

test('marks by key and by menu', async () => {
  const page = await start();
  await clickCell(page, '东山区', 0);
  await page.keyboard.press('Alt+n');
  await expect.poll(() => cellText(page, '东山区', 0)).toBe('无此项');
  await cellAt(page, '西湖县', 0).click({ button: 'right', force: true });
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('menuitem', { name: '标为不公开' }).click();
  await expect.poll(() => cellText(page, '西湖县', 0)).toBe('不公开');
});

test('3000 × 200: the last cell is one key away, and few cells are drawn', async () => {
  const page = await start('?rows=3000');
  await clickCell(page, '区县1', 0);
  await page.keyboard.press('Control+End');
  await page.getByRole('rowheader', { name: '区县3000' }).waitFor();
  await expect.poll(() => activeName(page)).toContain('指标200，区县3000');
  expect(await page.getByRole('gridcell').count()).toBeLessThan(1000);
  expect(await violationsOn(page)).toEqual([]);
});

test('a dragged border makes a column wider', async () => {
  const page = await start();
  const heading = page.getByRole('columnheader', { name: '中考报名' });
  const before = (await heading.boundingBox())?.width ?? 0;
  await heading.locator('.grid-resize').hover();
  const edge = await heading.boundingBox();
  await page.mouse.down();
  await page.mouse.move((edge?.x ?? 0) + before + 60, (edge?.y ?? 0) + 20);
  await page.mouse.up();
  expect((await heading.boundingBox())?.width ?? 0).toBeGreaterThan(before + 40);
});
