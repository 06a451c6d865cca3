import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const Violations = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/**
 * Lets what is fading or sliding come to rest: half-way a colour is none that anybody designed. What turns for ever, such
 * as the sign of something in progress, is not waited for.
 */
const rest = `(async () => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
})()`;

/** Violations of WCAG 2.1 A and AA on what the page shows now, one line each. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  const rules = JSON.stringify({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  await page.evaluate(rest);
  const found: unknown = await page.evaluate(
    `${axe.source}; axe.run(document, ${rules}).then((result) => result.violations)`,
  );
  return Violations.parse(found).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
