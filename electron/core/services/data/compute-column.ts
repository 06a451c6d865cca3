import type { TableCell } from '../../../../shared/api/data.ts';
import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../../shared/figures/data-view.ts';
import type { Checked, FunctionDefinition } from '../../../../shared/figures/formula/checked.ts';
import { evaluateFormula } from '../../../../shared/figures/formula/evaluate.ts';
import { gapText, reasonText } from '../../../../shared/figures/missing-text.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { isPending, type Quantity } from '../../../../shared/figures/quantity.ts';
import { printRounded } from '../../../../shared/figures/rounding.ts';
import { succeed } from '../../../../shared/result.ts';
import type { ReportData } from '../report-data.ts';
import type { MemberSum } from './region-totals.ts';

interface Place extends ReportData {
  readonly period: Period;
}

/** A computed value of a table: rounded as it prints, or why there is none. */
function cellOf(quantity: Quantity, { shownDecimals }: Indicator): TableCell {
  if (quantity.kind === 'number') return printRounded(quantity.value, shownDecimals);
  const { reason, gaps, sentence } = quantity;
  if (isPending(reason)) return gaps.length === 0 ? null : { kind: 'none', reason: `还缺 ${gapText(gaps)}` };
  return { kind: 'none', reason: sentence ?? reasonText(reason) };
}

/** Whether one look at the language says that the indicator's formula cannot be used at all. */
function whyBroken(indicator: Indicator, { language }: ReportData): TableCell | undefined {
  const broken = language.whyBroken(indicator);
  return broken === null ? undefined : { kind: 'none', reason: broken.message };
}

/** A derived indicator at each of these regions: one evaluation for the whole column, as a sum over them would make. */
export function computeColumn(indicator: Indicator, regions: readonly Region[], place: Place): readonly TableCell[] {
  const [first] = regions;
  if (first === undefined) return [];
  const broken = whyBroken(indicator, place);
  if (broken !== undefined) return regions.map(() => broken);
  const named = indicatorExpression(indicator, place);
  let quantities: readonly Quantity[] = [];
  const each: FunctionDefinition = {
    name: '',
    usage: '',
    description: '',
    parameters: [],
    typeOf: () => succeed(named.type),
    evaluate: (_, evaluator) => {
      quantities = evaluator.quantitiesAt(regions, named);
      return quantities[0] ?? evaluator.evaluate(named);
    },
  };
  evaluateFormula({ kind: 'call', type: named.type, definition: each, parameters: [] }, { ...place, region: first });
  return quantities.map((quantity) => cellOf(quantity, indicator));
}

/** The indicator as a formula that names it. */
function indicatorExpression(indicator: Indicator, { language }: ReportData): Checked {
  const scope = { region: null, periods: [], basis: null, asOf: null };
  return { kind: 'indicator', type: language.derivation(indicator).type, indicator, scope };
}

/** A derived indicator in the total row: of what was reported for the whole, else of the sums that stand beside it. */
export function computeTotal(
  indicator: Indicator,
  {
    region,
    members,
    totals,
    ...place
  }: Place & {
    readonly region: Region;
    readonly members: readonly Region[];
    /** The view with the members' totals, shared by all columns. */
    readonly totals: DataView;
  },
): TableCell {
  const [own = null] = computeColumn(indicator, [region], place);
  if (typeof own === 'string' || members.length === 0) return own;
  const [summed = null] = computeColumn(indicator, [region], { ...place, view: totals });
  return typeof summed === 'string' ? { kind: 'sum', decimal: summed, missing: null } : own;
}

export function totalCell(sum: MemberSum | null): TableCell {
  return sum === null ? null : { kind: 'sum', ...sum };
}
