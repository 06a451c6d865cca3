import { type At, ofTables } from './at.ts';

/** Cells between delimiters, by another program than the one that we read with: with the rules of quotes, and without. */
export function atDelimited(bytes: Uint8Array): At {
  const texts = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'].map((each) => new TextDecoder(each).decode(bytes));
  // Programs differ in what ends a row: either sign, the commoner of both, or only the two together.
  const loneReturn = /\r(?!\n)/g;
  const loneFeed = /(?<!\r)\n/g;
  const ways = texts.flatMap((text) => [
    text,
    text.replaceAll(loneReturn, ' '),
    text.replaceAll(loneFeed, ' '),
    text.replaceAll(loneReturn, ' ').replaceAll(loneFeed, ' '),
  ]);
  return ofTables(
    ways.flatMap((text) =>
      [',', '\t', ';'].flatMap((sign) => [split(text, sign), text.split(/\r\n|\r|\n/).map((line) => line.split(sign))]),
    ),
  );
}

function split(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let at = 0, row: string[] = []; at <= text.length; at += 1) {
    let cell = '';
    if (text[at] === '"') {
      const end = /"(?!")/.exec(text.slice(at + 1).replaceAll('""', '\u0001\u0001'))?.index ?? text.length;
      cell = text.slice(at + 1, at + 1 + end).replaceAll('""', '"');
      at += end + 2;
    }
    const stop = new RegExp(`[${delimiter}\r\n]|$`).exec(text.slice(at))?.index ?? 0;
    row.push(cell + text.slice(at, at + stop));
    at += stop;
    if (text[at] === delimiter) continue;
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}
