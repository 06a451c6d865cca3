import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { StagedCell } from '../importing/staged-import.ts';

function isNumber({ value }: StagedCell): boolean {
  return value !== null && /[1-9]/.test(value);
}

/** 无此项 in place of a whole while a part of it has a number: one of the two is wrong, so the whole is not taken. */
export function refuseEmptyWholes(
  cells: readonly StagedCell[],
  indicators: readonly Indicator[],
): readonly StagedCell[] {
  const byIndicator = Map.groupBy(cells, ({ indicatorId }) => indicatorId);
  const partsOf = Map.groupBy(indicators, ({ part }) => part?.baseId ?? null);
  return cells.map((cell) => {
    const { write } = cell;
    if (write?.cell.kind !== 'missing' || write.cell.reason !== '无此项') return cell;
    const parts = (partsOf.get(write.indicatorId) ?? []).flatMap(({ id }) => byIndicator.get(id) ?? []);
    const filled = parts.find((each) => each.regionId === write.regionId && isNumber(each));
    if (filled === undefined) return cell;
    const problem = {
      code: 'return-whole-absent',
      whole: cell.indicator,
      part: filled.indicator,
      value: filled.value ?? '',
    } as const;
    return { ...cell, status: 'unreadable', problem, write: null };
  });
}
