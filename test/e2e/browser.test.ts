import { expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

test('a browser is at hand and runs a page', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<title>汇稿</title>');
  expect(await page.title()).toBe('汇稿');
  await browser.close();
}, 120_000);
