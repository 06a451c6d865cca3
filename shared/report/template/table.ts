import type { TableBlock, TableCell, TableRow } from '../document.ts';
import { type Path, printFence, readText, readTexts } from './fence.ts';
import { type CellYaml, TableYaml } from './fence-schema.ts';
import { printInline } from './inline.ts';
import { printYaml } from './print-yaml.ts';
import type { TemplateReader } from './reader.ts';
import { type PlacedRow, reportRaggedRows } from './table-shape.ts';
import { YamlBlock } from './yaml-block.ts';

/** Reads the rows of one ```table block. */
class RowReader {
  readonly #yaml: YamlBlock;
  readonly #reader: TemplateReader;

  constructor(yaml: YamlBlock, reader: TemplateReader) {
    this.#yaml = yaml;
    this.#reader = reader;
  }

  #cell(cell: CellYaml, path: Path): TableCell {
    const isPlain = typeof cell === 'string';
    const text = isPlain ? cell : cell.内容;
    return {
      type: 'tableCell',
      attrs: { colspan: isPlain ? 1 : cell.跨列, rowspan: isPlain ? 1 : cell.跨行 },
      content: readText(text, isPlain ? path : [...path, '内容'], this.#yaml, this.#reader),
    };
  }

  row(cells: readonly CellYaml[], path: Path, attrs: TableRow['attrs']): PlacedRow {
    const content = cells.map((cell, at) => this.#cell(cell, [...path, at]));
    return { row: { type: 'tableRow', attrs, content }, offset: this.#yaml.offsetOf(path) };
  }

  repeatedRow(each: string, cells: readonly CellYaml[], path: Path): PlacedRow {
    this.#reader.refer({ kind: 'members', text: each, offset: this.#yaml.offsetOf([...path, '每个']) });
    return this.row(cells, [...path, '单元格'], { role: 'body', each });
  }
}

export function readTable(text: string, offset: number, reader: TemplateReader): TableBlock | null {
  const yaml = new YamlBlock(text, offset, reader);
  const table = yaml.read(TableYaml);
  if (table === null) return readTexts(yaml, reader);
  const caption = readText(table.标题, ['标题'], yaml, reader);
  const rows = new RowReader(yaml, reader);
  const header = table.表头.map((cells, at) =>
    rows.row(cells, table.表头.length > 1 ? ['表头', at] : ['表头'], { role: 'header', each: null }),
  );
  const body = table.行.map((item, at) =>
    Array.isArray(item)
      ? rows.row(item, ['行', at], { role: 'body', each: null })
      : rows.repeatedRow(item.每个, item.单元格, ['行', at]),
  );
  const total = table.合计 === null ? [] : [rows.row(table.合计, ['合计'], { role: 'total', each: null })];
  const all = [...header, ...body, ...total];
  reportRaggedRows(all, reader);
  return {
    type: 'tableBlock',
    attrs: {
      ...reader.takeLabel(table.标签, yaml.offsetOf(['标签'])),
      unit: table.单位,
      ...(table.补差 === undefined ? {} : { balance: table.补差 }),
    },
    content: [
      { type: 'caption', content: caption },
      { type: 'table', content: all.map(({ row }) => row) },
    ],
  };
}

function printCell(cell: TableCell): unknown {
  const text = printInline(cell.content);
  const { colspan, rowspan } = cell.attrs;
  if (colspan === 1 && rowspan === 1) return text;
  return { 内容: text, ...(colspan > 1 ? { 跨列: colspan } : {}), ...(rowspan > 1 ? { 跨行: rowspan } : {}) };
}

export function printTable(block: TableBlock): string {
  const [caption, table] = block.content;
  const rows = (role: TableRow['attrs']['role']) => table.content.filter((row) => row.attrs.role === role);
  const cells = (row: TableRow) => row.content.map(printCell);
  const header = rows('header').map(cells);
  const [total] = rows('total');
  const content = {
    标题: printInline(caption.content),
    ...(block.attrs.label === undefined ? {} : { 标签: block.attrs.label }),
    ...(block.attrs.unit === null ? {} : { 单位: block.attrs.unit }),
    ...(block.attrs.balance === undefined ? {} : { 补差: block.attrs.balance }),
    表头: header.length === 1 ? header[0] : header,
    行: rows('body').map((row) =>
      row.attrs.each === null ? cells(row) : { 每个: row.attrs.each, 单元格: cells(row) },
    ),
    ...(total === undefined ? {} : { 合计: cells(total) }),
  };
  return printFence('table', printYaml(content, ['表头']));
}
