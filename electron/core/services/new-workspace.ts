import { rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Indicator } from '../../../shared/figures/catalogue.ts';
import { parsePeriod } from '../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Clock } from '../database/clock.ts';
import type { NewIndicator } from '../database/indicator-repository.ts';
import { createWorkspace, openWorkspace, type Workspace } from '../database/workspace.ts';
import { WorkspaceError } from '../database/workspace-error.ts';
import { checkWritable } from '../files/check-writable.ts';
import { placeFile, temporaryBeside } from '../files/place-file.ts';
import { readSample, readSampleRegions, readShippedIndicators } from './shipped-data.ts';

/** What a shipped indicator may say of its place among the others. */
interface PlaceOfEntry {
  readonly 名称: string;
  readonly 分组?: string | null | undefined;
  /** Name of the indicator that this one is a part of, which stands before it. */
  readonly 基础指标?: string | null | undefined;
  readonly 维度?: Readonly<Record<string, string>> | null | undefined;
}

function placeOf(entry: PlaceOfEntry, idByName: ReadonlyMap<string, number>): Pick<Indicator, 'group' | 'part'> {
  const group = entry.分组 ?? '';
  const base = entry.基础指标 ?? null;
  if (base === null) return { group, part: null };
  const baseId = idByName.get(base);
  if (baseId === undefined) throw new Error(`${entry.名称} stands before what it is a part of: ${base}`);
  return { group, part: { baseId, dimensions: entry.维度 ?? {} } };
}

/** An indicator as the shipped catalogue writes it; those that it is a part of are known by name. */
export function shippedIndicator(
  entry: ReturnType<typeof readShippedIndicators>[number],
  idByName: ReadonlyMap<string, number>,
): NewIndicator {
  return {
    code: entry.代码,
    name: entry.名称,
    aliases: entry.别名,
    unit: entry.单位,
    scale: entry.小数位,
    shownDecimals: entry.显示小数位,
    timing: entry.时点时期,
    aggregation: entry.汇总,
    formula: entry.算式,
    better: entry.方向,
    definition: entry.定义,
    ...placeOf(entry, idByName),
  };
}

function addCatalogue(workspace: Workspace): void {
  const indicatorIds = new Map<string, number>();
  for (const entry of readShippedIndicators()) {
    const indicator = workspace.indicators.insert(shippedIndicator(entry, indicatorIds));
    indicatorIds.set(indicator.name, indicator.id);
  }
}

/** The regions that the sample speaks of. A bureau's own file begins with none: they would be another city's. */
export function addSampleRegions(workspace: Workspace): void {
  const idByCode = new Map<string, number>();
  for (const entry of readSampleRegions()) {
    const parentId = entry.上级 === null ? null : (idByCode.get(entry.上级) ?? null);
    const region = workspace.regions.insert({
      code: entry.代码,
      name: entry.名称,
      aliases: entry.别名,
      level: entry.级别,
      parentId,
    });
    idByCode.set(entry.代码, region.id);
  }
}

/** Writes the sample's observations, each with the document it came from or the mark 示例（虚构） as its source. */
function addSample(workspace: Workspace): Result<void, Failure> {
  addSampleRegions(workspace);
  const indicatorIds = new Map(workspace.indicators.all().map(({ name, id }) => [name, id]));
  const regionIds = new Map(workspace.regions.all().map(({ name, id }) => [name, id]));
  const byWhom = '汇稿示例';
  for (const { 来源: title, 种类: kind, 数据: rows } of readSample()) {
    const source = workspace.sources.insert({ kind, title, byWhom });
    for (const row of rows) {
      const indicatorId = indicatorIds.get(row.指标);
      const regionId = regionIds.get(row.地区);
      const period = parsePeriod(row.期);
      if (indicatorId === undefined || regionId === undefined || period === null) {
        throw new Error(`the sample names something unknown: ${row.指标} ${row.地区} ${row.期}`);
      }
      const put = workspace.observations.put({
        indicatorId,
        regionId,
        period,
        cell: { kind: 'value', decimal: row.值 },
        asOf: row.截至 ?? null,
        sourceId: source.id,
        byWhom,
      });
      if (!put.ok) return put;
    }
  }
  return succeed(undefined);
}

interface MakeOptions {
  readonly clock: Clock;
  readonly sample: boolean;
}

/**
 * Makes a data file with the shipped catalogue, and with the sample data when asked for. It gets its name only once it
 * is whole: a half-filled file would be opened ever after.
 */
export function makeWorkspace(path: string, options: MakeOptions): Result<Workspace, Failure> {
  const absolute = resolve(path);
  const name = basename(path);
  const free = checkWritable(absolute, { overwrite: false });
  if (!free.ok) return fail(asWorkspaceFailure(free.error, name));
  const temporary = temporaryBeside(absolute);
  try {
    const filled = fillWorkspace(temporary, options);
    if (!filled.ok) return fail(asWorkspaceFailure(filled.error, name));
    const placed = placeFile(temporary, absolute, { overwrite: false });
    if (!placed.ok) return fail(asWorkspaceFailure(placed.error, name));
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true });
  }
  return openWorkspace(path, options);
}

/** Closing folds the log into the file, which can meet a full disk of its own. */
function fillWorkspace(path: string, { clock, sample }: MakeOptions): Result<void, Failure> {
  const created = createWorkspace(path, { clock, isSample: sample });
  if (!created.ok) return created;
  const workspace = created.value;
  try {
    const filled = workspace.attempt(() => {
      addCatalogue(workspace);
      return sample ? addSample(workspace) : succeed(undefined);
    });
    workspace.close();
    return filled;
  } catch (error) {
    if (error instanceof WorkspaceError) return fail(error.failure);
    throw error;
  } finally {
    workspace.close();
  }
}

/** Speaks of the file that was asked for, whose temporary name nobody has seen. */
function asWorkspaceFailure(failure: Failure, name: string): Failure {
  if (failure.code === 'output-exists') return { code: 'workspace-exists', name };
  return failure.code.startsWith('workspace-') && 'name' in failure ? { ...failure, name } : failure;
}
