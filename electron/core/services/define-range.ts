import type { Region } from '../../../shared/figures/catalogue.ts';
import { createFormulaLanguage } from '../../../shared/figures/formula/language.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import { reservedAs } from './check-indicator-name.ts';
import { findRegion } from './find-by-name.ts';

/** 自定义范围 as it is kept. */
export interface DefinedRange {
  readonly name: string;
  readonly regions: readonly Region[];
  /** The members of a range of this name that it replaces; null when there was none. */
  readonly before: readonly string[] | null;
}

/** Why formulas could not call regions by this name; null when they can. */
function refuseName(name: string, workspace: Workspace): Failure | null {
  const view = createDataView(workspace);
  if (!/^[\p{L}\p{N}_·—]{1,30}$/u.test(name)) return { code: 'range-name-unreadable', name };
  const isIndicator = createFormulaLanguage(view).names.get(name) !== undefined;
  const what = isIndicator ? '指标' : view.namedSet(name) === undefined ? reservedAs(name, view) : null;
  return what === null ? null : { code: 'range-name-reserved', name, what };
}

/** Keeps regions under a name that formulas use as a range; a range of that name is replaced. */
export function defineRange(
  workspace: Workspace,
  { name: typed, regions: names }: { readonly name: string; readonly regions: readonly string[] },
): Result<DefinedRange, Failure> {
  const name = typed.trim();
  const refusal = refuseName(name, workspace);
  if (refusal) return fail(refusal);
  const known = workspace.regions.all();
  const regions: Region[] = [];
  for (const each of names.map((text) => text.trim()).filter((text) => text !== '')) {
    const region = findRegion(known, each);
    if (!region.ok) return region;
    if (regions.includes(region.value)) return fail({ code: 'range-region-twice', region: region.value.name });
    regions.push(region.value);
  }
  if (regions.length === 0) return fail({ code: 'range-empty', name });
  const nameOf = (id: number) => known.find((region) => region.id === id)?.name ?? '';
  const before =
    workspace.namedSets
      .all()
      .find((set) => set.name === name)
      ?.regionIds.map(nameOf) ?? null;
  const ids = regions.map(({ id }) => id);
  const put = workspace.attempt(() => succeed(workspace.namedSets.put(name, ids)));
  return put.ok ? succeed({ name, regions, before }) : put;
}
