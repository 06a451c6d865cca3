import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { GridCell, GridSheet, Merge } from '../grid.ts';
import { provideCodepages } from './codepages.ts';
import { collectRows } from './collect-rows.ts';
import { withWholeUtf16 } from './whole-utf16.ts';
import { workbookCell } from './workbook-cell.ts';

/** Sheets of a workbook, and what of them was left out; `damaged` when the library can make no sense of it. */
export type WorkbookContents =
  | { readonly kind: 'sheets'; readonly sheets: readonly GridSheet[]; readonly leftOut: readonly string[] }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-many-cells' };

/**
 * Reads a guarded zip or an old .xls, of which `uncomputed` names formulas without a value, sheet by sheet.
 * Never text or markup: the library guesses its encoding.
 */
export function readWorkbook(content: Uint8Array, uncomputed: readonly ReadonlySet<string>[] = []): WorkbookContents {
  const workbook = parse(content);
  if (!workbook) return { kind: 'damaged' };
  const sheets: GridSheet[] = [];
  const leftOut: string[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    // A sheet that is one chart has no cells.
    if (sheet?.['!type'] !== undefined && sheet['!type'] !== 'sheet') continue;
    // The library leaves out a sheet that it fails to read, without a word.
    if (!sheet || !Array.isArray(sheet['!data'])) return { kind: 'damaged' };
    const collected = collectRows(name, filledCells(sheet, uncomputed[index]));
    if (!collected) return { kind: 'too-many-cells' };
    if (collected.leftOut !== null) leftOut.push(collected.leftOut);
    const { rows } = collected;
    const visibility = visibilityOf(workbook.Workbook?.Sheets?.[index]?.Hidden);
    sheets.push({ name, rows, merges: mergesOf(sheet), visibility, ...hiddenParts(sheet) });
  }
  return { kind: 'sheets', sheets, leftOut };
}

/**
 * `sheetStubs`: without it the library drops formulas that have no computed value, and a total looks blank.
 * `cellStyles`: without it hidden rows and columns are not told. `codepage`: Excel 2 to 4 do not state theirs.
 * `dateNF`: the short date as a Chinese Excel shows it.
 */
function parse(content: Uint8Array): WorkBook | null {
  provideCodepages();
  const { stackTraceLimit } = Error;
  // In a workbook without styles the library throws and catches an error at each cell; naming its callers costs 5 s of 6.
  Error.stackTraceLimit = 0;
  try {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    return withWholeUtf16(() =>
      read(bytes, {
        type: 'buffer',
        dense: true,
        sheetStubs: true,
        cellNF: true,
        cellStyles: true,
        cellHTML: false,
        codepage: 936,
        dateNF: 'yyyy/m/d',
      }),
    );
  } catch {
    // Of a file that passed our own checks, whatever the library throws (texts too) says only that it is damaged.
    return null;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function* filledCells(
  sheet: WorkSheet,
  uncomputed: ReadonlySet<string> | undefined,
): Iterable<readonly [number, readonly (readonly [number, GridCell])[]]> {
  const data = sheet['!data'] ?? [];
  // By its keys: a row may stand at 1,048,576 with a million holes before it.
  for (const key of Object.keys(data)) {
    const row: readonly (CellObject | undefined)[] = data[Number(key)] ?? [];
    const cells: (readonly [number, GridCell])[] = [];
    // By their keys too: in a damaged file a cell may stand in column 4,000,000,000.
    for (const name of Object.keys(row)) {
      const column = Number(name);
      const cell = row[column];
      if (!cell || !(column >= 0)) continue;
      const stated = uncomputed?.has(`${key}:${column}`) ? { ...cell, t: 'z' as const } : cell;
      cells.push([column, workbookCell(stated)]);
    }
    if (Number(key) >= 0) yield [Number(key), cells];
  }
}

function mergesOf(sheet: WorkSheet): readonly Merge[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
}

function visibilityOf(hidden: number | undefined): GridSheet['visibility'] {
  if (hidden === 2) return 'very-hidden';
  return hidden === 1 ? 'hidden' : 'visible';
}

function hiddenParts(sheet: WorkSheet): Pick<GridSheet, 'hiddenRows' | 'hiddenColumns'> {
  return { hiddenRows: hiddenAmong(sheet['!rows']), hiddenColumns: hiddenAmong(sheet['!cols']) };
}

function hiddenAmong(parts: readonly ({ readonly hidden?: boolean } | undefined)[] = []): ReadonlySet<number> {
  const hidden = new Set<number>();
  // By their keys: a damaged file describes column 4,000,000,000, and a walk to it takes seconds.
  for (const key of Object.keys(parts)) {
    if (parts[Number(key)]?.hidden) hidden.add(Number(key));
  }
  return hidden;
}
