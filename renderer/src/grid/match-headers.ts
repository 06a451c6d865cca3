import { foldName } from '../../../shared/reading/fold-name.ts';
import { readNumber } from '../../../shared/reading/read-number.ts';
import type { ClipboardTable } from './clipboard-table.ts';
import type { GridColumn, GridRow } from './grid-model.ts';
import type { PlacedText } from './plan-paste.ts';

/** A heading or row label of the clipboard and the column or row that it names; null where it names none. */
export interface NameMatch {
  readonly name: string;
  readonly at: number | null;
  /** Position within the clipboard's table. */
  readonly from: number;
}

/** How a block with names in it lies on the table. */
export interface MatchedBlock {
  readonly rows: readonly NameMatch[];
  readonly columns: readonly NameMatch[];
  readonly texts: readonly PlacedText[];
}

export interface MatchTarget {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** Where a block without row names, or without headings, begins. */
  readonly row: number;
  readonly column: number;
}

/** `小学（人）` names the column 小学; `其中：` and the like are structure. */
function foldHeading(text: string): string {
  return foldName(text)
    .replaceAll(/\([^()]*\)/g, '')
    .replace(/^其中[::]?/, '');
}

function isName(text: string): boolean {
  return foldName(text) !== '' && readNumber(text).kind === 'other';
}

/** Positions by name; a name that several carry names none of them. */
function indexNames(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const index = new Map<string, number | null>();
  for (const [at, own] of names.entries()) {
    for (const name of new Set(own)) index.set(name, index.has(name) ? null : at);
  }
  return new Map([...index].filter((entry): entry is [string, number] => entry[1] !== null && entry[0] !== ''));
}

/** Every way to name a column: the whole path, and each end of it down to the last heading. */
function headingNames(path: readonly string[]): readonly string[] {
  const parts = path.map(foldHeading);
  return parts.map((_, at) => parts.slice(at).join('/'));
}

/** Merged headings repeat themselves from level to level. */
function stackHeadings(levels: readonly (readonly string[])[], column: number): readonly string[] {
  const path = levels.map((level) => level[column] ?? '').filter((text) => foldHeading(text) !== '');
  return path.filter((text, at) => text !== path[at - 1]);
}

function findHeading(path: readonly string[], index: ReadonlyMap<string, number>): number | null {
  const names = headingNames(path);
  return names.map((name) => index.get(name)).find((at) => at !== undefined) ?? null;
}

/** A heading or label that appears twice leads the second one nowhere: one of the two would overwrite the other. */
function once(matches: readonly NameMatch[]): readonly NameMatch[] {
  const taken = new Set<number>();
  return matches.map((match) => {
    if (match.at === null) return match;
    if (taken.has(match.at)) return { ...match, at: null };
    taken.add(match.at);
    return match;
  });
}

function countHeadingRows({ spread }: ClipboardTable, index: ReadonlyMap<string, number>): number {
  const found = spread.findIndex((row) => row.slice(1).some((text) => text.trim() !== '' && !isName(text)));
  const count = found === -1 ? spread.length : found;
  const levels = spread.slice(0, count);
  const width = spread[0]?.length ?? 0;
  const isKnown = Array.from({ length: width }, (_, column) => findHeading(stackHeadings(levels, column), index));
  return isKnown.some((at) => at !== null) ? count : 0;
}

function matchRows(table: ClipboardTable, headings: number, target: MatchTarget): readonly NameMatch[] | null {
  const index = indexNames(target.rows.map(({ label }) => [foldName(label)]));
  const labels = table.spread.map((row) => row[0] ?? '').slice(headings);
  const matches = labels.map((name, at) => ({
    name: name.trim(),
    at: isName(name) ? (index.get(foldName(name)) ?? null) : null,
    from: headings + at,
  }));
  if (!matches.some(({ at }) => at !== null)) return null;
  return once(matches.filter(({ name }) => name !== ''));
}

function inOrder(count: number, from: number, start: number, limit: number): readonly NameMatch[] {
  return Array.from({ length: count }, (_, at) => ({
    name: '',
    at: start + at < limit ? start + at : null,
    from: from + at,
  }));
}

/** Where a block with row names or headings belongs, by name and not by position; null for a block without names. */
export function matchHeaders(table: ClipboardTable, target: MatchTarget): MatchedBlock | null {
  const index = indexNames(target.columns.map(({ path }) => headingNames(path)));
  const headings = countHeadingRows(table, index);
  const named = matchRows(table, headings, target);
  if (headings === 0 && named === null) return null;
  const labels = named === null ? 0 : 1;
  const levels = table.spread.slice(0, headings);
  const width = (table.cells[0]?.length ?? 0) - labels;
  const columns =
    headings === 0
      ? inOrder(width, labels, target.column, target.columns.length)
      : once(
          Array.from({ length: width }, (_, at) => {
            const path = stackHeadings(levels, labels + at);
            return { name: path.join('/'), at: findHeading(path, index), from: labels + at };
          }),
        );
  const rows = named ?? inOrder(table.cells.length - headings, headings, target.row, target.rows.length);
  return { rows, columns, texts: placeTexts(table, rows, columns) };
}

function placeTexts(
  { cells }: ClipboardTable,
  rows: readonly NameMatch[],
  columns: readonly NameMatch[],
): readonly PlacedText[] {
  return rows.flatMap(({ at: row, from: down }) =>
    columns.flatMap(({ at: column, from: right }) =>
      row === null || column === null ? [] : [{ place: { row, column }, text: cells[down]?.[right] ?? '' }],
    ),
  );
}
