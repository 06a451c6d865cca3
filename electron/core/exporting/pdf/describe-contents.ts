import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { printableText } from '../fonts/font-runs.ts';
import { bodyLook, describeParagraph, describeText, emptyLine, type PdfContext } from './describe-text.ts';
import type { ContentNode } from './pdfmake-shapes.ts';

type ContentsBlock = Extract<PrintedBlock, { readonly kind: 'contents' }>;

/** Id of the node of a heading or annex, by its place in the document. */
export function headingId(block: number): string {
  return `heading-${block}`;
}

/** The place among the blocks that an id of `headingId` names. */
export function blockOfHeading(id: string): number {
  return Number(id.slice('heading-'.length));
}

/** Between the text of a line, its dots and its page, in characters. */
const gap = 0.5;

/** A line of the 目录: each level a character further in, dots, the page at the right edge; a click leads there. */
function describeEntry(context: PdfContext, entry: ContentsBlock['entries'][number]): readonly ContentNode[] {
  const { body: em, pitch, textWidth } = context.measures;
  const page = String(context.pages.get(entry.block) ?? 1);
  const indent = (entry.level - 1) * em;
  const link = { linkToDestination: headingId(entry.block) };
  const runs = describeText(context, printableText(entry.text), 'body').map((run) => ({ ...run, ...link }));
  const numbers = describeText(context, page, 'body').map((run) => ({ ...run, ...link }));
  const pageWidth = (widthInCharacters(page) + gap) * em;
  const from = indent + (widthInCharacters(entry.text) * 1.05 + gap) * em;
  const to = textWidth - pageWidth;
  const dots: readonly ContentNode[] =
    from >= to
      ? []
      : [
          {
            canvas: [
              {
                type: 'line',
                x1: from,
                y1: 0,
                x2: to,
                y2: 0,
                lineWidth: 0.8,
                lineColor: 'black',
                dash: { length: 0.8, space: 3 },
              },
            ],
            margin: [0, em / 2, 0, -em / 2],
            keepWithNext: true,
          },
        ];
  const text = { ...describeParagraph(context, runs, bodyLook(context)), alignment: 'left' as const };
  const number = { ...describeParagraph(context, numbers, bodyLook(context)), alignment: 'right' as const };
  return [
    ...dots,
    { ...text, margin: [indent, 0, pageWidth + em, 0], keepWithNext: true },
    { ...number, margin: [0, -pitch, 0, 0] },
  ];
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
    ...entries.flatMap((entry) => describeEntry(context, entry)),
  ];
}
