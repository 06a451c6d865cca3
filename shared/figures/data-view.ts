import type { Indicator, Observation, Region } from './catalogue.ts';

/**
 * Everything a formula may ask of the data. Reading is by whole columns (one indicator in one period over all regions),
 * so that a sum over thousands of members costs one look-up.
 */
export interface DataView {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  /** Observations of one indicator in one period, keyed by region id; empty when there are none. */
  column(indicatorId: number, periodLabel: string): ReadonlyMap<number, Observation>;
  /** Regions of a named set (自定义范围), in order; undefined when there is no such set. */
  namedSet(name: string): readonly Region[] | undefined;
}
