import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Both sizes that the product is made for. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
];

/** Keeps what a person would see here, in the folder that HUIGAO_SHOTS names; does nothing without one. */
export async function lookAt(page: Page, name: string): Promise<void> {
  const folder = process.env.HUIGAO_SHOTS;
  if (folder === undefined) return;
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) });
  }
  if (before !== null) await page.setViewportSize(before);
}
