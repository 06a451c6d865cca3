import type { PrintedBlock } from './printed.ts';

/** Of each block, whether it stands on a page that lies across: one of a landscape annex, up to the next annex or the 版记. */
export function layAcross(blocks: readonly PrintedBlock[]): readonly boolean[] {
  let isAcross = false;
  return blocks.map((block) => {
    if (block.kind === 'annex') isAcross = block.landscape;
    if (block.kind === 'imprint') isAcross = false;
    return isAcross;
  });
}
