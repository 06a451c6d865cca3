import { annex, annotation, attachments } from '../../../../shared/gongwen/elements.ts';
import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import { breakTitleRuns } from '../../../../shared/report/break-title-runs.ts';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import type { BlockPlace, DocumentContext } from './context.ts';
import { indentCharacters, writeBlankLines, writeStyled } from './paragraphs.ts';
import { plainRun } from './runs.ts';
import { styleIds } from './styles.ts';

/**
 * 附件说明 (GB/T 9704-2012, 7.3.4): a line below the text, two characters in; several are counted, and what does not fit on
 * a line goes on below the first character of its name.
 */
export function writeAttachments(
  context: DocumentContext,
  place: BlockPlace,
  { names }: Extract<PrintedBlock, { readonly kind: 'attachments' }>,
): string {
  const heading = '附件：';
  const lines = names.map((name, at) => {
    const ordinal = names.length === 1 ? '' : `${at + 1}.`;
    const prefix = (at === 0 ? heading : '') + ordinal;
    const hanging = widthInCharacters(prefix);
    const left = attachments.indent + widthInCharacters(heading + ordinal);
    const indent = indentCharacters(context, { left, hanging });
    const options = { style: styleIds.attachments, font: 'body', indent, keepNext: place.keepNext } as const;
    return writeStyled(context, options, [plainRun(prefix), ...name]);
  });
  return writeBlankLines(attachments.linesAbove, { pageBreakBefore: place.pageBreakBefore }) + lines.join('');
}

/** 附注 in brackets, two characters in (7.3.7). */
export function writeAnnotation(
  context: DocumentContext,
  { runs }: Extract<PrintedBlock, { readonly kind: 'annotation' }>,
): string {
  const indent = indentCharacters(context, { firstLine: annotation.indent });
  const bracketed = [plainRun('（'), ...runs, plainRun('）')];
  return writeStyled(context, { style: styleIds.attachments, font: 'body', indent }, bracketed);
}

/** The head of an annex: its label in 黑体 on the first line of a page, its title in the middle of the third (7.3.6). */
export function writeAnnexHead(
  context: DocumentContext,
  place: BlockPlace,
  block: Extract<PrintedBlock, { readonly kind: 'annex' }>,
): string {
  const { pageBreakBefore } = place;
  const label = { style: styleIds.annexLabel, font: 'hei', pageBreakBefore, keepNext: true } as const;
  return (
    writeStyled(context, label, [plainRun(block.label)]) +
    writeBlankLines(annex.linesAboveTitle) +
    writeStyled(context, { style: styleIds.annexTitle, font: 'title', keepNext: true }, breakTitleRuns(block.title)) +
    writeBlankLines(1)
  );
}
