import type { FindingView, TableCell, TableColumn } from '../../../../shared/api/data.ts';
import { contentOf as entered } from '../../grid/cell-content.ts';
import type { CellContent, CellEntry, CellMark, GridCell, GridModel } from '../../grid/grid-model.ts';
import { columnIdOf, keyOf, type Table, type TableRow } from './table-data.ts';
import { text } from './text.ts';

/** What was typed and is not recorded, with the sentence that says why. */
export interface Pending {
  readonly typed: string;
  readonly sentence: string;
}

/** On its way to be recorded: shown as if it were. */
export type Underway = ReadonlyMap<string, CellEntry>;

export interface Shown {
  readonly table: Table;
  readonly findings: readonly FindingView[];
  /** By `keyOf`. */
  readonly pending: ReadonlyMap<string, Pending>;
  /** By `keyOf`. */
  readonly underway: Underway;
}

/** `12400` → `12,400`; `80.76` of a percentage → `80.76%`. */
export function printDecimal(decimal: string, isPercent: boolean): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${isPercent ? '%' : ''}`;
}

function contentOf(cell: TableCell, { isPercent, kind }: TableColumn): CellContent {
  if (cell === null) return { kind: 'blank' };
  if (typeof cell === 'string') return { kind: 'value', decimal: cell, text: printDecimal(cell, isPercent) };
  if (cell.kind === 'gap') return cell;
  if (cell.kind === 'none') return { kind: 'none', text: '—' };
  const printed = printDecimal(cell.decimal, isPercent);
  if (kind !== 'entry' && cell.missing === null) return { kind: 'value', decimal: cell.decimal, text: printed };
  // A sum that nobody reported is no figure of its own: grey, and never added up again.
  return cell.missing === null ? { kind: 'none', text: printed, isSum: true } : { kind: 'none', text: cell.missing };
}

interface Mark {
  readonly mark: CellMark;
  readonly note: string;
}

type Marks = ReadonlyMap<string, Mark>;

function findingMarks(findings: readonly FindingView[], period: string, marks: Map<string, Mark>): void {
  // The gravest come first and are set last.
  for (const { severity, waiver, message, hint, regionId, places } of findings.toReversed()) {
    if (waiver !== null) continue;
    const note = `${message}。${hint}`;
    for (const place of places) {
      if (place.period !== period || place.regionId !== regionId) continue;
      marks.set(keyOf(place), { mark: severity === '强制' ? 'wrong' : 'suspicious', note });
    }
  }
}

function marksOf({ table, findings }: Shown): Marks {
  const marks = new Map<string, Mark>();
  for (const { indicator, regionIds } of table.isLocked ? [] : table.wanted) {
    for (const regionId of regionIds) marks.set(keyOf({ indicator, regionId }), { mark: 'missing', note: text.toFill });
  }
  findingMarks(findings, table.period, marks);
  return marks;
}

function noteOf(cell: TableCell, { memberWord, lastPeriod }: Table, { kind, name }: TableColumn): string | null {
  if (kind === 'last-year') return text.lastYearNote(lastPeriod, name);
  if (cell === null || typeof cell === 'string' || cell.kind === 'gap') return null;
  if (cell.kind === 'none') return cell.reason;
  const sum = text.sumNote(memberWord);
  return cell.missing === null ? sum : `${sum}（${cell.missing}，已报的合计 ${cell.decimal}）`;
}

interface Ground {
  readonly shown: Shown;
  readonly marks: Marks;
  readonly readOnly: string | null;
}

function cellOf(row: TableRow, at: number, { shown, marks, readOnly }: Ground): GridCell {
  const { table, pending, underway } = shown;
  const column = table.columns[at];
  if (column === undefined) throw new Error('a row longer than the columns');
  const cell = row.cells[at] ?? null;
  const key = keyOf({ indicator: column.indicator, regionId: row.regionId });
  const entry = column.kind === 'entry' ? underway.get(key) : undefined;
  if (entry !== undefined)
    return { content: entered(entry, { ...column, id: key, width: 0 }), mark: null, note: null, readOnly };
  const waiting = column.kind === 'entry' ? pending.get(key) : undefined;
  if (waiting !== undefined) {
    return { content: { kind: 'typed', text: waiting.typed }, mark: 'refused', note: waiting.sentence, readOnly };
  }
  const mark = column.kind === 'last-year' ? undefined : marks.get(key);
  const isSum = cell !== null && typeof cell !== 'string' && cell.kind === 'sum';
  const own = noteOf(cell, table, column);
  const note = mark?.mark === 'missing' && isSum ? text.sumWanted(table.memberWord) : (mark?.note ?? own);
  return { content: contentOf(cell, column), mark: mark?.mark ?? null, note, readOnly };
}

function labelOf({ depth, name }: TableRow, { rows }: Table): string {
  return depth === 0 && rows.length > 1 ? text.total(name) : name;
}

/** Columns are as wide as their heading and their longest number want. */
function widthOf(column: TableColumn, at: number, { rows }: Table): number {
  const head = column.path.at(-1)?.length ?? 0;
  const lengths = rows.slice(0, 200).map(({ cells }) => {
    const cell = cells[at];
    return typeof cell === 'string' ? cell.length : 3;
  });
  const longest = Math.max(3, ...lengths);
  return Math.min(180, Math.max(88, Math.min(head, 9) * 15 + 24, longest * 10 + 34));
}

interface KeptCells {
  /** What its marks depend on. */
  readonly signature: string;
  readonly cells: readonly GridCell[];
}

/** Rows that did not change keep their cells: of 600 000 cells one edit makes a few. */
export class ModelBuilder {
  #columns: Table['columns'] | null = null;
  #kept: ReadonlyMap<TableRow, KeptCells> = new Map();

  build(shown: Shown): GridModel {
    const { table } = shown;
    const marks = marksOf(shown);
    const byRow = Map.groupBy([...marks, ...shown.pending, ...shown.underway], ([key]) =>
      key.slice(0, key.indexOf('\t')),
    );
    const readOnly = table.isLocked ? text.locked(table.period) : null;
    const known = this.#columns === table.columns ? this.#kept : new Map<TableRow, KeptCells>();
    const kept = new Map<TableRow, KeptCells>();
    for (const row of table.rows) {
      const signature = `${readOnly} ${JSON.stringify(byRow.get(String(row.regionId)) ?? [])}`;
      const before = known.get(row);
      const cells =
        before?.signature === signature
          ? before.cells
          : table.columns.map((_, at) => cellOf(row, at, { shown, marks, readOnly }));
      kept.set(row, { signature, cells });
    }
    this.#columns = table.columns;
    this.#kept = kept;
    return {
      corner: table.memberWord,
      columns: table.columns.map((column, at) => ({
        id: columnIdOf(column),
        path: column.kind === 'last-year' ? [...column.path.slice(0, -1), text.lastYearShort] : column.path,
        // Last year's figures are never pasted: a heading always means this year's column.
        names: column.kind === 'last-year' ? [] : [column.name, ...column.aliases],
        unit: column.unit,
        kind: column.kind,
        width: widthOf(column, at, table),
      })),
      rows: table.rows.map((row) => ({
        id: String(row.regionId),
        label: labelOf(row, table),
        names: [row.name, ...row.aliases],
        indent: 0,
        kind: row.depth === 0 && table.rows.length > 1 ? ('total' as const) : ('entry' as const),
      })),
      cells: table.rows.map((row) => kept.get(row)?.cells ?? []),
    };
  }
}
