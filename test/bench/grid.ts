import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { openGrid, startGridHost } from '../e2e/grid/open-grid.ts';
import { clickCell } from '../e2e/grid/reading.ts';
import { launchBrowser } from '../support/browser.ts';
import { row, say } from './measure.ts';

/** The statistics grid in a real browser beside a plain HTML table that can be edited (`contenteditable`). */

const rows = 3000;
const columns = 50;

/** Milliseconds from the event to the frame behind the one that shows it. */
const untilPainted = `(act) => new Promise((resolve) => {
  const start = performance.now();
  act();
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
})`;

const block = `Array.from({ length: ${rows} }, (_, r) =>
  Array.from({ length: ${columns} }, (_, c) => String((r * 31 + c * 17) % 90000)).join('\\t')).join('\\r\\n')`;

function percentile(spent: readonly number[], share: number): number {
  const sorted = [...spent].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
}

async function measure(page: Page, act: string): Promise<number> {
  return Number(await page.evaluate(`(${untilPainted})(() => { ${act} })`));
}

async function repeat(page: Page, times: number, act: string): Promise<readonly number[]> {
  const spent: number[] = [];
  for (let time = 0; time < times; time += 1) spent.push(await measure(page, act));
  return spent;
}

function report(name: string, spent: readonly number[]): void {
  row(name, percentile(spent, 0.95), `p50 ${Math.round(percentile(spent, 0.5) * 10) / 10} ms`);
}

const pasteEvent = `const data = new DataTransfer();
  data.setData('text/plain', globalThis.block);
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));`;

async function benchOurs(browser: Browser, url: string): Promise<void> {
  const start = performance.now();
  const { page, close } = await openGrid(browser, `${url}?rows=${rows}`);
  await page.getByRole('gridcell').first().waitFor();
  row('ours: open a page with 3000 × 200', performance.now() - start);
  const paint = await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0`);
  row('ours: first paint in it', Number(paint));
  const scroll = `document.querySelector('.grid-scroll')`;
  report('ours: scroll by 240 px, p95', await repeat(page, 100, `${scroll}.scrollTop += 240;`));
  report('ours: scroll sideways by 240 px, p95', await repeat(page, 40, `${scroll}.scrollLeft += 240;`));
  await page.evaluate(`${scroll}.scrollTo(0, 0)`);
  await clickCell(page, '区县1', 0);
  const press = (key: string, more = '') =>
    `document.querySelector('textarea').dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true ${more} }));`;
  report('ours: arrow key, p95', await repeat(page, 100, press('ArrowDown')));
  await page.evaluate(`globalThis.block = ${block}`);
  await measure(page, press('Home', ', ctrlKey: true'));
  const spent = await measure(page, `const field = document.querySelector('textarea'); ${pasteEvent}`);
  row('ours: paste 3000 × 50, until painted', spent);
  await wait(3000);
  row('ours: undo of it, until painted', await measure(page, press('z', ', ctrlKey: true')));
  await wait(3000);
  row('ours: select all and sum 600,000 cells', await measure(page, press('a', ', ctrlKey: true')));
  await close();
}

async function benchTable(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const html = `'<table>' + ${block}.split('\\r\\n').map((line) => '<tr><td>' + line.replaceAll('\\t', '</td><td>') + '</td></tr>').join('') + '</table>'`;
  await page.setContent('<body contenteditable><table><tr><td id="first">1</td></tr></table></body>');
  await page.evaluate(
    `globalThis.pasted = ${html}; document.body.focus(); getSelection().selectAllChildren(document.querySelector('#first'))`,
  );
  row(
    'a contenteditable table: paste 3000 × 50',
    await measure(page, `document.execCommand('insertHTML', false, globalThis.pasted);`),
  );
  await page.evaluate(`document.body.innerHTML = globalThis.pasted`);
  report('a contenteditable table: scroll by 240 px, p95', await repeat(page, 100, 'scrollBy(0, 240);'));
  await page.close();
}

export async function benchGrid(): Promise<void> {
  say('The statistics grid');
  const [browser, host] = await Promise.all([launchBrowser(), startGridHost()]);
  try {
    await benchOurs(browser, host.url);
    await benchTable(browser);
  } finally {
    await browser.close();
    host.close();
  }
}
