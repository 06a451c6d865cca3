import type { Database, Statement } from 'better-sqlite3';
import type { Source } from '../../../shared/figures/catalogue.ts';

/** A value or gap as stored. */
export interface StateRow {
  readonly num: number | null;
  readonly status: number;
  readonly as_of: string | null;
}
export type PresentRow = readonly [regionId: number, num: number | null, status: number, asOf: string | null];
/** A column is read as arrays: thousands of objects with names of their own would take twice as long. */
export type ColumnRow = readonly [
  regionId: number,
  num: number | null,
  status: number,
  asOf: string | null,
  sourceId: number | null,
  cellReference: string | null,
];
export interface RevisionRow {
  readonly id: number;
  readonly at: string;
  readonly by_whom: string;
  readonly scale: number;
  readonly old_num: number | null;
  readonly old_status: number | null;
  readonly old_as_of: string | null;
  readonly new_num: number | null;
  readonly new_status: number | null;
  readonly new_as_of: string | null;
  readonly source_id: number | null;
  readonly cell: string | null;
  readonly reason: string | null;
}

type Key = readonly [indicatorId: number, periodLabel: string, regionId: number];

export interface Statements {
  readonly column: Statement<[number, string], ColumnRow>;
  readonly source: Statement<[number], Source>;
  readonly indicator: Statement<
    [number],
    { readonly name: string; readonly scale: number; readonly formula: string | null }
  >;
  readonly present: Statement<[...Key], StateRow>;
  /** Of the regions between two ids. */
  readonly presentBetween: Statement<[indicatorId: number, periodId: number, first: number, last: number], PresentRow>;
  readonly upsert: Statement;
  readonly takeBack: Statement;
  readonly isLocked: Statement<[string], number>;
  readonly revise: Statement;
  readonly revisions: Statement<[...Key], RevisionRow>;
}

export function prepareStatements(db: Database): Statements {
  return {
    column: db
      .prepare<[number, string], ColumnRow>(
        `SELECT region_id, num, status, as_of, source_id, cell FROM observation
         WHERE indicator_id = ? AND period_id = (SELECT id FROM period WHERE label = ?)`,
      )
      .raw(),
    source: db.prepare<[number], Source>('SELECT id, kind, title FROM source WHERE id = ?'),
    indicator: db.prepare<[number], { readonly name: string; readonly scale: number; readonly formula: string | null }>(
      'SELECT name, scale, formula FROM indicator WHERE id = ?',
    ),
    present: db.prepare<[number, string, number], StateRow>(
      `SELECT num, status, as_of FROM observation
       WHERE indicator_id = ? AND period_id = (SELECT id FROM period WHERE label = ?) AND region_id = ?`,
    ),
    presentBetween: db
      .prepare<[number, number, number, number], PresentRow>(
        `SELECT region_id, num, status, as_of FROM observation
         WHERE indicator_id = ? AND period_id = ? AND region_id BETWEEN ? AND ?`,
      )
      .raw(),
    upsert: db.prepare(
      `INSERT INTO observation (indicator_id, period_id, region_id, num, status, as_of, source_id, cell)
       VALUES (@indicator_id, @period_id, @region_id, @num, @status, @as_of, @source_id, @cell)
       ON CONFLICT (indicator_id, period_id, region_id) DO UPDATE SET
         num = excluded.num, status = excluded.status, as_of = excluded.as_of,
         source_id = excluded.source_id, cell = excluded.cell`,
    ),
    takeBack: db.prepare(
      `DELETE FROM observation
       WHERE indicator_id = @indicator_id AND period_id = @period_id AND region_id = @region_id`,
    ),
    isLocked: db
      .prepare<[string], number>('SELECT 1 FROM period_lock WHERE period_id = (SELECT id FROM period WHERE label = ?)')
      .pluck(),
    revise: db.prepare(
      `INSERT INTO revision (at, by_whom, indicator_id, period_id, region_id, scale, old_num, old_status, old_as_of,
         new_num, new_status, new_as_of, source_id, cell, reason)
       VALUES (@at, @by_whom, @indicator_id, @period_id, @region_id, @scale, @old_num, @old_status, @old_as_of,
         @new_num, @new_status, @new_as_of, @source_id, @cell, @reason)`,
    ),
    revisions: db.prepare<[number, string, number], RevisionRow>(
      `SELECT id, at, by_whom, scale, old_num, old_status, old_as_of, new_num, new_status, new_as_of, source_id, cell,
         reason
       FROM revision
       WHERE indicator_id = ? AND period_id = (SELECT id FROM period WHERE label = ?) AND region_id = ? ORDER BY id`,
    ),
  };
}
