import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { checkWritable } from '../files/check-writable.ts';
import { placeFile, temporaryBeside } from '../files/place-file.ts';
import { type AssetRepository, createAssetRepository } from './asset-repository.ts';
import { type Clock, localTimestamp } from './clock.ts';
import { type CollectionRepository, createCollectionRepository } from './collection-repository.ts';
import { type Connection, createConnection } from './connection.ts';
import { createImportLayoutRepository, type ImportLayoutRepository } from './import-layout-repository.ts';
import { createImportRepository, type ImportRepository } from './import-repository.ts';
import { createIndicatorRepository, type IndicatorRepository } from './indicator-repository.ts';
import { applicationId } from './inspect-file.ts';
import { migrateDatabase } from './migrate-database.ts';
import { migrations } from './migrations/index.ts';
import { createNamedSetRepository, type NamedSetRepository } from './named-set-repository.ts';
import { createObservationRepository, type ObservationRepository } from './observation-repository.ts';
import { configure, openDatabase } from './open-database.ts';
import { createPeriodBookRepository, type PeriodBookRepository } from './period-book-repository.ts';
import { createPeriodRepository, type PeriodRepository } from './period-repository.ts';
import { createProofreadingRepository, type ProofreadingRepository } from './proofreading-repository.ts';
import { createRegionRepository, type RegionRepository } from './region-repository.ts';
import { createReportRepository, type ReportRepository } from './report-repository.ts';
import { createRuleRepository, type RuleRepository } from './rule-repository.ts';
import { createSettingRepository, type SettingRepository } from './setting-repository.ts';
import { createSourceRepository, type SourceRepository } from './source-repository.ts';
import { createTemplateRepository, type TemplateRepository } from './template-repository.ts';
import { createUnitConversionRepository, type UnitConversionRepository } from './unit-conversion-repository.ts';
import { createWaiverRepository, type WaiverRepository } from './waiver-repository.ts';
import { failureOfSqlite, WorkspaceError } from './workspace-error.ts';

/** 数据文件: one `.huigao` SQLite file, everything a bureau keeps. One connection, one thread. */
export interface Workspace {
  readonly path: string;
  /** The file's name without folder and extension. */
  readonly name: string;
  /** 128 random bits as hex, drawn when the file was made. */
  readonly instanceId: string;
  readonly isSample: boolean;
  /** Equal numbers mean that all but the observations is as it was; `observations` always gives the present ones. */
  readonly changeCount: number;
  /** Equal numbers mean that all of the file is as it was. */
  readonly generation: number;
  /** Looks whether another program wrote to the file since; then `changeCount` grows. */
  noticeOthers(): void;
  readonly regions: RegionRepository;
  readonly indicators: IndicatorRepository;
  readonly unitConversions: UnitConversionRepository;
  readonly periods: PeriodRepository;
  readonly periodBook: PeriodBookRepository;
  readonly sources: SourceRepository;
  readonly observations: ObservationRepository;
  readonly imports: ImportRepository;
  readonly importLayouts: ImportLayoutRepository;
  readonly rules: RuleRepository;
  readonly waivers: WaiverRepository;
  readonly reports: ReportRepository;
  readonly proofreading: ProofreadingRepository;
  readonly templates: TemplateRepository;
  readonly settings: SettingRepository;
  readonly namedSets: NamedSetRepository;
  readonly assets: AssetRepository;
  readonly collections: CollectionRepository;
  /** All or nothing: what `work` wrote is undone when it throws. An expected failure of the file throws a `WorkspaceError`. */
  transaction<T>(work: () => T): T;
  /** As `transaction`, but also undone when `work` fails, and expected failures of the file are returned. */
  attempt<T>(work: () => Result<T, Failure>): Result<T, Failure>;
  /** Folds the log into the file. Throws a `WorkspaceError` when that fails; what was saved stays saved. */
  close(): void;
}

export interface CreateOptions {
  readonly clock: Clock;
  readonly isSample?: boolean;
}
export interface OpenOptions {
  readonly clock: Clock;
}

/**
 * Makes a data file where none is. It is finished under another name first, so that a crash leaves no half file, and a
 * file that appeared meanwhile is kept.
 */
export function createWorkspace(path: string, options: CreateOptions): Result<Workspace, Failure> {
  const absolute = resolve(path);
  const free = checkWritable(absolute, { overwrite: false });
  if (!free.ok) return fail(asWorkspaceFailure(free.error));
  const temporary = temporaryBeside(absolute);
  try {
    writeEmptyWorkspace(temporary, options);
    const placed = placeFile(temporary, absolute, { overwrite: false });
    if (!placed.ok) return fail(asWorkspaceFailure(placed.error));
  } catch (error) {
    const failure = failureOfSqlite(error, basename(path));
    if (failure) return fail(failure);
    throw error;
  } finally {
    for (const suffix of ['', '-journal']) rmSync(temporary + suffix, { force: true });
  }
  return openWorkspace(path, options);
}

/** Opens a data file, migrated to the newest schema after a copy of it was made. What is refused is left as it was. */
export function openWorkspace(path: string, { clock }: OpenOptions): Result<Workspace, Failure> {
  const opened = openDatabase(path, { clock, migrations });
  if (!opened.ok) return opened;
  try {
    return succeed(workspaceOn(opened.value, { path, clock }));
  } catch (error) {
    opened.value.close();
    const failure = failureOfSqlite(error, basename(path));
    if (failure) return fail(failure);
    throw error;
  }
}

function writeEmptyWorkspace(path: string, { clock, isSample = false }: CreateOptions): void {
  const db = new SqliteDatabase(path);
  try {
    configure(db);
    db.pragma(`application_id = ${applicationId}`);
    migrateDatabase(db, migrations);
    db.prepare('INSERT INTO workspace (id, instance_id, created_at, is_sample) VALUES (1, ?, ?, ?)').run(
      randomBytes(16).toString('hex'),
      localTimestamp(clock.now()),
      isSample ? 1 : 0,
    );
  } finally {
    db.close();
  }
}

function workspaceOn(db: Database, { path, clock }: { readonly path: string; readonly clock: Clock }): Workspace {
  const connection = createConnection(db, resolve(path), clock);
  const identity = db
    .prepare<[], { readonly instanceId: string; readonly isSample: number }>(
      'SELECT instance_id AS instanceId, is_sample AS isSample FROM workspace WHERE id = 1',
    )
    .get();
  if (!identity) throw new Error('the identity row went away after it was checked');
  const periods = createPeriodRepository(connection);
  const indicators = createIndicatorRepository(connection);
  return {
    path: connection.path,
    name: basename(path, extname(path)),
    instanceId: identity.instanceId,
    isSample: identity.isSample === 1,
    get changeCount() {
      return connection.changeCount();
    },
    get generation() {
      return connection.generation();
    },
    noticeOthers: connection.noticeOthers,
    regions: createRegionRepository(connection),
    indicators,
    unitConversions: createUnitConversionRepository(connection, indicators),
    periods,
    periodBook: createPeriodBookRepository(connection, periods),
    sources: createSourceRepository(connection),
    observations: createObservationRepository(connection, periods),
    imports: createImportRepository(connection),
    importLayouts: createImportLayoutRepository(connection),
    rules: createRuleRepository(connection),
    waivers: createWaiverRepository(connection, periods),
    proofreading: createProofreadingRepository(connection),
    reports: createReportRepository(connection, periods),
    templates: createTemplateRepository(connection),
    settings: createSettingRepository(connection),
    namedSets: createNamedSetRepository(connection),
    assets: createAssetRepository(connection),
    collections: createCollectionRepository(connection),
    transaction: (work) => connection.write(work, 'parts'),
    attempt: (work) => connection.attempt(work, 'parts'),
    close: () => close(connection),
  };
}

/**
 * The log is folded into the file, since people copy the .huigao file alone. When that fails nothing is lost: the log
 * stays beside the file and is read again on the next opening; but the person must know.
 */
function close({ db, path }: Connection): void {
  if (!db.open) return;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    const failure = failureOfSqlite(error, basename(path));
    throw failure ? new WorkspaceError(failure) : error;
  } finally {
    db.close();
  }
}

function asWorkspaceFailure(failure: Failure): Failure {
  return failure.code === 'output-exists' ? { code: 'workspace-exists', name: failure.name } : failure;
}
