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

type Captioned = Extract<Block, { readonly type: 'tableBlock' | 'chartBlock' | 'imageBlock' }>;

function mapCaptioned(block: Captioned, change: Change): Captioned {
  const [caption] = block.content;
  const changed = { ...caption, content: change(caption.content) };
  if (block.type === 'imageBlock') return { ...block, content: [changed] };
  if (block.type === 'chartBlock') return { ...block, content: [changed] };
  const [, table] = block.content;
  const rows = table.content.map((row) => ({
    ...row,
    content: row.content.map((cell) => ({ ...cell, content: change(cell.content) })),
  }));
  return { ...block, content: [changed, { ...table, content: rows }] };
}

/** The same block of a report with each line of text in it changed: captions, cells and what an annex holds, too. */
export function mapEveryLine(block: Block, change: Change): Block {
  switch (block.type) {
    case 'tableBlock':
    case 'chartBlock':
    case 'imageBlock':
      return mapCaptioned(block, change);
    case 'annex': {
      const [title, ...rest] = block.content;
      const content = rest.map((each) => mapEveryLine(each, change));
      return { ...block, content: [{ ...title, content: change(title.content) }, ...content] };
    }
    case 'contents':
    case 'pageBreak':
    case 'conditional':
    case 'repeat':
      return block;
    case 'title':
    case 'recipients':
    case 'paragraph':
    case 'letterhead':
    case 'attachmentList':
    case 'signature':
    case 'annotation':
    case 'imprint':
      return mapLines(block, change);
  }
}
