import type { ChartDataLabels, ChartFont, ChartRunOptions, ChartSeries, ChartValueAxis } from 'docx/charts';
import { fillOf, inkColor, lightFillOf, lineLook } from '../../../../shared/chart/chart-look.ts';
import {
  barLabels,
  barsOf,
  barWidth,
  categoryWidth,
  chartLines,
  columnLabels,
  comboLabels,
  fontSize,
  type LabelLook,
  lineLabels,
  measureScale,
  onAxis,
  roomUnderLines,
  unitOf,
} from '../../../../shared/chart/chart-space.ts';
import { drawnKind } from '../../../../shared/chart/drawn-kind.ts';
import { defaultLayout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedChart, PrintedChartPoint, PrintedSeries } from '../../../../shared/report/printed.ts';
import { textWidthTwips } from './measures.ts';
import { legalText } from './xml.ts';

type AxesKind = Exclude<PrintedChart['kind'], '饼图' | '组合图'>;

/** Word's names for the dashes and marks of our lines. */
const dashes = { solid: 'solid', dashed: 'dash', dotted: 'dot' } as const;
const shapes = { circle: 'circle', rect: 'square', triangle: 'triangle', diamond: 'diamond' } as const;

/** A colour as the file writes it. */
export function hexOf(color: string): string {
  return color.slice(1).toUpperCase();
}

/** No typeface, so that the text follows the theme's Chinese font through `a:ea`. */
const chartFont: ChartFont = { size: fontSize, color: hexOf(inkColor) };

/** How Word and the workbook write the values of a series: `0.00"%"` shows 80.76 as `80.76%`. */
export function numberFormat(chart: PrintedChart, series: PrintedSeries): string {
  const places = decimalsOf(chart, series);
  const decimals = places > 0 ? `0.${'0'.repeat(places)}` : '0';
  return unitOf(chart, series) === '%' ? `${decimals}"%"` : decimals;
}

/** Decimals of the chart; in a 组合图, series that share an axis show as many as the most exact of them. */
function decimalsOf(chart: PrintedChart, { onSecondAxis }: PrintedSeries): number {
  if (chart.kind !== '组合图') return chart.decimals;
  const together = chart.series.filter((each) => each.onSecondAxis === onSecondAxis);
  const points = together.flatMap((each) => each.points);
  return Math.max(0, ...points.map(({ decimal }) => (decimal === null ? 0 : decimalPlaces(decimal))));
}

function decimalPlaces(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** A value that prints with other decimals than its series (99.96 beside 81.5) shows its own text. */
function pointLabel(point: PrintedChartPoint, decimals: number): { readonly text: string } | undefined {
  if (point.decimal === null || decimalPlaces(point.decimal) === decimals) return undefined;
  return { text: legalText(point.text) };
}

function readDecimal(point: PrintedChartPoint): number | null {
  return point.decimal === null ? null : Number(point.decimal);
}

type DrawnSeries = Pick<ChartSeries, 'name' | 'values' | 'pointLabels'>;

/** One value a category, as the workbook has one row a category. */
function convertSeries(chart: PrintedChart): readonly DrawnSeries[] {
  return chart.series.map((each) => {
    const { name, points } = each;
    const decimals = decimalsOf(chart, each);
    const fitting = points.slice(0, chart.categories.length);
    return {
      name: legalText(name),
      values: fitting.map(readDecimal),
      pointLabels: fitting.map((point) => pointLabel(point, decimals)),
    };
  });
}

/** Every layout has the standard's type area. */
const chartWidth = textWidthTwips(defaultLayout) / 20;
const linePitch = defaultLayout.linePitchTwips / 20;
/** Less scale and legend. */
const plotShare = 0.8;

/** Room of one category along its axis, near enough to share it out as the PDF does. */
function cellOf(chart: PrintedChart, kind: AxesKind | '组合图'): number {
  if (kind !== '条形图') return categoryWidth(chart, chartWidth);
  return (
    (chartLines(chart, linePitch, defaultLayout.linesPerPage) * linePitch * plotShare) /
    Math.max(1, chart.categories.length)
  );
}

/** Word's gap between categories, in hundredths of a bar's width; more than 500 it does not take. */
function gapWidth(chart: PrintedChart, kind: AxesKind): number {
  const cell = cellOf(chart, kind);
  return Math.min(500, Math.round((cell / barWidth(chart, cell) - chart.series.length) * 100));
}

/** How the values of a chart with axes are set. */
export function labelLook(chart: PrintedChart, kind: AxesKind | '组合图'): LabelLook {
  const cell = cellOf(chart, kind);
  if (kind === '组合图') return comboLabels(chart, cell);
  if (kind === '折线图') return lineLabels(chart, cell);
  return kind === '条形图' ? barLabels(chart, cell) : columnLabels(chart, cell);
}

/** How a series is drawn: by its fill, or by its mark and dashes. */
function seriesLook(kind: AxesKind, index: number): Partial<ChartSeries> {
  if (kind !== '折线图') return { color: hexOf(fillOf(index).color) };
  const { symbol, symbolSize, lineStyle } = lineLook(index);
  return {
    color: hexOf(lineStyle.color),
    line: { color: hexOf(lineStyle.color), width: lineStyle.width, dash: dashes[lineStyle.type] },
    markers: { shape: shapes[symbol], size: symbolSize },
  };
}

function labelsOf(chart: PrintedChart, series: PrintedSeries, look: Pick<ChartDataLabels, 'position' | 'font'>) {
  return { value: true, numberFormat: numberFormat(chart, series), ...look };
}

/** The series with the labels that there is room for. */
function labelSeries(chart: PrintedChart, kind: AxesKind): readonly ChartSeries[] {
  const series = convertSeries(chart);
  const { setting, size } = labelLook(chart, kind);
  return series.map((one, index) => {
    const drawn = { name: one.name, values: one.values, ...seriesLook(kind, index) };
    if (setting === 'none') return { ...drawn, dataLabels: false };
    const position = kind === '折线图' ? ('above' as const) : ('outsideEnd' as const);
    return {
      ...one,
      ...drawn,
      dataLabels: labelsOf(chart, seriesAt(chart, index), { font: { ...chartFont, size }, position }),
    };
  });
}

function pieOptions(chart: PrintedChart): ChartRunOptions {
  const unit = chart.unit === null || chart.unit === '%' ? '' : `"${chart.unit.replaceAll('"', '')}"`;
  const format = numberFormat(chart, seriesAt(chart, 0));
  return {
    ...commonOptions(chart),
    type: 'pie',
    series: convertSeries(chart).map((series) => ({
      ...series,
      colors: series.values.map((_, index) => hexOf(fillOf(index).color)),
    })),
    dataLabels: {
      value: true,
      category: true,
      numberFormat: legalText(`${format}${unit}`),
      font: chartFont,
      position: 'outsideEnd',
    },
  };
}

function commonOptions(chart: PrintedChart) {
  return {
    categories: chart.categories.map(legalText),
    legend: chart.series.length > 1 ? ({ position: 'bottom', font: chartFont } as const) : false,
    chartArea: { border: 'none' },
  } as const;
}

/**
 * Values from zero. Shares that reach up to a whole get the PDF's steps; other scales are Word's, because a fixed one
 * would cut bars off when a person edits the data.
 */
function valueRange(
  chart: PrintedChart,
  side: 'left' | 'right',
): {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly interval?: number;
} {
  const { scale } = measureScale(chart, side);
  if (scale.min < 0) return {};
  const whole = onAxis(chart, side).unit === '%' && scale.max === 100;
  // Columns that stay under lines keep the room above them.
  const isFixed = whole || (side === 'left' && roomUnderLines(chart) !== null);
  return isFixed ? { minimum: 0, maximum: scale.max, interval: scale.step } : { minimum: 0 };
}

function valueAxis(chart: PrintedChart, side: 'left' | 'right' = 'left'): ChartValueAxis {
  // The scale shows no more decimals than its steps need.
  return {
    ...valueRange(chart, side),
    numberFormat: onAxis(chart, side).unit === '%' ? 'General"%"' : 'General',
    font: chartFont,
  };
}

/** 组合图: columns and lines in one, some of them measured by an axis at the right. */
function comboOptions(chart: PrintedChart): ChartRunOptions {
  const cell = categoryWidth(chart, chartWidth);
  const { setting, size } = labelLook(chart, '组合图');
  const onLines = lineLabels(chart, cell).setting;
  const onColumns = roomUnderLines(chart) === null ? 'insideBase' : 'outsideEnd';
  const converted = convertSeries(chart);
  const counts = { 柱: 0, 线: 0 };
  const series = chart.series.map((one, index): ChartSeries => {
    const shape = one.shape ?? '柱';
    const isLine = shape === '线';
    const isLabelled = (isLine ? onLines : setting) !== 'none';
    const look = isLine ? seriesLook('折线图', counts[shape]) : { color: hexOf(lightFillOf(counts[shape]).color) };
    counts[shape] += 1;
    const font = isLine ? chartFont : { ...chartFont, size };
    const labels = labelsOf(chart, one, { font, position: isLine ? 'above' : onColumns });
    return {
      name: legalText(one.name),
      values: converted[index]?.values ?? [],
      ...(isLabelled ? { pointLabels: converted[index]?.pointLabels ?? [] } : {}),
      ...look,
      type: isLine ? 'line' : 'column',
      axis: one.onSecondAxis === true ? 'secondary' : 'primary',
      dataLabels: isLabelled ? labels : false,
    };
  });
  return {
    ...commonOptions(chart),
    type: 'column',
    series,
    valueAxis: valueAxis(chart),
    ...(onAxis(chart, 'right').series.length === 0 ? {} : { secondaryValueAxis: valueAxis(chart, 'right') }),
    categoryAxis: { font: chartFont },
    gapWidth: gapWidth(barsOf(chart), '柱形图'),
    overlap: 0,
  };
}

/** The series at a place among those of a chart that was found to have it. */
function seriesAt(chart: PrintedChart, index: number): PrintedSeries {
  const series = chart.series[index];
  if (series === undefined) throw new Error(`${chart.caption} has no series ${index}`);
  return series;
}

/** Options of the native chart: the PDF chart's palette, order, gaps and labels, a legend where there are several series. */
export function chartOptions(chart: PrintedChart): ChartRunOptions {
  const kind = drawnKind(chart);
  if (kind === '饼图') return pieOptions(chart);
  if (kind === '组合图') return comboOptions(chart);
  const axes = { series: labelSeries(chart, kind), valueAxis: valueAxis(chart), categoryAxis: { font: chartFont } };
  const common = commonOptions(chart);
  if (kind === '折线图') return { ...common, ...axes, type: 'line', markers: true };
  const bars = { ...common, ...axes, gapWidth: gapWidth(chart, kind), overlap: 0 };
  if (kind === '柱形图') return { ...bars, type: 'column' };
  // Word draws the first bar at the bottom; a reader expects it on top, and the scale below.
  return {
    ...bars,
    type: 'bar',
    categoryAxis: { ...axes.categoryAxis, reverseOrder: true },
    valueAxis: { ...axes.valueAxis, crossesAt: 'maximum' },
  };
}
