import type { FigureView } from '../../../shared/api/contract.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import type { Printed } from '../../../shared/figures/format.ts';
import { gapText, reasonText } from '../../../shared/figures/missing-text.ts';
import { gapsOf, type SourceRange, type Value } from '../../../shared/figures/quantity.ts';
import { toDecimal } from '../../../shared/figures/rounding.ts';

/** What one figure tells of itself: text, exact value, unit, what is missing, and the observations behind it. */
export interface FigureFacts {
  readonly id: string;
  readonly formula: string;
  readonly printed: Printed;
  readonly value: Value;
  readonly sources: readonly SourceRange[];
}

function missingText(value: Value): string | null {
  const gaps = gapText(gapsOf(value));
  if (value.kind === 'list' && gaps !== '') return `${reasonText('未报')}：${gaps}`;
  if (value.kind !== 'missing') return null;
  return gaps === '' ? reasonText(value.reason) : `${reasonText(value.reason)}：${gaps}`;
}

function viewSources(sources: readonly SourceRange[], view: DataView): FigureView['sources'] {
  return sources.flatMap(({ indicator, period, regions }) => {
    const column = view.column(indicator.id, period);
    return regions.map((region) => {
      const observation = column.get(region.id);
      const cell = observation?.cell;
      const source = observation?.source?.title ?? null;
      const reference = observation?.cellReference;
      return {
        indicator: indicator.name,
        region: region.name,
        period,
        value: cell?.kind === 'value' ? cell.decimal : null,
        source: source !== null && reference ? `${source} ${reference}` : source,
      };
    });
  });
}

/** The figure as the page shows it and `--json` prints it. */
export function viewFigure(facts: FigureFacts, view: DataView): FigureView {
  const { id, formula, printed, value, sources } = facts;
  return {
    id,
    formula,
    text: printed.text,
    value: value.kind === 'number' ? toDecimal(value.value) : null,
    unit: value.kind === 'number' ? value.unit.symbol : null,
    missing: missingText(value),
    sources: viewSources(sources, view),
  };
}
