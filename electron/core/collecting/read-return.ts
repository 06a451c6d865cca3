import { foldName } from '../../../shared/reading/fold-name.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { emptyCell, type GridCell, type GridSheet } from '../importing/grid.ts';
import { columnLetter } from './form.ts';
import { type FormMeta, metaSheetName, parseMeta } from './form-meta.ts';
import { headingsOf } from './heading-merges.ts';
import { cellText, type ReturnFile } from './read-sheets.ts';

/** A returned workbook that is known by its hidden marks and still has the shape in which it was sent. */
export interface ReturnedSheet {
  readonly meta: FormMeta;
  readonly sheet: GridSheet;
  /** Sheets that the form had not. */
  readonly extraSheets: readonly string[];
}

/** A workbook that was sent out but cannot be taken; whose it is, where that can still be told. */
export interface RefusedReturn {
  readonly failure: Failure;
  readonly meta: FormMeta | null;
}

/** The cell of a sheet, counted from 1. */
export function cellAt(sheet: GridSheet, row: number, column: number): GridCell {
  return sheet.rows[row - 1]?.[column - 1] ?? emptyCell;
}

/** Reads a returned workbook. What it says of itself decides, never its name. */
export function readReturn({ sheets, name }: ReturnFile): Result<ReturnedSheet, RefusedReturn> {
  const refuse = (failure: Failure, meta: FormMeta | null = null) => fail({ failure, meta });
  if (!sheets) return refuse({ code: 'return-not-workbook', name });
  const hidden = sheets.find((sheet) => sheet.name === metaSheetName);
  if (!hidden) return refuse({ code: 'return-no-meta', name });
  const meta = parseMeta(hidden.rows.map((row) => row.map(cellText)));
  if (!meta) return refuse({ code: 'return-meta-damaged', name });
  const visible = sheets.filter((sheet) => sheet !== hidden);
  const judged = visible.map((sheet) => ({ sheet, changes: changesOf(sheet, meta) }));
  const best = judged.toSorted((a, b) => a.changes.length - b.changes.length)[0];
  if (!best) return refuse({ code: 'return-header-changed', name, changes: '没有可以看的工作表' }, meta);
  if (best.changes.length > 0) {
    return refuse({ code: 'return-header-changed', name, changes: describe(best.changes) }, meta);
  }
  const extraSheets = visible.filter((sheet) => sheet !== best.sheet && !isBlank(sheet)).map((sheet) => sheet.name);
  return succeed({ meta, sheet: best.sheet, extraSheets });
}

function isBlank({ rows }: GridSheet): boolean {
  return rows.every((row) => row.every(({ kind }) => kind === 'empty'));
}

/** Headings and names that are not where they were sent, as sentences. */
function changesOf(sheet: GridSheet, meta: FormMeta): readonly string[] {
  const headings = headingsOf(meta).map(({ text, top, left }) => ({ text, row: top, column: left }));
  const names = meta.rows.map(({ row, name }) => ({ text: name, row, column: 1 }));
  return [...headings, ...names].flatMap(({ text, row, column }) => {
    const found = cellText(cellAt(sheet, row, column));
    if (foldName(found) === foldName(text)) return [];
    const now = found.trim() === '' ? '是空的' : `是“${found.trim()}”`;
    return [`${columnLetter(column)}${row} 原来是“${text}”，现在${now}`];
  });
}

const mostChanges = 3;

function describe(changes: readonly string[]): string {
  const shown = changes.slice(0, mostChanges).join('；');
  return changes.length > mostChanges ? `${shown}；等 ${changes.length} 处` : shown;
}
