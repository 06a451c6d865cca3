import { Fraction } from 'fraction.js';
import type { Indicator, Observation, Region } from '../../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../../shared/figures/data-view.ts';
import { evaluateFormula } from '../../../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage, type FormulaLanguage } from '../../../../shared/figures/formula/language.ts';
import { parsePeriod } from '../../../../shared/figures/period.ts';
import { convert } from '../../../../shared/figures/quantity.ts';
import { printRounded } from '../../../../shared/figures/rounding.ts';
import { isPercent, parseUnit } from '../../../../shared/figures/unit.ts';
import type { ImportContext } from '../import-context.ts';
import type { StagedCell } from '../staged-import.ts';

/**
 * Says of each figure that a formula gives whether the file states the same one, in which case nothing is the matter. The
 * formula reads what is staged.
 */
export function compareDerived(cells: readonly StagedCell[], context: ImportContext): readonly StagedCell[] {
  if (!cells.some(({ status }) => status === 'derived')) return cells;
  const view = viewAfter(cells, context.view);
  const comparison = {
    view,
    language: createFormulaLanguage(view),
    indicators: new Map(context.indicators.map((each) => [each.id, each])),
    regions: new Map(context.regions.map((each) => [each.id, each])),
  };
  return cells.map((cell) => {
    if (cell.status !== 'derived') return cell;
    const compared = compare(cell, comparison);
    if (compared === null) return cell;
    return { ...cell, note: compared.note, problem: compared.agrees ? null : cell.problem };
  });
}

interface Comparison {
  readonly view: DataView;
  readonly language: FormulaLanguage;
  readonly indicators: ReadonlyMap<number, Indicator>;
  readonly regions: ReadonlyMap<number, Region>;
}

/** Null where the formula gives nothing to compare with. */
function compare(
  { value: stated, indicatorId, regionId, period: label, text }: StagedCell,
  { view, language, indicators, regions }: Comparison,
): { readonly agrees: boolean; readonly note: string } | null {
  const indicator = indicators.get(indicatorId ?? 0);
  const region = regions.get(regionId ?? 0);
  const period = parsePeriod(label);
  if (stated === null || !indicator || !region || !period || language.whyBroken(indicator)) return null;
  const { value } = evaluateFormula(language.derivation(indicator), { view, language, region, period });
  if (value.kind !== 'number') return null;
  const unit = parseUnit(indicator.unit);
  const ours = convert(value, unit);
  // A share may stand in the file as 0.8076.
  const isSame = agrees(ours, stated) || (isPercent(unit) && agrees(ours.div(100), stated));
  const printed = `${printRounded(ours, indicator.shownDecimals)}${indicator.unit}`;
  return {
    agrees: isSame,
    note: isSame
      ? `与按算式得出的 ${printed} 一致`
      : `按算式得出 ${printed}，表里写的是 ${text.startsWith('=') ? stated : text}`,
  };
}

/** To as many decimals as the file states. */
function agrees(ours: Fraction, stated: string): boolean {
  const decimals = /\.(\d+)$/.exec(stated)?.[1]?.length ?? 0;
  return new Fraction(printRounded(ours, decimals)).equals(new Fraction(stated));
}

/** The data as it will be once the cells are written. */
function viewAfter(cells: readonly StagedCell[], view: DataView): DataView {
  const staged = new Map<string, Map<number, Observation>>();
  for (const { write, cell: cellReference } of cells) {
    if (write === null || write.indicatorId < 0 || write.regionId < 0) continue;
    const key = `${write.indicatorId}\t${write.period.label}`;
    const column = staged.get(key) ?? new Map<number, Observation>();
    column.set(write.regionId, { cell: write.cell, asOf: write.asOf ?? null, source: null, cellReference });
    staged.set(key, column);
  }
  const merged = new Map<string, ReadonlyMap<number, Observation>>();
  return {
    indicators: view.indicators,
    regions: view.regions,
    namedSet: (name) => view.namedSet(name),
    column: (indicatorId, periodLabel) => {
      const key = `${indicatorId}\t${periodLabel}`;
      const column = merged.get(key) ?? new Map([...view.column(indicatorId, periodLabel), ...(staged.get(key) ?? [])]);
      merged.set(key, column);
      return column;
    },
  };
}
