import type { Block, Inline, ReportDocument } from '../../../shared/report/document.ts';
import { HeadingCounter, headingNumber } from '../../../shared/report/numbering.ts';
import type { PrintedBlock, PrintedRun } from '../../../shared/report/printed.ts';
import type { Atoms } from './figure-chips.ts';

/** The text as it stands in the editor, block by block, as it would print: what is typed now, the rest as last computed. */

export interface LiveBlocks {
  readonly blocks: readonly PrintedBlock[];
  /** Of each block the position of the document's block that it prints. */
  readonly origins: readonly number[];
}

/** Blocks as last printed, of each type of the document's blocks in the order of the text. */
export type PrintedGroups = ReadonlyMap<string, readonly (readonly PrintedBlock[])[]>;

/** Sorts what was printed by the blocks of the document that it was printed from. */
export function groupPrinted({ content }: ReportDocument, { blocks, origins }: LiveBlocks): PrintedGroups {
  const groups = new Map<string, (readonly PrintedBlock[])[]>();
  for (const [at, { type }] of content.entries()) {
    const own = blocks.filter((_, index) => origins[index] === at);
    groups.set(type, [...(groups.get(type) ?? []), own]);
  }
  return groups;
}

function runOf(node: Inline, { figures, references }: Atoms): PrintedRun {
  const marks = new Set(node.marks?.map(({ type }) => type));
  const look = { lead: marks.has('lead'), bold: marks.has('bold'), figureId: null, gap: null };
  if (node.type === 'text') return { ...look, text: node.text, ...(marks.has('constant') ? { isConstant: true } : {}) };
  if (node.type === 'reference') return { ...look, text: references.get(node.attrs.label) ?? '' };
  const figure = figures.get(node.attrs.id);
  if (figure === undefined) return { ...look, text: '', figureId: node.attrs.id };
  const override = figure.overrides === undefined ? {} : { overrides: figure.overrides };
  return { ...look, text: figure.text, figureId: figure.isWord ? null : node.attrs.id, gap: figure.gap, ...override };
}

function typedBlock(block: Block, runs: readonly PrintedRun[], counter: HeadingCounter): PrintedBlock | null {
  if (block.type === 'title' || block.type === 'recipients') return { kind: block.type, runs };
  if (block.type !== 'paragraph') return null;
  const { level } = block.attrs;
  if (level !== 1 && level !== 2 && level !== 3 && level !== 4) {
    return { kind: 'paragraph', level: 0, ordinal: 0, number: '', runs };
  }
  const ordinal = counter.next(level);
  return { kind: 'paragraph', level, ordinal, number: headingNumber(level, ordinal), runs };
}

/** The blocks of the text as it stands. */
export function liveBlocks({ content }: ReportDocument, groups: PrintedGroups, atoms: Atoms): LiveBlocks {
  const counter = new HeadingCounter();
  const counts = new Map<string, number>();
  const blocks: PrintedBlock[] = [];
  const origins: number[] = [];
  for (const [at, block] of content.entries()) {
    const ordinal = counts.get(block.type) ?? 0;
    counts.set(block.type, ordinal + 1);
    const isTyped = block.type === 'title' || block.type === 'recipients' || block.type === 'paragraph';
    const runs = isTyped ? block.content.map((node) => runOf(node, atoms)) : [];
    const typed = typedBlock(block, runs, counter);
    const own = typed === null ? (groups.get(block.type)?.[ordinal] ?? []) : [typed];
    blocks.push(...own);
    origins.push(...own.map(() => at));
  }
  return { blocks, origins };
}
