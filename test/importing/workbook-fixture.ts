import { strToU8, zipSync } from 'fflate';

export interface SheetFixture {
  readonly name: string;
  /** Contents of `<sheetData>`. Style 1 is 0.00%, 2 is a date; 3 and on are those of `formats`. */
  readonly rows: string;
  readonly hidden?: boolean | 'very';
  /** What stands before `<sheetData>` (columns) and behind it (merged cells). */
  readonly before?: string;
  readonly after?: string;
}

export interface WorkbookFixture {
  /** Number formats of styles 3 and on, escaped for XML. */
  readonly formats?: readonly string[];
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string;
  /** Contents of `<sst>`. */
  readonly strings?: string;
  /** Parts to add, or to put in the place of ours. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An .xlsx written part by part, so that no library of ours stands on both sides of a test. */
export function workbook(sheets: readonly SheetFixture[], fixture: WorkbookFixture = {}): Uint8Array {
  return zipSync(workbookParts(sheets, fixture));
}

export function workbookParts(
  sheets: readonly SheetFixture[],
  { formats = [], properties = '', strings, parts: others = {} }: WorkbookFixture = {},
): Record<string, Uint8Array> {
  const list = sheets
    .map(
      ({ name, hidden }, i) =>
        `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ` state="${hidden === 'very' ? 'veryHidden' : 'hidden'}"` : ''} r:id="r${i}"/>`,
    )
    .join('');
  const links = sheets
    .map((_, i) => `<Relationship Id="r${i}" Type="${relationships}/worksheet" Target="worksheets/sheet${i}.xml"/>`)
    .join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${strings === undefined ? '' : `<Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/>`}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelationships}"><Relationship Id="r" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr ${properties}/><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelationships}">${links}<Relationship Id="styles" Type="${relationships}/styles" Target="styles.xml"/>${strings === undefined ? '' : `<Relationship Id="strings" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/>`}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.map((format, i) => `<numFmt numFmtId="${200 + i}" formatCode="${format}"/>`).join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${3 + formats.length}"><xf/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
  };
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${strings}</sst>`;
  for (const [i, { rows, before = '', after = '' }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i}.xml`] =
      `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  }
  const entries = Object.entries({ ...parts, ...others });
  return Object.fromEntries(
    entries.map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  );
}

/** A row of cells: text, numbers, null for none, or a cell's own XML by its inside. */
export function row(
  number: number,
  cells: readonly (string | number | null | { readonly xml: string; readonly style?: number })[],
): string {
  const inside = cells.map((cell, index) => {
    const reference = `${String.fromCharCode(65 + index)}${number}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === 'string')
      return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
    return `<c r="${reference}" s="${cell.style ?? 0}">${cell.xml}</c>`;
  });
  return `<row r="${number}">${inside.join('')}</row>`;
}
