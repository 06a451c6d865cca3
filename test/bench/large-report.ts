import Database from 'better-sqlite3';
import type { Workspace } from '../../electron/core/database/workspace.ts';
import { openReportData } from '../../electron/core/services/report-data.ts';
import { computeFigures, hundredFigures, preparePlainSql } from './hundred-figures.ts';
import { type LargeData, makeLargeData, type Size } from './large-data.ts';
import { median, must, row, say, timed } from './measure.ts';

const edits = 15;

/** A hand-typed value in the first column that a total reads, one higher each time. */
function editOnce({ indicators, members, periods }: LargeData, workspace: Workspace, run: number): void {
  const [indicator, member, period] = [indicators[0], members[0], periods.at(-1)];
  if (!indicator || !member || !period) throw new Error('no data were made');
  const cell = { kind: 'value', decimal: String(1000 + run) } as const;
  const change = { indicatorId: indicator.id, regionId: member.id, period, cell, sourceId: 1, byWhom: '示例' };
  if (must(workspace.observations.put(change)) !== 'changed') throw new Error('the edit changed nothing');
}

async function benchOurs(data: LargeData, newest: NonNullable<LargeData['periods'][number]>) {
  const { workspace } = data;
  const figures = hundredFigures(data);
  const compute = () => computeFigures(figures, openReportData(workspace), newest);
  const cold = timed(compute);
  const sources = cold.value.reduce((sum, figure) => sum + figure.sources, 0);
  row('ours, the first time', cold.spent, `${figures.length} figures of ${sources} sources`);
  row('ours, again', await median(edits, compute));
  let last = cold.value;
  const afterEdit = await median(edits, (run) => {
    editOnce(data, workspace, run);
    const now = compute();
    if (now[0]?.text === last[0]?.text) throw new Error('the edit was not seen');
    last = now;
  });
  row('ours, one value typed, committed and all recomputed', afterEdit);
  return { figures, last };
}

async function benchPlainSql(data: LargeData, ours: Awaited<ReturnType<typeof benchOurs>>): Promise<void> {
  const db = new Database(data.workspace.path);
  db.pragma('synchronous = FULL');
  const compute = preparePlainSql(db, ours.figures);
  const cold = timed(compute);
  for (const [at, figure] of ours.last.entries()) {
    const theirs = cold.value[at] ?? Number.NaN;
    if (!(Math.abs(theirs - figure.number) <= 1e-9 * Math.max(1, Math.abs(theirs)))) {
      throw new Error(`${ours.figures[at]?.formula}: ${figure.number} is ${theirs} in SQL`);
    }
  }
  row('plain SQL, the first time (floats, no sources)', cold.spent);
  row('plain SQL, again', await median(edits, compute));
  const edit = db.prepare<[number, number, number, number]>(
    'UPDATE observation SET num = ? WHERE indicator_id = ? AND period_id = ? AND region_id = ?',
  );
  const [indicator, member] = [data.indicators[0], data.members[0]];
  const afterEdit = await median(edits, (run) => {
    edit.run(5000 + run, indicator?.id ?? 0, data.periods.length, member?.id ?? 0);
    compute();
  });
  row('plain SQL, one value updated, committed and all again', afterEdit);
  db.close();
}

/** A report of 100 figures over a large data file: the first time, again, and after one value was typed. */
export async function benchLargeReport(title: string, size: Size): Promise<void> {
  const observations = size.members * size.indicators * size.years;
  say(
    `\n${title}: ${size.members} × ${size.indicators} indicators × ${size.years} years = ${observations} observations`,
  );
  const data = makeLargeData(size);
  try {
    const newest = data.periods.at(-1);
    if (!newest) throw new Error('no data were made');
    await benchPlainSql(data, await benchOurs(data, newest));
  } finally {
    data.workspace.close();
  }
}
