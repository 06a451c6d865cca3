import type { PrintedChart, PrintedChartPoint, PrintedSeries } from '../report/printed.ts';
import { chooseScale, tickText, type ValueScale } from './value-axis.ts';

/** How a chart shares out its room: one rule for the PDF's charts and Word's, so that the two look alike. */

/** Of a line of a label. */
export const lineHeight = 13;

/** 五号. */
export const fontSize = 10.5;
/** Between the drawing's edge and what it holds. */
export const edge = 8;

/** Two charts with their captions and a note fill a page. */
const usualLines = 9;
const mostLines = 20;
/** Of its unit above and its caption below. */
const linesAround = 2;

/** How many lines of a page of `linesPerPage` a chart takes: nine, and more for a long list of bars. */
export function chartLines(chart: PrintedChart, linePitch: number, linesPerPage: number): number {
  const room = Math.min(mostLines, linesPerPage - linesAround);
  if (chart.kind !== '条形图') return Math.min(room, usualLines);
  const bars = chart.categories.length * (chart.series.length * 13 + 8) + 60;
  return Math.min(room, Math.max(usualLines, Math.ceil(bars / linePitch)));
}

/** Width in points: a Han character is one em, a digit or letter of Noto Sans SC at most 0.56. */
export function textWidth(text: string, size = fontSize): number {
  let ems = 0;
  for (const sign of text) ems += /[\u0020-\u007e]/.test(sign) ? 0.56 : 1;
  return ems * size;
}

/** Stands at the foot of a bar that has no value: a gap would read as zero. */
const missingLabel = '缺';

/** What the numbers of a series count: a 组合图 has a second unit at the right. */
export function unitOf(chart: PrintedChart, series: PrintedSeries): string | null {
  return series.onSecondAxis === true ? (chart.secondUnit ?? chart.unit) : chart.unit;
}

/** The columns of a 组合图; all of another. */
export function barsOf(chart: PrintedChart): PrintedChart {
  return { ...chart, series: chart.series.filter(({ shape = '柱' }) => shape === '柱') };
}

/** The lines of a 组合图. */
export function linesOf(chart: PrintedChart): PrintedChart {
  return { ...chart, series: chart.series.filter(({ shape }) => shape === '线') };
}

/** The part of a chart that is measured by its left axis, or by the one at the right. */
export function onAxis(chart: PrintedChart, side: 'left' | 'right'): PrintedChart {
  const isRight = side === 'right';
  return {
    ...chart,
    unit: isRight ? (chart.secondUnit ?? chart.unit) : chart.unit,
    series: chart.series.filter(({ onSecondAxis = false }) => onSecondAxis === isRight),
  };
}

/** What stands above a chart: its unit, where its numbers do not name it themselves; null for none. */
export function unitNote(chart: PrintedChart): string | null {
  const sides = (['left', 'right'] as const)
    .map((side) => onAxis(chart, side))
    .filter(({ series }) => series.length > 0);
  const [left, right] = sides.map(({ unit }) => (unit === '%' ? null : unit));
  if (right === undefined || right === left) return left == null ? null : `单位：${left}`;
  const named = [left == null ? null : `${left}（左）`, right === null ? null : `${right}（右）`];
  const text = named.filter((each) => each !== null).join('、');
  return text === '' ? null : `单位：${text}`;
}

/** The value at a point: the number, with % where the unit is that; other units stand above the chart. */
export function pointText(unit: string | null, point: PrintedChartPoint): string {
  if (point.decimal === null) return missingLabel;
  return unit === '%' ? `${point.decimal}%` : point.decimal;
}

export function widestPointText(chart: PrintedChart): number {
  const texts = chart.series.flatMap((series) => series.points.map((point) => pointText(unitOf(chart, series), point)));
  return Math.max(0, ...texts.map((text) => textWidth(text)));
}

function decimalsOn(chart: PrintedChart, side: 'left' | 'right'): readonly number[] {
  return onAxis(chart, side).series.flatMap(({ points }) =>
    points.slice(0, chart.categories.length).flatMap(({ decimal }) => (decimal === null ? [] : [Number(decimal)])),
  );
}

/** Height of the plot of a usual chart, near enough to keep its labels apart. */
export const usualPlot = 165;
/** Columns lower than this would show little. */
const leastColumns = 0.35;

/**
 * How much of the plot the columns of a 组合图 may fill, so that they and their labels stay under lines that have an
 * axis of their own; null where the lines run too low for that, or there are none.
 */
export function roomUnderLines(chart: PrintedChart): number | null {
  const bars = barsOf(chart);
  const isDivided = chart.series.every(({ shape, onSecondAxis = false }) => (shape === '线') === onSecondAxis);
  const lines = decimalsOn(chart, 'right');
  if (chart.kind !== '组合图' || !isDivided || lines.length === 0) return null;
  const { min, max } = chooseScale(lines);
  const label = bars.series.length === 1 ? lineHeight : widestPointText(bars);
  const share = (Math.min(...lines) - min) / (max - min) - (label + 12) / usualPlot;
  return min < 0 || share < leastColumns ? null : share;
}

/** The scale of an axis of a chart, and the width of its widest number. */
export function measureScale(
  chart: PrintedChart,
  side: 'left' | 'right' = 'left',
): { readonly scale: ValueScale; readonly width: number } {
  const decimals = decimalsOn(chart, side);
  const share = side === 'left' ? roomUnderLines(chart) : null;
  const scale = chooseScale(share === null ? decimals : [...decimals, Math.max(...decimals, 0) / share]);
  const { unit } = onAxis(chart, side);
  const ticks = [scale.min, scale.max].map((value) => tickText(value, scale.step, unit));
  return { scale, width: Math.max(...ticks.map((tick) => textWidth(tick))) };
}

/** Room beside a plot that stands on its categories: the scale's numbers, or the edge where there is no scale. */
export function scaleRoom(chart: PrintedChart, side: 'left' | 'right'): number {
  if (side === 'right' && onAxis(chart, 'right').series.length === 0) return edge;
  return measureScale(chart, side).width + edge + 4;
}

/** Room of one category along the bottom of a chart of this width. */
export function categoryWidth(chart: PrintedChart, width: number): number {
  return (width - scaleRoom(chart, 'left') - scaleRoom(chart, 'right')) / Math.max(1, chart.categories.length);
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

/** Labels of the columns of a 组合图. */
export function comboLabels(chart: PrintedChart, cell: number): LabelLook {
  return columnLabels(barsOf(chart), cell);
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
