import { tidyDecimal } from '../../../../shared/reading/decimal-text.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { StagedCell, StagedImport } from '../staged-import.ts';
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

interface Claim {
  readonly file: number;
  readonly at: number;
  readonly cell: StagedCell;
}

function refuse(
  files: readonly { readonly fileName: string | null; readonly cells: readonly StagedCell[] }[],
): readonly (readonly StagedCell[])[] {
  const revised = files.map(({ cells }) => [...cells]);
  for (const group of groupsOf(files.map(({ cells }) => cells))) {
    const place = ({ file, cell }: Claim) =>
      files.length > 1 ? `${files[file]?.fileName} 的 ${cell.cell}` : cell.cell;
    const isConflict = new Set(group.map(({ cell }) => claimOf(cell))).size > 1;
    const problem: Failure = { code: 'import-cell-conflict', cells: group.map(place) };
    const [first, ...rest] = group;
    for (const { file, at, cell } of isConflict ? group : rest) {
      const list = revised[file];
      if (!list) continue;
      if (isConflict) list[at] = { ...cell, status: 'duplicate', problem, before: null, write: null };
      else if (cell.write !== null && first) {
        list[at] = { ...cell, status: 'same', before: null, write: null, note: `与 ${place(first)} 是同一个数` };
      }
    }
  }
  return revised;
}

/** Cells for one figure, where there are several; those that would be written first. */
function groupsOf(files: readonly (readonly StagedCell[])[]): readonly (readonly Claim[])[] {
  // By period, indicator and region: a key put together for each of a million cells would take longer than the rest.
  const claims = new Map<string, Map<number | string, Map<number | string, Claim | Claim[]>>>();
  const groups: Claim[][] = [];
  for (const [file, cells] of files.entries()) {
    for (const [at, cell] of cells.entries()) {
      if (cell.regionId === null || cell.indicatorId === null || claimOf(cell) === null) continue;
      const byIndicator = ensure(claims, cell.period, () => new Map());
      const byRegion = ensure(byIndicator, idOf(cell.indicatorId, cell.indicator), () => new Map());
      const region = idOf(cell.regionId, cell.region);
      const claim = { file, at, cell };
      const other = byRegion.get(region);
      if (other === undefined) byRegion.set(region, claim);
      else if (Array.isArray(other)) other.push(claim);
      else {
        const group = [other, claim];
        byRegion.set(region, group);
        groups.push(group);
      }
    }
  }
  return groups.map((group) =>
    group.sort((one, other) => Number(one.cell.write === null) - Number(other.cell.write === null)),
  );
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

/** What the cell says of its figure; null when it says nothing, or what is not known yet. */
function claimOf({ status, value, write, text }: StagedCell): string | null {
  switch (status) {
    case 'new':
    case 'changed':
    case 'missing':
    case 'same':
    case 'duplicate':
    case 'unreadable':
    case 'unit-differs': {
      if (value !== null) return tidyDecimal(value);
      if (write?.cell.kind === 'missing') return write.cell.reason;
      const read = readText(text);
      return read.kind === 'missing' ? read.reason : null;
    }
    case 'unknown-region':
    case 'unknown-indicator':
    case 'derived':
    case 'total':
    case 'asked':
    case 'left-out':
      return null;
  }
}
