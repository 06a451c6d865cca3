import type { StoredCell } from '../../../../shared/api/data.ts';
import type { Indicator, Observation } from '../../../../shared/figures/catalogue.ts';
import { readNumber } from '../../../../shared/reading/read-number.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { scalingFailure, toScaled } from '../../database/decimal.ts';
import { readValue } from '../set-observation.ts';

export type Cell = Observation['cell'] | null;

/** What a person typed into a cell: a number as the import reads it, a word such as 未报, or blank for nothing. */
export function readEdit(text: string, indicator: Indicator): Result<Cell, Failure> {
  const read = readNumber(text);
  if (read.kind === 'blank') return succeed(null);
  if (read.kind === 'missing') return succeed({ kind: 'missing', reason: read.reason });
  const value = readValue(text, indicator);
  return value.ok ? fitted(value.value, indicator, text) : value;
}

/** The cell as long as the indicator can keep it. */
export function fitted(cell: Cell, indicator: Indicator, text: string): Result<Cell, Failure> {
  if (cell?.kind !== 'value') return succeed(cell);
  const scaled = toScaled(cell.decimal, indicator.scale);
  return scaled.ok ? succeed(cell) : fail(scalingFailure(scaled.error, text, indicator));
}

export function storedOf(observation: Pick<Observation, 'cell'> | undefined): StoredCell {
  if (observation === undefined) return null;
  const { cell } = observation;
  return cell.kind === 'value' ? cell.decimal : { kind: 'gap', reason: cell.reason };
}

export function cellOf(stored: StoredCell): Cell {
  if (stored === null) return null;
  return typeof stored === 'string' ? { kind: 'value', decimal: stored } : { kind: 'missing', reason: stored.reason };
}
