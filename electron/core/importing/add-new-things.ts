import type { Region } from '../../../shared/figures/catalogue.ts';
import { parsePeriod } from '../../../shared/figures/period.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import { reservedAs } from '../services/check-indicator-name.ts';
import { defineIndicator } from '../services/define-indicator.ts';
import type { ImportAnswer, ImportMapping } from './mapping.ts';
import { provisionalThings } from './provisional-things.ts';
import type { StagedCell } from './staged-import.ts';

/** Ids of what was added, by the provisional ones below 0. */
export interface AddedThings {
  readonly regions: ReadonlyMap<number, number>;
  readonly indicators: ReadonlyMap<number, number>;
}

type NewRegion = Extract<ImportAnswer, { readonly kind: 'new-region' }>;

/** Adds the regions and indicators that written cells need; also those above such a region. In the running transaction. */
export function addNewThings(
  workspace: Workspace,
  { cells, mapping }: { readonly cells: readonly StagedCell[]; readonly mapping: ImportMapping },
  shipped: () => readonly Rule[],
): Result<AddedThings, Failure> {
  const things = provisionalThings(mapping, { regions: [], indicators: [] });
  const used = new Set(cells.flatMap(({ write }) => (write ? [`r${write.regionId}`, `i${write.indicatorId}`] : [])));
  const regions = new Map<number, number>();
  const indicators = new Map<number, number>();
  for (const [question, answer] of Object.entries(mapping.answers)) {
    const region = things.regions.get(question);
    if (answer.kind === 'new-region' && region && used.has(`r${region.id}`)) {
      const added = addRegion(workspace, answer, newRegionsOf(mapping));
      if (!added.ok) return added;
      regions.set(region.id, added.value.id);
    }
    const indicator = things.indicators.get(question);
    if (answer.kind !== 'new-indicator' || !indicator || !used.has(`i${indicator.id}`)) continue;
    if (indicators.has(indicator.id)) continue;
    const added = addIndicator(workspace, answer, shipped);
    if (!added.ok) return added;
    indicators.set(indicator.id, added.value);
  }
  return succeed({ regions, indicators });
}

function newRegionsOf({ answers }: ImportMapping): readonly NewRegion[] {
  return Object.values(answers).filter((answer) => answer.kind === 'new-region');
}

/** The region, added unless it is there by now; its parent before it. */
function addRegion(
  workspace: Workspace,
  { name: typed, level, parent, inTotal }: NewRegion,
  others: readonly NewRegion[],
): Result<Region, Failure> {
  const name = typed.trim();
  const known = workspace.regions.all();
  const above = parent === null ? succeed(null) : parentOf(workspace, { name, parent }, others);
  if (!above.ok) return above;
  const parentId = above.value?.id ?? null;
  const isSame = (region: Region) => foldName(region.name) === foldName(name);
  const present = known.find((region) => isSame(region) && (parentId === null || region.parentId === parentId));
  if (present) return succeed(present);
  const refusal = refuseName(workspace, name, level);
  return refusal ? fail(refusal) : succeed(workspace.regions.insert({ code: null, name, level, parentId, inTotal }));
}

function parentOf(
  workspace: Workspace,
  { name, parent }: { readonly name: string; readonly parent: string },
  others: readonly NewRegion[],
): Result<Region, Failure> {
  const wanted = foldName(parent);
  const present = workspace.regions.all().find((each) => foldName(each.name) === wanted || each.code === parent);
  if (present) return succeed(present);
  const planned = others.find((other) => foldName(other.name) === wanted);
  // Each call has one less to look for, so that two parents of one another come to an end.
  if (planned)
    return addRegion(
      workspace,
      planned,
      others.filter((other) => other !== planned),
    );
  return fail({ code: 'import-region-parent', name, parent });
}

/** Why formulas and tables could not call a region so; null when they can. Only schools may share a name. */
function refuseName(workspace: Workspace, name: string, level: Region['level']): Failure | null {
  const view = createDataView(workspace);
  const refuse = (detail: string): Failure => ({ code: 'import-region-refused', name, detail });
  const sign = /[[\]{}“”"|‖,，、;；=\p{Cc}]/u.exec(name)?.[0];
  if (sign !== undefined) return refuse(`里有“${sign}”`);
  if (name.length > 60) return refuse('超过 60 个字');
  if (parsePeriod(name) !== null) return refuse('是一个期的名称');
  const what = reservedAs(name, view);
  if (what !== null) return refuse(`已经用作${what}`);
  if (view.indicators.some((each) => [each.name, ...each.aliases].includes(name))) return refuse('已经用作指标');
  const owner = view.regions.find((each) => each.name === name || each.aliases.includes(name) || each.code === name);
  return owner && (level !== '校' || owner.level !== '校')
    ? { code: 'import-region-taken', name, owner: owner.name }
    : null;
}

function addIndicator(
  workspace: Workspace,
  { name, unit, decimals, timing, group }: Extract<ImportAnswer, { readonly kind: 'new-indicator' }>,
  shipped: () => readonly Rule[],
): Result<number, Failure> {
  const present = workspace.indicators.all().find((each) => foldName(each.name) === foldName(name));
  if (present) return succeed(present.id);
  const defined = defineIndicator(workspace, {
    name,
    unit,
    decimals: String(decimals),
    timing,
    group,
    code: null,
    aliases: [],
    formula: null,
    aggregation: null,
    better: null,
    definition: null,
    base: null,
    dimensions: [],
    shipped: shipped(),
  });
  return defined.ok ? succeed(defined.value.id) : defined;
}
