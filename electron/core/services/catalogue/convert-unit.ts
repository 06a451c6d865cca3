import type { UnitPreview } from '../../../../shared/api/catalogue.ts';
import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { parseUnit } from '../../../../shared/figures/unit.ts';
import { shiftDecimal } from '../../../../shared/reading/decimal-text.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import { decimalsOf } from '../../database/unit-conversion-repository.ts';
import type { Workspace } from '../../database/workspace.ts';

/** More than that an indicator does not keep. */
const mostDecimals = 6;

/** 元 → 万元 is 4: the numbers are divided by ten to that power. Null where no power of ten lies between them. */
function powerBetween(from: string, to: string): number | null {
  const [before, after] = [parseUnit(from), parseUnit(to)];
  if (before.dimension !== after.dimension || before.exponent === after.exponent) return null;
  return after.exponent - before.exponent;
}

function printFactor(power: number): string {
  return `${power > 0 ? '÷' : '×'}${shiftDecimal('1', Math.abs(power))}`;
}

/** As many decimals as tell the same steps in the other unit, and all that are used. */
function decimalsAfter({ scale, shownDecimals }: Indicator, power: number, used: number) {
  const decimals = Math.max(used, Math.min(mostDecimals, Math.max(0, scale + power)));
  const shown = power > 0 ? Math.max(shownDecimals, 2) : shownDecimals;
  return { decimals, shownDecimals: Math.min(shown, decimals) };
}

/** What converting the indicator's figures would do, with the first of them as an example. */
export function previewUnit(
  workspace: Workspace,
  { id, unit }: { readonly id: number; readonly unit: string },
): Result<UnitPreview | null, Failure> {
  const indicator = workspace.indicators.all().find((each) => each.id === id);
  if (indicator === undefined) return fail({ code: 'indicator-gone' });
  const power = powerBetween(indicator.unit, unit);
  if (power === null || indicator.formula !== null) return succeed(null);
  const figures = workspace.unitConversions.figures(id);
  const converted = figures.map(({ decimal }) => shiftDecimal(decimal, -power));
  const used = converted.reduce((most, decimal) => Math.max(most, decimalsOf(decimal)), 0);
  const { name } = indicator;
  const tooFine = describeFailure({ code: 'indicator-conversion-too-fine', name, decimals: used });
  const [first] = figures;
  const regions = first === undefined ? [] : workspace.regions.all();
  return succeed({
    factor: printFactor(power),
    count: figures.length,
    ...decimalsAfter(indicator, power, used),
    example:
      first === undefined
        ? null
        : {
            region: regions.find((region) => region.id === first.regionId)?.name ?? '',
            period: first.period,
            before: first.decimal + indicator.unit,
            after: `${converted[0] ?? ''}${unit}`,
          },
    problem: used > mostDecimals ? tooFine : null,
  });
}

/** Saves the indicator and tells its figures in the new unit, exactly; within the transaction that runs. */
export function convertUnit(
  workspace: Workspace,
  { before, after, byWhom }: { readonly before: Indicator; readonly after: Indicator; readonly byWhom: string },
): Result<Indicator, Failure> {
  const { name, unit: from } = before;
  const power = powerBetween(from, after.unit);
  if (power === null) return fail({ code: 'indicator-unit-no-factor', name, from, to: after.unit });
  const reason = `单位由“${from}”改为“${after.unit}”，按 ${printFactor(power)} 换算`;
  const converted = workspace.unitConversions.convert({ after, power, reason, byWhom });
  return converted.ok ? succeed(after) : converted;
}
