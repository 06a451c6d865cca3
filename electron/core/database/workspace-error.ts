import SqliteDatabase from 'better-sqlite3';
import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';

/** An expected failure of the file in the middle of a transaction, which only an exception can leave. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(describeFailure(failure));
    this.failure = failure;
  }
}

/** What SQLite's complaint means for the person, by primary result code; null when it is a bug of ours. */
export function failureOfSqlite(error: unknown, fileName: string): Failure | null {
  if (!(error instanceof SqliteDatabase.SqliteError)) return null;
  const name = fileName;
  // The log's index is extended with the disk full; SQLite knows no better name for it.
  if (error.code === 'SQLITE_IOERR_SHMSIZE') return { code: 'workspace-disk-full', name };
  const primary = /^SQLITE_[A-Z]+/.exec(error.code)?.[0];
  switch (primary ?? '') {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return { code: 'workspace-locked', name };
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return { code: 'workspace-read-only', name };
    case 'SQLITE_FULL':
      return { code: 'workspace-disk-full', name };
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return { code: 'workspace-damaged', name, detail: '内部结构不一致' };
    case 'SQLITE_IOERR':
    case 'SQLITE_CANTOPEN':
      return { code: 'workspace-unreachable', name };
    default:
      return null;
  }
}
