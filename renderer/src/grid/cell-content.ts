import { foldWidth } from '../../../shared/reading/fold-name.ts';
import { readNumber } from '../../../shared/reading/read-number.ts';
import { groupThousands } from './decimal-sum.ts';
import type { CellContent, CellEntry, GridCell, GridColumn } from './grid-model.ts';
import { gridText } from './grid-text.ts';

/** What a cell shows at once for what was entered, until the owner settles it. */
export function contentOf(entry: CellEntry, { unit }: GridColumn): CellContent {
  switch (entry.kind) {
    case 'blank':
      return { kind: 'blank' };
    case 'gap':
      return { kind: 'gap', reason: entry.reason };
    case 'text':
      return readText(entry.text, unit);
  }
}

function readText(text: string, unit: string): CellContent {
  const read = readNumber(text);
  switch (read.kind) {
    case 'blank':
      return { kind: 'blank' };
    case 'missing':
      return { kind: 'gap', reason: read.reason };
    case 'other':
      return { kind: 'typed', text };
    case 'number': {
      if (read.unit !== null && read.unit !== foldWidth(unit)) return { kind: 'typed', text };
      const sign = foldWidth(unit) === '%' ? '%' : '';
      return { kind: 'value', decimal: read.decimal, text: groupThousands(read.decimal) + sign };
    }
  }
}

/** The entry that brings a content back. */
export function entryOf(content: CellContent): CellEntry {
  switch (content.kind) {
    case 'value':
      return { kind: 'text', text: content.decimal };
    case 'gap':
      return content;
    case 'typed':
      return content.text === '' ? { kind: 'blank' } : { kind: 'text', text: content.text };
    case 'blank':
    case 'none':
      return { kind: 'blank' };
  }
}

/** Empty text clears a cell. */
export function entryOfText(text: string): CellEntry {
  return text.trim() === '' ? { kind: 'blank' } : { kind: 'text', text };
}

/** As it is copied, and as it is edited. */
export function textOf(content: CellContent): string {
  switch (content.kind) {
    case 'value':
    case 'none':
    case 'typed':
      return content.text;
    case 'gap':
      return content.reason;
    case 'blank':
      return '';
  }
}

/** As it is shown: a blank that is wanted says so. */
export function shownText({ content, mark }: GridCell): string {
  return content.kind === 'blank' && mark === 'missing' ? gridText.wanted : textOf(content);
}

export function isFilled(content: CellContent): boolean {
  return content.kind !== 'blank';
}

/** What one finds in the cell on F2: the exact number without separators. */
export function editText(content: CellContent): string {
  const entry = entryOf(content);
  switch (entry.kind) {
    case 'text':
      return entry.text;
    case 'gap':
      return entry.reason;
    case 'blank':
      return '';
  }
}
