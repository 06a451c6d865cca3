/** Element id of the block at a position of the sheet. */
export function blockId(index: number): string {
  return `block-${index}`;
}

/** Element id of the place where a figure is printed. */
export function figureElementId(figureId: string): string {
  return `figure-${figureId}`;
}
