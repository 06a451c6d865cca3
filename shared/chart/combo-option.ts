import type { PrintedChart, PrintedSeries } from '../report/printed.ts';
import { barSeries, type ChartSize, decimals, labelBase, uprightFrame, valueAxisOf } from './bar-option.ts';
import { lightFillOf, lineLook } from './chart-look.ts';
import {
  barsOf,
  comboLabels,
  fontSize,
  lineHeight,
  lineLabels,
  linesOf,
  measureScale,
  onAxis,
  pointText,
  roomUnderLines,
  unitOf,
} from './chart-space.ts';
import { spreadLabels } from './line-option.ts';

function axisIndex(series: PrintedSeries | undefined): { readonly yAxisIndex: 0 | 1 } {
  return { yAxisIndex: series?.onSecondAxis === true ? 1 : 0 };
}

/** The height of each value of the lines above the bottom of the plot, by the scale of its own axis. */
function heightsOfLines(chart: PrintedChart, plot: number): readonly (readonly (number | null)[])[] {
  const lines = linesOf(chart);
  return decimals(lines).map((values, at) => {
    const { min, max } = measureScale(chart, lines.series[at]?.onSecondAxis === true ? 'right' : 'left').scale;
    return values.map((value) => (value === null ? null : ((value - min) / (max - min)) * plot));
  });
}

function lineSeries(chart: PrintedChart, plot: number, label: object): readonly object[] {
  const lines = linesOf(chart);
  const values = decimals(lines);
  const heights = heightsOfLines(chart, plot);
  const shifts = chart.categories.map((_, category) => spreadLabels(heights.map((line) => line[category] ?? null)));
  return lines.series.map((series, at) => ({
    type: 'line',
    name: series.name,
    ...axisIndex(series),
    ...lineLook(at),
    showAllSymbol: true,
    z: 4,
    data: series.points.slice(0, chart.categories.length).map((point, category) => ({
      value: values[at]?.[category] ?? '-',
      figureId: point.figureId,
      label: {
        ...label,
        offset: [0, shifts[category]?.[at] ?? 0],
        formatter: () => pointText(unitOf(chart, series), point),
      },
    })),
  }));
}

/** Above the columns where lines leave the room, else at their foot, where none crosses them. */
function labelsOfColumns(chart: PrintedChart, cell: number): object {
  const { setting, size } = comboLabels(chart, cell);
  const isAbove = roomUnderLines(chart) !== null;
  return {
    show: setting !== 'none',
    position: isAbove ? 'top' : 'insideBottom',
    fontSize: size,
    ...(isAbove ? {} : { backgroundColor: 'transparent' }),
    ...(setting === 'upright' ? { rotate: 90, align: 'left', verticalAlign: 'middle', distance: 6 } : {}),
  };
}

/** 组合图: columns, and lines over them that may have an axis of their own at the right. */
export function comboOption(chart: PrintedChart, size: ChartSize): object {
  const [bars, lines] = [barsOf(chart), linesOf(chart)];
  const frame = uprightFrame(chart, size, lineHeight * (1 + lines.series.length));
  const right = { ...valueAxisOf(chart, 'right').axis, position: 'right', splitLine: { show: false } };
  const columns = barSeries(bars, labelsOfColumns(chart, frame.cell));
  const background = roomUnderLines(chart) === null ? { backgroundColor: 'transparent' } : {};
  const show = lineLabels(lines, frame.cell).setting === 'level';
  return {
    grid: frame.grid,
    legend: frame.legend,
    xAxis: frame.categoryAxis,
    yAxis: onAxis(chart, 'right').series.length > 0 ? [frame.valueAxis, right] : [frame.valueAxis],
    series: [
      ...columns.map((each, at) => ({ ...each, ...axisIndex(bars.series[at]), itemStyle: lightFillOf(at) })),
      ...lineSeries(chart, size.height - frame.grid.top - frame.grid.bottom, {
        ...labelBase,
        ...background,
        show,
        position: 'inside',
        fontSize,
      }),
    ],
  };
}
