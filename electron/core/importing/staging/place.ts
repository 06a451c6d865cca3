import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { cellReference, emptyCell, type Grid, type GridCell, type GridSheet } from '../grid.ts';
import type { ImportContext } from '../import-context.ts';
import type { ImportAnswer, ImportMapping } from '../mapping.ts';
import type { Line, LineRole, Naming, RecognisedTable } from '../recognised-table.ts';
import { crossKey } from '../recognising/cross-indicators.ts';
import type { SheetFormulas } from './formula/sheet-formulas.ts';
import type { QuestionList } from './question-list.ts';

/** What holds for every cell of a table while it is staged. */
export interface Desk {
  readonly grid: Grid;
  readonly sheet: GridSheet;
  readonly table: RecognisedTable;
  readonly context: ImportContext;
  readonly mapping: ImportMapping;
  readonly questions: QuestionList;
  readonly formulas: SheetFormulas;
}

/** A cell of a table's body, and what row, column and table say of it. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
  readonly role: FigureRole;
  readonly region: Naming<Region> | null;
  /** What the row calls itself where it names no region: `小计`. */
  readonly label: string;
  readonly indicator: Naming<Indicator> | null;
  readonly period: Period | null;
  /** What the row says in place of its period, when that names none. */
  readonly unreadPeriod: string | null;
  /** Nothing stands beside the row that names it. */
  readonly isNameless: boolean;
  /** Row above it that seems to open another part of the table; null for none. */
  readonly brokenBy: number | null;
  /** The line that names the indicator; null where the whole table is of one. */
  readonly named: Line | null;
  /** Unit that row or column state. */
  readonly unit: string | null;
}

/** Roles of lines whose cells are figures, the one that decides first. */
const figureRoles = ['left-out', 'subtotal', 'total', 'data'] as const satisfies readonly LineRole[];
type FigureRole = (typeof figureRoles)[number];

export function holdsFigures({ role }: Line): boolean {
  return figureRoles.some((each) => each === role);
}

export function placeAt({ sheet, table }: Desk, row: Line, column: Line): Place {
  return {
    row: row.index,
    column: column.index,
    cell: sheet.rows[row.index]?.[column.index] ?? emptyCell,
    role: figureRoles.find((role) => row.role === role || column.role === role) ?? 'data',
    region: namingOf(row.region, column.region) ?? table.region,
    label: row.role === 'subtotal' ? (row.path.at(-1) ?? '') : '',
    indicator:
      table.crossed.get(crossKey(row.index, column.index)) ??
      namingOf(row.indicator, column.indicator) ??
      table.indicator,
    period: row.unreadPeriod === undefined ? (row.period ?? column.period ?? table.period) : null,
    unreadPeriod: row.unreadPeriod ?? null,
    brokenBy: row.brokenBy ?? null,
    isNameless: row.isNameless === true && row.sumOf.length === 0,
    named: namedBy(row, column),
    unit: (row.indicator ? row.unit : null) ?? column.unit ?? row.unit,
  };
}

function namedBy(row: Line, column: Line): Line | null {
  if (row.indicator?.kind === 'known' && column.indicator !== null && column.indicator.kind !== 'known') return column;
  if (row.indicator) return row;
  return column.indicator ? column : null;
}

/** What either line leaves out or does not know keeps the cell out. */
function namingOf<Thing>(row: Naming<Thing> | null, column: Naming<Thing> | null): Naming<Thing> | null {
  return [row, column].find((each) => each !== null && each.kind !== 'known') ?? row ?? column;
}

export function referenceOf({ sheet }: Desk, { row, column }: Pick<Place, 'row' | 'column'>): string {
  return cellReference(sheet, row, column);
}

export function known<Thing>(naming: Naming<Thing> | null): Thing | undefined {
  return naming?.kind === 'known' ? naming.thing : undefined;
}

/** The header texts above or beside the figures of one indicator, as questions name them. */
export function pathOf({ named, indicator }: Place): string {
  const path = named?.path.join('/') ?? '';
  return path === '' ? foldName(indicator?.text ?? '') : path;
}

export function answerTo({ mapping }: Desk, id: string): ImportAnswer | undefined {
  return Object.hasOwn(mapping.answers, id) ? mapping.answers[id] : undefined;
}

/** The first of the ids that the table asks about; null when there is none. */
export function askedOf({ questions }: Desk, ids: readonly string[]): string | null {
  return ids.find((id) => questions.has(id)) ?? null;
}
