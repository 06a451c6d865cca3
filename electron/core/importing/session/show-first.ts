import type { GridSheet } from '../grid.ts';
import type { ImportReport } from './messages.ts';
import { showRows } from './show-rows.ts';

/** Rows that can be looked at before the rest of the file is read. */
export const firstRows = 60;

/** Tells the first rows of a file once, as soon as there are any. */
export class ShownFirst {
  readonly #report: (message: ImportReport) => void;
  #isShown = false;

  constructor(report: (message: ImportReport) => void) {
    this.#report = report;
  }

  show(sheets: readonly GridSheet[]): void {
    const sheet = sheets.findIndex(({ visibility, rows }) => visibility === 'visible' && rows.length > 0);
    if (this.#isShown || sheet < 0) return;
    this.#isShown = true;
    this.#report({ kind: 'first', sheet, reply: showRows(sheets[sheet], [], { from: 0, count: firstRows }) });
  }
}
