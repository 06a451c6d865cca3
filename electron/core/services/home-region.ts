import type { Region } from '../../../shared/figures/catalogue.ts';
import type { Workspace } from '../database/workspace.ts';

const homeRegionKey = 'home-region';

/** 本单位地区: the chosen one, else the only region without a parent, else null. */
export function homeRegion(workspace: Workspace): Region | null {
  const regions = workspace.regions.all();
  const chosen = chosenHome(workspace, regions);
  if (chosen !== null) return chosen;
  const tops = regions.filter(({ parentId }) => parentId === null);
  return tops.length === 1 ? (tops[0] ?? null) : null;
}

/** The region that was chosen; null when none was, or when it has gone since. */
export function chosenHome(workspace: Workspace, regions = workspace.regions.all()): Region | null {
  const chosen = workspace.settings.get(homeRegionKey) ?? '';
  // Kept by id, since regions without a code can be chosen too; a file may name it by its code.
  return (
    regions.find(({ id }) => chosen === `id:${id}`) ??
    regions.find(({ code }) => code !== null && code === chosen) ??
    null
  );
}

export function chooseHome(workspace: Workspace, region: Pick<Region, 'id'> | null): void {
  workspace.settings.set(homeRegionKey, region === null ? '' : `id:${region.id}`);
}
