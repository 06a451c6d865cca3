import type { Output } from '../../../shared/api/contract.ts';
import { existsIn } from '../../../shared/figures/members.ts';
import { parsePeriod } from '../../../shared/figures/period.ts';
import type { Workspace } from '../database/workspace.ts';

/** What may be asked of whom, for the page to choose from. */
export function collectionChoices(workspace: Workspace): Output<'collect.choices'> {
  const regions = workspace.regions.all();
  const members = Map.groupBy(regions, ({ parentId }) => parentId);
  const groups = Map.groupBy(
    workspace.indicators.all().filter(({ group }) => group !== ''),
    ({ group }) => group,
  );
  return {
    groups: [...groups].map(([name, indicators]) => ({ name, indicators: indicators.length })),
    regions: regions.flatMap(({ id, name }) => {
      const units = members.get(id) ?? [];
      const unitViews = units.map(({ id: unitId, name: unit, validFrom, validTo }) => {
        return { id: unitId, name: unit, validFrom, validTo };
      });
      return units.length > 0 ? [{ id, name, units: unitViews }] : [];
    }),
  };
}

/** Collections made so far, with what of each came back. */
export function listCollections(workspace: Workspace): Output<'collect.list'> {
  const regions = new Map(workspace.regions.all().map((region) => [region.id, region]));
  return workspace.collections.all().map(({ id, title, period: label, madeAt, units }) => {
    const period = parsePeriod(label);
    const asked = units.flatMap(({ regionId, returned }) => {
      const region = regions.get(regionId);
      // 撤并 since the forms went out: nothing is owed any more.
      const isOwed = region === undefined || period === null || existsIn(region, period);
      if (!isOwed && returned === null) return [];
      return [{ regionId, name: region?.name ?? '', returnedAt: returned?.at ?? null }];
    });
    return { id, title, period: label, madeAt, units: asked };
  });
}
