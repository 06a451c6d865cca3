import type { PrintedChart } from '../report/printed.ts';
import { type ChartSize, decimals, uprightFrame } from './bar-option.ts';
import { inkColor, lineLook } from './chart-look.ts';
import { fontSize, lineHeight, lineLabels, measureScale, pointText, usualPlot } from './chart-space.ts';
import type { ValueScale } from './value-axis.ts';

/** Distance of a label's middle from its point. */
const lift = 11;

/**
 * Where the labels of one category stand: above their points, and pushed apart where lines come close. Takes the points'
 * heights in points from the bottom; gives each label's shift (up is negative, as in SVG).
 */
export function spreadLabels(heights: readonly (number | null)[]): readonly number[] {
  const order = heights
    .map((height, series) => ({ height, series }))
    .filter((label): label is { height: number; series: number } => label.height !== null)
    .sort((a, b) => a.height - b.height);
  const shifts = heights.map(() => 0);
  const [lowest, next] = order;
  // The lowest of two or more lines is labelled below its point, where nothing crosses it.
  const below = lowest !== undefined && next !== undefined && lowest.height > lift + lineHeight / 2;
  let free = Number.NEGATIVE_INFINITY;
  order.forEach(({ height, series }, rank) => {
    const wanted = below && rank === 0 ? height - lift : height + lift;
    const middle = Math.max(wanted, free);
    free = middle + lineHeight - 1;
    shifts[series] = height - middle;
  });
  return shifts;
}

function heightOn(scale: ValueScale, plot: number): (value: number | null) => number | null {
  return (value) => (value === null ? null : ((value - scale.min) / (scale.max - scale.min)) * plot);
}

/** By category and series: whether the label of a point stands below it, for a renderer that knows no shifts. */
export function labelsBelow(chart: PrintedChart): readonly (readonly boolean[])[] {
  const values = decimals(chart);
  const heightOf = heightOn(measureScale(chart).scale, usualPlot);
  return chart.categories.map((_, index) =>
    spreadLabels(values.map((series) => heightOf(series[index] ?? null))).map((shift) => shift > 0),
  );
}

/** 折线图 */
export function lineOption(chart: PrintedChart, size: ChartSize): object {
  const values = decimals(chart);
  const frame = uprightFrame(chart, size, lineHeight * chart.series.length);
  const { scale } = measureScale(chart);
  const plot = size.height - frame.grid.top - frame.grid.bottom;
  const heightOf = heightOn(scale, plot);
  const shifts = chart.categories.map((_, index) =>
    spreadLabels(values.map((series) => heightOf(series[index] ?? null))),
  );
  const show = lineLabels(chart, frame.cell).setting === 'level';
  return {
    grid: frame.grid,
    legend: frame.legend,
    xAxis: frame.categoryAxis,
    yAxis: frame.valueAxis,
    series: values.map((data, series) => ({
      type: 'line',
      name: chart.series[series]?.name ?? '',
      ...lineLook(series),
      showAllSymbol: true,
      data: data.map((value, index) => ({
        value: value ?? '-',
        figureId: chart.series[series]?.points[index]?.figureId,
        label: {
          show,
          position: 'inside',
          offset: [0, shifts[index]?.[series] ?? 0],
          formatter: () => {
            const point = chart.series[series]?.points[index];
            return point === undefined ? '' : pointText(chart.unit, point);
          },
          fontSize,
          color: inkColor,
          textBorderWidth: 0,
          textBorderColor: 'transparent',
        },
      })),
    })),
  };
}
