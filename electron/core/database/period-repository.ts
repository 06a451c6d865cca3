import type { Period } from '../../../shared/figures/period.ts';

/** 期 as stored: a row exists once something refers to the period. */
export interface PeriodRepository {
  /** Id of the period's row, which is made when there is none. */
  ensure(period: Period): number;
  /** Periods that hold data, newest first; a year before its halves. */
  withData(): readonly Period[];
}
