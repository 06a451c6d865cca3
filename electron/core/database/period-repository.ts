import { makePeriod, type Period, type PeriodKind, periodSpan } from '../../../shared/figures/period.ts';
import type { Connection } from './connection.ts';

/** 期 as stored: a row exists once something refers to the period. */
export interface PeriodRepository {
  /** Id of the period's row, which is made when there is none. */
  ensure(period: Period): number;
  /** Periods that hold data, newest first; a year before its halves. */
  withData(): readonly Period[];
  /** The newest that holds data of the region or of one directly below it; null where there are none. */
  newestOf(regionId: number): Period | null;
  /** Labels of the periods that are closed (定稿). */
  locked(): ReadonlySet<string>;
  /** Those and the ones that were opened to be filled in. */
  listed(): readonly Period[];
}

/** The columns of the period table that make up a `Period`. */
export interface PeriodRow {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly place: number;
}

export function periodOf({ kind, year, place }: PeriodRow): Period {
  return makePeriod(kind, year, place);
}

export function createPeriodRepository({ db, write }: Connection): PeriodRepository {
  const selectId = db.prepare<[string], number>('SELECT id FROM period WHERE label = ?').pluck();
  const insert = db.prepare<[string, number, number, string, string, string]>(
    'INSERT INTO period (kind, year, place, label, start_on, end_on) VALUES (?, ?, ?, ?, ?, ?)',
  );
  // Seeks once an indicator and period; a DISTINCT over the observations would read them all.
  const selectWithData = db.prepare<[], PeriodRow>(
    `SELECT kind, year, place FROM period
     WHERE EXISTS (SELECT 1 FROM indicator WHERE EXISTS (
       SELECT 1 FROM observation WHERE indicator_id = indicator.id AND period_id = period.id))
     ORDER BY end_on DESC, start_on`,
  );
  // Left at the first figure found: the newest period of a region that is in use holds one of the first indicators.
  const selectNewest = db.prepare<{ readonly region: number }, PeriodRow>(
    `SELECT kind, year, place FROM period
     WHERE EXISTS (SELECT 1 FROM indicator WHERE EXISTS (
       SELECT 1 FROM observation
       WHERE indicator_id = indicator.id AND period_id = period.id
         AND region_id IN (SELECT id FROM region WHERE id = @region OR parent_id = @region)))
     ORDER BY end_on DESC, start_on LIMIT 1`,
  );
  const selectLocked = db
    .prepare<[], string>('SELECT label FROM period_lock JOIN period ON period.id = period_id')
    .pluck();
  const selectListed = db.prepare<[], PeriodRow>(
    `SELECT kind, year, place FROM period
     WHERE EXISTS (SELECT 1 FROM period_plan WHERE period_plan.period_id = period.id)
       OR EXISTS (SELECT 1 FROM indicator WHERE EXISTS (
         SELECT 1 FROM observation WHERE indicator_id = indicator.id AND period_id = period.id))
     ORDER BY end_on DESC, start_on`,
  );

  function ensure(period: Period): number {
    const id = selectId.get(period.label);
    if (id !== undefined) return id;
    return write(() => {
      const { startOn, endOn } = periodSpan(period);
      const row = insert.run(period.kind, period.year, period.index, period.label, startOn, endOn);
      return Number(row.lastInsertRowid);
    });
  }

  return {
    ensure,
    withData: () => selectWithData.all().map(periodOf),
    listed: () => selectListed.all().map(periodOf),
    newestOf: (region) => {
      const row = selectNewest.get({ region });
      return row === undefined ? null : periodOf(row);
    },
    locked: () => new Set(selectLocked.all()),
  };
}
