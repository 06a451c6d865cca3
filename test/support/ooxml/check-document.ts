import { duplicatesOf } from './check-package.ts';
import type { OpenedPackage } from './open-docx.ts';
import { childOf, findAll, walk, type XmlElement } from './parse-xml.ts';

function attributesOf(root: XmlElement, element: string, attribute: string): readonly string[] {
  return findAll(root, element).map(({ attributes }) => attributes.get(attribute) ?? '');
}

/** Drawings count through the whole file: Word calls it damaged when a header repeats an id of the document. */
function checkDrawings(parts: readonly XmlElement[]): readonly string[] {
  const ids = parts.flatMap((part) => attributesOf(part, 'wp:docPr', 'id'));
  return duplicatesOf(ids).map((id) => `docPr id twice: ${id}`);
}

function checkIds(document: XmlElement): readonly string[] {
  const starts = attributesOf(document, 'w:bookmarkStart', 'w:id');
  const ends = attributesOf(document, 'w:bookmarkEnd', 'w:id');
  const names = attributesOf(document, 'w:bookmarkStart', 'w:name');
  return [
    ...duplicatesOf(starts).map((id) => `bookmark id twice: ${id}`),
    ...duplicatesOf(names.map((name) => name.toLowerCase())).map((name) => `bookmark name twice: ${name}`),
    ...names.filter((name) => !/^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(name)).map((name) => `bookmark name: ${name}`),
    ...(starts.join() === ends.join() ? [] : ['bookmarks do not open and close in turn']),
  ];
}

function gridWidths(table: XmlElement): readonly number[] {
  const columns = childOf(table, 'w:tblGrid')?.children ?? [];
  return columns.map(({ attributes }) => Number(attributes.get('w:w')));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}

function checkRow(row: XmlElement, grid: readonly number[]): readonly string[] {
  const problems: string[] = [];
  let column = 0;
  for (const cell of row.children.filter(({ name }) => name === 'w:tc')) {
    const properties = childOf(cell, 'w:tcPr');
    const span = Number(childOf(properties, 'w:gridSpan')?.attributes.get('w:val') ?? 1);
    const width = Number(childOf(properties, 'w:tcW')?.attributes.get('w:w'));
    const wanted = sum(grid.slice(column, column + span));
    if (width !== wanted) problems.push(`cell at column ${column} is ${width} wide, its grid columns ${wanted}`);
    if (cell.children.at(-1)?.name !== 'w:p') problems.push('a cell does not end with a paragraph');
    column += span;
  }
  if (column !== grid.length) problems.push(`a row fills ${column} of ${grid.length} columns`);
  return problems;
}

function checkTables(document: XmlElement): readonly string[] {
  return findAll(document, 'w:tbl').flatMap((table) => {
    const grid = gridWidths(table);
    const width = Number(childOf(childOf(table, 'w:tblPr'), 'w:tblW')?.attributes.get('w:w'));
    const rows = table.children.filter(({ name }) => name === 'w:tr');
    return [
      ...(sum(grid) === width ? [] : [`grid columns make ${sum(grid)}, the table is ${width} wide`]),
      ...rows.flatMap((row) => checkRow(row, grid)),
    ];
  });
}

const fontSlots = ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'];

function checkFonts(root: XmlElement): readonly string[] {
  const problems: string[] = [];
  for (const { name, attributes } of walk(root)) {
    if (name !== 'w:rFonts') continue;
    const themed = [...attributes.keys()].filter((key) => key.endsWith('Theme'));
    if (themed.length > 0) problems.push(`theme font: ${themed.join(' ')}`);
    const missing = fontSlots.filter((slot) => !attributes.has(slot));
    if (missing.length > 0) problems.push(`font slots missing: ${missing.join(' ')}`);
    if (attributes.get('w:hint') !== 'eastAsia') problems.push('font without eastAsia hint');
  }
  for (const run of findAll(root, 'w:r')) {
    const drawn = childOf(run, 'w:drawing') !== undefined || childOf(run, 'w:pict') !== undefined;
    if (!drawn && childOf(childOf(run, 'w:rPr'), 'w:rFonts') === undefined) problems.push('a run names no font');
  }
  return problems;
}

/** Without `xml:space`, Word drops blanks at the ends of a text. */
function checkBlanks(part: XmlElement): readonly string[] {
  return findAll(part, 'w:t')
    .filter(({ text, attributes }) => /^\s|\s$/.test(text) && attributes.get('xml:space') !== 'preserve')
    .map(({ text }) => `blanks of “${text}” would be lost`);
}

/** Notes need parts of their own, which our files do not have. */
function checkNotes(part: XmlElement): readonly string[] {
  const marks = ['w:footnoteReference', 'w:endnoteReference', 'w:commentReference'];
  return marks.flatMap((mark) => findAll(part, mark).map(() => `${mark} leads nowhere`));
}

/** Styles and lists that a part names must be there. */
function checkReferences(file: OpenedPackage, document: XmlElement): readonly string[] {
  const styles = new Set(attributesOf(file.xml('word/styles.xml'), 'w:style', 'w:styleId'));
  const lists = new Set(['0', ...attributesOf(file.xml('word/numbering.xml'), 'w:num', 'w:numId')]);
  const used = ['w:pStyle', 'w:tblStyle', 'w:rStyle'].flatMap((name) => attributesOf(document, name, 'w:val'));
  return [
    ...used.filter((style) => !styles.has(style)).map((style) => `no style ${style}`),
    ...attributesOf(document, 'w:numId', 'w:val')
      .filter((id) => !lists.has(id))
      .map((id) => `no list ${id}`),
  ];
}

/** What is wrong inside the document, its headers and footers: ids, tables, fonts, references. Empty when all is well. */
export function checkDocument(file: OpenedPackage): readonly string[] {
  const document = file.xml('word/document.xml');
  const margins = file.names.filter((name) => /^word\/(?:footer|header)\d*\.xml$/.test(name)).map(file.xml);
  const parts = [document, ...margins];
  return [
    ...checkIds(document),
    ...checkDrawings(parts),
    ...checkTables(document),
    ...parts.flatMap(checkFonts),
    ...parts.flatMap((part) => checkReferences(file, part)),
    ...parts.flatMap(checkBlanks),
    ...parts.flatMap(checkNotes),
  ];
}
