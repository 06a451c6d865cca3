import type { Observation } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import { createFormulaLanguage } from '../../../shared/figures/formula/language.ts';
import type { Period } from '../../../shared/figures/period.ts';
import { checkRules, type RuleFinding } from '../../../shared/figures/rules/check-rules.ts';
import { effectiveRules, type Rule } from '../../../shared/figures/rules/rule.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import type { StagedCell } from '../importing/staged-import.ts';
import type { CollectionReturn, UnitFile } from './read-collection.ts';

/** The data as they would be with what is staged. */
function viewWith(view: DataView, cells: readonly StagedCell[]): DataView {
  const staged = new Map<string, Map<number, Observation>>();
  for (const { write } of cells) {
    if (!write) continue;
    const key = `${write.indicatorId} ${write.period.label}`;
    const column = staged.get(key) ?? new Map(view.column(write.indicatorId, write.period.label));
    column.set(write.regionId, { cell: write.cell, asOf: null, source: null, cellReference: null });
    staged.set(key, column);
  }
  return {
    indicators: view.indicators,
    regions: view.regions,
    namedSet: (name) => view.namedSet(name),
    column: (indicatorId, period) => staged.get(`${indicatorId} ${period}`) ?? view.column(indicatorId, period),
  };
}

/** Rules that the figures of each workbook break, by its SHA-256; others are judged by their first one beside it. */
export function findingsOf(
  workspace: Workspace,
  returns: CollectionReturn,
  shipped: readonly Rule[],
): ReadonlyMap<string, readonly RuleFinding[]> {
  const found = new Map<string, readonly RuleFinding[]>();
  const most = Math.max(0, ...returns.units.map(({ files }) => files.length));
  for (let round = 0; round < most; round += 1) {
    const chosen = returns.units.flatMap(({ files }) => files[round] ?? files[0] ?? []);
    const byRegion = judge(workspace, { returns, chosen, shipped });
    for (const { sha256, cells } of returns.units.flatMap(({ files }) => files[round] ?? [])) {
      const regions = new Set(cells.flatMap(({ regionId }) => regionId ?? []));
      found.set(
        sha256,
        [...regions].flatMap((id) => byRegion.get(id) ?? []),
      );
    }
  }
  return found;
}

interface Judged {
  readonly returns: CollectionReturn;
  readonly chosen: readonly UnitFile[];
  readonly shipped: readonly Rule[];
}

function judge(workspace: Workspace, { returns: { period }, chosen, shipped }: Judged) {
  const cells = chosen.flatMap((file) => file.cells);
  const among = new Set(cells.flatMap(({ regionId }) => regionId ?? []));
  const view = viewWith(createDataView(workspace), cells);
  const periods = periodsOf(workspace, period);
  const rules = effectiveRules(shipped, workspace.rules.own());
  const language = createFormulaLanguage(view);
  const { findings } = checkRules({ view, language, periods, region: null, period, rules, among });
  return Map.groupBy(findings, ({ region }) => region.id);
}

function periodsOf(workspace: Workspace, period: Period): readonly Period[] {
  const known = workspace.periods.withData();
  return known.some(({ label }) => label === period.label) ? known : [period, ...known];
}
