import type { Database, Statement } from 'better-sqlite3';
import type { Observation } from '../../../shared/figures/catalogue.ts';
import type { LocalDate, Period } from '../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Connection } from './connection.ts';
import { sameState, stateAfter } from './observation-state.ts';
import type { Statements, StateRow } from './observation-statements.ts';
import type { PeriodRepository } from './period-repository.ts';

/** Figures of one indicator in one period, from one source. */
export interface ColumnWrite {
  readonly indicatorId: number;
  readonly period: Period;
  readonly sourceId: number;
  readonly byWhom: string;
  readonly figures: readonly ColumnFigure[];
}
export interface ColumnFigure {
  readonly regionId: number;
  readonly cell: Observation['cell'];
  /** 截至日; absent keeps the recorded one, null removes it. */
  readonly asOf?: LocalDate | null;
  readonly cellReference: string;
}

interface Recorded {
  readonly figure: ColumnFigure;
  readonly before: StateRow | undefined;
  readonly after: StateRow;
}

/**
 * Writes a column by statements of several rows in the order of the table: row by row each statement would take longer
 * than the writing. Runs within a transaction; every figure is judged before the first is written.
 */
export function createColumnWriter(
  connection: Connection,
  statements: Statements,
  periods: PeriodRepository,
): (write: ColumnWrite) => Result<number, Failure> {
  const [single, several] = [prepareRows(connection.db, 1), prepareRows(connection.db, rowsAtOnce)];

  function judge(write: ColumnWrite, periodId: number): Result<readonly Recorded[], Failure> {
    const indicator = statements.indicator.get(write.indicatorId);
    if (!indicator) throw new Error(`no indicator ${write.indicatorId}`);
    const { name, formula } = indicator;
    if (formula !== null) return fail({ code: 'indicator-derived', name, formula });
    const { label } = write.period;
    if (statements.isLocked.get(label)) return fail({ code: 'period-locked', period: label });
    const figures = write.figures.toSorted((left, right) => left.regionId - right.regionId);
    const present = presentStates(statements, [write.indicatorId, periodId], figures);
    const recorded: Recorded[] = [];
    for (const figure of figures) {
      const before = present.get(figure.regionId);
      const after = stateAfter(figure, before, indicator);
      if (!after.ok) return after;
      if (after.value === null || sameState(before, after.value)) continue;
      recorded.push({ figure, before, after: after.value });
      present.set(figure.regionId, after.value);
    }
    return succeed(recorded);
  }

  return (write) => {
    const periodId = periods.ensure(write.period);
    const judged = judge(write, periodId);
    if (!judged.ok) return judged;
    const recorded = judged.value;
    const key = { indicator_id: write.indicatorId, period_id: periodId, source_id: write.sourceId };
    const scale = statements.indicator.get(write.indicatorId)?.scale ?? 0;
    const revision = { ...key, at: connection.timestamp(), by_whom: write.byWhom, scale };
    const run = ({ upsert, revise }: RowStatements, rows: readonly Recorded[]) => {
      upsert.run(rows.flatMap(observationValues), key);
      revise.run(rows.flatMap(revisionValues), revision);
    };
    const whole = recorded.length - (recorded.length % rowsAtOnce);
    for (let at = 0; at < whole; at += rowsAtOnce) run(several, recorded.slice(at, at + rowsAtOnce));
    for (const each of recorded.slice(whole)) run(single, [each]);
    return succeed(recorded.length);
  };
}

function presentStates(
  statements: Statements,
  [indicatorId, periodId]: readonly [number, number],
  figures: readonly ColumnFigure[],
): Map<number, StateRow> {
  const [first, last] = [figures[0]?.regionId ?? 0, figures.at(-1)?.regionId ?? 0];
  const states = new Map<number, StateRow>();
  for (const [regionId, num, status, as_of] of statements.presentBetween.all(indicatorId, periodId, first, last)) {
    states.set(regionId, { num, status, as_of });
  }
  return states;
}

/** More gain little. */
const rowsAtOnce = 16;

interface RowStatements {
  readonly upsert: Statement;
  readonly revise: Statement;
}

function prepareRows(db: Database, count: number): RowStatements {
  const rows = (row: string) => Array.from({ length: count }, () => row).join();
  return {
    upsert: db.prepare(
      `INSERT INTO observation (indicator_id, period_id, region_id, num, status, as_of, source_id, cell)
       VALUES ${rows('(@indicator_id, @period_id, ?, ?, ?, ?, @source_id, ?)')}
       ON CONFLICT (indicator_id, period_id, region_id) DO UPDATE SET
         num = excluded.num, status = excluded.status, as_of = excluded.as_of,
         source_id = excluded.source_id, cell = excluded.cell`,
    ),
    revise: db.prepare(
      `INSERT INTO revision (at, by_whom, indicator_id, period_id, scale, source_id,
         region_id, old_num, old_status, old_as_of, new_num, new_status, new_as_of, cell)
       VALUES ${rows('(@at, @by_whom, @indicator_id, @period_id, @scale, @source_id, ?, ?, ?, ?, ?, ?, ?, ?)')}`,
    ),
  };
}

function observationValues({ figure, after }: Recorded): readonly (number | string | null)[] {
  return [figure.regionId, after.num, after.status, after.as_of, figure.cellReference];
}

function revisionValues({ figure, before, after }: Recorded): readonly (number | string | null)[] {
  const { num = null, status = null, as_of = null } = before ?? {};
  return [figure.regionId, num, status, as_of, after.num, after.status, after.as_of, figure.cellReference];
}
