import type { Period } from '../../../shared/figures/period.ts';
import type { Waiver } from '../../../shared/figures/rules/rule.ts';
import type { Connection } from './connection.ts';
import type { PeriodRepository } from './period-repository.ts';

/** Where a waiver belongs; see `WaiverKey`. */
export interface WaiverPlace {
  readonly ruleCode: string;
  readonly subject: string;
  readonly period: Period;
  readonly regionId: number;
}

/** 放行说明 as stored. A withdrawn one is kept, and no longer stands. */
export interface WaiverRepository {
  /** Those that stand, the oldest first. */
  standing(): readonly Waiver[];
  /** Records a waiver; one that stood in this place is withdrawn by the same person. */
  add(waiver: WaiverPlace & Pick<Waiver, 'finding' | 'reason' | 'byWhom'>): void;
  /** False when none stands in this place. */
  withdraw(place: WaiverPlace, byWhom: string): boolean;
}

interface WaiverRow {
  readonly rule_code: string;
  readonly subject: string;
  readonly period: string;
  readonly region_id: number;
  readonly finding: string;
  readonly reason: string;
  readonly by_whom: string;
  readonly at: string;
}

export function createWaiverRepository(connection: Connection, periods: PeriodRepository): WaiverRepository {
  const { db, write, timestamp } = connection;
  const selectStanding = db.prepare<[], WaiverRow>(
    `SELECT rule_code, subject, period.label AS period, region_id, finding, reason, by_whom, at
     FROM rule_waiver JOIN period ON period.id = period_id WHERE withdrawn_at IS NULL ORDER BY rule_waiver.id`,
  );
  const insert = db.prepare(
    `INSERT INTO rule_waiver (rule_code, subject, period_id, region_id, finding, reason, by_whom, at)
     VALUES (@rule_code, @subject, @period_id, @region_id, @finding, @reason, @by_whom, @at)`,
  );
  const withdrawOne = db.prepare(
    `UPDATE rule_waiver SET withdrawn_by = @by_whom, withdrawn_at = @at
     WHERE rule_code = @rule_code AND subject = @subject AND region_id = @region_id
       AND period_id = (SELECT id FROM period WHERE label = @period) AND withdrawn_at IS NULL`,
  );

  function withdraw({ ruleCode, subject, period, regionId }: WaiverPlace, byWhom: string): boolean {
    const place = { rule_code: ruleCode, subject, period: period.label, region_id: regionId };
    return write(() => withdrawOne.run({ ...place, by_whom: byWhom, at: timestamp() }).changes > 0);
  }

  return {
    standing: () =>
      selectStanding.all().map(({ rule_code, region_id, by_whom, ...row }) => ({
        ...row,
        ruleCode: rule_code,
        regionId: region_id,
        byWhom: by_whom,
      })),
    add: (waiver) => {
      write(() => {
        withdraw(waiver, waiver.byWhom);
        insert.run({
          rule_code: waiver.ruleCode,
          subject: waiver.subject,
          period_id: periods.ensure(waiver.period),
          region_id: waiver.regionId,
          finding: waiver.finding,
          reason: waiver.reason,
          by_whom: waiver.byWhom,
          at: timestamp(),
        });
      });
    },
    withdraw,
  };
}
