import type { PrintedChart, PrintedChartPoint } from '../../../../shared/report/printed.ts';
import { chooseScale, tickText, type ValueScale } from './value-axis.ts';

/** How a chart shares out its room: one rule for the PDF's charts and Word's, so that the two look alike. */

/** 五号. */
export const fontSize = 10.5;
/** Between the drawing's edge and what it holds. */
export const edge = 8;

/** Two charts with their captions and a note fill a page. */
const usualLines = 9;
const mostLines = 20;

/** How many lines of the page a chart takes: nine, and more for a long list of bars. */
export function chartLines(chart: PrintedChart, linePitch: number): number {
  if (chart.kind !== '条形图') return usualLines;
  const bars = chart.categories.length * (chart.series.length * 13 + 8) + 60;
  return Math.min(mostLines, Math.max(usualLines, Math.ceil(bars / linePitch)));
}

/** Width in points: a Han character is one em, a digit or letter of Noto Sans SC at most 0.56. */
export function textWidth(text: string, size = fontSize): number {
  let ems = 0;
  for (const sign of text) ems += /[\u0020-\u007e]/.test(sign) ? 0.56 : 1;
  return ems * size;
}

/** Stands at the foot of a bar that has no value: a gap would read as zero. */
const missingLabel = '缺';

/** The value at a point: the number, with % where the unit is that; other units stand above the chart. */
export function pointText(chart: PrintedChart, point: PrintedChartPoint): string {
  if (point.decimal === null) return missingLabel;
  return chart.unit === '%' ? `${point.decimal}%` : point.decimal;
}

export function widestPointText(chart: PrintedChart): number {
  const texts = chart.series.flatMap(({ points }) => points.map((point) => pointText(chart, point)));
  return Math.max(0, ...texts.map((text) => textWidth(text)));
}

/** The scale of a chart, and the width of its widest number. */
export function measureScale(chart: PrintedChart): { readonly scale: ValueScale; readonly width: number } {
  const decimals = chart.series.flatMap(({ points }) =>
    points.slice(0, chart.categories.length).flatMap(({ decimal }) => (decimal === null ? [] : [Number(decimal)])),
  );
  const scale = chooseScale(decimals);
  const ticks = [scale.min, scale.max].map((value) => tickText(value, scale.step, chart.unit));
  return { scale, width: Math.max(...ticks.map((tick) => textWidth(tick))) };
}

/** Room to the left of a plot that stands on its categories: the scale's numbers. */
export function scaleRoom(chart: PrintedChart): number {
  return measureScale(chart).width + edge + 4;
}

/** Room of one category along the bottom of a chart of this width. */
export function categoryWidth(chart: PrintedChart, width: number): number {
  return (width - scaleRoom(chart) - edge) / Math.max(1, chart.categories.length);
}

/** Share of a category's room that its bars fill. */
export const barShare = 0.66;
export const widestBar = 40;
const smallestLabel = 8;

/** Width of one bar in a category's room. */
export function barWidth(chart: PrintedChart, cell: number): number {
  return Math.min(widestBar, (cell * barShare) / Math.max(1, chart.series.length));
}

/** How values are set so that they do not meet: level, else upright, else not at all. */
export interface LabelLook {
  readonly setting: 'level' | 'upright' | 'none';
  readonly size: number;
}

/** Labels above columns: the only bar of a category has the category's room for its label. */
export function columnLabels(chart: PrintedChart, cell: number): LabelLook {
  const slot = chart.series.length === 1 ? cell : barWidth(chart, cell);
  if (widestPointText(chart) + 3 <= slot) return { setting: 'level', size: fontSize };
  const size = Math.min(fontSize, Math.max(slot - 1, smallestLabel));
  return { setting: slot >= smallestLabel + 1 ? 'upright' : 'none', size };
}

/** Labels beside bars, which have the bar's height. */
export function barLabels(chart: PrintedChart, cell: number): LabelLook {
  const slot = (cell * barShare) / Math.max(1, chart.series.length);
  const size = Math.min(fontSize, Math.max(slot, smallestLabel));
  return { setting: slot >= smallestLabel ? 'level' : 'none', size };
}

/** Labels of lines, which have the category's room. */
export function lineLabels(chart: PrintedChart, cell: number): LabelLook {
  return { setting: widestPointText(chart) + 3 <= cell ? 'level' : 'none', size: fontSize };
}
