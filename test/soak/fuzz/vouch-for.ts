import type { CellValue } from 'hucre';
import type { StagedCell } from '../../../electron/core/importing/staged-import.ts';

const powers: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };

/** The number that another reader's value is; null for none. Written without any of the program's own code. */
function numberOf(value: CellValue): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const text = value
    .replaceAll(/[０-９．，％（）]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[,\s\u200b\ufeff\u00a0]/g, '')
    .replace('−', '-');
  const [, bracket = '', digits = '', unit = ''] = /^(\(?)([-+]?\d*\.?\d*(?:[eE][-+]?\d+)?)([^\d]*)$/.exec(text) ?? [];
  if (!/\d/.test(digits)) return null;
  const size = Number(digits) * (powers[unit] ?? 1);
  return bracket === '' ? size : -size;
}

function near(one: number, other: number, tolerance = 0): boolean {
  return Math.abs(one - other) <= Math.max(tolerance, Math.abs(other) * 1e-14);
}

/**
 * How a figure that would be written stands to what another reader finds in its cell: the same, or its documented
 * conversion; `computed` where the cell holds a formula without a value; null where it is neither.
 */
export function vouchFor(cell: StagedCell, found: readonly CellValue[]): 'same' | 'computed' | null {
  const note = cell.note ?? '';
  if (note.startsWith('由公式')) return found.every(isEmpty) ? 'computed' : null;
  if (cell.value === null)
    return found.some((value) => typeof value === 'string' && value.trim() !== '') ? 'same' : null;
  const value = Number(cell.value);
  const decimals = cell.value.split('.')[1]?.length ?? 0;
  const tolerance = note.includes('按显示的取') ? 0.500001 * 10 ** -decimals : 0;
  const isSame = found.some((each) => {
    const number = numberOf(each);
    return number !== null && near(number * factorOf(cell, each), value, tolerance);
  });
  return isSame ? 'same' : null;
}

/** Whether the figure is the sum of what another reader finds in the column that the formula adds up. */
export function isSum(cell: StagedCell, at: (row: number, column: number) => readonly CellValue[]): boolean {
  const [, left, first, right, last] = /=SUM\(([A-Z])(\d+):([A-Z])(\d+)\) 算出/.exec(cell.note ?? '') ?? [];
  if (left === undefined || left !== right) return false;
  const column = left.charCodeAt(0) - 'A'.charCodeAt(0);
  const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, row) => Number(first) - 1 + row);
  // A text is none of the numbers that SUM adds.
  const sum = rows.reduce(
    (all, row) => all + at(row, column).reduce((one: number, each) => one + (typeof each === 'number' ? each : 0), 0),
    0,
  );
  return near(sum, Number(cell.value), 1e-9);
}

function isEmpty(value: CellValue): boolean {
  return value === '' || value === 0 || value === null;
}

/** What a figure was multiplied by, as its note says, and by nothing else; a number shown with % is so many hundredths. */
function factorOf({ note, text }: StagedCell, found: CellValue): number {
  const [, from, to] = /表里是 [-\d.]+([^\d，]+)，换算为 [-\d.]+(.+)$/.exec(note ?? '') ?? [];
  if (from !== undefined && to !== undefined) return sizeOf(from) / sizeOf(to);
  if (note?.includes('按小数换算')) return 100;
  const isShown = typeof found === 'number' && text.endsWith('%') && !/表里显示 .*% 取/.test(note ?? '');
  return isShown ? 100 : 1;
}

function sizeOf(unit: string): number {
  return powers[/^(?:百万|千万|[百千万亿])/.exec(unit)?.[0] ?? ''] ?? 1;
}
