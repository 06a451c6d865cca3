import { type CellObject, SSF } from '@e965/xlsx';
import { decimalOfDouble, shiftDecimal } from '../../../../shared/reading/decimal-text.ts';
import { emptyCell, type GridCell, textCell } from '../grid.ts';
import { joinRuns, runsOf } from './rich-text.ts';
import { showNumber } from './show-number.ts';

type FormatKind = 'date' | 'percent' | 'general' | 'number';

const kinds = new Map<string, FormatKind>();

function formatKind(format: string): FormatKind {
  const known = kinds.get(format);
  if (known) return known;
  // A hostile file may hold any number of formats, and this outlives it.
  if (kinds.size > 10_000) kinds.clear();
  const kind = judgeFormat(format);
  kinds.set(format, kind);
  return kind;
}

function judgeFormat(format: string): FormatKind {
  const signs = format.replaceAll(/"[^"]*"|[\\!].|\[[^\]]*\]/g, '');
  // `aaaa` is 星期一 in a Chinese Excel, and unknown to the reader.
  if (SSF.is_date(format) || /a{3}/i.test(signs)) return 'date';
  if (signs.includes('%')) return 'percent';
  return /^(General|G\/通用格式|@)$/.test(format) ? 'general' : 'number';
}

/** A cell as the library read it → as the file shows it. */
export function workbookCell(cell: CellObject): GridCell {
  const { t, v, f } = cell;
  if (f !== undefined && f !== '' && isUncomputed(cell, f)) return { kind: 'uncomputed', formula: f };
  if (t === 'z') return emptyCell;
  if (t === 'e') return { kind: 'error', text: cell.w ?? '#N/A', formula: f ?? null };
  if (t === 'b') return textCell(v === true ? 'TRUE' : 'FALSE');
  if (t !== 'n' || typeof v !== 'number') return textCell(textOf(cell));
  return numberCell(cell, v);
}

function textOf({ v, r }: CellObject): string {
  const runs = typeof r === 'string' ? runsOf(r) : null;
  const text = runs && joinRuns(runs);
  // What the library made of the pieces is the text, unless it would read as a number that nobody sees.
  return text !== null && /[~^]/.test(text) ? text : String(v ?? '');
}

/** These yield numbers only: without a value they were never computed, however the file types the cell. */
const numericFunction = /^[-+]?(SUM|AVERAGE|ROUND|PRODUCT|COUNT|SUBTOTAL|SUMIFS?|SUMPRODUCT)\(/i;

function isUncomputed({ t, v }: CellObject, formula: string): boolean {
  return t === 'z' || (t === 's' && v === '' && numericFunction.test(formula));
}

function numberCell(cell: CellObject, value: number): GridCell {
  const format = String(cell.z ?? 'General');
  const kind = formatKind(format);
  if (kind === 'date') return { kind: 'date', text: cell.w ?? String(value) };
  const decimal = decimalOfDouble(value);
  if (decimal === null) return { kind: 'error', text: '#NUM!', formula: cell.f ?? null };
  const formula = cell.f ?? null;
  if (kind === 'general') return { kind: 'number', decimal, shown: null, formula };
  if (kind === 'number') return { kind: 'number', ...showNumber(decimal, { format, printed: cell.w }), formula };
  return percentCell(shiftDecimal(decimal, 2), { format, printed: cell.w?.replace('%', ''), formula });
}

function percentCell(
  decimal: string,
  {
    formula,
    ...written
  }: { readonly format: string; readonly printed: string | undefined; readonly formula: string | null },
): GridCell {
  const { shown, unit, printed } = showNumber(decimal, written);
  const other = printed ?? (unit === undefined ? undefined : `${decimal}%${unit}`);
  return { kind: 'percent', decimal, shown, formula, ...(other === undefined ? {} : { printed: other }) };
}
