import type { Observation } from '../../../shared/figures/catalogue.ts';
import { evaluateFormula } from '../../../shared/figures/formula/evaluate.ts';
import type { Period } from '../../../shared/figures/period.ts';
import { printRounded } from '../../../shared/figures/rounding.ts';
import type { ReportData } from '../services/report-data.ts';

/** The recorded or computed figure of an indicator and region in one period, by ids; undefined where there is none. */
export function indicatorValue({ view, language }: ReportData, period: Period) {
  const indicators = new Map(view.indicators.map((each) => [each.id, each]));
  const regions = new Map(view.regions.map((each) => [each.id, each]));
  return (indicatorId: number, regionId: number): Observation['cell'] | undefined => {
    const indicator = indicators.get(indicatorId);
    const region = regions.get(regionId);
    if (!indicator || !region) return undefined;
    if (indicator.formula === null) return view.column(indicatorId, period.label).get(regionId)?.cell;
    const named = language.check(`“${indicator.name}”`);
    if (!named.ok) return undefined;
    const { value } = evaluateFormula(named.value, { view, language, region, period });
    if (value.kind !== 'number') return undefined;
    return { kind: 'value', decimal: printRounded(value.value, indicator.shownDecimals) };
  };
}
