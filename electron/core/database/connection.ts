import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type Clock, localTimestamp } from './clock.ts';
import { failureOfSqlite, WorkspaceError } from './workspace-error.ts';

/** The one connection to a data file; every write of every repository passes through it. */
export interface Connection {
  readonly db: Database;
  readonly path: string;
  /** The present moment as stored. */
  readonly timestamp: () => string;
  /** Grows with every write, also with one that is undone. */
  readonly changeCount: () => number;
  /** One transaction, or a part of the running one. */
  readonly write: <T>(work: () => T) => T;
  /** As `write`; undone when `work` fails, and expected failures of the file are returned, not thrown. */
  readonly attempt: <T>(work: () => Result<T, Failure>) => Result<T, Failure>;
}

export function createConnection(db: Database, path: string, clock: Clock): Connection {
  const name = basename(path);
  const file = fileIdentity(path);
  const totalChanges = db.prepare<[], number>('SELECT total_changes()').pluck();
  const raiseGeneration = db.prepare<[]>('UPDATE workspace SET generation = generation + 1');
  let changeCount = 0;

  function refuseOtherFile(): void {
    const present = fileIdentity(path);
    if (present === null) throw new WorkspaceError({ code: 'workspace-not-found', name });
    if (present !== file) throw new WorkspaceError({ code: 'workspace-swapped', name });
  }

  function commitOutermost<T>(work: () => T): T {
    refuseOtherFile();
    const run = db.transaction(() => {
      const before = totalChanges.get();
      const value = work();
      if (totalChanges.get() !== before) raiseGeneration.run();
      return value;
    });
    try {
      return run.immediate();
    } catch (error) {
      const failure = failureOfSqlite(error, name);
      throw failure ? new WorkspaceError(failure) : error;
    }
  }

  function write<T>(work: () => T): T {
    changeCount += 1;
    try {
      return db.inTransaction ? db.transaction(work)() : commitOutermost(work);
    } finally {
      changeCount += 1;
    }
  }

  function attempt<T>(work: () => Result<T, Failure>): Result<T, Failure> {
    try {
      const value = write(() => {
        const result = work();
        if (!result.ok) throw new WorkspaceError(result.error);
        return result.value;
      });
      return succeed(value);
    } catch (error) {
      if (error instanceof WorkspaceError) return fail(error.failure);
      throw error;
    }
  }

  return {
    db,
    path,
    timestamp: () => localTimestamp(clock.now()),
    changeCount: () => changeCount,
    write,
    attempt,
  };
}

/** Device and inode (the file index on Windows), which another file of the same name does not share; null when it is gone. */
function fileIdentity(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
}
