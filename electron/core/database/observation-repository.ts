import type { Observation, Source } from '../../../shared/figures/catalogue.ts';
import type { LocalDate, Period } from '../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type Column, ColumnCache } from './column-cache.ts';
import { type ColumnWrite, createColumnWriter } from './column-writer.ts';
import type { Connection } from './connection.ts';
import { cellOf, type StateChange, sameState, stateAfter } from './observation-state.ts';
import { prepareStatements, type RevisionRow, type Statements, type StateRow } from './observation-statements.ts';
import type { PeriodRepository } from './period-repository.ts';

/** One value, or the reason why there is none, to be recorded. */
export interface ObservationChange extends StateChange {
  readonly indicatorId: number;
  readonly regionId: number;
  readonly period: Period;
  readonly sourceId: number | null;
  readonly cellReference?: string | null;
  /** Why it was changed, as the person gave it. */
  readonly reason?: string | null;
  readonly byWhom: string;
}

export type PutOutcome = 'added' | 'changed' | 'same' | 'taken-back';

/** 修订: one change of an observation; `before` is null for the first, `after` where it was taken back. Never altered. */
export interface Revision {
  readonly id: number;
  readonly at: string;
  readonly byWhom: string;
  readonly before: RevisionState | null;
  readonly after: RevisionState | null;
  readonly sourceId: number | null;
  readonly cellReference: string | null;
  readonly reason: string | null;
}
export interface RevisionState {
  readonly cell: Observation['cell'];
  readonly asOf: LocalDate | null;
}

/** 数据 as stored: exact scaled integers with their revisions. */
export interface ObservationRepository {
  /** Observations of one indicator in one period by region id, as they are now; empty when there are none. */
  column(indicatorId: number, periodLabel: string): Column;
  /**
   * As `column`, without looking whether another program wrote meanwhile, which takes longer than a value does. The
   * same object as long as nothing changed.
   */
  readonly knownColumn: (indicatorId: number, periodLabel: string) => Column;
  /**
   * Records a value and its revision; `same` when value and 截至日 are already so (then nothing is written and the
   * first source stays). Fails with indicator-derived, period-locked, value-unreadable, value-too-precise or
   * value-too-large.
   */
  put(change: ObservationChange): Result<PutOutcome, Failure>;
  /** As `put` of each figure, many times faster; how many differed from what was there. */
  putColumn(write: ColumnWrite): Result<number, Failure>;
  /** Every change of one observation, oldest first. */
  revisions(key: {
    readonly indicatorId: number;
    readonly regionId: number;
    readonly periodLabel: string;
  }): readonly Revision[];
}

interface States {
  readonly before: StateRow | undefined;
  /** Null: taken back. */
  readonly after: StateRow | null;
  readonly scale: number;
}

export function createObservationRepository(connection: Connection, periods: PeriodRepository): ObservationRepository {
  const statements = prepareStatements(connection.db);

  const kept = new ColumnCache();
  let changesSeen = connection.changeCount();

  function column(indicatorId: number, periodLabel: string): Column {
    connection.noticeOthers();
    return knownColumn(indicatorId, periodLabel);
  }

  function knownColumn(indicatorId: number, periodLabel: string): Column {
    const changes = connection.changeCount();
    if (changes !== changesSeen) kept.clear();
    changesSeen = changes;
    return kept.get(indicatorId, periodLabel, () => readColumn(statements, indicatorId, periodLabel));
  }

  function put(change: ObservationChange): Result<PutOutcome, Failure> {
    const { indicatorId, regionId } = change;
    const judgeAndRecord = (): Result<PutOutcome, Failure> => {
      const indicator = statements.indicator.get(indicatorId);
      if (!indicator) throw new Error(`no indicator ${indicatorId}`);
      const { name, formula } = indicator;
      if (formula !== null) return fail({ code: 'indicator-derived', name, formula });
      if (statements.isLocked.get(change.period.label)) {
        return fail({ code: 'period-locked', period: change.period.label });
      }
      const before = statements.present.get(indicatorId, change.period.label, regionId);
      const after = stateAfter(change, before, indicator);
      if (!after.ok) return after;
      if (sameState(before, after.value)) return succeed('same');
      record(change, { before, after: after.value, scale: indicator.scale });
      kept.drop(indicatorId, change.period.label);
      if (after.value === null) return succeed('taken-back');
      return succeed(before ? 'changed' : 'added');
    };
    // Also the reading stands in the transaction: nothing may come between it and the writing. In one that runs, a
    // refusal has nothing to undo, for it comes before the writing: a savepoint would take half the time of the whole.
    return connection.db.inTransaction ? judgeAndRecord() : connection.attempt(judgeAndRecord, 'observations');
  }

  const writeColumn = createColumnWriter(connection, statements, periods);

  function putColumn(write: ColumnWrite): Result<number, Failure> {
    const judgeAndRecord = () => writeColumn(write);
    const written = connection.db.inTransaction ? judgeAndRecord() : connection.attempt(judgeAndRecord, 'observations');
    kept.drop(write.indicatorId, write.period.label);
    return written;
  }

  function record(change: ObservationChange, states: States): void {
    const { before, after, scale } = states;
    const { sourceId: source_id, cellReference = null, reason = null, byWhom: by_whom } = change;
    const key = {
      indicator_id: change.indicatorId,
      period_id: periods.ensure(change.period),
      region_id: change.regionId,
    };
    if (after !== null) statements.upsert.run({ ...key, ...after, source_id, cell: cellReference });
    statements.revise.run({
      ...key,
      at: connection.timestamp(),
      by_whom,
      scale,
      old_num: before?.num ?? null,
      old_status: before?.status ?? null,
      old_as_of: before?.as_of ?? null,
      new_num: after?.num ?? null,
      new_status: after?.status ?? null,
      new_as_of: after?.as_of ?? null,
      source_id,
      cell: cellReference,
      reason,
    });
    // Only after the revision that says so: the table refuses it otherwise.
    if (after === null) statements.takeBack.run(key);
  }

  return {
    column,
    knownColumn,
    put,
    putColumn,
    revisions: ({ indicatorId, regionId, periodLabel }) =>
      statements.revisions.all(indicatorId, periodLabel, regionId).map(revisionOf),
  };
}

function readColumn(statements: Statements, indicatorId: number, periodLabel: string): Column {
  const scale = statements.indicator.get(indicatorId)?.scale ?? 0;
  const sources = new Map<number | null, Source | null>([[null, null]]);
  const column = new Map<number, Observation>();
  for (const row of statements.column.all(indicatorId, periodLabel)) {
    const [regionId, num, status, asOf, sourceId, cellReference] = row;
    if (sourceId !== null && !sources.has(sourceId)) sources.set(sourceId, statements.source.get(sourceId) ?? null);
    const source = sources.get(sourceId) ?? null;
    column.set(regionId, { cell: cellOf(num, status, scale), asOf, source, cellReference });
  }
  return column;
}

function revisionOf(row: RevisionRow): Revision {
  return {
    id: row.id,
    at: row.at,
    byWhom: row.by_whom,
    before:
      row.old_status === null ? null : { cell: cellOf(row.old_num, row.old_status, row.scale), asOf: row.old_as_of },
    after:
      row.new_status === null ? null : { cell: cellOf(row.new_num, row.new_status, row.scale), asOf: row.new_as_of },
    sourceId: row.source_id,
    cellReference: row.cell,
    reason: row.reason,
  };
}
