import { shortRegionName } from '../../../shared/figures/short-region-name.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';
import { readNumber } from '../../../shared/reading/read-number.ts';
import type { ClipboardTable } from './clipboard-table.ts';
import type { GridColumn, GridRow } from './grid-model.ts';
import { gridText } from './grid-text.ts';
import { foldHeading, HeadingNames } from './heading-names.ts';
import type { PlacedText } from './plan-paste.ts';

/** A heading or row label of the clipboard and the column or row that it names; null where it names none. */
export interface NameMatch {
  readonly name: string;
  readonly at: number | null;
  /** Position within the clipboard's table. */
  readonly from: number;
  /** Several columns bear this name: the headings beside it told which is meant. */
  readonly byNeighbours?: boolean;
}

const shownNames = 12;

/** The names, as far as they can be read at a glance. */
export function listNames(matches: readonly NameMatch[]): string {
  const names = matches.slice(0, shownNames).map(({ name }) => name.replaceAll(/\s+/g, ' '));
  const more = matches.length > shownNames ? gridText.preview.andMore(matches.length) : '';
  return `${names.join('、')}${more}`;
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

/** Merged headings repeat themselves from level to level. */
function stackHeadings(levels: readonly (readonly string[])[], column: number): readonly string[] {
  const path = levels.map((level) => level[column] ?? '').filter((text) => foldHeading(text) !== '');
  return path.filter((text, at) => text !== path[at - 1]);
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

function countHeadingRows({ spread }: ClipboardTable, names: HeadingNames): number {
  const found = spread.findIndex((row) => row.slice(1).some((text) => text.trim() !== '' && !isName(text)));
  const count = found === -1 ? spread.length : found;
  const levels = spread.slice(0, count);
  const width = spread[0]?.length ?? 0;
  const paths = Array.from({ length: width }, (_, column) => stackHeadings(levels, column));
  return paths.some((path) => names.knows(path)) ? count : 0;
}

function matchRows(table: ClipboardTable, headings: number, target: MatchTarget): readonly NameMatch[] | null {
  const namesOf = ({ label, names = [] }: GridRow) => [label, ...names].map(foldName);
  const index = indexNames(target.rows.map(namesOf));
  const short = indexNames(target.rows.map((row) => namesOf(row).map(shortRegionName)));
  const find = (name: string) => index.get(name) ?? short.get(shortRegionName(name)) ?? null;
  const labels = table.spread.map((row) => row[0] ?? '').slice(headings);
  const matches = labels.map((name, at) => ({
    name: name.trim(),
    at: isName(name) ? find(foldName(name)) : null,
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

function matchColumns(
  headings: readonly { readonly path: readonly string[]; readonly from: number }[],
  names: HeadingNames,
): readonly NameMatch[] {
  const found = names.find(headings.map(({ path }) => path));
  return once(
    headings.map(({ path, from }, at) => ({
      name: path.join('/'),
      from,
      at: found[at]?.at ?? null,
      byNeighbours: found[at]?.byNeighbours ?? false,
    })),
  );
}

/** Where a block with row names or headings belongs, by name and not by position; null for a block without names. */
export function matchHeaders(table: ClipboardTable, target: MatchTarget): MatchedBlock | null {
  const names = new HeadingNames(target.columns);
  const headings = countHeadingRows(table, names);
  const named = matchRows(table, headings, target);
  if (headings === 0 && named === null) return null;
  const labels = named === null ? 0 : 1;
  const levels = table.spread.slice(0, headings);
  const width = (table.cells[0]?.length ?? 0) - labels;
  const columns =
    headings === 0
      ? inOrder(width, labels, target.column, target.columns.length)
      : matchColumns(
          Array.from({ length: width }, (_, at) => ({ path: stackHeadings(levels, labels + at), from: labels + at })),
          names,
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
