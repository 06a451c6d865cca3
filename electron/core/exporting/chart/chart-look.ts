/** Fills in an order of alternating lightness, so that neighbours differ on a black-and-white printer. */
const fills = ['#2f5b8f', '#b9d0ea', '#7391b3', '#e6edf6', '#16324f', '#93a9c1'];
const lineColors = ['#1f4e79', '#6b6b6b', '#000000', '#4f81bd'];
const symbols = ['circle', 'rect', 'triangle', 'diamond'] as const;
const dashes = ['solid', 'dashed', 'dotted', 'solid'] as const;

function pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[], index: number, otherwise: Value): Value {
  return values[index % values.length] ?? otherwise;
}

export const inkColor = '#262626';
export const gridColor = '#d0d0d0';

/** Thickness of axes, grid and the outlines of bars and slices. */
export const thinLine = 0.5;

/** An outline tells the lightest fills from the paper. */
export function fillOf(index: number): {
  readonly color: string;
  readonly borderColor: string;
  readonly borderWidth: number;
} {
  return { color: pick(fills, index, '#2f5b8f'), borderColor: inkColor, borderWidth: thinLine };
}

/** A line is told by its mark and its dashes as well as by its colour. */
export function lineLook(index: number) {
  const color = pick(lineColors, index, '#1f4e79');
  return {
    symbol: pick(symbols, index, 'circle'),
    symbolSize: 6,
    itemStyle: { color },
    lineStyle: { color, width: 1.25, type: pick(dashes, index, 'solid') },
  };
}
