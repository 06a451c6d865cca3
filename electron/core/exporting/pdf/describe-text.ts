import type { FontRole, Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { fontKey } from '../fonts/face-coverage.ts';
import type { FontSet } from '../fonts/find-fonts.ts';
import { fallenBack, fontRuns } from '../fonts/font-runs.ts';
import type { Pictures } from '../picture.ts';
import type { PdfMeasures } from './pdf-measures.ts';
import type { TextNode, TextRun } from './pdfmake-shapes.ts';

/** What every block is described with. */
export interface PdfContext {
  readonly layout: Layout;
  readonly measures: PdfMeasures;
  readonly fonts: FontSet;
  readonly pictures: Pictures;
  /** Page of each block by its place in the document, where it is known. */
  readonly pages: ReadonlyMap<number, number>;
  /** Fills up with what the fonts of the roles lacked. */
  readonly fellBack: ReadonlyMap<FontRole, Set<string>>;
}

/** Figures that have no value stand out, as in the Word file. */
export const gapColor = '#ffff00';

/** Plain text in one role's font. */
export function describeText(context: PdfContext, text: string, role: FontRole): readonly TextRun[] {
  for (const sign of fallenBack(text, role, context.fonts)) context.fellBack.get(role)?.add(sign);
  return fontRuns(text, role, context.fonts).map((run) => ({ text: run.text, font: fontKey(run.file) }));
}

/**
 * Printed runs; `roleOf` says which font each is set in. Emphasis is 黑体: the body font has no bold, and none is faked
 * but where the bureau's 版式 asks for it, which `isEmboldened` tells.
 */
export function describeRuns<Run extends PrintedRun>(
  context: PdfContext,
  runs: readonly Run[],
  roleOf: (run: Run) => FontRole,
  isEmboldened: (run: Run) => boolean = () => false,
): readonly TextRun[] {
  return runs.flatMap((run) => {
    const look = {
      ...(run.gap === null ? {} : { background: gapColor }),
      ...(isEmboldened(run) ? { emboldened: true as const } : {}),
    };
    return describeText(context, run.text, run.bold ? 'hei' : roleOf(run)).map((part) => ({ ...part, ...look }));
  });
}

export interface TextLook {
  readonly size: number;
  readonly pitch: number;
  /** Body text stands at the top of its line, so that the first line touches the type area; the rest in the middle. */
  readonly inMiddle?: boolean;
}

export function bodyLook({ measures }: PdfContext): TextLook {
  return { size: measures.body, pitch: measures.pitch };
}

export function emptyLine(context: PdfContext): TextNode {
  return describeParagraph(context, [], bodyLook(context));
}

/** A paragraph of one size; an empty one keeps its line. */
export function describeParagraph(context: PdfContext, runs: readonly TextRun[], look: TextLook): TextNode {
  const half = look.inMiddle === true ? (look.pitch - look.size) / 2 : 0;
  return {
    text: runs.length > 0 ? runs : [{ text: '', font: fontKey(context.fonts.body.file) }],
    fontSize: look.size,
    lineHeight: look.pitch / look.size,
    alignment: 'justify',
    ...(half === 0 ? {} : { margin: [0, half, 0, -half] }),
  };
}
