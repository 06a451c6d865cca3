import type { GridSheet } from '../grid.ts';
import { collectRows } from './collect-rows.ts';
import { isWellFormed } from './is-well-formed.ts';
import type { WorkbookContents } from './read-workbook.ts';
import { attributeOf, scanTags } from './scan-tags.ts';
import { SpreadsheetXmlSheet } from './spreadsheet-xml-sheet.ts';

/**
 * Reads SpreadsheetML 2003. Not by the library: it loses formulas without a value, and a few bytes that claim a merge
 * over a billion cells take all memory.
 */
export function readSpreadsheetXml(text: string): WorkbookContents {
  if (!isWellFormed(text)) return { kind: 'damaged' };
  const sheets: GridSheet[] = [];
  const leftOut: string[] = [];
  for (const sheet of collectSheets(text)) {
    const collected = collectRows(sheet.name, sheet.rows());
    if (!collected) return { kind: 'too-many-cells' };
    if (collected.leftOut !== null) leftOut.push(collected.leftOut);
    sheets.push({ ...sheet.describe(), rows: collected.rows });
  }
  return sheets.length === 0 ? { kind: 'damaged' } : { kind: 'sheets', sheets, leftOut };
}

function collectSheets(text: string): readonly SpreadsheetXmlSheet[] {
  const sheets: SpreadsheetXmlSheet[] = [];
  const formats = new Map<string, string>();
  let style = '';
  for (const tag of scanTags(text)) {
    const start = tag.kind === 'start';
    if (tag.name === 'worksheet' && start) sheets.push(new SpreadsheetXmlSheet(tag, formats));
    else if (tag.name === 'style' && start) style = attributeOf(tag, 'ss:ID') ?? '';
    else if (tag.name === 'numberformat' && start) formats.set(style, attributeOf(tag, 'ss:Format') ?? 'General');
    else sheets.at(-1)?.take(tag);
  }
  return sheets;
}
