import type { Region } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import { existsIn } from '../../../shared/figures/members.ts';
import { makePeriod, type Period, parsePeriod } from '../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import type { Collection } from './collection.ts';
import { type RefusedReturn, type ReturnedSheet, readReturn } from './read-return.ts';
import type { ReturnFile } from './read-sheets.ts';
import { type StagedReturn, stageReturn } from './stage-return.ts';

/** One usable workbook of a unit. */
export interface UnitFile extends StagedReturn {
  readonly fileName: string;
  readonly sha256: string;
}

/**
 * 已报: one workbook. 重报: several that differ, or one that differs from the figures taken before. 改表头: only such that
 * cannot be taken. 已汇入: taken before, and nothing new.
 */
export type UnitState = '未报' | '已报' | '重报' | '改表头' | '已汇入';

export interface UnitReturn {
  readonly unit: Region;
  /** The name under which its workbook was sent out. */
  readonly sentAs: string;
  readonly state: UnitState;
  readonly files: readonly UnitFile[];
  /** Workbooks of the unit that cannot be taken, as sentences. */
  readonly refused: readonly string[];
  /** Names of workbooks that say what was taken before. */
  readonly same: readonly string[];
  /** When figures of the unit were taken before; null for not yet. */
  readonly takenAt: string | null;
}

/** What came back of a collection. */
export interface CollectionReturn {
  readonly collection: Collection;
  readonly period: Period;
  readonly units: readonly UnitReturn[];
  /** Files that belong to no unit of it, as sentences. */
  readonly strangers: readonly string[];
  readonly notices: readonly string[];
}

interface Opened extends ReturnFile {
  readonly result: Result<ReturnedSheet, RefusedReturn>;
}

/**
 * Reads what came back. The collection is the one named, or the one that most of the files are of; nothing of another
 * one is taken.
 */
export function readCollection(
  workspace: Workspace,
  files: readonly ReturnFile[],
  wanted: number | null,
): Result<CollectionReturn, Failure> {
  const { distinct, notices } = dropCopies(files.map(open));
  const collection =
    wanted === null ? likeliest(workspace, distinct) : workspace.collections.all().find(({ id }) => id === wanted);
  if (!collection) return fail(whyNone(distinct));
  const view = createDataView(workspace);
  const period = parsePeriod(collection.period) ?? makePeriod('自然年', 2000);
  const regions = new Map(view.regions.map((region) => [region.id, region]));
  const judged = distinct.map((file) => refuseForeign(file, collection, view));
  const byUnit = Map.groupBy(judged, (file) => unitOf(file, collection));
  const units = collection.units.flatMap(({ regionId, fileName, returned }) => {
    const unit = regions.get(regionId);
    if (!unit) return [];
    const own = byUnit.get(regionId) ?? [];
    // 撤并 since the forms went out: nothing is owed any more.
    if (own.length === 0 && returned === null && !existsIn(unit, period)) return [];
    return [returnOf({ unit, sentAs: fileName, takenAt: returned?.at ?? null, files: own }, { view, period })];
  });
  const strangers = (byUnit.get(null) ?? []).map((file) => whyStranger(file, collection));
  return succeed({ collection, period, units, strangers, notices: [...notices, ...renamed(units)] });
}

/**
 * The marks are sealed but not secret: whoever makes a workbook could claim other units' lines. Taken is only what was
 * asked of this unit: its own line or its members', and reported figures of the collection.
 */
function foreignIn({ meta }: ReturnedSheet, { indicators }: Collection, view: DataView): string | null {
  const regions = new Map(view.regions.map((region) => [region.id, region]));
  const isOwn = (id: number) => id === meta.unit.id || regions.get(id)?.parentId === meta.unit.id;
  const row = meta.rows.find(({ id }) => !isOwn(id));
  if (row) return row.name;
  const derived = new Set(view.indicators.flatMap(({ code, formula }) => (formula === null ? [] : [code])));
  const entries = meta.columns.filter(({ kind }) => kind === 'entry');
  return entries.find(({ indicator }) => !indicators.includes(indicator) || derived.has(indicator))?.indicator ?? null;
}

function refuseForeign(file: Opened, collection: Collection, view: DataView): Opened {
  const what = file.result.ok ? foreignIn(file.result.value, collection, view) : null;
  if (!file.result.ok || what === null) return file;
  const { meta } = file.result.value;
  const failure: Failure = { code: 'return-foreign', name: file.name, unit: meta.unit.name, what };
  return { ...file, result: fail({ failure, meta }) };
}

function open(file: ReturnFile): Opened {
  return { ...file, result: readReturn(file) };
}

/** The same bytes twice are one return, and the person is told so. */
function dropCopies(files: readonly Opened[]) {
  const groups = [...Map.groupBy(files, ({ sha256 }) => sha256).values()];
  const notices = groups.flatMap((group) =>
    group.length < 2 ? [] : [`“${group.map(({ name }) => name).join('”“')}”内容完全相同，算作一份。`],
  );
  return { distinct: groups.flatMap(([first]) => first ?? []), notices };
}

function metaOf({ result }: Opened) {
  return result.ok ? result.value.meta : result.error.meta;
}

function likeliest(workspace: Workspace, files: readonly Opened[]): Collection | undefined {
  const tokens = Map.groupBy(files, (file) => metaOf(file)?.token ?? '');
  const known = [...tokens].flatMap(([token, members]) => {
    const collection = token === '' ? undefined : workspace.collections.byToken(token);
    return collection ? [{ collection, count: members.length }] : [];
  });
  return known.toSorted((a, b) => b.count - a.count || b.collection.id - a.collection.id)[0]?.collection;
}

function whyNone([first]: readonly Opened[]): Failure {
  if (first === undefined) return { code: 'collection-unknown' };
  if (!first.result.ok && first.result.error.meta === null) return first.result.error.failure;
  const meta = metaOf(first);
  return { code: 'return-other-collection', name: first.name, title: meta?.title ?? '', period: meta?.period ?? '' };
}

/** Region of the unit whose workbook it is; null where it is none of this collection. */
function unitOf(file: Opened, { token, units }: Collection): number | null {
  const meta = metaOf(file);
  if (!meta || meta.token !== token) return null;
  return units.some(({ regionId }) => regionId === meta.unit.id) ? meta.unit.id : null;
}

function whyStranger(file: Opened, { token }: Collection): string {
  const { name } = file;
  const meta = metaOf(file);
  if (!meta) return file.result.ok ? '' : describeFailure(file.result.error.failure);
  if (meta.token === token) return describeFailure({ code: 'return-other-unit', name, unit: meta.unit.name });
  return describeFailure({ code: 'return-other-collection', name, title: meta.title, period: meta.period });
}

interface UnitGround {
  readonly unit: Region;
  readonly sentAs: string;
  readonly takenAt: string | null;
  readonly files: readonly Opened[];
}

function returnOf(
  { unit, sentAs, takenAt, files }: UnitGround,
  ground: { readonly view: DataView; readonly period: Period },
): UnitReturn {
  const staged = files.flatMap(({ name, sha256, result }): readonly UnitFile[] =>
    result.ok ? [{ fileName: name, sha256, ...stageReturn(result.value, ground) }] : [],
  );
  const changed = files.flatMap(({ result }) => (result.ok ? [] : [describeFailure(result.error.failure)]));
  const isSame = ({ cells, problems }: UnitFile) =>
    takenAt !== null && problems.length === 0 && cells.every(({ write }) => write === null);
  const answered = staged.filter(({ filled }) => filled > 0);
  const usable = answered.filter((file) => !isSame(file));
  const same = answered.filter(isSame).map(({ fileName }) => fileName);
  const blank = staged.filter(({ filled }) => filled === 0);
  const refused = [...changed, ...blank.map(({ fileName: name }) => describeFailure({ code: 'return-blank', name }))];
  return { unit, sentAs, takenAt, files: usable, same, refused, state: stateOf(usable, changed, takenAt) };
}

function stateOf(files: readonly UnitFile[], changed: readonly string[], takenAt: string | null): UnitState {
  if (files.length > 1 || (files.length === 1 && takenAt !== null)) return '重报';
  if (files.length === 1) return '已报';
  if (changed.length > 0) return '改表头';
  return takenAt === null ? '未报' : '已汇入';
}

/** A file that bears another unit's name: its content decides, and the person is told. */
function renamed(units: readonly UnitReturn[]): readonly string[] {
  return units.flatMap(({ unit, files }) =>
    files.flatMap(({ fileName }) => {
      const other = units.find((each) => each.unit.id !== unit.id && fileName.includes(each.unit.name));
      if (!other || fileName.includes(unit.name)) return [];
      return [`文件“${fileName}”里是“${unit.name}”的表，按内容算作“${unit.name}”，不算“${other.unit.name}”。`];
    }),
  );
}
