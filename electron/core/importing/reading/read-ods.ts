import type { GridSheet } from '../grid.ts';
import { collectRows } from './collect-rows.ts';
import type { GuardedZip } from './guard-zip.ts';
import { isWellFormed } from './is-well-formed.ts';
import { OdsSheet } from './ods-sheet.ts';
import type { WorkbookContents } from './read-workbook.ts';
import { attributeOf, scanTags, type Tag } from './scan-tags.ts';

/**
 * Reads an OpenDocument spreadsheet. Not by the library: it loses formulas without a value and values without a text,
 * knows no hidden sheets, and fills memory with the repeated blank rows that LibreOffice writes.
 */
export function readOds(zip: GuardedZip): WorkbookContents {
  const content = zip.part('content.xml');
  if (!content) return { kind: 'damaged' };
  const text = Buffer.from(content).toString('utf8');
  if (!isWellFormed(text)) return { kind: 'damaged' };
  const sheets: GridSheet[] = [];
  const leftOut: string[] = [];
  for (const sheet of collectSheets(text)) {
    const collected = sheet.overflows ? null : collectRows(sheet.name, sheet.rows());
    if (!collected) return { kind: 'too-many-cells' };
    if (collected.leftOut !== null) leftOut.push(collected.leftOut);
    sheets.push({ ...sheet.describe(), rows: collected.rows });
  }
  return sheets.length === 0 ? { kind: 'damaged' } : { kind: 'sheets', sheets, leftOut };
}

function collectSheets(text: string): readonly OdsSheet[] {
  const sheets: OdsSheet[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let current: OdsSheet | null = null;
  // A drawing inside a cell may hold a table of its own, a comment text of its own.
  let nested = 0;
  for (const tag of scanTags(text)) {
    if (tag.name === 'style' && tag.kind === 'start') style = attributeOf(tag, 'style:name') ?? '';
    if (tag.name === 'table-properties' && attributeOf(tag, 'table:display') === 'false') hiddenStyles.add(style);
    if (current && (tag.name === 'annotation' || tag.name === 'frame')) nested += tag.kind === 'start' ? 1 : -1;
    if (nested > 0) continue;
    if (tag.name !== 'table') current?.take(tag);
    else if (tag.kind === 'end') current = null;
    else {
      current = openSheet(tag, hiddenStyles);
      sheets.push(current);
    }
  }
  return sheets;
}

function openSheet(tag: Tag, hiddenStyles: ReadonlySet<string>): OdsSheet {
  const hidden = hiddenStyles.has(attributeOf(tag, 'table:style-name') ?? '');
  return new OdsSheet(attributeOf(tag, 'table:name') ?? '', hidden);
}
