import { type OpenedPackage, openPackage } from './open-docx.ts';
import { childOf, findAll, textOf, type XmlElement } from './parse-xml.ts';

/** A cell of the embedded workbook. */
interface Cell {
  readonly text: string;
  readonly format: string;
}

function formatsOf(workbook: OpenedPackage): readonly string[] {
  const styles = workbook.xml('xl/styles.xml');
  const formats = new Map(
    findAll(styles, 'numFmt').map(({ attributes }) => [attributes.get('numFmtId'), attributes.get('formatCode')]),
  );
  const cellStyles = childOf(styles, 'cellXfs')?.children ?? [];
  return cellStyles.map(({ attributes }) => formats.get(attributes.get('numFmtId')) ?? 'General');
}

function readCells(workbook: OpenedPackage): ReadonlyMap<string, Cell> {
  const strings = findAll(workbook.xml('xl/sharedStrings.xml'), 'si').map(textOf);
  const formats = formatsOf(workbook);
  return new Map(
    findAll(workbook.xml('xl/worksheets/sheet1.xml'), 'c').flatMap((cell): [string, Cell][] => {
      const value = childOf(cell, 'v')?.text;
      const name = cell.attributes.get('r');
      if (value === undefined || name === undefined) return [];
      const text = cell.attributes.get('t') === 's' ? (strings[Number(value)] ?? '') : value;
      return [[name, { text, format: formats[Number(cell.attributes.get('s') ?? 0)] ?? 'General' }]];
    }),
  );
}

/** The cell names of `Sheet1!$B$2:$B$6`, one column or one cell. */
function cellNames(formula: string): readonly string[] {
  const [, column, first, last] = /^Sheet1!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula) ?? [];
  if (column === undefined || first === undefined) throw new Error(`unreadable range ${formula}`);
  const end = Number(last ?? first);
  return Array.from({ length: end - Number(first) + 1 }, (_, index) => `${column}${Number(first) + index}`);
}

function checkReference(reference: XmlElement, cells: ReadonlyMap<string, Cell>): readonly string[] {
  const cache = childOf(reference, 'c:numCache') ?? childOf(reference, 'c:strCache');
  const points = new Map(
    (cache?.children ?? []).flatMap((point): [string | undefined, string][] =>
      point.name === 'c:pt' ? [[point.attributes.get('idx'), textOf(point)]] : [],
    ),
  );
  const format = childOf(cache, 'c:formatCode')?.text;
  const names = cellNames(childOf(reference, 'c:f')?.text ?? '');
  const count = Number(childOf(cache, 'c:ptCount')?.attributes.get('val'));
  return [
    ...(count === names.length ? [] : [`${count} cached points for ${names.length} cells`]),
    ...names.flatMap((name, index) => {
      const cached = points.get(String(index));
      const cell = cells.get(name);
      if (cached !== cell?.text) return [`${name}: the chart shows ${cached}, the workbook ${cell?.text}`];
      if (format !== undefined && cell !== undefined && format !== cell.format) {
        return [`${name}: the chart's format is ${format}, the workbook's ${cell.format}`];
      }
      return [];
    }),
  ];
}

/** Differences between what each chart shows and what its workbook holds. Empty when all is well. */
export function checkCharts(file: OpenedPackage): readonly string[] {
  const charts = file.names.filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name));
  return charts.flatMap((path) => {
    const [relationship] = file.xml(path.replace('charts/', 'charts/_rels/').concat('.rels')).children;
    const target = relationship?.attributes.get('Target')?.replace('../', 'word/') ?? '';
    const cells = readCells(openPackage(file.content(target)));
    const chart = file.xml(path);
    const references = [...findAll(chart, 'c:numRef'), ...findAll(chart, 'c:strRef')];
    const latin = findAll(chart, 'a:ea').filter(({ attributes }) => !attributes.get('typeface')?.startsWith('+'));
    return [
      ...references.flatMap((reference) => checkReference(reference, cells)),
      ...(references.length === 0 ? ['a chart without data'] : []),
      ...latin.map(() => 'a:ea does not follow the theme'),
    ].map((problem) => `${path}: ${problem}`);
  });
}
