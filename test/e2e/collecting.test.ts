import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fillWorkbook } from '../collecting/fill-workbook.ts';
import { launchBrowser } from '../support/browser.ts';
import { violationsOn } from './accessibility.ts';
import { openPage } from './open-page.ts';

test('forms are made, filled in, dropped and taken in', async () => {
  const browser = await launchBrowser();
  const opened = await openPage(browser);
  const folder = await mkdtemp(join(tmpdir(), 'huigao-returns-'));
  try {
    const { page } = opened;
    await opened.backend.call('workspace.openSample', {});
    await page.goto(`${opened.url.split('#')[0]}#/collect`);
    const period = page.getByLabel('期', { exact: true });
    // The newest open period stands there already; without one the button says what is lacking.
    expect(await period.inputValue()).toBe('2024年');
    await period.fill('');
    await page.getByText('先填“期”：要收哪一期的数。').waitFor();
    expect(await page.getByRole('button', { name: '生成填报表' }).isDisabled()).toBe(true);
    await period.fill('2024年');
    await page.getByRole('checkbox').uncheck();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '生成填报表' }).click();
    const zip = await (await downloading).path();
    const forms = unzipSync(new Uint8Array(await readFile(zip)));
    const [name = '', form = new Uint8Array()] =
      Object.entries(forms).find(([each]) => each.startsWith('德清县')) ?? [];
    const path = join(folder, name);
    await writeFile(path, await fillWorkbook(form, { cells: { B7: 321 } }));
    // As many as came back, so that the screen is longer than the window: it scrolls, the window does not.
    const copies = [1, 2, 3, 4].map((at) => join(folder, `${at}.xlsx`));
    for (const [at, copy] of copies.entries()) {
      await writeFile(copy, await fillWorkbook(form, { cells: { B7: 400 + at } }));
    }
    await page.locator('input[type=file]').setInputFiles([path, ...copies]);
    await page.getByRole('row', { name: /德清县.*重报/ }).waitFor();
    for (const size of [
      { width: 1440, height: 900 },
      { width: 1280, height: 720 },
    ]) {
      await page.setViewportSize(size);
      const { scrollHeight, clientHeight } = await page.evaluate(() => {
        return { scrollHeight: document.documentElement.scrollHeight, clientHeight: window.innerHeight };
      });
      expect(scrollHeight).toBe(clientHeight);
    }

    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByRole('row', { name: /德清县.*已报/ }).waitFor();
    await page.getByRole('row', { name: /安吉县.*未报/ }).waitFor();
    // A pressed button fades back for a moment, and is paler while the pointer rests on it.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(1000);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: '汇入 1 个单位' }).click();
    await page.getByText('已收 1/5').waitFor();
    await page.getByRole('button', { name: '撤销汇入' }).click();
    await page.getByText(/^已撤销，\d+ 格退回原状。$/).waitFor();
    await page.getByText('已收 0/5').waitFor();
    expect(opened.problems).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await opened.close();
    await browser.close();
  }
}, 240_000);
