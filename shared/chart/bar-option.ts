import type { PrintedChart } from '../report/printed.ts';
import { countLines, wrapLabel } from './chart-label.ts';
import { fillOf, gridColor, inkColor, thinLine } from './chart-look.ts';
import {
  barLabels,
  barShare,
  categoryWidth,
  columnLabels,
  edge,
  fontSize,
  lineHeight,
  measureScale,
  onAxis,
  pointText,
  scaleRoom,
  textWidth,
  unitOf,
  widestBar,
  widestPointText,
} from './chart-space.ts';
import { tickText } from './value-axis.ts';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** What both kinds of axes charts share: the plot's edges and the axes' options. */
export interface Frame {
  readonly grid: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly categoryAxis: object;
  readonly valueAxis: object;
  readonly legend: object;
  /** Room for one category along its axis. */
  readonly cell: number;
}

const legendLine = 18;

/** White behind the numbers, so that no grid line strikes them through. */
export const labelBase = {
  color: inkColor,
  backgroundColor: '#ffffff',
  padding: [1, 1, 0, 1],
  textBorderWidth: 0,
  textBorderColor: 'transparent',
};

export function decimals(chart: PrintedChart): readonly (readonly (number | null)[])[] {
  return chart.series.map(({ points }) =>
    chart.categories.map((_, index) => {
      const decimal = points[index]?.decimal ?? null;
      return decimal === null ? null : Number(decimal);
    }),
  );
}

/** Names that do not fit in one line take more. */
function legendHeight(chart: PrintedChart, width: number): number {
  if (chart.series.length < 2) return 0;
  const total = chart.series.reduce((sum, series) => sum + textWidth(series.name) + 48, 0);
  return Math.ceil(total / width) * legendLine + 2;
}

function legendOf(chart: PrintedChart): object {
  if (chart.series.length < 2) return { show: false };
  return {
    bottom: 2,
    left: 'center',
    itemWidth: 22,
    itemHeight: 9,
    itemGap: 16,
    lineStyle: { width: 1.25, type: 'inherit' },
    textStyle: { fontSize, color: inkColor },
    data: chart.series.map((series) => series.name),
  };
}

/** The axis of values, from zero. */
export function valueAxisOf(chart: PrintedChart, side: 'left' | 'right' = 'left') {
  const { scale, width } = measureScale(chart, side);
  const { unit } = onAxis(chart, side);
  return {
    width,
    axis: {
      type: 'value',
      min: scale.min,
      max: scale.max,
      interval: scale.step,
      axisLabel: { fontSize, color: inkColor, formatter: (value: number) => tickText(value, scale.step, unit) },
      splitLine: { lineStyle: { color: gridColor, width: thinLine } },
      axisLine: { show: true, lineStyle: { color: inkColor, width: thinLine } },
      axisTick: { show: false },
    },
  };
}

const categoryLine = { axisLine: { lineStyle: { color: inkColor, width: thinLine } }, axisTick: { show: false } };

/** A frame with categories along the bottom; labels are wrapped to their category's room, so none meets its neighbour. */
export function uprightFrame(chart: PrintedChart, size: ChartSize, roomAbove: number): Frame {
  const value = valueAxisOf(chart);
  const [left, right] = [scaleRoom(chart, 'left'), scaleRoom(chart, 'right')];
  const cell = categoryWidth(chart, size.width);
  const labels = chart.categories.map((name) => wrapLabel(name, Math.max(cell - 4, fontSize), 8));
  // Below one character's width a category has no room for its name: every second, third … name is printed.
  const every = Math.max(1, Math.ceil((fontSize + 1) / cell));
  const bottom = countLines(labels) * lineHeight + edge + 4 + legendHeight(chart, size.width);
  return {
    grid: { left, right, top: roomAbove + edge, bottom },
    valueAxis: value.axis,
    categoryAxis: {
      type: 'category',
      data: labels,
      axisLabel: { fontSize, lineHeight, color: inkColor, interval: every - 1 },
      ...categoryLine,
    },
    legend: legendOf(chart),
    cell,
  };
}

/** Names of bars are not set smaller than this. */
const smallestName = 7;

/** A frame with categories down the left side. */
function lyingFrame(chart: PrintedChart, size: ChartSize, roomBeside: number): Frame {
  const value = valueAxisOf(chart);
  const labels = chart.categories.map((name) => wrapLabel(name, size.width / 4, 2));
  const left = Math.max(...labels.flatMap((label) => label.split('\n').map((line) => textWidth(line)))) + edge + 6;
  const bottom = lineHeight + edge + 4 + legendHeight(chart, size.width);
  const cell = (size.height - edge - bottom) / Math.max(1, chart.categories.length);
  // Many names are set smaller, and below that every second, third … one is printed.
  const nameLines = countLines(labels);
  const nameSize = Math.min(fontSize, Math.max(smallestName, cell / nameLines - 1));
  const every = Math.max(1, Math.ceil((nameSize * nameLines) / cell));
  const name = { fontSize: nameSize, lineHeight: Math.min(lineHeight, nameSize + 2.5) };
  return {
    grid: { left, right: Math.max(roomBeside, value.width / 2) + edge, top: edge, bottom },
    valueAxis: value.axis,
    categoryAxis: {
      type: 'category',
      data: labels,
      inverse: true,
      axisLabel: { ...name, color: inkColor, interval: every - 1 },
      ...categoryLine,
    },
    legend: legendOf(chart),
    cell,
  };
}

function texts(chart: PrintedChart): readonly (readonly string[])[] {
  return chart.series.map((series) => series.points.map((point) => pointText(unitOf(chart, series), point)));
}

export function barSeries(chart: PrintedChart, label: object): readonly object[] {
  const labels = texts(chart);
  return decimals(chart).map((data, series) => ({
    type: 'bar',
    name: chart.series[series]?.name ?? '',
    data: data.map((value, at) => ({ value: value ?? 0, figureId: chart.series[series]?.points[at]?.figureId })),
    itemStyle: fillOf(series),
    barCategoryGap: `${Math.round((1 - barShare) * 100)}%`,
    barGap: '0%',
    barMaxWidth: widestBar,
    label: {
      ...labelBase,
      ...label,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => labels[series]?.[dataIndex] ?? '',
    },
  }));
}

/** 柱形图 */
export function columnOption(chart: PrintedChart, size: ChartSize): object {
  const labels = columnLabels(chart, categoryWidth(chart, size.width));
  const isUpright = labels.setting === 'upright';
  const frame = uprightFrame(chart, size, isUpright ? widestPointText(chart) + 4 : lineHeight);
  const upright = isUpright ? { rotate: 90, align: 'left', verticalAlign: 'middle', distance: 6 } : {};
  const label = { show: labels.setting !== 'none', position: 'top', fontSize: labels.size, ...upright };
  return {
    grid: frame.grid,
    legend: frame.legend,
    xAxis: frame.categoryAxis,
    yAxis: frame.valueAxis,
    series: barSeries(chart, label),
  };
}

/** 条形图 */
export function barOption(chart: PrintedChart, size: ChartSize): object {
  const frame = lyingFrame(chart, size, widestPointText(chart) + 4);
  const labels = barLabels(chart, frame.cell);
  const label = { show: labels.setting !== 'none', position: 'right', fontSize: labels.size };
  return {
    grid: frame.grid,
    legend: frame.legend,
    xAxis: frame.valueAxis,
    yAxis: frame.categoryAxis,
    series: barSeries(chart, label),
  };
}
