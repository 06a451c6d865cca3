import type { Indicator, Observation, Region } from '../../../shared/figures/catalogue.ts';
import type { LocalDate } from '../../../shared/figures/period.ts';
import { type ReadNumber, readNumber } from '../../../shared/reading/read-number.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { scalingFailure, toScaled } from '../database/decimal.ts';
import type { TableColumn } from './find-table.ts';
import type { GridCell } from './grid.ts';
import { otherUnit } from './stated-unit.ts';

/** What becomes of a cell: `new`, `changed` and a `missing` that the table states by a sign are written, nothing else is. */
export type ImportStatus =
  | 'new'
  | 'same'
  | 'changed'
  | 'missing'
  | 'unreadable'
  | 'unknown-region'
  | 'unknown-indicator'
  | 'unit-differs'
  | 'derived';

export interface Verdict {
  readonly status: ImportStatus;
  readonly value: string | null;
  readonly problem: Failure | null;
  readonly write: Observation['cell'] | null;
  /** What the cell says, to be compared with other cells for the same figure; null when it says nothing. */
  readonly claim: string | null;
}

export interface CellInContext {
  readonly cell: GridCell;
  readonly column: TableColumn;
  readonly region: Region | undefined;
  readonly regionText: string;
  /** Units that the titles above the table list. */
  readonly units: readonly string[];
  /** 截至日 that the titles state; undefined keeps the recorded one. */
  readonly asOf: LocalDate | undefined;
  readonly existing: Observation | undefined;
}

/** What becomes of one cell, and why. */
export function judgeCell(context: CellInContext): Verdict {
  const { cell, column, region, regionText } = context;
  const read = readCell(cell);
  const value = read.kind === 'number' ? read.decimal : null;
  const refuse = (status: ImportStatus, problem: Failure): Verdict => ({
    status,
    value,
    problem,
    write: null,
    claim: value,
  });
  const { indicator } = column;
  if (!region) return refuse('unknown-region', { code: 'region-unknown', name: regionText.trim(), suggestions: [] });
  if (!indicator) {
    return refuse('unknown-indicator', { code: 'indicator-unknown', name: column.heading, suggestions: [] });
  }
  if (indicator.formula !== null && read.kind !== 'blank') {
    return refuse('derived', { code: 'indicator-derived', name: indicator.name, formula: indicator.formula });
  }
  switch (read.kind) {
    // Blank is not nought, and no reason to forget a value that is there.
    case 'blank':
      return { status: 'missing', value, problem: null, write: null, claim: null };
    case 'other':
      return refuse('unreadable', { code: 'value-unreadable', text: cellText(cell) });
    case 'missing':
      return compare({ kind: 'missing', reason: read.reason }, context, indicator);
    case 'number': {
      const found = otherUnit(read, indicator, { column: column.unit, titles: context.units });
      if (found !== null) {
        const { name, unit: expected } = indicator;
        return refuse('unit-differs', { code: 'import-unit-differs', indicator: name, expected, found });
      }
      const scaled = toScaled(read.decimal, indicator.scale);
      if (!scaled.ok) return refuse('unreadable', scalingFailure(scaled.error, read.decimal, indicator));
      return compare({ kind: 'value', decimal: read.decimal }, context, indicator);
    }
    default:
      return assertNever(read);
  }
}

function readCell(cell: GridCell): ReadNumber {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'blank' };
    case 'text':
      return readNumber(cell.text);
    case 'number':
      return { kind: 'number', decimal: cell.decimal, unit: null, multiplied: false };
    case 'percent':
      return { kind: 'number', decimal: cell.decimal, unit: '%', multiplied: false };
    case 'date':
    case 'error':
    case 'uncomputed':
      return { kind: 'other' };
  }
}

function cellText(cell: GridCell): string {
  if (cell.kind === 'uncomputed') return `=${cell.formula}`;
  return 'text' in cell ? cell.text.trim() : '';
}

function compare(
  cell: Observation['cell'],
  { existing, asOf }: Pick<CellInContext, 'existing' | 'asOf'>,
  indicator: Indicator,
): Verdict {
  const value = cell.kind === 'value' ? cell.decimal : null;
  const claim = cell.kind === 'value' ? cell.decimal : cell.reason;
  const sameDay = asOf === undefined || existing?.asOf === asOf;
  if (existing && sameDay && sameCell(cell, existing.cell, indicator.scale)) {
    return { status: 'same', value, problem: null, write: null, claim };
  }
  const status = existing ? 'changed' : cell.kind === 'value' ? 'new' : 'missing';
  return { status, value, problem: null, write: cell, claim };
}

function sameCell(one: Observation['cell'], other: Observation['cell'], scale: number): boolean {
  if (one.kind === 'missing' || other.kind === 'missing') {
    return one.kind === 'missing' && other.kind === 'missing' && one.reason === other.reason;
  }
  const scaled = toScaled(one.decimal, scale);
  const present = toScaled(other.decimal, scale);
  return scaled.ok && present.ok && scaled.value === present.value;
}
