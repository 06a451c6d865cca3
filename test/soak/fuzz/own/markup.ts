import type { CellValue } from 'hucre';
import { type At, ofTables } from './at.ts';

interface Piece {
  /** Small letters, without the prefix; with a slash in front for an end, empty for text. */
  readonly tag: string;
  readonly text: string;
}

function pieces(markup: string): readonly Piece[] {
  const pattern =
    /<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[a-z_][\w.-]*:)?([a-z_][^\s/<>]*)([^<>]*)>|[^<]+|</gis;
  return [...markup.matchAll(pattern)].flatMap(([whole, data, slash = '', name, rest = '']) => {
    if (name !== undefined) {
      const tag = `${slash}${name.toLowerCase()}`;
      const empty = rest.endsWith('/') && slash === '' ? [{ tag: `/${tag}`, text: '' }] : [];
      return [{ tag, text: rest }, ...empty];
    }
    return /^<[!?]/.test(whole) && data === undefined ? [] : [{ tag: '', text: data ?? unescaped(whole) }];
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function attribute(piece: Piece, name: string): string | null {
  return new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']?([^"'\\s]*)`, 'i').exec(piece.text)?.[1] ?? null;
}

function count(piece: Piece, name: string, otherwise: number): number {
  const number = Number.parseInt(attribute(piece, name) ?? '', 10);
  return number >= 0 && number < 1e5 ? number : otherwise;
}

function cellOf<T>(sheet: T[][][], row: number, column: number): T[] {
  const cells = sheet[row] ?? [];
  const cell = cells[column] ?? [];
  cells[column] = cell;
  sheet[row] = cells;
  return cell;
}

/** The tables of a page, one below the other; what a cell spans keeps others out. */
export function atHtml(page: string): At {
  const rows: string[][] = [];
  const taken = new Set<string>();
  let [row, column, isOpen] = [-1, 0, false];
  for (const piece of pieces(page)) {
    if (piece.tag === 'tr') [row, column, isOpen] = [row + 1, 0, false];
    else if (piece.tag === 'td' || piece.tag === 'th') {
      row = Math.max(row, 0);
      while (taken.has(`${row}:${column}`)) column += 1;
      const across = Math.max(1, count(piece, 'colspan', 1));
      const down = Math.max(1, count(piece, 'rowspan', 1));
      for (let at = 0; at < Math.min(across * down, 1e5); at += 1) {
        taken.add(`${row + Math.floor(at / across)}:${column + (at % across)}`);
      }
      rows[row] ??= [];
      (rows[row] ?? [])[column] = '';
      isOpen = true;
    } else if (piece.tag === '/td' || piece.tag === '/th' || piece.tag === '/tr') isOpen = false;
    else if (piece.tag === '' && isOpen) (rows[row] ?? [])[column] += piece.text;
  }
  return ofTables([rows]);
}

/** A book of SpreadsheetML 2003: every text that a cell holds where it says that it stands. */
export function atSpreadsheetXml(xml: string): At {
  const sheets = new Map<string, string[][][]>();
  let sheet: string[][][] = [];
  let [row, column, next] = [-1, -1, 0];
  let data: string[] | null = null;
  for (const piece of pieces(xml)) {
    if (piece.tag === 'worksheet') {
      sheet = [];
      sheets.set(unescaped(attribute(piece, 'Name') ?? ''), sheet);
      row = -1;
    } else if (piece.tag === 'row') [row, next] = [count(piece, 'Index', row + 2) - 1, 0];
    else if (piece.tag === 'cell') {
      column = count(piece, 'Index', next + 1) - 1;
      next = column + 1 + count(piece, 'MergeAcross', 0);
    } else if (piece.tag === 'data') {
      data = cellOf(sheet, row, column);
      data.push('');
    } else if (piece.tag === '/data') data = null;
    else if (piece.tag === '' && data) data.push(`${data.pop()}${piece.text}`);
  }
  return (name, at, across) => sheets.get(name)?.[at]?.[across] ?? [];
}

/** A book of OpenDocument: a repeated cell stands in each of its places; a number is the one stated, else the text. */
export function atOpenDocument(xml: string): At {
  const sheets = new Map<string, CellValue[][][]>();
  let sheet: CellValue[][][] = [];
  let [row, column, down, across, isText] = [0, 0, 1, 1, false];
  let [stated, text]: [string | null, string] = [null, ''];
  for (const piece of pieces(xml)) {
    switch (piece.tag) {
      case 'table':
        sheet = [];
        sheets.set(unescaped(attribute(piece, 'name') ?? ''), sheet);
        row = 0;
        break;
      case 'table-row':
        [column, down] = [0, count(piece, 'number-rows-repeated', 1)];
        break;
      case '/table-row':
        row += down;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        [across, stated, text] = [count(piece, 'number-columns-repeated', 1), attribute(piece, 'value'), ''];
        break;
      case '/table-cell':
      case '/covered-table-cell':
        for (let at = 0; at < Math.min(down, 100) * Math.min(across, 100); at += 1) {
          const [below, right] = [Math.floor(at / Math.min(across, 100)), at % Math.min(across, 100)];
          cellOf(sheet, row + below, column + right).push(stated === null ? text : Number(stated));
        }
        column += across;
        break;
      case 'p':
      case '/p':
        isText = piece.tag === 'p';
        break;
      case '':
        if (isText) text += piece.text;
    }
  }
  return (name, at, place) => sheets.get(name)?.[at]?.[place] ?? [];
}
