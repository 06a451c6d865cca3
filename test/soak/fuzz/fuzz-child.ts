import { writeSync } from 'node:fs';
import { openWorkspace } from '../../../electron/core/database/workspace.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectSentence, stageMutated, writeAndUndo } from './import-mutated.ts';
import { readAgain } from './second-reading.ts';
import { fuzzCase } from './seeds.ts';
import { vouchFor } from './vouch-for.ts';

/** Brings mutated files in, one after the other, and says of each what became of it; the parent watches the time. */
const [, , path = '', first = '0', end = '1'] = process.argv;
const opened = openWorkspace(path, { clock: { now: () => new Date() } });
if (!opened.ok) throw new Error(opened.error.code);
const { value: workspace } = opened;
const units = new Map(workspace.indicators.all().map(({ id, unit }) => [id, unit]));

function say(report: object): void {
  writeSync(1, `${JSON.stringify(report)}\n`);
}

async function runCase(number: number): Promise<void> {
  const file = fuzzCase(number);
  say({ number, kind: 'begun', seed: file.name });
  const start = performance.now();
  const staged = stageMutated(workspace, file);
  const milliseconds = Math.round(performance.now() - start);
  if ('code' in staged) {
    expectSentence(describeFailure(staged));
    say({ number, kind: 'refused', code: staged.code, milliseconds });
    return;
  }
  const written = staged.staged.cells.filter(({ write }) => write !== null);
  const again = await readAgain(file.bytes, staged.grid);
  const counts = { vouched: 0, byPatterns: 0 };
  const wrong: object[] = [];
  for (const cell of written) {
    const sheet = staged.grid.sheets[staged.staged.tables.find(({ id }) => id === cell.table)?.sheet ?? -1]?.name ?? '';
    const unit = units.get(cell.indicatorId ?? 0) ?? (cell.text.includes('%') ? '%' : '');
    const found = again.at(sheet, cell.row, cell.column);
    const raw = again.raw(sheet, cell.row, cell.column);
    if (vouchFor(cell, found, unit)) counts.vouched += 1;
    else if (raw.length > 0 && vouchFor(cell, raw, unit)) counts.byPatterns += 1;
    // Of a binary workbook's short records the other reader knows only some.
    else if (again.library === 'read' && !(staged.grid.format === 'xlsb' && found.length === 0)) {
      wrong.push({ cell: cell.cell, value: cell.value, text: cell.text, note: cell.note, found, raw });
    }
  }
  say({
    number,
    kind: 'staged',
    library: again.library,
    format: staged.grid.format,
    written: written.length,
    ...counts,
    wrong,
    milliseconds,
  });
  if (number % 10 === 0) writeAndUndo(path, file);
}

for (let number = Number(first); number < Number(end); number += 1) {
  try {
    await runCase(number);
  } catch (error) {
    say({ number, kind: 'thrown', text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
workspace.close();
