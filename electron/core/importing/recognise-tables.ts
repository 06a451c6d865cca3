import { foldName } from '../../../shared/reading/fold-name.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Grid, GridSheet } from './grid.ts';
import type { ImportContext } from './import-context.ts';
import type { ImportMapping } from './mapping.ts';
import type { RecognisedTable } from './recognised-table.ts';
import { describeTable } from './recognising/describe-table.ts';
import type { Known } from './recognising/draft.ts';
import { draftTables } from './recognising/draft-tables.ts';
import { findBlocks, headerWithin } from './recognising/find-blocks.ts';
import { namesOf } from './recognising/names.ts';
import { viewSheet } from './recognising/sheet-view.ts';

/**
 * The tables of a file, and what each row and column of them means. What the file states is taken, what only a person
 * can say is a question of its table; fails only where no answer could make the file readable, such as two tables side
 * by side. A sheet without any table gives none.
 *
 * Sheet by sheet: the rows are told apart (`row-kind`), headers and the figures under them make blocks (`find-blocks`),
 * the texts around a block become its titles and notes (`draft-tables`), then its columns and rows get their meaning
 * (`describe-table`).
 */
export function recogniseTables(
  grid: Grid,
  context: ImportContext,
  mapping: ImportMapping,
): Result<readonly RecognisedTable[], Failure> {
  const known: Known = {
    context,
    mapping,
    names: namesOf(context),
    units: new Set(context.indicators.map(({ unit }) => foldName(unit))),
    fileName: grid.fileName,
  };
  const tables: RecognisedTable[] = [];
  for (const [at, sheet] of grid.sheets.entries()) {
    if (!isSheetRead(sheet, mapping)) continue;
    const found = tablesOf(sheet, { at, known });
    if (!found.ok) return found;
    tables.push(...found.value);
  }
  return succeed(tables);
}

/** Visible sheets, unless the person said otherwise of one. */
export function isSheetRead({ name, visibility }: GridSheet, { sheets }: ImportMapping): boolean {
  return Object.hasOwn(sheets, name) ? sheets[name] === true : visibility === 'visible';
}

function tablesOf(
  sheet: GridSheet,
  { at, known }: { readonly at: number; readonly known: Known },
): Result<readonly RecognisedTable[], Failure> {
  const view = viewSheet(sheet);
  const { headers } = known.mapping;
  const stated = Object.hasOwn(headers, sheet.name) ? headers[sheet.name] : undefined;
  const blocks = findBlocks(view, known.names, stated);
  const tables: RecognisedTable[] = [];
  for (const draft of draftTables(view, blocks)) {
    const row = headerWithin(draft.block, { view, names: known.names });
    if (row !== null) {
      const detail = `第 ${row + 1} 行像另一张表的表头，却看不出它下面的列`;
      return fail({ code: 'import-no-table', name: known.fileName, detail });
    }
    const table = describeTable(draft, { sheet: at, known });
    if (!table.ok) return table;
    if (table.value) tables.push(table.value);
  }
  return succeed(tables);
}
