import type { Region } from '../../../../../shared/figures/catalogue.ts';
import type { Rule } from '../../../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../../../shared/result.ts';
import type { Failure } from '../../../../../shared/text/failures/index.ts';
import { createDataView } from '../../../database/data-view.ts';
import type { Workspace } from '../../../database/workspace.ts';
import type { Grid } from '../../../importing/grid.ts';
import { brokenOwners, namedUses } from '../formulas-in-use.ts';
import { bare } from '../save-region.ts';
import { type PlannedRow, planRegionRows } from './plan-rows.ts';
import { readRegionRows } from './read-rows.ts';

/** What importing the table would do, line by line. */
export function previewRegions(workspace: Workspace, table: Grid): Result<readonly PlannedRow[], Failure> {
  const rows = readRegionRows(table);
  if (!rows.ok) return rows;
  const plan = planRegionRows(rows.value, workspace.regions.all());
  return succeed(plan.toSorted((a, b) => a.line - b.line));
}

function futureRegions(plan: readonly PlannedRow[], present: readonly Region[]): readonly Region[] {
  const planned = new Map(plan.flatMap(({ region }) => (region === null ? [] : [[region.id, region] as const])));
  const added = [...planned.values()].filter(({ id }) => id < 0);
  return [...present.map((region) => planned.get(region.id) ?? region), ...added];
}

function write(workspace: Workspace, plan: readonly PlannedRow[]): void {
  const idOf = new Map<number, number>();
  const stored = (id: number | null) => (id === null ? null : (idOf.get(id) ?? id));
  for (const { status, region } of plan) {
    if (region === null || status === 'same') continue;
    const parentId = stored(region.parentId);
    if (region.id > 0) workspace.regions.update({ ...region, parentId });
    else {
      const { id, sort: _, ...rest } = region;
      idOf.set(id, workspace.regions.insert({ ...rest, parentId }).id);
    }
  }
}

/** Imports the whole table in one transaction, or nothing of it where a line is wrong. */
export function importRegions(
  workspace: Workspace,
  table: Grid,
  shipped: readonly Rule[],
): Result<readonly PlannedRow[], Failure> {
  const preview = previewRegions(workspace, table);
  if (!preview.ok) return preview;
  const problems = preview.value.filter(({ status }) => status === 'problem');
  const [first] = problems;
  if (first !== undefined) {
    const text = `第 ${first.line} 行“${first.name}”：${first.note}`;
    return fail({ code: 'region-table-problems', count: problems.length, first: text });
  }
  const view = createDataView(workspace);
  // Parents stand before what belongs to them, which the order of the table need not do.
  const ordered = preview.value.toSorted((a, b) => depthOf(a, preview.value) - depthOf(b, preview.value));
  const future = { ...bare(view), regions: futureRegions(ordered, view.regions) };
  const users = brokenOwners(namedUses(workspace, view, shipped), { present: view, future });
  if (users.length > 0) return fail({ code: 'change-breaks', what: '表里改动的地区', users });
  return workspace.attempt(() => {
    write(workspace, ordered);
    return succeed(preview.value);
  });
}

/** How many lines of the table a line's region lies below. */
function depthOf({ region }: PlannedRow, plan: readonly PlannedRow[]): number {
  let depth = 0;
  for (let parentId = region?.parentId ?? null; parentId !== null && parentId < 0; depth += 1) {
    parentId = plan.find((each) => each.region?.id === parentId)?.region?.parentId ?? null;
  }
  return depth;
}
