import type { GridSession } from './grid-session.ts';
import { gridText } from './grid-text.ts';
import { listNames, type MatchedBlock, matchHeaders } from './match-headers.ts';
import { type PastePlan, planPaste } from './plan-paste.ts';
import { readClipboard } from './read-html-table.ts';
import { type CellRange, selectRange } from './selection.ts';

/** What a person must decide before a paste. */
export type PasteQuestion =
  | { readonly kind: 'beyond'; readonly plan: PastePlan }
  | { readonly kind: 'names'; readonly matched: MatchedBlock; readonly byPosition: PastePlan };

export interface Clipboard {
  readonly html: string;
  readonly text: string;
}

const mostCells = 500_000;

/** Pastes at once what is clear, and gives back the question that is not. */
export function paste(clipboard: Clipboard, session: GridSession): PasteQuestion | null {
  session.finish();
  const table = readClipboard(clipboard);
  const count = table.cells.length * (table.cells[0]?.length ?? 0);
  if (count === 0 || (count === 1 && table.cells[0]?.[0] === '')) session.say(gridText.nothingToPaste);
  else if (count > mostCells) session.say(gridText.tooLarge(mostCells));
  else {
    const { range, store } = session;
    const plan = planPaste(table.cells, range, store.size);
    const { rows, columns } = store.model;
    const matched = count === 1 ? null : matchHeaders(table, { rows, columns, row: range.top, column: range.left });
    if (matched !== null) return { kind: 'names', matched, byPosition: plan };
    if (plan.beyond !== null) return { kind: 'beyond', plan };
    session.place(plan.texts, plan.range);
  }
  return null;
}

/** The cells that a paste by name fills, as one rectangle around them. */
export function pasteByName({ texts, rows, columns }: MatchedBlock, session: GridSession): void {
  const range = texts.reduce<CellRange | null>((around, { place: { row, column } }) => {
    if (around === null) return { top: row, bottom: row, left: column, right: column };
    const { top, bottom, left, right } = around;
    return {
      top: Math.min(top, row),
      bottom: Math.max(bottom, row),
      left: Math.min(left, column),
      right: Math.max(right, column),
    };
  }, null);
  if (range === null) return;
  // Computed columns that stand in the clipboard too were named in the preview: they are no surprise.
  session.place(
    texts.filter(({ place }) => session.whyReadOnly(place) === null),
    range,
  );
  session.select(selectRange(range));
  const lost = [...rows, ...columns].filter(({ at }) => at === null);
  if (lost.length > 0) session.say(gridText.preview.lost(lost.length, listNames(lost)));
}
