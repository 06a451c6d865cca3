import type { PrintedBlock, PrintedDocument, PrintedRun } from '../../report/printed.ts';
import { isRunIn, textOf } from '../../report/run-text.ts';
import { type Draft, type DraftParagraph, draftOf, type KnownStretch, type ParagraphRole } from './draft.ts';

/** A report as it prints, as a draft: heading numbers are counted, figures are known, constants are declared. */

export interface ReportDraft {
  readonly draft: Draft;
  /** Of each paragraph the block that it stands in. */
  readonly blocks: readonly number[];
}

function knownIn(runs: readonly PrintedRun[], from: number): readonly KnownStretch[] {
  const known: KnownStretch[] = [];
  let at = from;
  for (const { text, figureId, isConstant, overrides } of runs) {
    const place = { start: at, end: at + text.length, figureId, computed: overrides ?? null };
    at += text.length;
    if (overrides !== undefined) known.push({ ...place, kind: 'overridden' });
    else if (figureId !== null) known.push({ ...place, kind: 'figure' });
    else if (isConstant) known.push({ ...place, kind: 'constant' });
  }
  return known;
}

interface Look {
  readonly role: ParagraphRole;
  readonly level?: DraftParagraph['level'];
  /** Number or label that is counted and not typed. */
  readonly number?: string;
}

function paragraphOf(runs: readonly PrintedRun[], { role, level = 0, number = '' }: Look): DraftParagraph {
  // Lines of a title are broken by hand or by rule; to a reader they are one text.
  const own = runs.map((run) => ({ ...run, text: run.text.replaceAll(/[\r\n]+/g, '') }));
  const text = number + textOf(own);
  const lead = textOf(own.filter((run) => run.lead));
  const headingEnd = level === 0 ? 0 : isRunIn(own) ? number.length + lead.length : text.length;
  const known = knownIn(own, number.length);
  return { text, role, level, isNumbered: true, typedFrom: number.length, headingEnd, known };
}

function plainRun(text: string): PrintedRun {
  return { text, lead: false, bold: false, figureId: null, gap: null };
}

/** 表1 各区县就读情况, of which the label is counted. */
function captionOf({ caption, label }: { readonly caption: string; readonly label?: string | undefined }) {
  const number = label !== undefined && caption.startsWith(`${label} `) ? `${label} ` : '';
  return paragraphOf([plainRun(caption.slice(number.length))], { role: 'caption', number });
}

/** 附件：1.名称, the names below each other as the page shows them. */
function attachments(names: readonly (readonly PrintedRun[])[]): readonly DraftParagraph[] {
  return names.map((name, at) => {
    const number = `${at === 0 ? '附件：' : ''}${names.length > 1 ? `${at + 1}.` : ''}`;
    return paragraphOf(name, { role: 'attachments', number });
  });
}

function paragraphsOf(block: PrintedBlock): readonly DraftParagraph[] {
  switch (block.kind) {
    case 'title':
      return [paragraphOf(block.runs, { role: 'title' })];
    case 'annex':
      return [paragraphOf(block.title, { role: 'title' })];
    case 'paragraph':
      return [paragraphOf(block.runs, { role: 'body', level: block.level, number: block.number })];
    case 'recipients':
    case 'annotation':
      return [paragraphOf(block.runs, { role: 'other' })];
    case 'letterhead':
    case 'imprint':
      return block.parts.map(({ runs }) => paragraphOf(runs, { role: 'other' }));
    case 'attachments':
      return attachments(block.names);
    case 'signature':
      return [paragraphOf(block.organisation, { role: 'organisation' }), paragraphOf(block.date, { role: 'date' })];
    case 'table':
      return [
        captionOf(block),
        ...block.rows.flatMap(({ cells }) => cells.map(({ runs }) => paragraphOf(runs, { role: 'cell' }))),
      ];
    case 'chart':
      return [captionOf(block.chart)];
    case 'image':
      return [captionOf(block)];
    // What the program itself says below a table or a paragraph is no text of the writer's.
    case 'note':
    case 'contents':
    case 'pageBreak':
      return [];
  }
}

export function draftOfReport({ blocks }: Pick<PrintedDocument, 'blocks'>): ReportDraft {
  const paragraphs: DraftParagraph[] = [];
  const places: number[] = [];
  for (const [at, block] of blocks.entries()) {
    for (const paragraph of paragraphsOf(block)) {
      if (paragraph.text === '') continue;
      paragraphs.push(paragraph);
      places.push(at);
    }
  }
  return { draft: draftOf(paragraphs), blocks: places };
}
