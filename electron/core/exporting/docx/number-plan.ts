import type { PrintedBlock } from '../../../../shared/report/printed.ts';

type HeadingLevel = 1 | 2 | 3 | 4;
const headingLevels = [1, 2, 3, 4] as const;

/** A heading's level and number. */
type Shown = Pick<Restart, 'level' | 'ordinal'>;
type Counters = Readonly<Record<HeadingLevel, number>>;

/** A further instance of the list, which begins at `ordinal` on `level` and goes on elsewhere. */
export interface Restart {
  readonly numId: number;
  readonly level: HeadingLevel;
  readonly ordinal: number;
}

/** How Word is made to count to the ordinals printed. */
export interface NumberPlan {
  /** For each block the instance of the list that numbers it; 0 for none. */
  readonly numIds: readonly number[];
  readonly restarts: readonly Restart[];
}

/**
 * No ordinal follows this count. It stands where programs differ: a level that a heading skipped (1. right under 一、)
 * has begun in one and not in the other, and so has a level whose instance began at another number than 1.
 */
const uncertain = -1;

/** The last number of each level after a heading of `level` showed `ordinal`: levels below it begin again. */
function countOn(counters: Counters, restart: Restart | undefined, shown: Shown): Counters {
  const next = { ...counters, [shown.level]: shown.ordinal };
  for (const other of headingLevels) {
    if (other < shown.level && counters[other] < 1) next[other] = uncertain;
    if (other > shown.level) next[other] = restart?.level === other && restart.ordinal !== 1 ? uncertain : 0;
  }
  return next;
}

/**
 * Counts as Word will (a level begins again after each level above it) and starts a further instance of the list where
 * that would show another number, as in an annex that counts from 一、 again. A heading without an ordinal gets
 * instance 0, Word's way to say unnumbered.
 */
export function planNumbers(blocks: readonly PrintedBlock[]): NumberPlan {
  const restarts: Restart[] = [];
  let counters: Counters = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const numIds = blocks.map((block) => {
    if (block.kind !== 'paragraph' || block.level === 0 || block.ordinal < 1) return 0;
    const { level, ordinal } = block;
    if (ordinal !== counters[level] + 1) {
      restarts.push({ numId: restarts.length + 2, level, ordinal });
    }
    counters = countOn(counters, restarts.at(-1), { level, ordinal });
    return restarts.length + 1;
  });
  return { numIds, restarts };
}
