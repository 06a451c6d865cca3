import type { Indicator, Observation, Region } from '../../../shared/figures/catalogue.ts';
import type { DataView as FigureDataView } from '../../../shared/figures/data-view.ts';
import type { Workspace } from './workspace.ts';

/** The workspace as formulas see it. Everything read is kept until the next write. */
export function createDataView(workspace: Workspace): FigureDataView {
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
    column: (indicatorId, periodLabel) => present().column(indicatorId, periodLabel),
    namedSet: (name) => present().namedSets().get(name),
  };
}

interface Kept {
  readonly changeCount: number;
  readonly indicators: () => readonly Indicator[];
  readonly regions: () => readonly Region[];
  readonly namedSets: () => ReadonlyMap<string, readonly Region[]>;
  readonly column: FigureDataView['column'];
}

function read(workspace: Workspace): Kept {
  const columns = new Map<string, ReadonlyMap<number, Observation>>();
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
    column: (indicatorId, periodLabel) => {
      const key = `${indicatorId}\t${periodLabel}`;
      const known = columns.get(key);
      if (known) return known;
      const column = workspace.observations.column(indicatorId, periodLabel);
      columns.set(key, column);
      return column;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
