import type { SourceRange } from '../../../../shared/figures/quantity.ts';
import type { Workspace } from '../../database/workspace.ts';
import { listTemplates } from '../find-template.ts';
import { fillTemplate } from '../report-data.ts';
import type { TableScope } from './table-scope.ts';

/** Regions whose figure of an indicator some report reads, by the indicator's id. */
export type ReportNeeds = ReadonlyMap<number, ReadonlySet<number>>;

interface Known {
  readonly changeCount: number;
  readonly needs: Map<string, ReportNeeds>;
}

/** What a report reads follows from templates and catalogue, not from the figures: kept until one of those changes. */
const known = new WeakMap<Workspace, Known>();

function* rangesOf(workspace: Workspace, scope: TableScope): Generator<SourceRange> {
  for (const template of listTemplates(workspace)) {
    const filled = fillTemplate(template, scope);
    if (!filled.ok) continue;
    for (const { sources } of filled.value.computed.figures.values()) yield* sources;
  }
}

/** What the reports that can be written for this region and period read of it and its members. */
export function reportNeeds(workspace: Workspace, scope: TableScope): ReportNeeds {
  const present = known.get(workspace);
  const cache = present?.changeCount === workspace.changeCount ? present : fresh(workspace);
  const key = `${scope.region.id}\t${scope.period.label}`;
  const kept = cache.needs.get(key);
  if (kept !== undefined) return kept;
  const needs = new Map<number, Set<number>>();
  for (const { indicator, period, regions } of rangesOf(workspace, scope)) {
    if (period !== scope.period.label) continue;
    const ids = needs.get(indicator.id) ?? new Set();
    for (const { id } of regions) ids.add(id);
    needs.set(indicator.id, ids);
  }
  cache.needs.set(key, needs);
  return needs;
}

function fresh(workspace: Workspace): Known {
  const cache = { changeCount: workspace.changeCount, needs: new Map<string, ReportNeeds>() };
  known.set(workspace, cache);
  return cache;
}
