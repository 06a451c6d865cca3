import type { CellState, StoredCell } from '../../../../shared/api/data.ts';
import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import type { ObservationChange } from '../../database/observation-repository.ts';
import type { Workspace } from '../../database/workspace.ts';
import { findPeriod } from '../find-by-name.ts';
import { typingSource } from '../set-observation.ts';
import { type Cell, cellOf, fitted, readEdit, storedOf } from './read-edit.ts';
import { openTableData } from './table-scope.ts';

interface Key {
  readonly indicator: string;
  readonly regionId: number;
  readonly period: string;
}

export interface WriteReport {
  readonly written: number;
  readonly cells: CellState[];
}

interface Writing {
  readonly byWhom: string;
  /** Why, as the person gave it. */
  readonly reason: string | null;
}

interface Place {
  readonly indicator: Indicator;
  readonly period: Period;
}

/** Resolves the names of a batch, each once. */
class Places {
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #regions: ReadonlySet<number>;
  readonly #locked: ReadonlySet<string>;
  readonly #periods = new Map<string, Result<Period, Failure>>();

  constructor(workspace: Workspace) {
    const { view } = openTableData(workspace);
    this.#indicators = new Map(view.indicators.map((indicator) => [indicator.code, indicator]));
    this.#regions = new Set(view.regions.map(({ id }) => id));
    this.#locked = workspace.periods.locked();
  }

  of(key: Key): Result<Place, Failure> {
    const indicator = this.#indicators.get(key.indicator);
    if (indicator === undefined) return fail({ code: 'data-indicator-gone' });
    if (!this.#regions.has(key.regionId)) return fail({ code: 'data-region-gone' });
    const { name, formula } = indicator;
    if (formula !== null) return fail({ code: 'indicator-derived', name, formula });
    const period = this.#period(key.period);
    return period.ok ? succeed({ indicator, period: period.value }) : period;
  }

  #period(label: string): Result<Period, Failure> {
    const known = this.#periods.get(label);
    if (known !== undefined) return known;
    const found = findPeriod(label);
    const isLocked = found.ok && this.#locked.has(found.value.label);
    const result = isLocked ? fail({ code: 'period-locked', period: found.value.label } as const) : found;
    this.#periods.set(label, result);
    return result;
  }
}

/** What is to stand in a cell, with where it came from when that is not the person's typing now. */
interface NewState {
  readonly cell: Cell;
  readonly origin?: Origin;
}
type Origin = Pick<ObservationChange, 'asOf' | 'sourceId' | 'cellReference'>;

interface Batch<Item> extends Writing {
  readonly read: (item: Item, place: Place) => Result<NewState, Failure>;
}

/** One transaction over all cells; a cell that cannot be is refused by itself. */
function writeAll<Item extends Key>(
  workspace: Workspace,
  items: readonly Item[],
  { read, ...writing }: Batch<Item>,
): Result<WriteReport, Failure> {
  const places = new Places(workspace);
  return workspace.attempt(() => {
    const accepted = items.map((item) => {
      const place = places.of(item);
      return { item, place, state: place.ok ? read(item, place.value) : place };
    });
    // Read before anything is written: a written column has to be read again.
    const befores = accepted.map(({ item, place }) => recordedAt(workspace, place, item.regionId));
    const sourceId = accepted.some(({ state }) => state.ok) ? typingSource(workspace, writing.byWhom) : null;
    let written = 0;
    const cells = accepted.map(({ item: { indicator, regionId, period }, place, state }, at): CellState => {
      const before = befores[at] ?? null;
      const key = { indicator, regionId, period };
      const refused = (failure: Failure) => ({ ...key, cell: before, before, refusal: describeFailure(failure) });
      if (!place.ok) return refused(place.error);
      if (!state.ok) return refused(state.error);
      const { cell, origin } = state.value;
      const where = { indicatorId: place.value.indicator.id, regionId, period: place.value.period };
      const put = workspace.observations.put({ ...where, cell, sourceId, ...origin, ...writing });
      if (!put.ok) return refused(put.error);
      if (put.value !== 'same') written += 1;
      return { ...key, cell: printedCell(cell, place.value.indicator), before, refusal: null };
    });
    return succeed({ written, cells });
  });
}

function recordedAt(workspace: Workspace, place: Result<Place, Failure>, regionId: number): StoredCell {
  if (!place.ok) return null;
  const { indicator, period } = place.value;
  return storedOf(workspace.observations.knownColumn(indicator.id, period.label).get(regionId));
}

/** As the store gives it back: with the indicator's decimals. */
function printedCell(cell: Cell, { scale }: Indicator): StoredCell {
  if (cell === null) return null;
  if (cell.kind === 'missing') return { kind: 'gap', reason: cell.reason };
  const [whole = '', fraction = ''] = cell.decimal.split('.');
  return scale === 0 ? whole : `${whole}.${fraction.slice(0, scale).padEnd(scale, '0')}`;
}

/** Records what was typed. */
export function writeCells(
  workspace: Workspace,
  edits: readonly (Key & { readonly text: string })[],
  writing: Writing,
): Result<WriteReport, Failure> {
  const read = ({ text }: { readonly text: string }, { indicator }: Place): Result<NewState, Failure> => {
    const cell = readEdit(text, indicator);
    return cell.ok ? succeed({ cell: cell.value }) : cell;
  };
  return writeAll(workspace, edits, { ...writing, read });
}

/** Puts cells back to what stood in them before, with its day and its source: the way of undo and redo. */
export function restoreCells(
  workspace: Workspace,
  cells: readonly (Key & { readonly cell: StoredCell })[],
  writing: Writing,
): Result<WriteReport, Failure> {
  const read = (item: Key & { readonly cell: StoredCell }, place: Place): Result<NewState, Failure> => {
    const cell = fitted(cellOf(item.cell), place.indicator, typeof item.cell === 'string' ? item.cell : '');
    if (!cell.ok) return cell;
    const origin = originOf(workspace, { ...place, regionId: item.regionId }, item.cell);
    return succeed(origin === null ? { cell: cell.value } : { cell: cell.value, origin });
  };
  return writeAll(workspace, cells, { ...writing, read });
}

/** Where this value came from when it last stood there; null when it never did. */
function originOf(
  workspace: Workspace,
  { indicator, period, regionId }: Place & { readonly regionId: number },
  stored: StoredCell,
): Origin | null {
  if (stored === null) return null;
  const key = { indicatorId: indicator.id, regionId, periodLabel: period.label };
  const last = workspace.observations
    .revisions(key)
    .findLast(({ after }) => after !== null && JSON.stringify(storedOf(after)) === JSON.stringify(stored));
  if (last === undefined) return null;
  return { asOf: last.after?.asOf ?? null, sourceId: last.sourceId, cellReference: last.cellReference };
}
