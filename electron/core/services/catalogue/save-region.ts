import type { Region } from '../../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../../shared/figures/data-view.ts';
import type { LocalDate } from '../../../../shared/figures/period.ts';
import type { Rule } from '../../../../shared/figures/rules/rule.ts';
import { readDay } from '../../../../shared/reading/read-day.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { createDataView } from '../../database/data-view.ts';
import { usualKind } from '../../database/region-repository.ts';
import type { Workspace } from '../../database/workspace.ts';
import { checkRegion } from './check-region.ts';
import { brokenOwners, namedUses } from './formulas-in-use.ts';

/** A region as a person filled it in; without an id it is a new one. */
export type RegionRequest = Omit<Region, 'id' | 'sort'> & {
  readonly id: number | null;
  /** Place among its siblings; null keeps it, or puts a new one last. */
  readonly sort: number | null;
};

/** Trimmed, without empty or repeated aliases. */
function tidy(request: RegionRequest): Omit<Region, 'id' | 'sort'> {
  const { id: _, sort: __, ...rest } = request;
  const name = request.name.trim();
  const aliases = [...new Set(request.aliases.map((alias) => alias.trim()))].filter(
    (alias) => alias !== '' && alias !== name,
  );
  const code = request.code?.trim() ?? '';
  const days = { validFrom: tidyDay(request.validFrom), validTo: tidyDay(request.validTo) };
  return { ...rest, ...days, name, aliases, code: code === '' ? null : code, kind: request.kind.trim() || usualKind };
}

/** What is no day stays as typed, for the refusal to speak of. */
function tidyDay(typed: string | null): LocalDate | null {
  return typed === null || typed.trim() === '' ? null : (readDay(typed) ?? typed);
}

/** What the catalogue will be with this region in it. */
export function viewWithRegion(view: DataView, region: Region): DataView {
  const regions = view.regions.some(({ id }) => id === region.id)
    ? view.regions.map((each) => (each.id === region.id ? region : each))
    : [...view.regions, region];
  return { ...bare(view), regions };
}

/** Getters of a view are not copied by spreading it. */
export function bare(view: DataView): DataView {
  return {
    indicators: view.indicators,
    regions: view.regions,
    column: (indicatorId, period) => view.column(indicatorId, period),
    namedSet: (name) => view.namedSet(name),
  };
}

function add(workspace: Workspace, request: RegionRequest, shipped: readonly Rule[]): Result<Region, Failure> {
  const view = createDataView(workspace);
  const wanted = tidy(request);
  const region = { ...wanted, id: 0, sort: 0 };
  const failure = checkRegion(region, view.regions);
  if (failure) return fail(failure);
  // A second region of a name takes the name from the first, which formulas may use.
  const future = viewWithRegion(view, region);
  const users = brokenOwners(namedUses(workspace, view, shipped), { present: view, future });
  if (users.length > 0) return fail({ code: 'change-breaks', what: `“${wanted.name}”这个名称`, users });
  const place = request.sort === null ? {} : { sort: request.sort };
  return workspace.attempt(() => succeed(workspace.regions.insert({ ...wanted, ...place })));
}

/** The old name keeps leading to a renamed region, so that no formula or report loses it. */
function keepOldName(before: Region, after: Region, regions: readonly Region[]): Region {
  const isFree = !regions.some(({ id, name, aliases }) => id !== after.id && [name, ...aliases].includes(before.name));
  if (before.name === after.name || after.aliases.includes(before.name) || !isFree) return after;
  return { ...after, aliases: [...after.aliases, before.name].sort() };
}

/** Adds or changes a region, or says why not. A change that formulas or reports would not survive is refused. */
export function saveRegion(
  workspace: Workspace,
  request: RegionRequest,
  shipped: readonly Rule[],
): Result<Region, Failure> {
  if (request.id === null) return add(workspace, request, shipped);
  const view = createDataView(workspace);
  const before = view.regions.find(({ id }) => id === request.id);
  if (before === undefined) return fail({ code: 'region-gone' });
  const wanted: Region = { ...tidy(request), id: before.id, sort: request.sort ?? before.sort };
  const region = keepOldName(before, wanted, view.regions);
  const failure = checkRegion(region, view.regions);
  if (failure) return fail(failure);
  const future = viewWithRegion(view, region);
  const users = brokenOwners(namedUses(workspace, view, shipped), { present: view, future });
  if (users.length > 0) return fail({ code: 'change-breaks', what: `“${before.name}”的名称、别名或代码`, users });
  return workspace.attempt(() => {
    workspace.regions.update(region);
    return succeed(region);
  });
}

/** Changes places with the neighbour of the same parent and level; nothing happens at the end of the row. */
export function moveRegion(workspace: Workspace, { id, by }: { readonly id: number; readonly by: -1 | 1 }) {
  const regions = workspace.regions.all();
  const region = regions.find((each) => each.id === id);
  if (region === undefined) return fail({ code: 'region-gone' } as const);
  const row = regions.filter(({ parentId, level }) => parentId === region.parentId && level === region.level);
  const at = row.indexOf(region);
  const neighbour = row[at + by];
  if (neighbour === undefined) return succeed({});
  const order = row.with(at, neighbour).with(at + by, region);
  const places = row.map(({ sort }) => sort);
  return workspace.attempt(() => {
    // Equal places, as an import may leave them, are spread first.
    const isSpread = new Set(places).size === places.length;
    for (const [index, each] of order.entries()) {
      const sort = isSpread ? (places[index] ?? index) : (places[0] ?? 0) + index;
      if (sort !== each.sort) workspace.regions.update({ ...each, sort });
    }
    return succeed({});
  });
}
