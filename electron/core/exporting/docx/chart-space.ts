import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import type { PrintedChart } from '../../../../shared/report/printed.ts';

/** The largest and smallest size of labels; below 7 pt a reader needs a lens, and labels are left out. */
const largestPoints = 10.5;
const smallestPoints = 7;

/** What the scale on the left leaves of the type area's 442 pt, less the gaps between labels. */
const plotWidthPoints = 390 * 0.8;

/** Nine lines of the page let two charts with their captions share one. */
const usualLines = 9;
const mostLines = 20;
const linePoints = 28.95;
const barPoints = 16;
/** Scale and legend of a bar chart. */
const barMarginPoints = 70;

/** How many of the page's lines the chart is high: a bar chart grows with its bars. */
export function chartLines(chart: PrintedChart): number {
  if (chart.kind !== '条形图') return usualLines;
  const bars = chart.categories.length * chart.series.length;
  const needed = Math.ceil((bars * barPoints + barMarginPoints) / linePoints);
  return Math.min(mostLines, Math.max(usualLines, needed));
}

/** Size of the labels, and the first series that has them (all after it do too); null where none would fit. */
export interface LabelSpace {
  readonly points: number;
  readonly firstSeries: number;
}

function widestLabel(chart: PrintedChart): number {
  const sign = chart.unit === '%' ? '%' : '';
  const labels = chart.series.flatMap(({ points }) => points.map(({ decimal }) => (decimal ?? '') + sign));
  return Math.max(1, ...labels.map(widthInCharacters));
}

/**
 * Labels of columns and lines must not touch: they shrink, then only the last series (the newest year) keeps them, then
 * they go. Bars and slices have room.
 */
export function labelSpace(chart: PrintedChart, drawn: PrintedChart['kind']): LabelSpace | null {
  if (drawn === '条形图' || drawn === '饼图') return { points: largestPoints, firstSeries: 0 };
  const pointsFor = (width: number): number => Math.floor(Math.min(largestPoints, width / widestLabel(chart)) * 2) / 2;
  const categoryWidth = plotWidthPoints / Math.max(1, chart.categories.length);
  const abreast = drawn === '柱形图' ? chart.series.length : 1;
  const all = pointsFor(categoryWidth / abreast);
  if (all >= smallestPoints) return { points: all, firstSeries: 0 };
  const last = pointsFor(categoryWidth);
  return last >= smallestPoints ? { points: last, firstSeries: chart.series.length - 1 } : null;
}
