import { nextPeriod, type Period, yearEarlier } from '../../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { PeriodEntry } from '../../database/period-book-repository.ts';
import type { Workspace } from '../../database/workspace.ts';
import { findPeriod } from '../find-by-name.ts';

/** How complete one table of a period is, beside what the same period of the year before held. */
export interface TableProgress {
  readonly group: string;
  readonly filled: number;
  readonly lastYear: number;
}

export interface PeriodProgress extends PeriodEntry {
  readonly tables: readonly TableProgress[];
}

/** Observations of each group of indicators in the period. */
function countsByGroup(workspace: Workspace, label: string, groupOf: ReadonlyMap<number, string>) {
  const counts = new Map<string, number>();
  for (const [indicatorId, count] of workspace.periodBook.counts(label)) {
    const group = groupOf.get(indicatorId) ?? '';
    counts.set(group, (counts.get(group) ?? 0) + count);
  }
  return counts;
}

/** Every period with what it holds, what it was opened for, and what the year before held of it. */
export function listPeriods(workspace: Workspace): readonly PeriodProgress[] {
  const groupOf = new Map(workspace.indicators.all().map(({ id, group }) => [id, group]));
  const entries = workspace.periodBook.all();
  const labels = new Set(entries.flatMap(({ period }) => [period.label, yearEarlier(period).label]));
  const counts = new Map([...labels].map((label) => [label, countsByGroup(workspace, label, groupOf)]));
  const none: ReadonlyMap<string, number> = new Map();
  return entries.map((entry) => {
    const now = counts.get(entry.period.label) ?? none;
    const before = counts.get(yearEarlier(entry.period).label) ?? none;
    const groups = [...new Set([...(entry.plan?.groups ?? []), ...before.keys(), ...now.keys()])];
    const tables = groups.map((group) => ({
      group,
      filled: now.get(group) ?? 0,
      lastYear: before.get(group) ?? 0,
    }));
    return { ...entry, tables };
  });
}

/** 新的一期: the one after the newest of its kind; null where there is none yet. The kind with most periods comes first. */
export function proposePeriod(entries: readonly PeriodEntry[]): Period | null {
  const byKind = [...Map.groupBy(entries, ({ period }) => period.kind).values()];
  const [most] = byKind.toSorted((a, b) => b.length - a.length);
  const newest = most?.[0];
  return newest === undefined ? null : nextPeriod(newest.period);
}

/** Opens a period to be filled in: it carries nothing over but the tables that the last one of its kind had. */
export function openPeriod(
  workspace: Workspace,
  { label, byWhom }: { readonly label: string | null; readonly byWhom: string },
): Result<Period, Failure> {
  const entries = listPeriods(workspace);
  const proposed = proposePeriod(entries);
  const period = label === null ? null : findPeriod(label);
  if (period !== null && !period.ok) return period;
  const opened = period?.value ?? proposed;
  if (opened === null) return fail({ code: 'period-none-before' });
  if (entries.some((entry) => entry.period.label === opened.label)) {
    return fail({ code: 'period-opened-already', period: opened.label });
  }
  const last = entries.find((entry) => entry.period.kind === opened.kind && entry.period.year <= opened.year);
  const groups = (last?.tables ?? []).filter(({ filled, group }) => filled > 0 || last?.plan?.groups.includes(group));
  return workspace.attempt(() => {
    workspace.periodBook.plan(
      opened,
      groups.map(({ group }) => group),
      byWhom,
    );
    return succeed(opened);
  });
}

/** Takes an opened period off the list again; one that holds data stays. */
export function dropPeriod(workspace: Workspace, label: string): Result<void, Failure> {
  const entry = workspace.periodBook.all().find(({ period }) => period.label === label);
  if (entry !== undefined && entry.observations > 0) return fail({ code: 'period-has-data', period: label });
  return workspace.attempt(() => succeed(workspace.periodBook.dropPlan(label)));
}

function entryOf(workspace: Workspace, name: string): Result<{ period: Period; entry: PeriodEntry | null }, Failure> {
  const period = findPeriod(name);
  if (!period.ok) return period;
  const { label } = period.value;
  const entry = workspace.periodBook.all().find((each) => each.period.label === label) ?? null;
  return succeed({ period: period.value, entry });
}

/** 定稿: from now on nothing of the period is written. */
export function lockPeriod(workspace: Workspace, name: string, byWhom: string): Result<Period, Failure> {
  const found = entryOf(workspace, name);
  if (!found.ok) return found;
  const { period, entry } = found.value;
  if (entry?.isLocked === true) return fail({ code: 'period-locked-already', period: period.label });
  if (entry === null || entry.observations === 0) return fail({ code: 'period-lock-empty', period: period.label });
  return workspace.attempt(() => {
    workspace.periodBook.lock(period, byWhom);
    return succeed(period);
  });
}

/** Takes 定稿 back; the reason is kept for good. */
export function unlockPeriod(
  workspace: Workspace,
  name: string,
  { reason, byWhom }: { readonly reason: string; readonly byWhom: string },
): Result<Period, Failure> {
  const found = entryOf(workspace, name);
  if (!found.ok) return found;
  const { period, entry } = found.value;
  if (entry === null || !entry.isLocked) return fail({ code: 'period-not-locked', period: period.label });
  if (reason.trim() === '') return fail({ code: 'period-unlock-reason' });
  return workspace.attempt(() => {
    workspace.periodBook.unlock(period, reason.trim(), byWhom);
    return succeed(period);
  });
}
