import type { Output } from '../../../shared/api/contract.ts';
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
      return units.length > 0 ? [{ id, name, units: units.map((unit) => ({ id: unit.id, name: unit.name })) }] : [];
    }),
  };
}

/** Collections made so far, with what of each came back. */
export function listCollections(workspace: Workspace): Output<'collect.list'> {
  const names = new Map(workspace.regions.all().map(({ id, name }) => [id, name]));
  return workspace.collections.all().map(({ id, title, period, madeAt, units }) => ({
    id,
    title,
    period,
    madeAt,
    units: units.map(({ regionId, returned }) => ({
      regionId,
      name: names.get(regionId) ?? '',
      returnedAt: returned?.at ?? null,
    })),
  }));
}
