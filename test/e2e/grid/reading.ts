import type { Locator, Page } from 'playwright-core';

/** The grid as a person finds it: rows by their label, cells by their position behind it. */

export function cellAt(page: Page, row: string, column: number): Locator {
  const line = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row, exact: true }) });
  return line.getByRole('gridcell').and(page.locator(`[aria-colindex="${column + 2}"]`));
}

export async function cellText(page: Page, row: string, column: number): Promise<string> {
  return cellAt(page, row, column).innerText();
}

export async function clickCell(page: Page, row: string, column: number): Promise<void> {
  await cellAt(page, row, column).click({ force: true });
}

export function fieldOf(page: Page): Locator {
  return page.locator('textarea');
}

export async function activeName(page: Page): Promise<string> {
  return (await fieldOf(page).getAttribute('aria-label')) ?? '';
}

/** The facts of the status bar. */
export async function statusOf(page: Page): Promise<string> {
  return page.locator('.grid-status').innerText();
}

export interface Clip {
  readonly text: string;
  readonly html?: string;
}

/** Puts it on the clipboard of the browser and presses Ctrl+V. */
export async function pasteInto(page: Page, { text, html }: Clip): Promise<void> {
  await page.evaluate(
    async ({ text, html }) => {
      const data: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
      if (html !== undefined) data['text/html'] = new Blob([html], { type: 'text/html' });
      await navigator.clipboard.write([new ClipboardItem(data)]);
    },
    { text, html },
  );
  await page.keyboard.press('Control+v');
}
