import type { TableColumn } from '../../../../shared/api/data.ts';
import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { isPercent, parseUnit } from '../../../../shared/figures/unit.ts';

/** A column with the indicator that stands in it. */
export interface ColumnOfTable {
  readonly indicator: Indicator;
  readonly column: TableColumn;
}

const whole = '计';
const part = '其中';

/**
 * Headings from the outside in. A base and its parts share the base's name where the base stands in this table; else the
 * part's own name says it all.
 */
function pathsOf(indicators: readonly Indicator[]): ReadonlyMap<number, readonly string[]> {
  const bases = new Map(indicators.map((each) => [each.id, each]));
  const withParts = new Set(indicators.flatMap((each) => (each.part === null ? [] : [each.part.baseId])));
  return new Map(
    indicators.map((each) => {
      const base = each.part === null ? undefined : bases.get(each.part.baseId);
      if (each.part !== null && base !== undefined) {
        return [each.id, [base.name, part, Object.values(each.part.dimensions).join('')]];
      }
      return [each.id, withParts.has(each.id) ? [each.name, whole] : [each.name]];
    }),
  );
}

/** A base is followed by its parts, wherever the catalogue has them. */
function inTableOrder(indicators: readonly Indicator[]): readonly Indicator[] {
  const here = new Set(indicators.map(({ id }) => id));
  const isPart = ({ part }: Indicator) => part !== null && here.has(part.baseId);
  return indicators
    .filter((each) => !isPart(each))
    .flatMap((each) => [each, ...indicators.filter(({ part }) => part?.baseId === each.id)]);
}

/** The columns of a table, each followed by last year's when that is asked for. */
export function tableColumns(indicators: readonly Indicator[], lastYear: boolean): readonly ColumnOfTable[] {
  const paths = pathsOf(indicators);
  return inTableOrder(indicators).flatMap((indicator) => {
    const { code, name, aliases, unit, shownDecimals, formula } = indicator;
    const column: TableColumn = {
      indicator: code,
      name,
      aliases: [...aliases],
      path: [...(paths.get(indicator.id) ?? [name])],
      unit,
      decimals: shownDecimals,
      formula,
      isPercent: isPercent(parseUnit(unit)),
      kind: formula === null ? 'entry' : 'computed',
    };
    const now = { indicator, column };
    return lastYear ? [now, { indicator, column: { ...column, kind: 'last-year' as const } }] : [now];
  });
}
