import type { PrintedBlock, PrintedChart } from '../report/printed.ts';

/** Whether there is anything to draw; Word refuses a chart without series or categories. */
export function isDrawable(chart: PrintedChart): boolean {
  return (
    chart.categories.length > 0 && chart.series.some(({ points }) => points.some((point) => point.decimal !== null))
  );
}

/** The charts of a document that are drawn, in the order of the text. */
export function drawableCharts(blocks: readonly PrintedBlock[]): readonly PrintedChart[] {
  return blocks.flatMap((block) => (block.kind === 'chart' && isDrawable(block.chart) ? [block.chart] : []));
}

/** A pie shows one series of shares of a whole. */
function isPie(chart: PrintedChart): boolean {
  const [only, ...others] = chart.series;
  if (chart.kind !== '饼图' || only === undefined || others.length > 0) return false;
  const values = only.points.map((point) => (point.decimal === null ? 0 : Number(point.decimal)));
  return values.every((value) => value >= 0) && values.some((value) => value > 0);
}

/** What a chart is drawn as: data that make no pie become columns rather than a wrong picture or none. */
export function drawnKind(chart: PrintedChart): PrintedChart['kind'] {
  return chart.kind !== '饼图' || isPie(chart) ? chart.kind : '柱形图';
}
