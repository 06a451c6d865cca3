import type { Result } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { AssetRepository } from './asset-repository.ts';
import type { Clock } from './clock.ts';
import type { IndicatorRepository } from './indicator-repository.ts';
import type { NamedSetRepository } from './named-set-repository.ts';
import type { ObservationRepository } from './observation-repository.ts';
import type { PeriodRepository } from './period-repository.ts';
import type { RegionRepository } from './region-repository.ts';
import type { ReportRepository } from './report-repository.ts';
import type { SettingRepository } from './setting-repository.ts';
import type { SourceRepository } from './source-repository.ts';
import type { TemplateRepository } from './template-repository.ts';

/** 数据文件: one `.huigao` SQLite file, everything a bureau keeps. One connection, one thread. */
export interface Workspace {
  readonly path: string;
  /** The file's name without folder and extension. */
  readonly name: string;
  /** 128 random bits as hex, drawn when the file was made. */
  readonly instanceId: string;
  readonly isSample: boolean;
  /** Grows with every write, also with one that is undone: equal numbers mean equal data. */
  readonly changeCount: number;
  readonly regions: RegionRepository;
  readonly indicators: IndicatorRepository;
  readonly periods: PeriodRepository;
  readonly sources: SourceRepository;
  readonly observations: ObservationRepository;
  readonly reports: ReportRepository;
  readonly templates: TemplateRepository;
  readonly settings: SettingRepository;
  readonly namedSets: NamedSetRepository;
  readonly assets: AssetRepository;
  /** All or nothing: what `work` wrote is undone when it throws. An expected failure of the file throws a `WorkspaceError`. */
  transaction<T>(work: () => T): T;
  /** As `transaction`, but also undone when `work` fails, and expected failures of the file are returned. */
  attempt<T>(work: () => Result<T, Failure>): Result<T, Failure>;
  close(): void;
}

export declare function createWorkspace(
  path: string,
  options: { readonly clock: Clock; readonly isSample?: boolean },
): Result<Workspace, Failure>;

export declare function openWorkspace(path: string, options: { readonly clock: Clock }): Result<Workspace, Failure>;
