import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import type { DataView as FigureDataView } from '../../../shared/figures/data-view.ts';
import type { Workspace } from './workspace.ts';

/**
 * The workspace as formulas see it: always with what this program wrote, and with what others wrote before the view was
 * made. The catalogue is kept until something other than an observation is written.
 */
export function createDataView(workspace: Workspace): FigureDataView {
  workspace.noticeOthers();
  let kept = read(workspace);
  function present(): Kept {
    if (kept.changeCount !== workspace.changeCount) kept = read(workspace);
    return kept;
  }
  return {
    get indicators() {
      return present().indicators();
    },
    get regions() {
      return present().regions();
    },
    column: workspace.observations.knownColumn,
    namedSet: (name) => present().namedSets().get(name),
  };
}

interface Kept {
  readonly changeCount: number;
  readonly indicators: () => readonly Indicator[];
  readonly regions: () => readonly Region[];
  readonly namedSets: () => ReadonlyMap<string, readonly Region[]>;
}

function read(workspace: Workspace): Kept {
  const regions = once(() => workspace.regions.all());
  return {
    changeCount: workspace.changeCount,
    indicators: once(() => workspace.indicators.all()),
    regions,
    namedSets: once(() => {
      const byId = new Map(regions().map((region) => [region.id, region]));
      const sets = workspace.namedSets.all();
      return new Map(sets.map((set) => [set.name, set.regionIds.flatMap((id) => byId.get(id) ?? [])]));
    }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
