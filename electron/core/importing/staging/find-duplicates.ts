import { tidyDecimal } from '../../../../shared/reading/decimal-text.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { ImportStatus, StagedCell, StagedImport } from '../staged-import.ts';
import { readText } from './read-cell.ts';

/**
 * Two cells for one figure must agree; when they do not, neither is written. When they do, the second has nothing to
 * add.
 */
export function refuseDuplicates(cells: readonly StagedCell[]): readonly StagedCell[] {
  return refuse([{ fileName: null, cells }])[0] ?? cells;
}

export interface FileCells {
  readonly fileName: string;
  readonly staged: StagedImport;
}

/** The same across files that are imported together: none of them may win by standing later in the list. */
export function refuseConflictsBetween<File extends FileCells>(files: readonly File[]): readonly File[] {
  if (files.length < 2) return files;
  const cells = refuse(files.map(({ fileName, staged }) => ({ fileName, cells: staged.cells })));
  return files.map((file, at) => ({ ...file, staged: { ...file.staged, cells: cells[at] ?? file.staged.cells } }));
}

interface Part {
  readonly fileName: string | null;
  readonly cells: readonly StagedCell[];
}

function refuse(files: readonly Part[]): readonly (readonly StagedCell[])[] {
  // Every cell by one number: an object for each of a million claims would double what there is to clear away.
  const cells = files.flatMap((file) => file.cells);
  const revised = [...cells];
  const begins = files.map((_, at) => files.slice(0, at).reduce((sum, file) => sum + file.cells.length, 0));
  const place = (at: number): string => {
    const file = files[begins.findLastIndex((begin) => begin <= at)];
    const cell = cells[at]?.cell ?? '';
    return files.length > 1 ? `${file?.fileName} 的 ${cell}` : cell;
  };
  for (const group of groupsOf(cells)) settleGroup(revised, group, place);
  return files.map((file, at) => revised.slice(begins[at] ?? 0, (begins[at] ?? 0) + file.cells.length));
}

function settleGroup(revised: StagedCell[], group: readonly number[], place: (at: number) => string): void {
  const claimed = group.flatMap((at) => {
    const cell = revised[at];
    return cell ? [{ at, cell }] : [];
  });
  const isConflict = new Set(claimed.map(({ cell }) => claimOf(cell))).size > 1;
  const problem: Failure = { code: 'import-cell-conflict', cells: group.map(place) };
  // The one that would be written stands for the others.
  const first = claimed.find(({ cell }) => cell.write !== null) ?? claimed[0];
  for (const { at, cell } of claimed) {
    if (isConflict) {
      // What waits for an answer goes on waiting.
      if (!isDisputed(cell)) revised[at] = { ...cell, status: 'duplicate', problem, before: null, write: null };
    } else if (cell.write !== null && first && at !== first.at) {
      const note = `与 ${place(first.at)} 是同一个数`;
      revised[at] = { ...cell, status: 'same', before: null, write: null, note };
    }
  }
}

/** Cells for one figure, where there are several. */
function groupsOf(cells: readonly StagedCell[]): readonly (readonly number[])[] {
  // By period, indicator and region: a key put together for each cell would take longer than the rest.
  const claims = new Map<string, Map<number | string, Map<number | string, number | number[]>>>();
  const groups: number[][] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell.regionId === null || cell.indicatorId === null || !hasClaim(cell)) continue;
    // Of a period that nobody could read two figures may well be of two.
    if (cell.period === '' && cell.status === 'unreadable') continue;
    const byIndicator = ensure(claims, cell.period, () => new Map());
    const byRegion = ensure(byIndicator, idOf(cell.indicatorId, cell.indicator), () => new Map());
    const region = idOf(cell.regionId, cell.region);
    const other = byRegion.get(region);
    if (other === undefined) byRegion.set(region, at);
    else if (typeof other !== 'number') other.push(at);
    else {
      const group = [other, at];
      byRegion.set(region, group);
      groups.push(group);
    }
  }
  return groups;
}

function ensure<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}

/** What two files want to be added under one name is one thing. */
function idOf(id: number, name: string): number | string {
  return id < 0 ? name : id;
}

/** A total that is not the sum of its parts: it says something of its figure, though nobody knows yet whether it is right. */
function isDisputed({ status, question, period }: StagedCell): boolean {
  if (period === '') return false;
  return status === 'total' || (status === 'asked' && question !== null && question.startsWith('total:'));
}

function hasClaim(cell: StagedCell): boolean {
  return (claimants.has(cell.status) || isDisputed(cell)) && (cell.value !== null || claimOf(cell) !== null);
}

/** Statuses of cells that say something certain of a figure of the catalogue. */
const claimants: ReadonlySet<ImportStatus> = new Set<ImportStatus>([
  'new',
  'changed',
  'missing',
  'same',
  'duplicate',
  'unreadable',
  'unit-differs',
]);

/** What the cell says of its figure; null when it says nothing. */
function claimOf({ value, write, text }: StagedCell): string | null {
  if (value !== null) return tidyDecimal(value);
  if (write?.cell.kind === 'missing') return write.cell.reason;
  const read = readText(text);
  return read.kind === 'missing' ? read.reason : null;
}
