import { textOf } from './cell-content.ts';
import { writeHtmlTable, writeTabbedText } from './clipboard-table.ts';
import type { GridSession } from './grid-session.ts';
import { rangeHeight, rangeWidth } from './selection.ts';

/** Puts the selected cells on the clipboard as they are shown, as text and as a table. */
export function copy({ range, store }: GridSession, clipboard: DataTransfer): void {
  const rows = Array.from({ length: rangeHeight(range) }, (_, down) =>
    Array.from({ length: rangeWidth(range) }, (_, right) =>
      textOf(store.cell({ row: range.top + down, column: range.left + right }).content),
    ),
  );
  clipboard.setData('text/plain', writeTabbedText(rows));
  clipboard.setData('text/html', writeHtmlTable(rows));
}
