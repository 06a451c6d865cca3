import type { PrintedChart } from '../../../../shared/report/printed.ts';
import { faceOf } from '../fonts/face-coverage.ts';
import { bundledFile } from '../fonts/find-fonts.ts';
import { printableText } from '../fonts/font-runs.ts';
import { chartFace } from '../fonts/wanted-fonts.ts';

/** Text that the chart's one font can draw; a chart has no fallback fonts. */
function drawableText(text: string): string {
  const face = faceOf(bundledFile(chartFace));
  return Array.from(printableText(text).replaceAll('\n', ''), (sign) =>
    face === null || face.hasGlyph(sign.codePointAt(0) ?? 0) ? sign : '〓',
  ).join('');
}

/** The chart with its names and values as its font can draw them. */
export function withDrawableText(chart: PrintedChart): PrintedChart {
  return {
    ...chart,
    categories: chart.categories.map(drawableText),
    series: chart.series.map((series) => ({
      ...series,
      name: drawableText(series.name),
      points: series.points.map((point) => ({ ...point, text: drawableText(point.text) })),
    })),
  };
}
