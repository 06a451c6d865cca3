import type { FigureView } from '../../../../shared/api/contract.ts';

/** Something that is missing, with every figure that lacks it. */
export interface Gap {
  readonly missing: string;
  readonly figureIds: readonly [string, ...string[]];
}

/** What is missing, each thing once, in the order in which the text first needs it. */
export function gapsOf(figures: readonly FigureView[]): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const { id, missing } of figures) {
    if (missing === null) continue;
    const known = gaps.get(missing);
    gaps.set(missing, { missing, figureIds: known ? [...known.figureIds, id] : [id] });
  }
  return [...gaps.values()];
}
