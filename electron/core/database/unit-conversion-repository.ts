import type { Indicator } from '../../../shared/figures/catalogue.ts';
import { shiftDecimal, tidyDecimal } from '../../../shared/reading/decimal-text.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Connection } from './connection.ts';
import { fromScaled, scalingFailure, toScaled } from './decimal.ts';
import type { IndicatorRepository } from './indicator-repository.ts';

/** A figure that a conversion concerns: gaps count nothing, so that they stay. */
export interface StoredFigure {
  readonly regionId: number;
  readonly period: string;
  readonly decimal: string;
}

/** 换算: the same amounts told in another unit. */
export interface UnitConversion {
  /** As it will be, with the unit and the decimals that it then has. */
  readonly after: Indicator;
  /** The figures are divided by ten to this power; below nought they are multiplied. */
  readonly power: number;
  readonly reason: string;
  readonly byWhom: string;
}

export interface UnitConversionRepository {
  /** The newest period first. */
  figures(indicatorId: number): readonly StoredFigure[];
  /**
   * Changes the indicator and rewrites every figure, each with its revision; all or none. Source, cell and 截至日 stay.
   * Fails with value-too-precise or value-too-large.
   */
  convert(conversion: UnitConversion): Result<void, Failure>;
}

interface FigureRow {
  readonly region_id: number;
  readonly period_id: number;
  readonly label: string;
  readonly num: number;
  readonly as_of: string | null;
  readonly scale: number;
}

interface Converted {
  readonly num: number;
  /** A revision has one scale for what stood there and what stands there. */
  readonly revision: { readonly scale: number; readonly old_num: number; readonly new_num: number };
}

export function createUnitConversionRepository(
  { db, attempt, timestamp }: Connection,
  indicators: IndicatorRepository,
): UnitConversionRepository {
  const selectFigures = db.prepare<[number], FigureRow>(
    `SELECT observation.region_id, observation.period_id, period.label, observation.num, observation.as_of,
       indicator.scale
     FROM observation JOIN period ON period.id = observation.period_id
       JOIN indicator ON indicator.id = observation.indicator_id
     WHERE observation.indicator_id = ? AND observation.num IS NOT NULL
     ORDER BY period.end_on DESC, period.id, observation.region_id`,
  );
  const rewrite = db.prepare(
    `UPDATE observation SET num = @num
     WHERE indicator_id = @indicator_id AND period_id = @period_id AND region_id = @region_id`,
  );
  const revise = db.prepare(
    `INSERT INTO revision (at, by_whom, indicator_id, period_id, region_id, scale, old_num, old_status, old_as_of,
       new_num, new_status, new_as_of, reason)
     VALUES (@at, @by_whom, @indicator_id, @period_id, @region_id, @scale, @old_num, 0, @as_of, @new_num, 0, @as_of,
       @reason)`,
  );

  function convert(conversion: UnitConversion): Result<void, Failure> {
    const { after, reason, byWhom: by_whom } = conversion;
    const rows = selectFigures.all(after.id);
    const at = timestamp();
    return attempt(() => {
      indicators.relabel(after);
      for (const row of rows) {
        const converted = convertFigure(row, conversion);
        if (!converted.ok) return converted;
        const { region_id, period_id, as_of } = row;
        const key = { indicator_id: after.id, region_id, period_id };
        rewrite.run({ ...key, num: converted.value.num });
        revise.run({ ...key, ...converted.value.revision, at, by_whom, as_of, reason });
      }
      return succeed(undefined);
    });
  }

  return {
    figures: (indicatorId) =>
      selectFigures.all(indicatorId).map(({ region_id: regionId, label: period, num, scale }) => ({
        regionId,
        period,
        decimal: tidyDecimal(fromScaled(num, scale)),
      })),
    convert,
  };
}

function convertFigure({ num, scale }: FigureRow, { after, power }: UnitConversion): Result<Converted, Failure> {
  const before = tidyDecimal(fromScaled(num, scale));
  const decimal = shiftDecimal(before, -power);
  const stored = toScaled(decimal, after.scale);
  const common = Math.max(decimalsOf(before), decimalsOf(decimal));
  const oldNum = toScaled(before, common);
  const newNum = toScaled(decimal, common);
  if (!stored.ok) return fail(scalingFailure(stored.error, decimal, after));
  if (!oldNum.ok) return fail(scalingFailure(oldNum.error, before, after));
  if (!newNum.ok) return fail(scalingFailure(newNum.error, decimal, after));
  return succeed({
    num: stored.value,
    revision: { scale: common, old_num: oldNum.value, new_num: newNum.value },
  });
}

/** Decimals of a tidy number. */
export function decimalsOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}
