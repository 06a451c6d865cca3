import type { Observation } from '../../../shared/figures/catalogue.ts';
import type { LocalDate, Period } from '../../../shared/figures/period.ts';
import type { Result } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';

/** One value, or the reason why there is none, to be recorded. */
export interface ObservationChange {
  readonly indicatorId: number;
  readonly regionId: number;
  readonly period: Period;
  readonly cell: Observation['cell'];
  /** 截至日; absent keeps the recorded one, null removes it. */
  readonly asOf?: LocalDate | null;
  readonly sourceId: number | null;
  readonly cellReference?: string | null;
  /** Why it was changed, as the person gave it. */
  readonly reason?: string | null;
  readonly byWhom: string;
}

export type PutOutcome = 'added' | 'changed' | 'same';

/** 修订: one change of an observation; `before` is null for the first. Never altered. */
export interface Revision {
  readonly id: number;
  readonly at: string;
  readonly byWhom: string;
  readonly before: RevisionState | null;
  readonly after: RevisionState;
  readonly sourceId: number | null;
  readonly reason: string | null;
}
export interface RevisionState {
  readonly cell: Observation['cell'];
  readonly asOf: LocalDate | null;
}

/** 数据 as stored: exact scaled integers with their revisions. */
export interface ObservationRepository {
  /** Observations of one indicator in one period by region id; empty when there are none. */
  column(indicatorId: number, periodLabel: string): ReadonlyMap<number, Observation>;
  /**
   * Records a value and its revision; `same` when value and 截至日 are already so (then nothing is written and the
   * first source stays). Fails with value-unreadable, value-too-precise or value-too-large.
   */
  put(change: ObservationChange): Result<PutOutcome, Failure>;
  /** Every change of one observation, oldest first. */
  revisions(key: {
    readonly indicatorId: number;
    readonly regionId: number;
    readonly periodLabel: string;
  }): readonly Revision[];
}
