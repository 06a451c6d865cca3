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

/** Whether a figure that would be written is what another reader finds in that cell, or its documented conversion. */
export function vouchFor(cell: StagedCell, found: readonly CellValue[], unit: string): boolean {
  const note = cell.note ?? '';
  if (note.startsWith('由公式')) return found.every((value) => value === '' || value === 0 || value === null);
  if (cell.value === null) return found.some((value) => typeof value === 'string' && value.trim() !== '');
  const value = Number(cell.value);
  const factors = factorsOf(note, unit);
  const decimals = cell.value.split('.')[1]?.length ?? 0;
  const tolerance = note.includes('按显示的取') ? 0.500001 * 10 ** -decimals : 0;
  return found.some((each) => {
    const number = numberOf(each);
    return number !== null && factors.some((factor) => near(number * factor, value, tolerance));
  });
}

function factorsOf(note: string, unit: string): readonly number[] {
  if (note.includes('按小数换算')) return [100];
  if (note.includes('换算为')) return [-8, -6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 8].map((power) => 10 ** power);
  return unit === '%' ? [1, 100] : [1];
}
