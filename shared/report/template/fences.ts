import { Document } from 'yaml';
import type { ChartBlock, FigureAttributes, TableBlock, TableCell, TableRow } from '../document.ts';
import { type CellYaml, ChartYaml, TableYaml } from './fence-schema.ts';
import { printFigure, printInline, readFigure, readInline } from './inline.ts';
import type { TemplateReader } from './reader.ts';
import { YamlBlock } from './yaml-block.ts';

type Path = readonly (string | number)[];

function readText(text: string, path: Path, yaml: YamlBlock, reader: TemplateReader) {
  return readInline(text, yaml.locate(path, text), reader);
}

function readCell(cell: CellYaml, path: Path, yaml: YamlBlock, reader: TemplateReader): TableCell {
  const isPlain = typeof cell === 'string';
  const text = isPlain ? cell : cell.内容;
  return {
    type: 'tableCell',
    attrs: { colspan: isPlain ? 1 : cell.跨列, rowspan: isPlain ? 1 : cell.跨行 },
    content: readText(text, isPlain ? path : [...path, '内容'], yaml, reader),
  };
}

export function readTable(text: string, offset: number, reader: TemplateReader): TableBlock | null {
  const yaml = new YamlBlock(text, offset, reader);
  const table = yaml.read(TableYaml);
  if (table === null) return null;
  const row = (
    cells: readonly CellYaml[],
    path: Path,
    role: TableRow['attrs']['role'],
    each: string | null,
  ): TableRow => ({
    type: 'tableRow',
    attrs: { role, each },
    content: cells.map((cell, at) => readCell(cell, [...path, at], yaml, reader)),
  });
  const caption = readText(table.标题, ['标题'], yaml, reader);
  const header = table.表头.map((cells, at) =>
    row(cells, table.表头.length > 1 ? ['表头', at] : ['表头'], 'header', null),
  );
  const body = table.行.map((item, at) => {
    if (Array.isArray(item)) return row(item, ['行', at], 'body', null);
    reader.refer({ kind: 'members', text: item.每个, offset: yaml.offsetOf(['行', at, '每个']) });
    return row(item.单元格, ['行', at, '单元格'], 'body', item.每个);
  });
  const total = table.合计 === null ? [] : [row(table.合计, ['合计'], 'total', null)];
  return {
    type: 'tableBlock',
    attrs: { unit: table.单位 },
    content: [
      { type: 'caption', content: caption },
      { type: 'table', content: [...header, ...body, ...total] },
    ],
  };
}

export function readChart(text: string, offset: number, reader: TemplateReader): ChartBlock | null {
  const yaml = new YamlBlock(text, offset, reader);
  const chart = yaml.read(ChartYaml);
  if (chart === null) return null;
  const caption = readText(chart.标题, ['标题'], yaml, reader);
  if (chart.每个 !== null) reader.refer({ kind: 'members', text: chart.每个, offset: yaml.offsetOf(['每个']) });
  const wanted = chart.每个 === null ? chart.类别.length : 1;
  const series = chart.系列.map((each, at) => {
    if (each.算式.length !== wanted) {
      const message = `“${each.名称}”有 ${each.算式.length} 个算式，应为 ${wanted} 个（与类别一一对应；用“每个”时只写一个）。`;
      reader.report(yaml.offsetOf(['系列', at]), message);
    }
    const points = each.算式.map((formula): FigureAttributes => {
      const content = each.格式 === null ? formula : `${formula} | ${each.格式}`;
      const figureOffset = yaml.locate(['系列', at, '算式'], formula)(0);
      return readFigure(content, figureOffset, reader);
    });
    return { name: each.名称, points };
  });
  const { 类型: kind, 单位: unit, 每个: each, 类别: categories } = chart;
  return {
    type: 'chartBlock',
    attrs: { id: reader.nextChartId(), kind, unit, each, categories, series },
    content: [{ type: 'caption', content: caption }],
  };
}

function fence(language: string, content: Record<string, unknown>): string {
  const document = new Document(content);
  for (const key of ['行', '表头', '系列']) {
    const list = document.get(key);
    if (list === undefined) continue;
    document.set(key, document.createNode(content[key], { flow: key === '表头' }));
  }
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `\`\`\`${language}\n${text}\`\`\``;
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
  return fence('table', {
    标题: printInline(caption.content),
    ...(block.attrs.unit === null ? {} : { 单位: block.attrs.unit }),
    表头: header.length === 1 ? header[0] : header,
    行: rows('body').map((row) =>
      row.attrs.each === null ? cells(row) : { 每个: row.attrs.each, 单元格: cells(row) },
    ),
    ...(total === undefined ? {} : { 合计: cells(total) }),
  });
}

export function printChart(block: ChartBlock): string {
  const { kind, unit, each, categories, series } = block.attrs;
  const formulaOf = (point: FigureAttributes) => printFigure({ ...point, format: null }).slice(2, -2);
  return fence('chart', {
    类型: kind,
    标题: printInline(block.content[0].content),
    ...(unit === null ? {} : { 单位: unit }),
    ...(each === null ? { 类别: categories } : { 每个: each }),
    系列: series.map(({ name, points }) => ({
      名称: name,
      算式: each === null ? points.map(formulaOf) : points.map(formulaOf)[0],
      ...(points[0]?.format == null ? {} : { 格式: points[0].format }),
    })),
  });
}
