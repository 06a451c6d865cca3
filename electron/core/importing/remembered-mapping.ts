import type { Workspace } from '../database/workspace.ts';
import type { Grid, GridSheet } from './grid.ts';
import { emptyMapping, type ImportMapping } from './mapping.ts';
import type { RecognisedTable } from './recognised-table.ts';

/** What tells that a table is of a form met before, and whose it is. */
export type TableForm = Pick<RecognisedTable, 'fingerprint' | 'about' | 'titles'>;

/** Questions of one file's own figures, region and subject begin so: their answers hold for no other. */
const ofOneFile = ['total:', 'formula:', 'period:', 'percent:', 'table-region:'];
/** What a place is called holds within one region alone: each county has its 城关镇. */
const ofOneRegion = 'region:';

function choose({ answers }: ImportMapping, isKept: (id: string) => boolean): ImportMapping['answers'] {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => isKept(id)));
}

/** Headings that say no more than that something is counted. */
const generic = /^(总?人数|总数|数量?|合计|总?计|金额|总额|[个所班人]数|人次|数值|实有数)$/;

/** Without a title to say what is counted, 人数 may mean something else in the next file. */
function dependsOnTitle(id: string): boolean {
  const [last = ''] = id.split(/[/:]/).slice(-1);
  return id.startsWith('table-indicator:') || (id.startsWith('indicator:') && generic.test(last));
}

function size({ answers, headers, sheets }: ImportMapping): number {
  return Object.keys(answers).length + Object.keys(headers).length + Object.keys(sheets).length;
}

/** Whether any of it holds for the next file of the same form. */
export function holdsForNext(mapping: ImportMapping): boolean {
  return size({ ...mapping, answers: choose(mapping, (id) => !isOfOneFile(id)) }) > 0;
}

function isOfOneFile(id: string): boolean {
  return ofOneFile.some((prefix) => id.startsWith(prefix));
}

function keyOfRegion({ fingerprint, about }: TableForm): string {
  return `${fingerprint}@${about}`;
}

/** The texts of header rows, by which they are found where a further title moved them. */
function headerTexts(sheet: GridSheet | undefined, { first, last }: ImportMapping['headers'][string]): string {
  const rows = sheet?.rows.slice(first - 1, last) ?? [];
  return rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text.trim() : '')).join('\t')).join('\n');
}

/** Keeps what was said of a file's forms for the next file of the same form. */
export function rememberForms(
  { importLayouts }: Pick<Workspace, 'importLayouts'>,
  forms: readonly TableForm[],
  {
    grid,
    mapping,
    byWhom,
  }: { readonly grid?: Grid | undefined; readonly mapping: ImportMapping; readonly byWhom: string },
): void {
  const headers = Object.fromEntries(
    Object.entries(mapping.headers).map(([name, rows]) => {
      const sheet = grid?.sheets.find((each) => each.name === name);
      return [name, sheet === undefined ? rows : { ...rows, texts: headerTexts(sheet, rows) }];
    }),
  );
  for (const form of forms) {
    const isTitled = form.titles.length > 0;
    const isKept = (id: string): boolean =>
      !isOfOneFile(id) && !id.startsWith(ofOneRegion) && (isTitled || !dependsOnTitle(id));
    const general = { answers: choose(mapping, isKept), headers, sheets: mapping.sheets };
    const local = { ...emptyMapping, answers: choose(mapping, (id) => id.startsWith(ofOneRegion)) };
    if (size(general) > 0) importLayouts.put(form.fingerprint, general, byWhom);
    if (size(local) > 0) importLayouts.put(keyOfRegion(form), local, byWhom);
  }
}

/** The header where its texts stand in this file; null where they stand nowhere, or in two places. */
function findHeader(sheet: GridSheet | undefined, rows: ImportMapping['headers'][string]) {
  if (sheet === undefined || rows.texts === undefined) return rows;
  const height = rows.last - rows.first + 1;
  const starts = sheet.rows.slice(0, 50).map((_, at) => ({ first: at + 1, last: at + height }));
  const found = starts.filter((each) => headerTexts(sheet, each) === rows.texts);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What was said of the forms of this file before; null when nothing was. */
export function recallForms(
  { importLayouts }: Pick<Workspace, 'importLayouts'>,
  forms: readonly TableForm[],
  grid: Grid,
): ImportMapping | null {
  const known = forms.flatMap((form) =>
    [form.fingerprint, keyOfRegion(form)].flatMap((key) => importLayouts.get(key) ?? []),
  );
  if (known.length === 0) return null;
  const joined = joinMappings(known);
  const headers = Object.entries(joined.headers).flatMap(([name, rows]) => {
    const found = findHeader(
      grid.sheets.find((sheet) => sheet.name === name),
      rows,
    );
    return found === null ? [] : [[name, { first: found.first, last: found.last }] as const];
  });
  return { ...joined, headers: Object.fromEntries(headers) };
}

/** The later mappings have the last word. */
export function joinMappings(mappings: readonly ImportMapping[]): ImportMapping {
  return mappings.reduce(
    (joined, { answers, headers, sheets }) => ({
      answers: { ...joined.answers, ...answers },
      headers: { ...joined.headers, ...headers },
      sheets: { ...joined.sheets, ...sheets },
    }),
    emptyMapping,
  );
}
