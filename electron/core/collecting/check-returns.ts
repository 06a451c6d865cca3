import type { Observation } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import { createFormulaLanguage } from '../../../shared/figures/formula/language.ts';
import type { Period } from '../../../shared/figures/period.ts';
import { checkRules, type RuleFinding } from '../../../shared/figures/rules/check-rules.ts';
import { effectiveRules, type Rule } from '../../../shared/figures/rules/rule.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import type { StagedCell } from '../importing/staged-import.ts';
import type { CollectionReturn } from './read-collection.ts';

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

/** Rules that returned figures break, by the region that they are of; of 重报 the first workbook is judged. */
export function findingsOf(
  workspace: Workspace,
  { units, period }: CollectionReturn,
  shipped: readonly Rule[],
): ReadonlyMap<number, readonly RuleFinding[]> {
  const cells = units.flatMap(({ files: [first] }) => first?.cells ?? []);
  const asked = new Set(cells.flatMap(({ write }) => (write ? [write.regionId] : [])));
  const view = viewWith(createDataView(workspace), cells);
  const periods = periodsOf(workspace, period);
  const rules = effectiveRules(shipped, workspace.rules.own());
  const language = createFormulaLanguage(view);
  const { findings } = checkRules({ view, language, periods, region: null, period, rules });
  return Map.groupBy(
    findings.filter(({ region }) => asked.has(region.id)),
    ({ region }) => region.id,
  );
}

function periodsOf(workspace: Workspace, period: Period): readonly Period[] {
  const known = workspace.periods.withData();
  return known.some(({ label }) => label === period.label) ? known : [period, ...known];
}
