import type { PrintedBlock } from '../../../../shared/report/printed.ts';

export type HeadingLevel = 1 | 2 | 3 | 4;
export const headingLevels = [1, 2, 3, 4] as const;

type Counters = Readonly<Record<HeadingLevel, number>>;

/** A further instance of the list and the number at which each of its levels begins. */
export interface Restart {
  readonly numId: number;
  readonly starts: Counters;
}

/** Which instance of the list numbers each heading, so that Word counts to the ordinals printed. */
export interface NumberPlan {
  readonly numIds: ReadonlyMap<PrintedBlock, number>;
  readonly restarts: readonly Restart[];
}

/** The last number of each level after a heading of `level` showed `ordinal`: levels below it begin again. */
function countOn(counters: Counters, starts: Counters, level: HeadingLevel, ordinal: number): Counters {
  const next = { ...counters, [level]: ordinal };
  for (const lower of headingLevels) if (lower > level) next[lower] = starts[lower] - 1;
  return next;
}

/** Begins every level where it stands, so that programs that count each instance apart agree with Word. */
function startAt(counters: Counters, level: HeadingLevel, ordinal: number): Counters {
  const starts = { 1: 1, 2: 1, 3: 1, 4: 1, [level]: ordinal };
  for (const higher of headingLevels) if (higher < level) starts[higher] = counters[higher] + 1;
  return starts;
}

/**
 * Counts as Word will (a level begins again after each level above it) and starts a further instance of the list where
 * that would show another number, as in an annex that counts from 一、 again. A heading without an ordinal gets
 * instance 0, Word's way to say unnumbered.
 */
export function planNumbers(blocks: readonly PrintedBlock[]): NumberPlan {
  const numIds = new Map<PrintedBlock, number>();
  const restarts: Restart[] = [];
  let starts: Counters = { 1: 1, 2: 1, 3: 1, 4: 1 };
  let counters: Counters = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.level === 0) continue;
    const { level, ordinal } = block;
    if (ordinal < 1) {
      numIds.set(block, 0);
      continue;
    }
    if (ordinal !== counters[level] + 1) {
      starts = startAt(counters, level, ordinal);
      restarts.push({ numId: restarts.length + 2, starts });
    }
    counters = countOn(counters, starts, level, ordinal);
    numIds.set(block, restarts.length + 1);
  }
  return { numIds, restarts };
}
