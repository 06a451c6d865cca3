import type { PrintedChart, PrintedChartPoint } from '../../../../shared/report/printed.ts';
import { faceOf } from '../fonts/face-coverage.ts';
import { bundledFile } from '../fonts/find-fonts.ts';
import { printableText } from '../fonts/font-runs.ts';
import { chartFace } from '../fonts/wanted-fonts.ts';

/** 五号. */
export const fontSize = 10.5;
export const lineHeight = 13;

/** Text that the chart's one font can draw; a chart has no fallback fonts. */
export function chartText(text: string): string {
  const face = faceOf(bundledFile(chartFace));
  return Array.from(printableText(text).replaceAll('\n', ''), (sign) =>
    face === null || face.hasGlyph(sign.codePointAt(0) ?? 0) ? sign : '〓',
  ).join('');
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

/** Cuts a label into lines of a width, at most `mostLines`; what is left over is marked …. */
export function wrapLabel(text: string, width: number, mostLines: number): string {
  const lines: string[] = [''];
  for (const sign of text) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && textWidth(line + sign) > width) lines.push(sign);
    else lines[lines.length - 1] = line + sign;
  }
  if (lines.length <= mostLines) return lines.join('\n');
  const kept = lines.slice(0, mostLines);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, -1)}…`].join('\n');
}

export function countLines(labels: readonly string[]): number {
  return Math.max(1, ...labels.map((label) => label.split('\n').length));
}
