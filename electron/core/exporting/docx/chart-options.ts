import type { ChartFont, ChartRunOptions, ChartSeries } from 'docx/charts';
import type { PrintedChart, PrintedChartPoint } from '../../../../shared/report/printed.ts';
import { labelSpace } from './chart-space.ts';
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

type DrawnSeries = Pick<ChartSeries, 'name' | 'values' | 'pointLabels'>;

/** One value a category, as the workbook has one row a category. */
function convertSeries(chart: PrintedChart): readonly DrawnSeries[] {
  return chart.series.map(({ name, points }) => {
    const fitting = points.slice(0, chart.categories.length);
    return {
      name: legalText(name),
      values: fitting.map(readDecimal),
      pointLabels: fitting.map((point) => pointLabel(chart, point)),
    };
  });
}

function meanOf({ values }: DrawnSeries): number {
  const known = values.filter((value) => value !== null);
  return known.reduce((left, right) => left + right, 0) / Math.max(1, known.length);
}

/** Where labels of a line stand: of two lines, the lower one's below it. */
function besideLine(series: readonly DrawnSeries[], index: number): 'above' | 'below' {
  const [own, other] = [series[index], series[1 - index]];
  if (series.length !== 2 || own === undefined || other === undefined) return 'above';
  const difference = meanOf(own) - meanOf(other);
  return difference < 0 || (difference === 0 && index === 1) ? 'below' : 'above';
}

/** The series with the labels that there is room for. */
function labelSeries(chart: PrintedChart, kind: '柱形图' | '条形图' | '折线图'): readonly ChartSeries[] {
  const series = convertSeries(chart);
  const space = labelSpace(chart, kind);
  return series.map((one, index) => {
    if (space === null || index < space.firstSeries) return { name: one.name, values: one.values, dataLabels: false };
    const font = { ...chartFont, size: space.points };
    const position = kind === '折线图' ? besideLine(series, index) : 'outsideEnd';
    return { ...one, dataLabels: { value: true, numberFormat: numberFormat(chart), font, position } };
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

/** Options of the native chart: values from zero, labels where they fit, a legend where there are several series. */
export function chartOptions(chart: PrintedChart): ChartRunOptions {
  const values = convertSeries(chart).flatMap((series) => series.values);
  const kind = drawnKind(chart, values);
  const common = {
    categories: chart.categories.map(legalText),
    legend: chart.series.length > 1 ? ({ position: 'bottom', font: chartFont } as const) : false,
    chartArea: { border: 'none' },
  } as const;
  if (kind === '饼图') {
    const labels = { value: true, category: true, numberFormat: numberFormat(chart), font: chartFont } as const;
    return { ...common, series: convertSeries(chart), type: 'pie', dataLabels: { ...labels, position: 'outsideEnd' } };
  }
  const axes = {
    series: labelSeries(chart, kind),
    valueAxis: {
      ...(values.some((value) => value !== null && value < 0) ? {} : { minimum: 0 }),
      // The scale shows no more decimals than its steps need.
      numberFormat: chart.unit === '%' ? 'General"%"' : 'General',
      font: chartFont,
    },
    categoryAxis: { font: chartFont },
  };
  if (kind === '折线图') return { ...common, ...axes, type: 'line', markers: true };
  const bars = { ...common, ...axes, gapWidth: 80, overlap: 0 };
  if (kind === '柱形图') return { ...bars, type: 'column' };
  // Word draws the first bar at the bottom; a reader expects it on top, and the scale below.
  return {
    ...bars,
    type: 'bar',
    categoryAxis: { ...axes.categoryAxis, reverseOrder: true },
    valueAxis: { ...axes.valueAxis, crossesAt: 'maximum' },
  };
}
