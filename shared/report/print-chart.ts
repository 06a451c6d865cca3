import type { CaptionNumber } from './caption-numbers.ts';
import type { ChartBlock, ChartSeries } from './document.ts';
import type { Figures } from './figure.ts';
import type { PrintedChart, PrintedSeries } from './printed.ts';

function printSeries({ points, ...series }: ChartSeries, figures: Figures): PrintedSeries {
  return {
    ...series,
    points: points.map(({ id }) => {
      const printed = figures.get(id)?.printed;
      return { figureId: id, decimal: printed?.decimal ?? null, text: printed?.text ?? '' };
    }),
  };
}

/** The chart model of a block; `title` is its caption without the number. */
export function printChart(block: ChartBlock, number: CaptionNumber, title: string, figures: Figures): PrintedChart {
  const { kind, unit, secondUnit, categories } = block.attrs;
  const series = block.attrs.series.map((each) => printSeries(each, figures));
  const places = series.flatMap(({ points }) => points.map(({ decimal }) => decimal?.split('.')[1]?.length ?? 0));
  return {
    id: number.id,
    kind,
    label: number.text,
    caption: `${number.text} ${title}`,
    unit,
    ...(secondUnit === undefined ? {} : { secondUnit }),
    decimals: Math.max(0, ...places),
    categories,
    series,
  };
}
