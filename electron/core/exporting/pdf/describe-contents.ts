import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { printableText } from '../fonts/font-runs.ts';
import { bodyLook, describeParagraph, describeText, emptyLine, type PdfContext } from './describe-text.ts';
import type { ContentNode, TextNode } from './pdfmake-shapes.ts';

type ContentsBlock = Extract<PrintedBlock, { readonly kind: 'contents' }>;

/** Id of the node of a heading or annex, by its place in the document. */
export function headingId(block: number): string {
  return `heading-${block}`;
}

/** The place among the blocks that an id of `headingId` names. */
export function blockOfHeading(id: string): number {
  return Number(id.slice('heading-'.length));
}

/** A line of the 目录: each level a character further in, dots, the page at the right edge; a click leads there. */
function describeEntry(context: PdfContext, entry: ContentsBlock['entries'][number]): TextNode {
  const link = { linkToDestination: headingId(entry.block) };
  const page = String(context.pages.get(entry.block) ?? 1);
  const runs = [
    ...describeText(context, printableText(entry.text), 'body'),
    ...describeText(context, ' ', 'body').map((run) => ({ ...run, leader: true as const })),
    ...describeText(context, page, 'body'),
  ];
  return {
    ...describeParagraph(
      context,
      runs.map((run) => ({ ...run, ...link })),
      bodyLook(context),
    ),
    alignment: 'left',
    margin: [(entry.level - 1) * context.measures.body, 0, 0, 0],
  };
}

/** 目录 on pages of its own. */
export function describeContents(context: PdfContext, { entries }: ContentsBlock): readonly ContentNode[] {
  const { title: size, titlePitch: pitch } = context.measures;
  const title = describeParagraph(context, describeText(context, '目\u3000录', 'title'), {
    size,
    pitch,
    inMiddle: true,
  });
  return [
    { ...title, alignment: 'center', keepWithNext: true },
    { ...emptyLine(context), keepWithNext: true },
    ...entries.map((entry) => describeEntry(context, entry)),
  ];
}
