import { basename } from 'node:path';
import type { Period } from '../../../shared/figures/period.ts';
import { ReportDocument } from '../../../shared/report/document.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Connection } from './connection.ts';
import { type PeriodRepository, type PeriodRow, periodOf } from './period-repository.ts';

export interface NewReport {
  readonly title: string;
  /** Name of the template it was made from. */
  readonly template: string;
  readonly regionId: number;
  readonly period: Period;
  readonly document: ReportDocument;
}

/** A report without its text, as a list needs it. */
export interface ReportEntry {
  readonly id: number;
  readonly title: string;
  readonly template: string;
  readonly regionId: number;
  readonly period: Period;
  readonly createdAt: string;
  readonly updatedAt: string;
}
export interface StoredReport extends ReportEntry {
  readonly document: ReportDocument;
}
export interface ReportVersion {
  readonly id: number;
  readonly at: string;
  readonly document: ReportDocument;
}

/** 报告 as stored. */
export interface ReportRepository {
  /** Last changed first. */
  list(): readonly ReportEntry[];
  /** Fails with report-unknown, or workspace-damaged when the stored text is no document. */
  get(id: number): Result<StoredReport, Failure>;
  insert(report: NewReport): number;
  /** Fails with report-unknown. The text it replaces is kept as a version, at most one each 30 seconds. */
  update(id: number, change: { readonly title?: string; readonly document?: ReportDocument }): Result<void, Failure>;
  /** As `update`, and the text it replaces is always kept; its version, to go back to. */
  replace(id: number, document: ReportDocument): Result<number, Failure>;
  /** Goes back to an earlier text; the present one is kept. Fails with report-unknown, report-version-unknown. */
  restore(id: number, version: number): Result<void, Failure>;
  /** Earlier texts, newest first. */
  versions(id: number): readonly ReportVersion[];
}

/** A version each half minute of typing is enough to go back to, and does not swell the file. */
const versionInterval = 30_000;

interface ReportRow extends PeriodRow {
  readonly id: number;
  readonly title: string;
  readonly template: string;
  readonly region_id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

interface DocumentRow {
  readonly document: string;
}

export function createReportRepository(connection: Connection, periods: PeriodRepository): ReportRepository {
  const { db, path, write, attempt, timestamp } = connection;
  const selectAll = db.prepare<[], ReportRow>(
    `SELECT report.id, title, template, region_id, kind, year, place, created_at, updated_at
     FROM report JOIN period ON period.id = report.period_id ORDER BY updated_at DESC, report.id DESC`,
  );
  const selectOne = db.prepare<[number], ReportRow & DocumentRow>(
    `SELECT report.id, title, template, region_id, kind, year, place, created_at, updated_at, document
     FROM report JOIN period ON period.id = report.period_id WHERE report.id = ?`,
  );
  const insertReport = db.prepare<[string, string, number, number, string, string, string]>(
    `INSERT INTO report (title, template, region_id, period_id, document, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateReport = db.prepare<[string, string, string, number]>(
    'UPDATE report SET title = ?, document = ?, updated_at = ? WHERE id = ?',
  );
  const newestVersionAt = db
    .prepare<[number], string | null>('SELECT max(at) FROM report_version WHERE report_id = ?')
    .pluck();
  const insertVersion = db.prepare<[number, string, string]>(
    'INSERT INTO report_version (report_id, at, document) VALUES (?, ?, ?)',
  );
  const selectVersions = db.prepare<[number], DocumentRow & { readonly id: number; readonly at: string }>(
    'SELECT id, at, document FROM report_version WHERE report_id = ? ORDER BY id DESC',
  );

  const selectVersion = db
    .prepare<[number, number], string>('SELECT document FROM report_version WHERE id = ? AND report_id = ?')
    .pluck();

  function get(id: number): Result<StoredReport, Failure> {
    const row = selectOne.get(id);
    if (!row) return fail({ code: 'report-unknown' });
    const document = ReportDocument.safeParse(JSON.parse(row.document));
    if (!document.success) {
      return fail({ code: 'workspace-damaged', name: basename(path), detail: `报告“${row.title}”的正文读不出来` });
    }
    return succeed({ ...entryOf(row), document: document.data });
  }

  function insert({ title, template, regionId, period, document }: NewReport): number {
    return write(() => {
      const now = timestamp();
      const periodId = periods.ensure(period);
      const row = insertReport.run(title, template, regionId, periodId, JSON.stringify(document), now, now);
      return Number(row.lastInsertRowid);
    });
  }

  function keepVersion(id: number, text: string, now: string): void {
    const newest = newestVersionAt.get(id);
    if (newest && Date.parse(now) - Date.parse(newest) < versionInterval) return;
    insertVersion.run(id, now, text);
  }

  function update(
    id: number,
    change: { readonly title?: string; readonly document?: ReportDocument },
  ): Result<void, Failure> {
    return attempt(() => {
      const row = selectOne.get(id);
      if (!row) return fail({ code: 'report-unknown' });
      const text = change.document ? JSON.stringify(change.document) : row.document;
      const title = change.title ?? row.title;
      if (text === row.document && title === row.title) return succeed(undefined);
      const now = timestamp();
      if (text !== row.document) keepVersion(id, row.document, now);
      updateReport.run(title, text, now, id);
      return succeed(undefined);
    });
  }

  function replaceText(id: number, text: string): Result<number, Failure> {
    return attempt(() => {
      const row = selectOne.get(id);
      if (!row) return fail({ code: 'report-unknown' });
      const now = timestamp();
      const { lastInsertRowid } = insertVersion.run(id, now, row.document);
      updateReport.run(row.title, text, now, id);
      return succeed(Number(lastInsertRowid));
    });
  }

  function restore(id: number, version: number): Result<void, Failure> {
    const text = selectVersion.get(version, id);
    if (text === undefined) return fail({ code: 'report-version-unknown' });
    const replaced = replaceText(id, text);
    return replaced.ok ? succeed(undefined) : replaced;
  }

  function versions(id: number): readonly ReportVersion[] {
    return selectVersions
      .all(id)
      .map((row) => ({ id: row.id, at: row.at, document: ReportDocument.parse(JSON.parse(row.document)) }));
  }

  return {
    list: () => selectAll.all().map(entryOf),
    get,
    insert,
    update,
    replace: (id, document) => replaceText(id, JSON.stringify(document)),
    restore,
    versions,
  };
}

function entryOf(row: ReportRow): ReportEntry {
  return {
    id: row.id,
    title: row.title,
    template: row.template,
    regionId: row.region_id,
    period: periodOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
