import { writeSync } from 'node:fs';
import { openWorkspace } from '../../../electron/core/database/workspace.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { answerOf, expectSentence, stageMutated, writeAndUndo } from './import-mutated.ts';
import { importPlanned } from './import-planned.ts';
import { readAgain } from './second-reading.ts';
import { fuzzCase, isPlanned } from './seeds.ts';
import { isSum, vouchFor } from './vouch-for.ts';

/** Brings mutated files in, one after the other, and says of each what became of it; the parent watches the time. */
const [, , path = '', first = '0', end = '1'] = process.argv;
const opened = openWorkspace(path, { clock: { now: () => new Date() } });
if (!opened.ok) throw new Error(opened.error.code);
const { value: workspace } = opened;

function say(report: object): void {
  writeSync(1, `${JSON.stringify(report)}\n`);
}

async function runCase(number: number): Promise<void> {
  const { name, bytes, isDated } = fuzzCase(number);
  const file = { name, bytes, year: isDated ? 2021 : null, answer: answerOf };
  say({ number, kind: 'begun', seed: name });
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
  const counts = { byLibrary: 0, byBytes: 0, summed: 0, computed: 0, unread: 0 };
  const wrong: object[] = [];
  for (const cell of written) {
    const sheet = staged.grid.sheets[staged.staged.tables.find(({ id }) => id === cell.table)?.sheet ?? -1]?.name ?? '';
    const found = again.library?.(sheet, cell.row, cell.column) ?? [];
    const own = again.own(sheet, cell.row, cell.column);
    const verdicts = [again.library && vouchFor(cell, found), vouchFor(cell, own)];
    if (verdicts[0] === 'same') counts.byLibrary += 1;
    else if (verdicts[1] === 'same') counts.byBytes += 1;
    else if (verdicts.includes('computed') && isSum(cell, (row, column) => again.own(sheet, row, column)))
      counts.summed += 1;
    else if (verdicts.includes('computed')) counts.computed += 1;
    else if (found.length + own.length === 0) counts.unread += 1;
    else wrong.push({ cell: cell.cell, value: cell.value, text: cell.text, note: cell.note, found, own });
  }
  say({
    number,
    kind: 'staged',
    isRefused: again.library === null && staged.grid.format !== 'text',
    format: staged.grid.format,
    written: written.length,
    ...counts,
    wrong,
    milliseconds,
  });
  if (number % 10 === 0) writeAndUndo(path, file);
}

function runPlanned(number: number): void {
  say({ number, kind: 'begun', seed: '已知各格含义的表' });
  const start = performance.now();
  const outcome = importPlanned(workspace, number);
  say({ number, kind: 'planned', ...outcome, milliseconds: Math.round(performance.now() - start) });
}

for (let number = Number(first); number < Number(end); number += 1) {
  try {
    if (isPlanned(number)) runPlanned(number);
    else await runCase(number);
  } catch (error) {
    say({ number, kind: 'thrown', text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
workspace.close();
