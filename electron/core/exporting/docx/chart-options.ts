import type { ChartDataLabels, ChartFont, ChartRunOptions, ChartSeries } from 'docx/charts';
import type { PrintedChart, PrintedChartPoint } from '../../../../shared/report/printed.ts';
import { legalText } from './xml.ts';

type ChartKind = PrintedChart['kind'];

/** 五号; no typeface, so that the text follows the theme's Chinese font through `a:ea`. */
const chartFont: ChartFont = { size: 10.5, color: '262626' };

/** How Word and the workbook write the values: `0.00"%"` shows 80.76 as `80.76%`. */
export function numberFormat(chart: PrintedChart): string {
  const decimals = chart.decimals > 0 ? `0.${'0'.repeat(chart.decimals)}` : '0';
  return chart.unit === '%' ? `${decimals}"%"` : decimals;
}

function decimalPlaces(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** A value that prints with other decimals than the chart's (99.96 beside 81.5) shows its own text. */
function pointLabel(chart: PrintedChart, point: PrintedChartPoint): { readonly text: string } | undefined {
  if (point.decimal === null || decimalPlaces(point.decimal) === chart.decimals) return undefined;
  return { text: legalText(point.text) };
}

function readDecimal(point: PrintedChartPoint): number | null {
  return point.decimal === null ? null : Number(point.decimal);
}

/** One value a category, as the workbook has one row a category. */
function convertSeries(chart: PrintedChart): readonly Pick<ChartSeries, 'name' | 'values' | 'pointLabels'>[] {
  return chart.series.map(({ name, points }) => {
    const fitting = points.slice(0, chart.categories.length);
    return {
      name: legalText(name),
      values: fitting.map(readDecimal),
      pointLabels: fitting.map((point) => pointLabel(chart, point)),
    };
  });
}

/** Whether there is anything to draw; Word refuses a chart without series or categories. */
export function isDrawable(chart: PrintedChart): boolean {
  return (
    chart.categories.length > 0 && chart.series.some(({ points }) => points.some((point) => point.decimal !== null))
  );
}

/** A pie shows one series of shares; other data are drawn as columns rather than not at all. */
function drawnKind(chart: PrintedChart, values: readonly (number | null)[]): ChartKind {
  if (chart.kind !== '饼图') return chart.kind;
  return chart.series.length === 1 && values.every((value) => value === null || value >= 0) ? '饼图' : '柱形图';
}

/** Options of the native chart: values from zero, a label at each, a legend where there is more than one series. */
export function chartOptions(chart: PrintedChart): ChartRunOptions {
  const series = convertSeries(chart);
  const values = series.flatMap((one) => one.values);
  const labels: ChartDataLabels = { value: true, numberFormat: numberFormat(chart), font: chartFont };
  const kind = drawnKind(chart, values);
  const common = {
    categories: chart.categories.map(legalText),
    series,
    legend: series.length > 1 ? ({ position: 'bottom', font: chartFont } as const) : false,
    chartArea: { border: 'none' },
  } as const;
  if (kind === '饼图') {
    return { ...common, type: 'pie', dataLabels: { ...labels, category: true, position: 'outsideEnd' } };
  }
  const negative = values.some((value) => value !== null && value < 0);
  const valueAxis = {
    ...(negative ? {} : { minimum: 0 }),
    // The scale shows no more decimals than its steps need.
    numberFormat: chart.unit === '%' ? 'General"%"' : 'General',
    font: chartFont,
  };
  const axes = { valueAxis, categoryAxis: { font: chartFont } };
  if (kind === '折线图') {
    return { ...common, ...axes, type: 'line', markers: true, dataLabels: { ...labels, position: 'above' } };
  }
  const bars = {
    ...common,
    ...axes,
    gapWidth: 80,
    overlap: 0,
    dataLabels: { ...labels, position: 'outsideEnd' },
  } as const;
  if (kind === '柱形图') return { ...bars, type: 'column' };
  // Word draws the first bar at the bottom; a reader expects it on top, and the scale below.
  return {
    ...bars,
    type: 'bar',
    categoryAxis: { ...axes.categoryAxis, reverseOrder: true },
    valueAxis: { ...valueAxis, crossesAt: 'maximum' },
  };
}
