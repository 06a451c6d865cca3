import type { Indicator, Observation } from '../../../shared/figures/catalogue.ts';
import { shiftDecimal } from '../../../shared/reading/decimal-text.ts';
import { type ReadNumber, readNumber } from '../../../shared/reading/read-number.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { scalingFailure, toScaled } from '../database/decimal.ts';
import type { GridCell } from '../importing/grid.ts';
import type { ImportStatus, StagedCell } from '../importing/staged-import.ts';
import { yuanSign } from '../importing/staging/read-cell.ts';
import { otherUnit } from '../importing/stated-unit.ts';
import { cellText } from './read-sheets.ts';

/** What becomes of one filled cell. */
export type JudgedEntry = Pick<StagedCell, 'value' | 'status' | 'before' | 'problem' | 'note'> & {
  readonly write: Observation['cell'] | null;
};

function read(cell: GridCell): ReadNumber {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'blank' };
    case 'text':
      return readNumber(cell.text);
    case 'number':
      // What the format shows instead is no number, a unit that it writes is part of what the cell says.
      if (cell.printed !== undefined) return { kind: 'other' };
      return cell.unit === undefined || cell.unit === yuanSign
        ? { kind: 'number', decimal: cell.decimal, unit: null, multiplied: false }
        : readNumber(`${cell.decimal}${cell.unit}`);
    case 'percent':
      if (cell.printed !== undefined) return { kind: 'other' };
      return { kind: 'number', decimal: cell.decimal, unit: '%', multiplied: false };
    case 'date':
    case 'error':
    case 'uncomputed':
      return { kind: 'other' };
  }
}

/** Judges a cell by what the form asked for: its unit is printed in the heading, so a bare number is in that unit. */
export function judgeEntry(cell: GridCell, indicator: Indicator, existing: Observation | undefined): JudgedEntry {
  const found = read(cell);
  const refuse = (status: ImportStatus, problem: Failure): JudgedEntry => ({
    value: found.kind === 'number' ? found.decimal : null,
    status,
    before: null,
    problem,
    note: null,
    write: null,
  });
  switch (found.kind) {
    case 'blank':
      return { value: null, status: 'missing', before: null, problem: null, note: null, write: null };
    case 'other':
      return refuse('unreadable', { code: 'value-unreadable', text: cellText(cell).trim() });
    case 'missing':
      return settle({ kind: 'missing', reason: found.reason }, { indicator, existing, note: null });
    case 'number': {
      const { name, unit: expected } = indicator;
      const other = otherUnit(found, indicator, { column: indicator.unit, titles: [] });
      if (other !== null)
        return refuse('unit-differs', { code: 'import-unit-differs', indicator: name, expected, found: other });
      if (indicator.scale === 0 && found.decimal.startsWith('-')) {
        return refuse('unreadable', { code: 'return-negative', text: cellText(cell).trim() });
      }
      const scaled = toScaled(found.decimal, indicator.scale);
      if (!scaled.ok) return refuse('unreadable', scalingFailure(scaled.error, found.decimal, indicator));
      const note = noteOf(cell, found.decimal, indicator);
      return settle({ kind: 'value', decimal: found.decimal }, { indicator, existing, note });
    }
  }
}

/** What a person should see of the reading, though the figure is taken. */
function noteOf(cell: GridCell, decimal: string, { unit }: Indicator): string | null {
  // 0.85 in a column of percentages may have been meant as 85 %: the form says how to fill it in, so it is taken as it stands.
  if (unit === '%' && cell.kind !== 'percent' && /^(0\.0*[1-9]\d*|1)$/.test(decimal)) {
    return `表头单位是 %，按 ${decimal}% 取；若本意是 ${shiftDecimal(decimal, 2)}%，请让单位重填`;
  }
  if (cell.kind === 'text') return `单元格里是文字“${cell.text.trim()}”，按 ${decimal} 取`;
  return null;
}

interface Known {
  readonly indicator: Indicator;
  readonly existing: Observation | undefined;
  readonly note: string | null;
}

function settle(cell: Observation['cell'], { indicator, existing, note }: Known): JudgedEntry {
  const value = cell.kind === 'value' ? cell.decimal : null;
  if (existing && isSame(cell, existing.cell, indicator.scale)) {
    return { value, status: 'same', before: null, problem: null, note, write: null };
  }
  const before = existing ? (existing.cell.kind === 'value' ? existing.cell.decimal : existing.cell.reason) : null;
  const status = existing ? 'changed' : cell.kind === 'value' ? 'new' : 'missing';
  return { value, status, before, problem: null, note, write: cell };
}

function isSame(one: Observation['cell'], other: Observation['cell'], scale: number): boolean {
  if (one.kind === 'missing' || other.kind === 'missing') {
    return one.kind === 'missing' && other.kind === 'missing' && one.reason === other.reason;
  }
  const [left, right] = [toScaled(one.decimal, scale), toScaled(other.decimal, scale)];
  return left.ok && right.ok && left.value === right.value;
}
