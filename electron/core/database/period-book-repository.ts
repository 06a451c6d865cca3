import { z } from 'zod';
import type { Period } from '../../../shared/figures/period.ts';
import type { Connection } from './connection.ts';
import { type PeriodRepository, type PeriodRow, periodOf } from './period-repository.ts';

/** 定稿 or its withdrawal: who said so, when, and why where it was withdrawn. */
export interface PeriodEvent {
  readonly kind: '定稿' | '取消定稿';
  readonly reason: string;
  readonly byWhom: string;
  readonly at: string;
}

/** What the data file says of one period. */
export interface PeriodEntry {
  readonly period: Period;
  readonly observations: number;
  readonly isLocked: boolean;
  /** Groups of indicators that were to be filled in when it was opened; null for one that came with its data. */
  readonly plan: { readonly groups: readonly string[]; readonly byWhom: string; readonly at: string } | null;
  /** The oldest first. */
  readonly events: readonly PeriodEvent[];
}

/** 期 as a bureau works through them: opened, filled, 定稿. */
export interface PeriodBookRepository {
  /** Periods that hold data, were opened or were ever 定稿, newest first. */
  all(): readonly PeriodEntry[];
  /** How many observations of each indicator, by its id, are 已填 in the period: 未报 is none. */
  counts(label: string): ReadonlyMap<number, number>;
  plan(period: Period, groups: readonly string[], byWhom: string): void;
  dropPlan(label: string): void;
  lock(period: Period, byWhom: string): void;
  unlock(period: Period, reason: string, byWhom: string): void;
}

interface EntryRow extends PeriodRow {
  readonly id: number;
  readonly observations: number;
  readonly locked: number;
  readonly groups: string | null;
  readonly by_whom: string | null;
  readonly at: string | null;
}
interface EventRow {
  readonly period_id: number;
  readonly kind: PeriodEvent['kind'];
  readonly reason: string;
  readonly by_whom: string;
  readonly at: string;
}

const Groups = z.array(z.string());

export function createPeriodBookRepository(connection: Connection, periods: PeriodRepository): PeriodBookRepository {
  const { db, write, timestamp } = connection;
  const selectAll = db.prepare<[], EntryRow>(
    `SELECT period.id, kind, year, place, coalesce(observations, 0) AS observations,
       EXISTS (SELECT 1 FROM period_lock WHERE period_lock.period_id = period.id) AS locked,
       groups, period_plan.by_whom, period_plan.at
     FROM period
       LEFT JOIN (SELECT period_id, count(*) AS observations FROM observation GROUP BY period_id) AS counted
         ON counted.period_id = period.id
       LEFT JOIN period_plan ON period_plan.period_id = period.id
     WHERE observations > 0 OR groups IS NOT NULL
       OR EXISTS (SELECT 1 FROM period_lock_event WHERE period_lock_event.period_id = period.id)
     ORDER BY end_on DESC, start_on`,
  );
  const selectEvents = db.prepare<[], EventRow>(
    'SELECT period_id, kind, reason, by_whom, at FROM period_lock_event ORDER BY id',
  );
  const selectCounts = db
    .prepare<[string], [number, number]>(
      `SELECT indicator_id, count(*) FROM observation
       WHERE status <> 1 AND period_id = (SELECT id FROM period WHERE label = ?) GROUP BY indicator_id`,
    )
    .raw();
  const upsertPlan = db.prepare<[number, string, string, string]>(
    `INSERT INTO period_plan (period_id, groups, by_whom, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (period_id) DO UPDATE SET groups = excluded.groups, by_whom = excluded.by_whom, at = excluded.at`,
  );
  const deletePlan = db.prepare<[string]>(
    'DELETE FROM period_plan WHERE period_id = (SELECT id FROM period WHERE label = ?)',
  );
  const insertLock = db.prepare<[number, string, string]>(
    'INSERT INTO period_lock (period_id, by_whom, at) VALUES (?, ?, ?)',
  );
  const deleteLock = db.prepare<[number]>('DELETE FROM period_lock WHERE period_id = ?');
  const insertEvent = db.prepare<[number, PeriodEvent['kind'], string, string, string]>(
    'INSERT INTO period_lock_event (period_id, kind, reason, by_whom, at) VALUES (?, ?, ?, ?, ?)',
  );

  function all(): readonly PeriodEntry[] {
    const events = Map.groupBy(selectEvents.all(), (row) => row.period_id);
    return selectAll.all().map((row) => ({
      period: periodOf(row),
      observations: row.observations,
      isLocked: row.locked === 1,
      plan: planOf(row),
      events: (events.get(row.id) ?? []).map(({ kind, reason, by_whom, at }) => ({
        kind,
        reason,
        byWhom: by_whom,
        at,
      })),
    }));
  }

  function lock(period: Period, byWhom: string): void {
    write(() => {
      const id = periods.ensure(period);
      const at = timestamp();
      insertLock.run(id, byWhom, at);
      insertEvent.run(id, '定稿', '', byWhom, at);
    });
  }

  function unlock(period: Period, reason: string, byWhom: string): void {
    write(() => {
      const id = periods.ensure(period);
      deleteLock.run(id);
      insertEvent.run(id, '取消定稿', reason, byWhom, timestamp());
    });
  }

  return {
    all,
    counts: (label) => new Map(selectCounts.all(label)),
    plan: (period, groups, byWhom) => {
      write(() => upsertPlan.run(periods.ensure(period), JSON.stringify(groups), byWhom, timestamp()));
    },
    dropPlan: (label) => {
      write(() => deletePlan.run(label));
    },
    lock,
    unlock,
  };
}

function planOf({ groups, by_whom, at }: EntryRow): PeriodEntry['plan'] {
  if (groups === null) return null;
  return { groups: Groups.parse(JSON.parse(groups)), byWhom: by_whom ?? '', at: at ?? '' };
}
