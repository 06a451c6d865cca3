/** A table as it lies on the clipboard: text by row and column, ragged rows filled up with nothing. */
export interface ClipboardTable {
  readonly cells: readonly (readonly string[])[];
  /** The same with the text of a merged cell in each of the cells it covers, as headings mean it. */
  readonly spread: readonly (readonly string[])[];
}

export function squareUp(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => (row.length === width ? row : [...row, ...Array<string>(width - row.length).fill('')]));
}

/** One value between tabs; a quoted one may hold tabs, line breaks and doubled quotes. */
const field = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;

/** Text as Excel and WPS copy it; the line break behind the last row begins no further row. */
export function readTabbedText(text: string): ClipboardTable {
  const rows: string[][] = [];
  let row: string[] = [];
  const source = text.replaceAll('\0', '');
  for (const [, quoted, bare = '', end = ''] of source.matchAll(field)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\t') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  const cells = squareUp(rows);
  return { cells, spread: cells };
}

function quote(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function writeTabbedText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quote).join('\t')}\r\n`).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign).replaceAll('\n', '<br>');
}

/** For Word and WPS, which make a table of it. */
export function writeHtmlTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
}
