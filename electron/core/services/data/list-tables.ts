import { pinyin } from 'pinyin-pro';
import type { Output } from '../../../../shared/api/contract.ts';
import { type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { expectedCells } from './expected-cells.ts';
import { groupOf, openTableScope } from './table-scope.ts';

/** Every group of indicators, in the catalogue's order, with how much of it is filled here. */
export function listTables(
  workspace: Workspace,
  place: { readonly regionId: number; readonly period: string },
): Result<Output<'data.tables'>, Failure> {
  const scope = openTableScope(workspace, place);
  if (!scope.ok) return scope;
  const groups = Map.groupBy(scope.value.view.indicators, groupOf);
  return succeed(
    [...groups].map(([group, indicators]) => {
      const expected = expectedCells(workspace, scope.value, indicators);
      const filled = expected.reduce((count, each) => count + each.filled, 0);
      const missing = expected.reduce((count, each) => count + each.missing.length, 0);
      return { group, initials: initialsOf(group), indicators: indicators.length, cells: filled + missing, filled };
    }),
  );
}

function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
}

/** Where figures can be kept: each region that has members or stands alone; each period with data or opened. */
export function listPlaces(workspace: Workspace): Output<'data.places'> {
  const regions = workspace.regions.all();
  const members = Map.groupBy(regions, ({ parentId }) => parentId);
  const locked = workspace.periods.locked();
  return {
    regions: regions
      .filter(({ id, parentId }) => parentId === null || members.has(id))
      .map(({ id, name, level }) => ({ id, name, level, members: members.get(id)?.length ?? 0 })),
    periods: workspace.periods.listed().map(({ label, kind }) => ({ label, kind, isLocked: locked.has(label) })),
  };
}
