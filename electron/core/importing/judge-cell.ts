import type { Indicator, Observation, Region } from '../../../shared/figures/catalogue.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { scalingFailure, toScaled } from '../database/decimal.ts';
import type { TableColumn } from './find-table.ts';
import { foldName } from './fold-name.ts';
import type { GridCell } from './grid.ts';
import { type ReadNumber, readNumber } from './read-number.ts';

/** What becomes of a cell: `new`, `changed` and a `missing` that the table states by a sign are written, nothing else is. */
export type ImportStatus =
  | 'new'
  | 'same'
  | 'changed'
  | 'missing'
  | 'unreadable'
  | 'unknown-region'
  | 'unknown-indicator'
  | 'unit-differs';

export interface Verdict {
  readonly status: ImportStatus;
  readonly value: string | null;
  readonly problem: Failure | null;
  readonly write: Observation['cell'] | null;
}

export interface CellInContext {
  readonly cell: GridCell;
  readonly column: TableColumn;
  readonly region: Region | undefined;
  readonly regionText: string;
  readonly titles: readonly string[];
  readonly existing: Observation | undefined;
}

/** What becomes of one cell, and why. */
export function judgeCell(context: CellInContext): Verdict {
  const { cell, column, region, regionText, existing } = context;
  const read = readCell(cell);
  const value = read.kind === 'number' ? read.decimal : null;
  const refuse = (status: ImportStatus, problem: Failure): Verdict => ({ status, value, problem, write: null });
  const { indicator } = column;
  if (!region) return refuse('unknown-region', { code: 'region-unknown', name: regionText.trim(), suggestions: [] });
  if (!indicator) {
    return refuse('unknown-indicator', { code: 'indicator-unknown', name: column.heading, suggestions: [] });
  }
  switch (read.kind) {
    // Blank is not nought, and no reason to forget a value that is there.
    case 'blank':
      return { status: 'missing', value, problem: null, write: null };
    case 'other':
      return refuse('unreadable', { code: 'value-unreadable', text: cellText(cell) });
    case 'missing':
      return compare({ kind: 'missing', reason: read.reason }, { indicator, existing });
    case 'number': {
      const found = otherUnit(read, { column, indicator, titles: context.titles });
      if (found !== null) {
        const { name, unit: expected } = indicator;
        return refuse('unit-differs', { code: 'import-unit-differs', indicator: name, expected, found });
      }
      const scaled = toScaled(read.decimal, indicator.scale);
      if (!scaled.ok) return refuse('unreadable', scalingFailure(scaled.error, read.decimal, indicator));
      return compare({ kind: 'value', decimal: read.decimal }, { indicator, existing });
    }
    default:
      return assertNever(read);
  }
}

function readCell(cell: GridCell): ReadNumber {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'blank' };
    case 'text':
      return readNumber(cell.text);
    case 'number':
      return { kind: 'number', decimal: cell.decimal, unit: null, multiplied: false };
    case 'percent':
      return { kind: 'number', decimal: cell.decimal, unit: '%', multiplied: false };
    case 'uncomputed':
      return { kind: 'other' };
  }
}

function cellText(cell: GridCell): string {
  if (cell.kind === 'uncomputed') return `=${cell.formula}`;
  return cell.kind === 'text' ? cell.text.trim() : '';
}

function compare(
  cell: Observation['cell'],
  { indicator, existing }: { readonly indicator: Indicator; readonly existing: Observation | undefined },
): Verdict {
  const value = cell.kind === 'value' ? cell.decimal : null;
  if (existing && sameCell(cell, existing.cell, indicator.scale)) {
    return { status: 'same', value, problem: null, write: null };
  }
  const status = existing ? 'changed' : cell.kind === 'value' ? 'new' : 'missing';
  return { status, value, problem: null, write: cell };
}

function sameCell(one: Observation['cell'], other: Observation['cell'], scale: number): boolean {
  if (one.kind === 'missing' || other.kind === 'missing') {
    return one.kind === 'missing' && other.kind === 'missing' && one.reason === other.reason;
  }
  const scaled = toScaled(one.decimal, scale);
  const present = toScaled(other.decimal, scale);
  return scaled.ok && present.ok && scaled.value === present.value;
}

/** The unit that the table states for this number when it is not the indicator's; null when it is, or when none is stated. */
function otherUnit(
  read: ReadNumber & { readonly kind: 'number' },
  {
    column,
    indicator,
    titles,
  }: { readonly column: TableColumn; readonly indicator: Indicator; readonly titles: readonly string[] },
): string | null {
  const expected = foldName(indicator.unit);
  const stated = [read.unit, column.unit].find((unit) => unit !== null && foldName(unit) !== expected);
  if (stated) return stated;
  // `1.2万` under a unit such as 万元 may mean either.
  if (read.multiplied && baseUnit(expected) !== expected) return '万';
  if (read.unit !== null || column.unit !== null) return null;
  const listed = titleUnits(titles);
  if (listed.includes(expected)) return null;
  // Excel keeps 80.76% as 0.8076: without any percent sign 0.81 may mean 81 % or 0.81 %.
  if (expected === '%' && /^-?(0\.\d+|1)$/.test(read.decimal)) return '不带百分号的小数';
  return listed.find((unit) => baseUnit(unit) === baseUnit(expected)) ?? null;
}

/** `万元` → `元`, `人` → `人` */
function baseUnit(unit: string): string {
  return unit.length > 1 ? unit.replace(/^[十百千万亿]+/, '') : unit;
}

/** Units that titles list, such as `单位：人、万元`. `填报单位：某某局` lists none that any indicator has. */
function titleUnits(titles: readonly string[]): readonly string[] {
  return titles.flatMap((title) => {
    const listed = /单位:([\p{Script=Han}a-zA-Z%‰、,;/]+)/u.exec(foldName(title))?.[1];
    return listed ? listed.split(/[、,;/]/) : [];
  });
}
