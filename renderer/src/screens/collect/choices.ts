import type { CollectedUnit } from '../../../../shared/api/collecting.ts';

/** Which workbook of each unit is taken: its SHA-256 by region id. */
export type Choices = ReadonlyMap<number, string>;

/** The only workbook of a unit; of 重报 none, as only a person can say which holds. */
export function plainChoices(units: readonly CollectedUnit[]): Choices {
  return new Map(
    units.flatMap(({ regionId, state, files: [only] }) =>
      state === '已报' && only ? [[regionId, only.sha256] as const] : [],
    ),
  );
}

/** The choices with one unit's changed; null takes nothing of it. */
export function choose(choices: Choices, regionId: number, sha256: string | null): Choices {
  const changed = new Map(choices);
  if (sha256 === null) changed.delete(regionId);
  else changed.set(regionId, sha256);
  return changed;
}
