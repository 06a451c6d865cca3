import { type GridCell, type Merge, plainSheet, textCell } from '../grid.ts';
import { collectRows } from './collect-rows.ts';
import type { WorkbookContents } from './read-workbook.ts';
import { joinRuns, type TextRun } from './rich-text.ts';
import { countOf, scanTags, type Tag } from './scan-tags.ts';

const mostSpan = 1_000;
/** A sheet has no more columns; a page that has is no table of anybody's. */
const mostColumns = 16_384;

interface HtmlCell {
  readonly column: number;
  readonly runs: { text: string; readonly look: TextRun['look'] }[];
}

interface HtmlTable {
  readonly rows: (readonly [number, GridCell])[][];
  readonly merges: Merge[];
  readonly hidden: Set<number>;
  /** Column → the first row that no cell above it still reaches. */
  readonly reach: Map<number, number>;
  /** Where the next cell of the row may begin. */
  next: number;
  /** How far its rows reach. */
  widest: number;
  /** The cell whose text is being read. */
  cell: HtmlCell | null;
}

/**
 * Reads the tables of a web page, one below the other on one sheet as Excel opens them. Not by the library: it takes
 * one table only, mixes nested ones up, and ignores hidden rows. Cells are text, so that codes keep their zeros.
 */
export function readHtml(page: string): WorkbookContents {
  const done: HtmlTable[] = [];
  const open: HtmlTable[] = [];
  for (const tag of scanTags(page.replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ''))) {
    const table = open.at(-1);
    if (table?.cell) addText(table.cell, tag.textBefore);
    if (tag.name === 'table') {
      if (tag.kind === 'start') open.push(emptyTable());
      else if (table) done.push(closeTable(open));
    } else if (table) takeTag(table, tag);
  }
  if ([...open, ...done].some(({ widest }) => widest > mostColumns)) return { kind: 'too-many-cells' };
  // Cut off within a cell, which then may say 12 of what was 1,203.
  if (open.some(({ cell }) => cell !== null)) return { kind: 'damaged' };
  while (open.length > 0) done.push(closeTable(open));
  return stack(done);
}

function emptyTable(): HtmlTable {
  return { rows: [], merges: [], hidden: new Set(), reach: new Map(), next: 0, widest: 0, cell: null };
}

function closeTable(open: HtmlTable[]): HtmlTable {
  const table = open.pop() ?? emptyTable();
  closeCell(table);
  return table;
}

function takeTag(table: HtmlTable, tag: Tag): void {
  if (tag.name === 'tr' || tag.name === 'td' || tag.name === 'th') closeCell(table);
  const look = looks[tag.name];
  if (table.cell && look) takeLook(table.cell, tag.kind === 'end' ? 'plain' : look);
  if (tag.kind === 'end') return;
  if (tag.name === 'tr') {
    if (/display\s*:\s*none/i.test(tag.attributes)) table.hidden.add(table.rows.length);
    table.rows.push([]);
    table.next = 0;
  } else if (tag.name === 'td' || tag.name === 'th') openCell(table, tag);
  else if (table.cell && /^(br|p|div|li)$/.test(tag.name)) addText(table.cell, '\u2028');
}

const looks: Readonly<Record<string, TextRun['look']>> = {
  s: 'struck',
  del: 'struck',
  strike: 'struck',
  sup: 'raised',
  sub: 'raised',
};

function takeLook({ runs }: HtmlCell, look: TextRun['look']): void {
  runs.push({ text: '', look });
}

function addText({ runs }: HtmlCell, text: string): void {
  const run = runs.at(-1);
  if (run) run.text += text;
}

/** A cell begins in the first column that no cell to its left or above it still covers. */
function openCell(table: HtmlTable, tag: Tag): void {
  if (table.rows.length === 0) table.rows.push([]);
  const row = table.rows.length - 1;
  let column = table.next;
  while ((table.reach.get(column) ?? 0) > row) column += 1;
  const lowered = { ...tag, attributes: tag.attributes.toLowerCase() };
  const [right, bottom] = [column + countOf(lowered, 'colspan', mostSpan), row + countOf(lowered, 'rowspan', mostSpan)];
  table.widest = Math.max(table.widest, right);
  for (let covered = column; covered < Math.min(right, mostColumns); covered += 1) table.reach.set(covered, bottom);
  if (right - column > 1 || bottom - row > 1) {
    table.merges.push({ top: row, left: column, bottom: bottom - 1, right: right - 1 });
  }
  table.next = right;
  table.cell = { column, runs: [{ text: '', look: 'plain' }] };
}

function closeCell(table: HtmlTable): void {
  const { cell } = table;
  if (!cell) return;
  // A line break in the source is a blank; only an element breaks the line.
  const text = joinRuns(cell.runs)
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(/ ?\u2028 ?/g, '\n')
    .trim();
  table.rows.at(-1)?.push([cell.column, textCell(text)]);
  table.cell = null;
}

function stack(tables: readonly HtmlTable[]): WorkbookContents {
  const rows: (readonly [number, readonly (readonly [number, GridCell])[]])[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  for (const table of tables) {
    const above = rows.length;
    for (const cells of table.rows) rows.push([rows.length, cells]);
    for (const row of table.hidden) hiddenRows.add(above + row);
    for (const { top, left, bottom, right } of table.merges) {
      merges.push({ top: top + above, left, bottom: bottom + above, right });
    }
  }
  const collected = collectRows('', rows);
  if (!collected) return { kind: 'too-many-cells' };
  const sheet = { ...plainSheet('', collected.rows), merges, hiddenRows };
  return { kind: 'sheets', sheets: [sheet], leftOut: collected.leftOut === null ? [] : [collected.leftOut] };
}
