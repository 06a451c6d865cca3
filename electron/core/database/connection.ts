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
  /**
   * Grows with every write of anything but observations and with everything that is undone. While it stays, all but
   * the observations is as it was; their repository knows which of them changed.
   */
  readonly changeCount: () => number;
  /** Grows with every commit that changed anything, by whatever program; kept in the file. */
  readonly generation: () => number;
  /** Looks whether another connection wrote to the file; then `changeCount` grows too. */
  readonly noticeOthers: () => void;
  /** One transaction, or a part of the running one. */
  readonly write: <T>(work: () => T, touches?: Touched) => T;
  /** As `write`; undone when `work` fails, and expected failures of the file are returned, not thrown. */
  readonly attempt: <T>(work: () => Result<T, Failure>, touches?: Touched) => Result<T, Failure>;
}

/** What a write itself changes. `parts`: nothing, it holds other writes together, and they count for themselves. */
export type Touched = 'anything' | 'observations' | 'parts';

export function createConnection(db: Database, path: string, clock: Clock): Connection {
  const name = basename(path);
  const file = fileIdentity(path);
  const totalChanges = db.prepare<[], number>('SELECT total_changes()').pluck();
  const raiseGeneration = db.prepare<[]>('UPDATE workspace SET generation = generation + 1');
  const generation = db.prepare<[], number>('SELECT generation FROM workspace WHERE id = 1').pluck();
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
  let changes = 0;
  let versionSeen = dataVersion.get();

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

  function noticeOthers(): void {
    // Differs from the last time when another connection has committed since.
    const version = dataVersion.get();
    if (version !== versionSeen) changes += 1;
    versionSeen = version;
  }

  function write<T>(work: () => T, touches: Touched = 'anything'): T {
    try {
      if (touches === 'anything') changes += 1;
      const value = db.inTransaction ? db.transaction(work)() : commitOutermost(work);
      if (touches === 'anything') changes += 1;
      return value;
    } catch (error) {
      // What was read in between may have been undone, whatever it was.
      changes += 1;
      throw error;
    }
  }

  function attempt<T>(work: () => Result<T, Failure>, touches?: Touched): Result<T, Failure> {
    try {
      const value = write(() => {
        const result = work();
        if (!result.ok) throw new WorkspaceError(result.error);
        return result.value;
      }, touches);
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
    changeCount: () => changes,
    generation: () => generation.get() ?? 0,
    noticeOthers,
    write,
    attempt,
  };
}

/** Device and inode (the file index on Windows), which another file of the same name does not share; null when it is gone. */
function fileIdentity(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
}
