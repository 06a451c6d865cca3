import type { ObservationFacts } from '../../../shared/api/explanation.ts';
import type { Indicator, Observation, Region } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import { reasonText } from '../../../shared/figures/missing-text.ts';
import type { SourceRange } from '../../../shared/figures/quantity.ts';
import type { Workspace } from '../database/workspace.ts';

/** Observations told one by one; of a sum over thousands the rest is counted. */
const mostObservations = 60;

/** Where an observation stands, whether or not anything was reported there. */
export interface ObservationPlace {
  readonly indicator: Indicator;
  readonly period: string;
  readonly region: Region;
}

function printCell(cell: Observation['cell'], { unit }: Indicator): string {
  return cell.kind === 'value' ? cell.decimal + unit : reasonText(cell.reason);
}

/** What stood there before the value last became another one; null when it never did. */
function previousValue(revisions: ReturnType<Workspace['observations']['revisions']>, indicator: Indicator) {
  const texts = revisions.map(({ before, after }) => ({
    before: before === null ? null : printCell(before.cell, indicator),
    after: after === null ? null : printCell(after.cell, indicator),
  }));
  return texts.findLast(({ before, after }) => before !== null && before !== after)?.before ?? null;
}

/** An observation with its source and last change. */
export function factsOf(
  { indicator, period, region }: ObservationPlace,
  view: DataView,
  workspace: Workspace,
): ObservationFacts {
  const observation = view.column(indicator.id, period).get(region.id);
  const key = { indicatorId: indicator.id, regionId: region.id, periodLabel: period };
  const revisions = workspace.observations.revisions(key);
  const last = revisions.at(-1);
  return {
    indicator: indicator.name,
    region: region.name,
    period,
    value: observation === undefined ? reasonText('未报') : printCell(observation.cell, indicator),
    isMissing: observation?.cell.kind !== 'value',
    source: observation?.source?.title ?? null,
    cell: observation?.cellReference ?? null,
    asOf: observation?.asOf ?? null,
    changedAt: last?.at ?? null,
    changedBy: last?.byWhom ?? null,
    previous: previousValue(revisions, indicator),
  };
}

/** The places that a figure rests on, one by one. */
export function observationPlaces(sources: readonly SourceRange[]): readonly ObservationPlace[] {
  return sources.flatMap(({ indicator, period, regions }) => regions.map((region) => ({ indicator, period, region })));
}

/** The observations behind a figure, each with its source and last change. */
export function observationFacts(
  sources: readonly SourceRange[],
  view: DataView,
  workspace: Workspace,
): { readonly observations: ObservationFacts[]; readonly moreObservations: number } {
  const places = observationPlaces(sources);
  return {
    observations: places.slice(0, mostObservations).map((place) => factsOf(place, view, workspace)),
    moreObservations: Math.max(0, places.length - mostObservations),
  };
}
