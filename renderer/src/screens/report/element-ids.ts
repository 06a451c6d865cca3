import type { LiveBlocks } from '../../editor/live-blocks.ts';

/** Element id of the block at a position of the document. */
export function blockId(index: number): string {
  return `block-${index}`;
}

/** Element id of the place where a figure is printed. */
export function figureElementId(figureId: string): string {
  return `figure-${figureId}`;
}

/** Element id of where a figure is seen: a point of a chart has no element of its own, so it is the chart. */
export function elementIdOf(figureId: string, { blocks, origins }: LiveBlocks): string {
  const chart = blocks.findIndex(
    (block) =>
      block.kind === 'chart' &&
      block.chart.series.some(({ points }) => points.some((point) => point.figureId === figureId)),
  );
  return chart < 0 ? figureElementId(figureId) : blockId(origins[chart] ?? 0);
}
