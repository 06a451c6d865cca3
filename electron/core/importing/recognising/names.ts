import type { ImportContext } from '../import-context.ts';
import { type IndicatorNames, indicatorNames } from './indicator-names.ts';
import { type RegionNames, regionNames } from './region-names.ts';

/** The names that a data file knows. */
export interface Names {
  readonly indicators: IndicatorNames;
  readonly regions: RegionNames;
}

export function namesOf({ indicators, regions }: ImportContext): Names {
  return { indicators: indicatorNames(indicators), regions: regionNames(regions) };
}
