import type { Output } from '../../../../shared/api/contract.ts';
import type { Workspace } from '../../database/workspace.ts';
import { homeRegion } from '../home-region.ts';
import { listPlaces } from './list-tables.ts';

/** The region that a person begins with: the asked one, 本单位地区, else one that has data, else the largest. */
function startRegion(workspace: Workspace, asked: number | null): number | null {
  const places = listPlaces(workspace).regions;
  const found = places.find(({ id }) => id === asked)?.id ?? homeRegion(workspace)?.id;
  if (found !== undefined) return found;
  const largestFirst = places.toSorted((a, b) => b.members - a.members);
  const withData = largestFirst.find(({ id }) => workspace.periods.newestOf(id) !== null);
  return (withData ?? largestFirst[0])?.id ?? null;
}

/** The newest of these periods that is not 定稿. */
function newestOpen(workspace: Workspace): string | null {
  const locked = workspace.periods.locked();
  return workspace.periods.listed().find(({ label }) => !locked.has(label))?.label ?? null;
}

/**
 * Where 数据 and 收数 begin. Figures are looked at where the region's newest are; they are asked for in the newest
 * period that is still open.
 */
export function startPlace(workspace: Workspace, asked: number | null): Output<'data.start'> {
  const regionId = startRegion(workspace, asked);
  const newest = regionId === null ? null : workspace.periods.newestOf(regionId);
  const open = newestOpen(workspace);
  return { regionId, period: newest?.label ?? open, openPeriod: open };
}
