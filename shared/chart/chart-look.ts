import { chartPalette } from './chart-palette.ts';

const { fills, lines } = chartPalette;
const symbols = ['circle', 'rect', 'triangle', 'diamond'] as const;
const dashes = ['solid', 'dashed', 'dotted', 'solid'] as const;

function pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[], index: number, otherwise: Value): Value {
  return values[index % values.length] ?? otherwise;
}

export const inkColor = chartPalette.ink;
export const gridColor = '#d0d0d0';

/** Thickness of axes, grid and the outlines of bars and slices. */
export const thinLine = 0.5;

/** An outline tells the lightest fills from the paper. */
export function fillOf(index: number): {
  readonly color: string;
  readonly borderColor: string;
  readonly borderWidth: number;
} {
  return { color: pick(fills, index, fills[0]), borderColor: inkColor, borderWidth: thinLine };
}

/** Fills under lines, the lightest first, so that lines and labels can be told from them. */
const light = [1, 3, 5, 2, 0, 4];

/** The fill of a column with lines before it. */
export function lightFillOf(index: number): ReturnType<typeof fillOf> {
  return fillOf(pick(light, index, 1));
}

/** A line is told by its mark and its dashes as well as by its colour. */
export function lineLook(index: number) {
  const color = pick(lines, index, lines[0]);
  return {
    symbol: pick(symbols, index, 'circle'),
    symbolSize: 6,
    itemStyle: { color },
    lineStyle: { color, width: 1.25, type: pick(dashes, index, 'solid') },
  };
}
