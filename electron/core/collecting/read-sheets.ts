import { createHash } from 'node:crypto';
import type { Result } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { FileFormat, Grid, GridCell, GridSheet } from '../importing/grid.ts';
import { readGrid } from '../importing/reading/read-grid.ts';
import { readGridInWorker } from '../importing/reading/read-in-worker.ts';

/** A file that came back, its content read. */
export interface ReturnFile {
  readonly name: string;
  readonly sha256: string;
  /** Every sheet, the hidden ones too; null when it is no workbook or cannot be read. */
  readonly sheets: readonly GridSheet[] | null;
}

interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a returned file here, for programs that end with it. */
export function openReturn({ name, bytes }: ReceivedFile): ReturnFile {
  const sha256 = checksum(bytes);
  return { name, sha256, sheets: sheetsOf(readGrid(bytes, name)) };
}

/** Reads a returned file in a thread of its own, which what it does to its reader cannot leave. The bytes are used up. */
export async function openReturnInWorker({ name, bytes }: ReceivedFile): Promise<ReturnFile> {
  const sha256 = checksum(bytes);
  return { name, sha256, sheets: sheetsOf(await readGridInWorker(bytes, name)) };
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** WPS saves a form as .xls or .et too (the same bytes), with its hidden marks; text and HTML keep none. */
const workbooks: readonly FileFormat[] = ['xlsx', 'xls'];

function sheetsOf(grid: Result<Grid, Failure>): readonly GridSheet[] | null {
  return grid.ok && workbooks.includes(grid.value.format) ? grid.value.sheets : null;
}

/** What a cell shows, as text; empty for none. */
export function cellText(cell: GridCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return cell.decimal;
    case 'percent':
      return `${cell.decimal}%`;
    case 'uncomputed':
      return `=${cell.formula}`;
    case 'text':
    case 'date':
    case 'error':
      return cell.text;
  }
}
