import type { Block, Inline } from './document.ts';

/** Blocks in the order of the text, an annex followed by what stands in it. Containers of templates are not entered. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'annex') yield* walkBlocks(block.content);
  }
}

/** A block that holds lines of text and no other blocks, tables or charts. */
export type LineBlock = Extract<
  Block,
  {
    readonly type:
      | 'title'
      | 'recipients'
      | 'paragraph'
      | 'letterhead'
      | 'attachmentList'
      | 'signature'
      | 'annotation'
      | 'imprint';
  }
>;

/** The lines of such a block, one after the other. */
export function linesOf(block: LineBlock): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'title':
    case 'recipients':
    case 'paragraph':
    case 'annotation':
      return [block.content];
    case 'letterhead':
    case 'attachmentList':
    case 'signature':
    case 'imprint':
      return block.content.map(({ content }) => content);
  }
}

type Change = (line: readonly Inline[]) => readonly Inline[];

/** The same block with each of its lines changed. */
export function mapLines(block: LineBlock, change: Change): LineBlock {
  switch (block.type) {
    case 'title':
    case 'recipients':
    case 'paragraph':
    case 'annotation':
      return { ...block, content: change(block.content) };
    case 'letterhead':
      return { ...block, content: block.content.map((part) => ({ ...part, content: change(part.content) })) };
    case 'attachmentList':
      return { ...block, content: block.content.map((part) => ({ ...part, content: change(part.content) })) };
    case 'imprint':
      return { ...block, content: block.content.map((part) => ({ ...part, content: change(part.content) })) };
    case 'signature': {
      const [organisation, date] = block.content;
      return {
        ...block,
        content: [
          { ...organisation, content: change(organisation.content) },
          { ...date, content: change(date.content) },
        ],
      };
    }
  }
}
