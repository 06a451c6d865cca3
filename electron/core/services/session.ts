import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Clock } from '../database/clock.ts';
import { openWorkspace, type Workspace } from '../database/workspace.ts';
import { failureOfSqlite, WorkspaceError } from '../database/workspace-error.ts';
import { gainShipped } from './catalogue/add-shipped.ts';
import { makeWorkspace } from './new-workspace.ts';
import { shippedRules } from './shipped-rules.ts';

const ownFileName = '汇稿数据.huigao';
const sampleFileName = '汇稿示例.huigao';

export interface SessionOptions {
  /** Where data files live that the person did not choose a place for. */
  readonly dataFolder: string;
  /** The data file that the person opened; null for the one in the data folder. */
  readonly workspacePath: string | null;
  readonly clock: Clock;
}

/** The open workspace: the person's own, or the sample, which is a file apart so that it never touches real data. */
export class Session {
  readonly #options: SessionOptions;
  #workspace: Workspace;

  constructor(options: SessionOptions, workspace: Workspace) {
    this.#options = options;
    this.#workspace = workspace;
  }

  get workspace(): Workspace {
    return this.#workspace;
  }

  openSample(): Result<Workspace, Failure> {
    return this.#switchTo(openOrMake(join(this.#options.dataFolder, sampleFileName), this.#options.clock, true));
  }

  openOwn(): Result<Workspace, Failure> {
    return this.#switchTo(openOwnWorkspace(this.#options));
  }

  close(): void {
    this.#workspace.close();
  }

  /** The file in use is closed only once the other one is open. */
  #switchTo(opened: Result<Workspace, Failure>): Result<Workspace, Failure> {
    if (!opened.ok) return opened;
    this.#workspace.close();
    this.#workspace = opened.value;
    return opened;
  }
}

/** Opens the file, or makes it when it was never there; an existing file is never replaced. */
function openOrMake(path: string, clock: Clock, sample: boolean): Result<Workspace, Failure> {
  return existsSync(path) ? openKept(path, clock) : makeWorkspace(path, { clock, sample });
}

/** A file of an older version gains what the catalogue has gained since; where it cannot be written, it is as it was. */
function openKept(path: string, clock: Clock): Result<Workspace, Failure> {
  const opened = openWorkspace(path, { clock });
  if (!opened.ok) return opened;
  try {
    gainShipped(opened.value, shippedRules());
  } catch (error) {
    // What the file itself refuses is told where a person asks for it; opening it for reading must not fail on that.
    const isOfFile = error instanceof WorkspaceError || failureOfSqlite(error, opened.value.name) !== null;
    if (isOfFile) return opened;
    opened.value.close();
    throw error;
  }
  return opened;
}

function openOwnWorkspace({ dataFolder, workspacePath, clock }: SessionOptions): Result<Workspace, Failure> {
  if (workspacePath !== null) return openKept(workspacePath, clock);
  return openOrMake(join(dataFolder, ownFileName), clock, false);
}

export function startSession(options: SessionOptions): Result<Session, Failure> {
  try {
    mkdirSync(options.dataFolder, { recursive: true });
  } catch {
    return fail({ code: 'output-folder-unwritable', name: options.dataFolder });
  }
  const opened = openOwnWorkspace(options);
  return opened.ok ? succeed(new Session(options, opened.value)) : opened;
}
