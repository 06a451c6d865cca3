import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type Clock, localTimestamp } from './clock.ts';
import { applicationId, hasLog, inspectFile } from './inspect-file.ts';
import { latestVersion, migrateDatabase, schemaVersion } from './migrate-database.ts';
import type { Migration } from './migrations/index.ts';
import { failureOfSqlite, WorkspaceError } from './workspace-error.ts';

const busyTimeout = 2_000;

export interface OpenOptions {
  readonly clock: Clock;
  readonly migrations: readonly Migration[];
}

/** Opens a data file of ours for writing, migrated to the newest schema. Whatever is refused is left as it was. */
export function openDatabase(path: string, options: OpenOptions): Result<Database, Failure> {
  const inspected = inspectFile(path, latestVersion(options.migrations));
  if (!inspected.ok) return inspected;
  let db: Database | undefined;
  try {
    judgeContent(path, latestVersion(options.migrations));
    db = new SqliteDatabase(path, { fileMustExist: true, timeout: busyTimeout });
    configure(db);
    // Taking the write lock once tells a file that another program holds, or that may not be written.
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    if (schemaVersion(db) < latestVersion(options.migrations)) {
      backUp(db, path, options.clock);
      migrateDatabase(db, options.migrations);
    }
    db.pragma(`journal_mode = ${journalMode(path)}`);
    return succeed(db);
  } catch (error) {
    db?.close();
    if (error instanceof WorkspaceError) return fail(error.failure);
    const failure = failureOfSqlite(error, basename(path));
    if (failure) return fail(failure);
    throw error;
  }
}

export function configure(db: Database): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('synchronous = FULL');
}

/** A shared-memory index does not work over a network share, so there the rollback journal stays. */
export function journalMode(path: string): 'WAL' | 'DELETE' {
  return /^(\\\\\?\\UNC\\|\\\\[^?.]|\/\/[^/])/i.test(path) ? 'DELETE' : 'WAL';
}

/** Looks inside by a read-only connection, which never writes a log back into the file: a damaged file stays as it is. */
function judgeContent(path: string, newest: number): void {
  const hadLog = existsSync(`${path}-wal`);
  if (existsSync(`${path}-journal`)) recover(path);
  const db = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: busyTimeout });
  let sound = false;
  try {
    configure(db);
    const failure = contentFailure(db, basename(path), newest);
    if (failure) throw new WorkspaceError(failure);
    sound = true;
  } finally {
    db.close();
    if (!sound && !hadLog) removeOwnLog(path);
  }
}

function contentFailure(db: Database, name: string, newest: number): Failure | null {
  const check = db.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') return { code: 'workspace-damaged', name, detail: '完整性检查没有通过' };
  if (db.pragma('application_id', { simple: true }) !== applicationId) return { code: 'workspace-foreign', name };
  const version = schemaVersion(db);
  if (version > newest) return { code: 'workspace-newer', name, version };
  const hasIdentity =
    db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'workspace'").get() !== undefined &&
    db.prepare('SELECT 1 FROM workspace WHERE id = 1').get() !== undefined;
  return hasIdentity ? null : { code: 'workspace-damaged', name, detail: '缺少数据文件的标识' };
}

/** A journal left by a crash is rolled back on the first read of a connection that may write. */
function recover(path: string): void {
  const db = new SqliteDatabase(path, { fileMustExist: true, timeout: busyTimeout });
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    db.close();
  }
}

/** A read-only connection cannot tidy up behind itself. Only the empty log that this look made is removed. */
function removeOwnLog(path: string): void {
  if (hasLog(path)) return;
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(path + suffix) && (suffix === '-shm' || statSync(path + suffix).size === 0)) rmSync(path + suffix);
  }
}

/** The whole file as it was, beside it, before its schema changes. */
function backUp(db: Database, path: string, clock: Clock): void {
  const extension = extname(path);
  const stamp = localTimestamp(clock.now()).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const stem = `${path.slice(0, path.length - extension.length)}.升级前备份-${stamp}`;
  let target = stem + extension;
  for (let count = 2; existsSync(target); count += 1) target = `${stem}-${count}${extension}`;
  db.prepare('VACUUM INTO ?').run(target);
}
