import type { BoldSwitches } from '../gongwen/options.ts';
import { seriesSpans } from '../gongwen/series.ts';
import type { PrintedRun } from './printed.ts';
import { textOf } from './run-text.ts';

/** A run, and whether it is what a bureau wants bold of 一是…；二是…. */
export interface SeriesRun extends PrintedRun {
  readonly inSeries: boolean;
}

/** The runs of body text with what of 一是…；二是… is to be bold told apart; a run is cut where its look changes. */
export function markSeries(runs: readonly PrintedRun[], bold: BoldSwitches['一是二是']): readonly SeriesRun[] {
  const spans = seriesSpans(textOf(runs), bold);
  if (spans.length === 0) return runs.map((run) => ({ ...run, inSeries: false }));
  const cuts = spans.flatMap(({ start, end }) => [start, end]);
  const isBold = (at: number): boolean => spans.some(({ start, end }) => at >= start && at < end);
  let offset = 0;
  return runs.flatMap((run) => {
    const start = offset;
    offset += run.text.length;
    // A figure stays one piece: its bookmark holds it.
    const inner = run.figureId === null ? cuts.filter((cut) => cut > start && cut < offset) : [];
    const edges = [start, ...inner, offset];
    return edges.slice(0, -1).map((edge, at) => {
      const text = run.text.slice(edge - start, (edges[at + 1] ?? offset) - start);
      return { ...run, text, inSeries: isBold(edge) };
    });
  });
}
