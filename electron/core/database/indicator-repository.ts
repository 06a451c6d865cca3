import type { Indicator } from '../../../shared/figures/catalogue.ts';

export type NewIndicator = Omit<Indicator, 'id'>;

/** 指标 as stored. */
export interface IndicatorRepository {
  /** Every indicator, in the order of entry. */
  all(): readonly Indicator[];
  insert(indicator: NewIndicator): Indicator;
}
