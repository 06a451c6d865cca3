import { writeSync } from 'node:fs';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { commitImport } from '../../electron/core/importing/commit-import.ts';
import { emptyMapping } from '../../electron/core/importing/mapping.ts';
import { undoImport } from '../../electron/core/services/undo-import.ts';
import { stage } from '../importing/staging/fixture.ts';

/**
 * Child process of the kill test: imports one file after the other, each with one number in all its cells, undoes every
 * third, and says the number that stands there once its transaction is acknowledged.
 */
const [, , path = '', first = '0'] = process.argv;
const opened = openWorkspace(path, { clock: { now: () => new Date() } });
if (!opened.ok) throw new Error(opened.error.code);
const { value: workspace } = opened;
const indicators = workspace.indicators
  .all()
  .filter(({ unit }) => unit === '人')
  .map(({ name }) => name);
const regions = workspace.regions.all().map(({ name }) => name);

for (let count = Number(first); ; count += 1) {
  const rows = [['地区', ...indicators], ...regions.map((name) => [name, ...indicators.map(() => String(count))])];
  const file = { fileName: `${count}.xlsx`, sha256: 'b'.repeat(64), mapping: emptyMapping };
  const done = commitImport(workspace, [{ ...file, staged: stage(workspace, { rows }) }], {
    byWhom: '张三',
    rules: [],
  });
  if (!done.ok) throw new Error(done.error.code);
  writeSync(1, `${count}\n`);
  const sourceId = done.value[0]?.sourceId;
  if (count % 3 !== 2 || sourceId === null || sourceId === undefined) continue;
  const undone = undoImport(workspace, { sourceId, byWhom: '张三' });
  if (!undone.ok) throw new Error(undone.error.code);
  writeSync(1, `${count - 1}\n`);
}
