import type { GridModel } from '../../../renderer/src/grid/grid-model.ts';
import { cellOf, valueOf } from './owner.ts';

/** 示例（虚构）: as many members and indicators as a large province has, every tenth column computed. */
export function largeModel(rows: number, columns: number): GridModel {
  const numbers = Array.from({ length: columns }, (_, at) => at);
  return {
    corner: '区县',
    columns: numbers.map((at) => ({
      id: `c${at}`,
      path: [`第${Math.floor(at / 5) + 1}类`, `指标${at + 1}`],
      unit: '人',
      kind: at % 10 === 9 ? 'computed' : 'entry',
      width: 96,
    })),
    rows: Array.from({ length: rows }, (_, at) => ({ id: `r${at}`, label: `区县${at + 1}`, indent: 0, kind: 'entry' })),
    cells: Array.from({ length: rows }, (_, row) =>
      numbers.map((at) => cellOf(valueOf(String(((row * 7919 + at * 104_729) % 90_000) + 100)))),
    ),
  };
}
