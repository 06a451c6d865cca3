import { isDeepStrictEqual } from 'node:util';
import type { Region } from '../../../../../shared/figures/catalogue.ts';
import type { Rule } from '../../../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../../../shared/result.ts';
import type { Failure } from '../../../../../shared/text/failures/index.ts';
import { createDataView } from '../../../database/data-view.ts';
import type { Workspace } from '../../../database/workspace.ts';
import type { Grid } from '../../../importing/grid.ts';
import { describeRegionUses } from '../end-region.ts';
import { brokenOwners, namedUses } from '../formulas-in-use.ts';
import { bare } from '../save-region.ts';
import { importRegions } from './import-regions.ts';

/** What an import of a list of regions did. */
export interface RegionImport {
  /** Parents before what belongs to them. */
  readonly added: readonly Region[];
  readonly changed: readonly { readonly before: Region; readonly after: Region }[];
}

/** As `importRegions`; gives what it did, so that all of it can be taken back. */
export function importRegionsUndoably(
  workspace: Workspace,
  table: Grid,
  shipped: readonly Rule[],
): Result<RegionImport, Failure> {
  const earlier = new Map(workspace.regions.all().map((region) => [region.id, region]));
  const plan = importRegions(workspace, table, shipped);
  if (!plan.ok) return plan;
  const present = workspace.regions.all();
  return succeed({
    added: present.filter(({ id }) => !earlier.has(id)),
    changed: present.flatMap((after) => {
      const before = earlier.get(after.id);
      return before === undefined || isDeepStrictEqual(before, after) ? [] : [{ before, after }];
    }),
  });
}

/** A region that was changed since stands in the way of taking all back. */
function refuseTouched(workspace: Workspace, { added, changed }: RegionImport): Failure | null {
  const present = new Map(workspace.regions.all().map((region) => [region.id, region]));
  const touched = [...added, ...changed.map(({ after }) => after)].find(
    (region) => !isDeepStrictEqual(present.get(region.id), region),
  );
  return touched === undefined ? null : { code: 'region-import-touched', name: touched.name };
}

/** What belongs to another is removed before it; what something else refers to by now is not. */
function remove(workspace: Workspace, added: readonly Region[]): Failure | null {
  for (const { id, name } of added.toReversed()) {
    const uses = describeRegionUses(workspace.regions.uses(id));
    if (uses.length > 0) return { code: 'region-in-use', name, uses };
    workspace.regions.remove(id);
  }
  return null;
}

/** Takes the whole import back in one transaction, or nothing of it. */
export function undoRegionImport(
  workspace: Workspace,
  done: RegionImport,
  shipped: readonly Rule[],
): Result<void, Failure> {
  const present = bare(createDataView(workspace));
  const uses = namedUses(workspace, present, shipped);
  return workspace.attempt(() => {
    const touched = refuseTouched(workspace, done);
    if (touched) return fail(touched);
    // Before the rest: what was changed may have come to lie below what was added.
    for (const { before } of done.changed) workspace.regions.update(before);
    const used = remove(workspace, done.added);
    if (used) return fail(used);
    const users = brokenOwners(uses, { present, future: createDataView(workspace) });
    return users.length > 0 ? fail({ code: 'change-breaks', what: '表里的地区', users }) : succeed(undefined);
  });
}
