/** Colours of charts on the page and in the PDF. Fills alternate in lightness, so that neighbours differ on a black-and-white printer. */
export const chartPalette = {
  fills: ['#2f5b8f', '#b9d0ea', '#7391b3', '#e6edf6', '#16324f', '#93a9c1'],
  /** Words, and the edges of fills. */
  ink: '#262626',
  lines: ['#1f4e79', '#6b6b6b', '#000000', '#4f81bd'],
} as const;
