import { strFromU8, unzipSync } from 'fflate';
import type { Grid } from '../../../../electron/core/importing/grid.ts';
import type { At } from './at.ts';
import { atXls, atXlsb } from './biff.ts';
import { atDelimited } from './delimited.ts';
import { atHtml, atOpenDocument, atSpreadsheetXml } from './markup.ts';
import { atXlsx } from './parts.ts';

/** What the bytes of a file show in a cell, read by programs of a few lines that know nothing of the ones we import with. */
export function atCell(bytes: Uint8Array, format: Grid['format']): At {
  switch (format) {
    case 'xlsx':
      return atXlsx(bytes);
    case 'xlsb':
      return atXlsb(bytes);
    case 'xls':
      return atXls(bytes);
    case 'ods':
      return atOpenDocument(strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array()));
    case 'html':
      return atHtml(decoded(bytes));
    case 'xml':
      return atSpreadsheetXml(decoded(bytes));
    case 'text':
      return atDelimited(bytes);
  }
}

export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[1] === 0 && bytes[3] === 0) return new TextDecoder('utf-16le').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : text;
}
