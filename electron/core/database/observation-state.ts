import type { Observation, ObservationGap } from '../../../shared/figures/catalogue.ts';
import type { LocalDate } from '../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { fromScaled, scalingFailure, toScaled } from './decimal.ts';
import type { StateRow } from './observation-statements.ts';

/** What is to stand in a place. */
export interface StateChange {
  /** Null takes the observation back: there is none, as before the first entry. */
  readonly cell: Observation['cell'] | null;
  /** 截至日; absent keeps the recorded one, null removes it. */
  readonly asOf?: LocalDate | null;
}

interface ScaledIndicator {
  readonly name: string;
  readonly scale: number;
}

/** Place in this list is the stored status; 0 is a value. */
const gaps: readonly (ObservationGap | null)[] = [null, '未报', '无此项', '不足单位', '不公开'];

/** Whether both say the same, or both that nothing stands there. */
export function sameState(before: StateRow | undefined, after: StateRow | null): boolean {
  if (before === undefined || after === null) return before === undefined && after === null;
  return before.num === after.num && before.status === after.status && before.as_of === after.as_of;
}

/** What will stand there; null for nothing. */
export function stateAfter(
  { cell, asOf }: StateChange,
  before: StateRow | undefined,
  indicator: ScaledIndicator,
): Result<StateRow | null, Failure> {
  if (cell === null) return succeed(null);
  const stored = storedCell(cell, indicator);
  return stored.ok ? succeed({ ...stored.value, as_of: asOf === undefined ? (before?.as_of ?? null) : asOf }) : stored;
}

function storedCell(
  cell: Observation['cell'],
  indicator: ScaledIndicator,
): Result<{ readonly num: number | null; readonly status: number }, Failure> {
  if (cell.kind === 'missing') return succeed({ num: null, status: gaps.indexOf(cell.reason) });
  const scaled = toScaled(cell.decimal, indicator.scale);
  if (scaled.ok) return succeed({ num: scaled.value, status: 0 });
  return fail(scalingFailure(scaled.error, cell.decimal, indicator));
}

/** The cell that a stored state stands for. */
export function cellOf(num: number | null, status: number, scale: number): Observation['cell'] {
  const reason = gaps[status];
  if (reason) return { kind: 'missing', reason };
  if (num === null) throw new Error(`observation of status ${status} without a value`);
  return { kind: 'value', decimal: fromScaled(num, scale) };
}
