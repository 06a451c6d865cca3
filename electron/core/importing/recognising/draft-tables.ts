import { foldName } from '../../../../shared/reading/fold-name.ts';
import { writtenText } from './cell-sense.ts';
import { type Draft, isFigureRow } from './draft.ts';
import type { Block } from './find-blocks.ts';
import { headerPaths } from './header-paths.ts';
import { contentsOf } from './row-kind.ts';
import type { SheetView } from './sheet-view.ts';

/** The tables of a sheet with the texts around them: notes belong to the table above, all else to the one below. */
export function draftTables(view: SheetView, blocks: readonly Block[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let inherited: readonly (readonly string[])[] = [];
  for (const [at, block] of blocks.entries()) {
    const above = blocks[at - 1];
    const titles = textsOf(view, { from: above ? notesEnd(view, above) : block.from, to: block.header.first });
    const notes = textsOf(view, { from: block.body.last + 1, to: notesEnd(view, block) });
    const paths = headerPaths(view, block);
    const id = `${view.sheet.name}#${at + 1}`;
    drafts.push({ id, view, block, span: spanOf(view, { block, paths }), paths, titles, notes, inherited });
    // Only titles that say something pass down, so that a long column of tables stays cheap.
    if (titles.length > 0) inherited = [titles, ...inherited].slice(0, mostInherited);
  }
  return drafts;
}

const mostInherited = 8;

function textsOf(view: SheetView, { from, to }: { readonly from: number; readonly to: number }): readonly string[] {
  const texts: string[] = [];
  for (let row = from; row < to; row += 1) {
    for (const { cell } of contentsOf(view, row)) {
      const text = writtenText(cell);
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}

/** The row behind the notes of a table; below the last table of a sheet everything is a note. */
function notesEnd(view: SheetView, { body, until, kinds }: Block): number {
  if (until === view.height) return until;
  let end = body.last + 1;
  for (let row = end; row < until; row += 1) {
    if (kinds[row] === 'tail' || (end === row && row > body.last + 1 && isContinued(view, row))) end = row + 1;
  }
  return end;
}

/** A second note under the first: behind wide blanks, or numbered. */
function isContinued(view: SheetView, row: number): boolean {
  const [first] = contentsOf(view, row);
  return first?.cell.kind === 'text' && /^([\u3000 ]{2,}|\s*\d+[.、])/.test(first.cell.text);
}

function spanOf(
  view: SheetView,
  { block, paths }: { readonly block: Block; readonly paths: readonly (readonly string[])[] },
): Draft['span'] {
  const last = paths.findLastIndex((path) => path.length > 0);
  let first = paths.findIndex((path) => path.length > 0);
  for (let row = block.body.first; row <= block.body.last && first > 0; row += 1) {
    if (!isFigureRow({ block }, row)) continue;
    const cells = view.sheet.rows[row] ?? [];
    const begin = cells.findIndex(
      (cell) => cell.kind !== 'empty' && !(cell.kind === 'text' && foldName(cell.text) === ''),
    );
    if (begin >= 0) first = Math.min(first, begin);
  }
  return { first: Math.max(0, first), last: Math.max(0, last) };
}
