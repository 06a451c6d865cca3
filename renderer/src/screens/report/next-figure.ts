/** Of figures that something concerns, the one after the chosen one, the first one after the last. */
export function nextOf(figureIds: readonly string[], selected: string | null): string {
  const current = selected === null ? -1 : figureIds.indexOf(selected);
  return figureIds[(current + 1) % figureIds.length] ?? '';
}
