import type { Region } from '../../../../shared/figures/catalogue.ts';
import { dayBefore } from '../../../../shared/figures/period.ts';
import type { Rule } from '../../../../shared/figures/rules/rule.ts';
import { readDay } from '../../../../shared/reading/read-day.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { createDataView } from '../../database/data-view.ts';
import type { RegionUses } from '../../database/region-repository.ts';
import type { Workspace } from '../../database/workspace.ts';
import { checkRegion } from './check-region.ts';
import { brokenOwners, namedUses } from './formulas-in-use.ts';
import { bare, viewWithRegion } from './save-region.ts';

export interface EndRequest {
  readonly id: number;
  /** The first day on which it is no more, as typed. */
  readonly on: string;
  /** What it went into; null when it was abolished. */
  readonly intoId: number | null;
  readonly note: string;
  readonly byWhom: string;
}

function refuseEnd(region: Region, request: EndRequest, regions: readonly Region[]): Failure | null {
  const on = readDay(request.on);
  if (region.validTo !== null) return { code: 'region-ended-already', name: region.name };
  if (on === null) return { code: 'region-day-unreadable', text: request.on };
  const isLater = region.validFrom === null || region.validFrom < on;
  if (!isLater) return { code: 'region-days', name: region.name };
  const children = regions.filter(({ parentId, validTo }) => parentId === region.id && validTo === null);
  if (children.length > 0) {
    return { code: 'region-has-children', name: region.name, children: children.map(({ name }) => `“${name}”`) };
  }
  const into = regions.find(({ id }) => id === request.intoId);
  const isFit = request.intoId === null || (into !== undefined && into.id !== region.id && into.validTo === null);
  return isFit ? null : { code: 'region-gone' };
}

/** 撤并: the region exists until the day before; its data stay, and totals of earlier periods still count it. */
export function endRegion(workspace: Workspace, request: EndRequest): Result<Region, Failure> {
  const regions = workspace.regions.all();
  const region = regions.find(({ id }) => id === request.id);
  if (region === undefined) return fail({ code: 'region-gone' });
  const refusal = refuseEnd(region, request, regions);
  if (refusal) return fail(refusal);
  const onDate = readDay(request.on) ?? request.on;
  const ended = { ...region, validTo: dayBefore(onDate) };
  return workspace.attempt(() => {
    workspace.regions.update(ended);
    workspace.regions.addChange({
      oldId: region.id,
      newId: request.intoId,
      onDate,
      note: request.note.trim(),
      byWhom: request.byWhom,
    });
    return succeed(ended);
  });
}

/** Takes 撤并 back: the region exists again as before. */
export function resumeRegion(workspace: Workspace, id: number, shipped: readonly Rule[]): Result<Region, Failure> {
  const view = createDataView(workspace);
  const region = view.regions.find((each) => each.id === id);
  if (region === undefined) return fail({ code: 'region-gone' });
  const again = { ...region, validTo: null };
  const failure = checkRegion(again, view.regions);
  if (failure) return fail(failure);
  // Another region may have taken its name meanwhile, which formulas and reports then mean.
  const future = viewWithRegion(view, again);
  const users = brokenOwners(namedUses(workspace, view, shipped), { present: view, future });
  if (users.length > 0) return fail({ code: 'change-breaks', what: `“${region.name}”这个名称`, users });
  return workspace.attempt(() => {
    workspace.regions.update(again);
    workspace.regions.removeChanges(id);
    return succeed(again);
  });
}

const usesInWords: readonly (readonly [keyof RegionUses, (count: number) => string])[] = [
  ['children', (count) => `${count} 个下级地区`],
  ['observations', (count) => `${count} 个数据`],
  ['reports', (count) => `${count} 份报告`],
  ['sets', (count) => `${count} 个自定义范围`],
  ['waivers', (count) => `${count} 条校核说明`],
  ['changes', () => '撤并记录'],
];

/** What refers to a region, in words; nothing where it can be removed. */
export function describeRegionUses(counts: RegionUses): readonly string[] {
  const uses = usesInWords.flatMap(([kind, words]) => (counts[kind] > 0 ? [words(counts[kind])] : []));
  return counts.revisions > 0 && counts.observations === 0 ? [...uses, '数据的修改记录'] : uses;
}

/** Removes a region that nothing refers to. */
export function deleteRegion(workspace: Workspace, id: number, shipped: readonly Rule[]): Result<Region, Failure> {
  const view = createDataView(workspace);
  const region = view.regions.find((each) => each.id === id);
  if (region === undefined) return fail({ code: 'region-gone' });
  const uses = describeRegionUses(workspace.regions.uses(id));
  if (uses.length > 0) return fail({ code: 'region-in-use', name: region.name, uses });
  const future = { ...bare(view), regions: view.regions.filter((each) => each.id !== id) };
  const users = brokenOwners(namedUses(workspace, view, shipped), { present: view, future });
  if (users.length > 0) return fail({ code: 'change-breaks', what: `“${region.name}”`, users });
  return workspace.attempt(() => {
    workspace.regions.remove(id);
    return succeed(region);
  });
}
