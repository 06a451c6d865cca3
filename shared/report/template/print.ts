import { assertNever } from '../../result.ts';
import type { Block, ReportDocument } from '../document.ts';
import { printChart } from './chart.ts';
import { printImage } from './image.ts';
import { printInline } from './inline.ts';
import { escapeEdges } from './lines.ts';
import { contentsDepths } from './official-matter.ts';
import { printYaml } from './print-yaml.ts';
import { printTable } from './table.ts';

/** Signs that begin a block get a backslash, so that a paragraph stays one. */
function printParagraph(text: string): string {
  return /^(#|```|:::|---\s*$)/.test(text) ? `\\${text}` : text;
}

function printBlocks(blocks: readonly Block[]): string {
  const texts: string[] = [];
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1];
    if (block.type === 'conditional' && block.attrs.otherwise && before?.type === 'conditional') {
      const text = texts.pop() ?? '';
      texts.push(`${text.slice(0, -':::'.length)}::: 否则\n\n${printBlocks(block.content)}\n\n:::`);
    } else texts.push(printBlock(block));
  }
  return texts.join('\n\n');
}

function printBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph': {
      const text = escapeEdges(printInline(block.content));
      return block.attrs.level === 0 ? printParagraph(text) : `${'#'.repeat(block.attrs.level)} ${text}`;
    }
    case 'tableBlock':
      return printTable(block);
    case 'chartBlock':
      return printChart(block);
    case 'imageBlock':
      return printImage(block);
    case 'annex': {
      const [title, ...rest] = block.content;
      const word = block.attrs.landscape ? '横排附件' : '附件';
      return `::: ${word} ${escapeEdges(printInline(title.content))}\n\n${printBlocks(rest)}\n\n:::`;
    }
    case 'pageBreak':
      return '---';
    case 'conditional':
      return `::: 如果 ${block.attrs.condition}\n\n${printBlocks(block.content)}\n\n:::`;
    case 'repeat':
      return `::: 每个 ${block.attrs.each}\n\n${printBlocks(block.content)}\n\n:::`;
    case 'title':
    case 'letterhead':
    case 'recipients':
    case 'contents':
    case 'attachmentList':
    case 'signature':
    case 'annotation':
    case 'imprint':
      throw new Error(`${block.type} stands in the front matter`);
    default:
      return assertNever(block);
  }
}

/** The template's text; reading it gives the same document. */
export function printTemplate(document: ReportDocument): string {
  const matter: Record<string, string | readonly string[]> = {};
  const body: Block[] = [];
  const { description, regionLevel, periodKind } = document.attrs;
  for (const block of document.content) {
    if (block.type === 'title') matter.标题 = printInline(block.content);
    else if (block.type === 'recipients') matter.主送 = printInline(block.content);
    else if (block.type === 'contents') matter.目录 = contentsDepths[block.attrs.depth - 1] ?? contentsDepths[0];
    else if (block.type === 'annotation') matter.附注 = printInline(block.content);
    else if (block.type === 'attachmentList') matter.附件 = block.content.map(({ content }) => printInline(content));
    else if (block.type === 'signature') {
      matter.署名 = printInline(block.content[0].content);
      matter.日期 = printInline(block.content[1].content);
    } else if (block.type === 'letterhead' || block.type === 'imprint') {
      for (const { attrs, content } of block.content) matter[attrs.part] = printInline(content);
    } else body.push(block);
  }
  const { 标题, ...rest } = matter;
  const front = {
    标题,
    ...(description === null ? {} : { 说明: description }),
    ...(regionLevel === null ? {} : { 地区级别: regionLevel }),
    ...(periodKind === null ? {} : { 期别: periodKind }),
    ...rest,
  };
  return `---\n${printYaml(front)}---\n\n${printBlocks(body)}\n`;
}
