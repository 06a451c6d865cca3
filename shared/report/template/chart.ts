import type { ChartBlock, ChartSeries, FigureAttributes } from '../document.ts';
import { type Path, printFence, readText, readTexts } from './fence.ts';
import { ChartYaml } from './fence-schema.ts';
import { printFormula, printInline, readFigure } from './inline.ts';
import { printYaml } from './print-yaml.ts';
import type { TemplateReader } from './reader.ts';
import { YamlBlock } from './yaml-block.ts';

interface PointText {
  readonly formula: string;
  /** The series' own 格式. */
  readonly format: string | null;
  readonly path: Path;
  readonly formatPath: Path;
}

function readPoint({ formula, format, path, formatPath }: PointText, yaml: YamlBlock, reader: TemplateReader) {
  const inFormula = yaml.locate(path, formula);
  if (format === null) return readFigure({ content: formula, at: inFormula, kind: 'point' }, reader);
  const inFormat = yaml.locate(formatPath, format);
  const head = `${formula} | `;
  const at = (position: number) => (position < head.length ? inFormula(position) : inFormat(position - head.length));
  return readFigure({ content: head + format, at, kind: 'point' }, reader);
}

function reportCategories(chart: ChartYaml, yaml: YamlBlock, reader: TemplateReader): void {
  const { 每个: each, 类别: categories } = chart;
  if (each !== null && categories.length > 0) {
    reader.report(yaml.offsetOfKey([], '类别'), '“每个”和“类别”只能写一个：用“每个”时，类别就是各成员的名称。');
  }
  if (each === null && categories.length === 0) {
    reader.report(yaml.offsetOf([]), '图要写“类别”或“每个”，说明横轴上是什么。');
    return;
  }
  const wanted = each === null ? categories.length : 1;
  for (const [at, { 名称: name, 算式: formulas }] of chart.系列.entries()) {
    if (formulas.length === wanted) continue;
    const message = `“${name}”有 ${formulas.length} 个算式，应为 ${wanted} 个（与类别一一对应；用“每个”时只写一个）。`;
    reader.report(yaml.offsetOf(['系列', at]), message);
  }
}

/** Shapes and a second axis mean something in a 组合图 only. */
function reportAxes(chart: ChartYaml, yaml: YamlBlock, reader: TemplateReader): void {
  const isCombined = chart.类型 === '组合图';
  const onRight = chart.系列.some(({ 轴: axis }) => axis === '右');
  for (const [at, { 画法: shape, 轴: axis }] of chart.系列.entries()) {
    if (!isCombined && (shape !== null || axis !== null))
      reader.report(yaml.offsetOf(['系列', at]), '只有组合图能写“画法”和“轴”。');
  }
  if (chart.次轴单位 !== null && !onRight)
    reader.report(yaml.offsetOfKey([], '次轴单位'), '写了“次轴单位”，但没有一个系列的“轴”是右。');
}

export function readChart(text: string, offset: number, reader: TemplateReader): ChartBlock | null {
  const yaml = new YamlBlock(text, offset, reader);
  const chart = yaml.read(ChartYaml);
  if (chart === null) return readTexts(yaml, reader);
  const { 类型: kind, 单位: unit, 每个: each, 类别: categories } = chart;
  const caption = readText(chart.标题, ['标题'], yaml, reader);
  if (each !== null) reader.refer({ kind: 'members', text: each, offset: yaml.offsetOf(['每个']) });
  reportCategories(chart, yaml, reader);
  reportAxes(chart, yaml, reader);
  const series = chart.系列.map(({ 名称: name, 算式: formulas, 格式: format, 画法: shape, 轴: axis }, at) => {
    const formatPath = ['系列', at, '格式'];
    const points = formulas.map((formula, point) =>
      readPoint({ formula, format, path: ['系列', at, '算式', point], formatPath }, yaml, reader),
    );
    return {
      name,
      points,
      ...(shape === null ? {} : { shape }),
      ...(axis === '右' ? { onSecondAxis: true as const } : {}),
    };
  });
  return {
    type: 'chartBlock',
    attrs: {
      id: reader.nextChartId(),
      ...reader.takeLabel(chart.标签, yaml.offsetOf(['标签'])),
      kind,
      unit,
      ...(chart.次轴单位 === null ? {} : { secondUnit: chart.次轴单位 }),
      each,
      categories,
      series,
    },
    content: [{ type: 'caption', content: caption }],
  };
}

/** One 格式 for the whole series where all its points share it; else each formula carries its own. */
function printSeries(
  { name, points, shape, onSecondAxis }: ChartSeries,
  isPattern: boolean,
): Readonly<Record<string, unknown>> {
  const [first] = points;
  const shared = first !== undefined && points.every(({ format }) => format === first.format) ? first.format : null;
  const formulas = points.map((point: FigureAttributes) => (shared === null ? printFormula(point) : point.formula));
  return {
    名称: name,
    算式: isPattern ? formulas[0] : formulas,
    ...(shared === null ? {} : { 格式: shared }),
    ...(shape === undefined ? {} : { 画法: shape }),
    ...(onSecondAxis === undefined ? {} : { 轴: '右' }),
  };
}

export function printChart(block: ChartBlock): string {
  const { kind, label, unit, secondUnit, each, categories, series } = block.attrs;
  const content = {
    类型: kind,
    标题: printInline(block.content[0].content),
    ...(label === undefined ? {} : { 标签: label }),
    ...(unit === null ? {} : { 单位: unit }),
    ...(secondUnit === undefined ? {} : { 次轴单位: secondUnit }),
    ...(each === null ? { 类别: categories } : { 每个: each }),
    系列: series.map((one) => printSeries(one, each !== null)),
  };
  return printFence('chart', printYaml(content));
}
