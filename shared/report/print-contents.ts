import type { ContentsEntry, PrintedBlock } from './printed.ts';
import { textOf } from './run-text.ts';

/** A heading's own words: of a run-in heading only its lead, without the stop at its end. */
export function headingOf({ number, runs }: Extract<PrintedBlock, { readonly kind: 'paragraph' }>): string {
  const lead = runs.filter((run) => run.lead);
  return number + textOf(lead.length > 0 ? lead : runs).replace(/。$/u, '');
}

function isListed(level: number, depth: number): level is ContentsEntry['level'] {
  return level >= 1 && level <= Math.min(3, depth);
}

/** The lines of the 目录: headings of the text down to level `depth`, and the annexes. */
export function listContents(blocks: readonly PrintedBlock[], depth: number): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let inText = true;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'annex') {
      inText = false;
      entries.push({ level: 1, text: `${block.label} ${textOf(block.title).replaceAll('\n', '')}`, block: at });
    } else if (block.kind === 'paragraph' && inText && isListed(block.level, depth)) {
      entries.push({ level: block.level, text: headingOf(block), block: at });
    }
  }
  return entries;
}
