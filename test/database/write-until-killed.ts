import { writeSync } from 'node:fs';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { makePeriod } from '../../shared/figures/period.ts';

/** Child process of the kill test: writes pairs of values, and says each number once its transaction is acknowledged. */
const [, , path = '', first = '0'] = process.argv;
const opened = openWorkspace(path, { clock: { now: () => new Date() } });
if (!opened.ok) throw new Error(opened.error.code);
const { value: workspace } = opened;
const [indicator] = workspace.indicators.all();
const regions = workspace.regions.all();

for (let count = Number(first); ; count += 1) {
  const done = workspace.attempt(() => {
    for (const region of regions) {
      const put = workspace.observations.put({
        indicatorId: indicator?.id ?? 0,
        regionId: region.id,
        period: makePeriod('月', 2000 + Math.floor(count / 12), (count % 12) + 1),
        cell: { kind: 'value', decimal: String(count) },
        sourceId: null,
        byWhom: '张三',
      });
      if (!put.ok) return put;
    }
    return { ok: true, value: undefined };
  });
  if (!done.ok) throw new Error(done.error.code);
  writeSync(1, `${count}\n`);
}
