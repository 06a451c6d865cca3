import { type FontRole, headingFont, type Layout } from '../../../../shared/gongwen/layout.ts';
import { placeSignature } from '../../../../shared/gongwen/signature.ts';
import type { PrintedBlock, PrintedRun } from '../../../../shared/report/printed.ts';
import { isRunIn, splitRunLines, textOf } from '../../../../shared/report/run-text.ts';
import { breakTitleRuns } from '../shared-layout/break-title-runs.ts';
import type { BookmarkNames } from './bookmarks.ts';
import { characterTwips } from './measures.ts';
import { plainRun, writeRun, writeRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { element, value } from './xml.ts';

/** What the blocks of one document share while they are written. */
export interface DocumentContext {
  readonly layout: Layout;
  readonly bookmarks: BookmarkNames;
  /** Relationship of the chart with this number, from 1. */
  readonly chartRelationshipId: (number: number) => string;
}

/** Where a block stands among its neighbours. */
export interface BlockPlace {
  readonly pageBreakBefore: boolean;
  readonly beforeSignature: boolean;
  /** A note speaks of the table or chart above it and stays on its page. */
  readonly beforeNote: boolean;
  /** Instance of the list that numbers it, 0 for none. */
  readonly numId: number;
  /** Number of the chart that it draws, from 1. */
  readonly chartNumber: number;
}

export interface ParagraphOptions {
  /** Absent for Normal. */
  readonly style?: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** `w:numPr`, where the style's own does not do. */
  readonly numbering?: string;
  readonly indent?: string;
  /** `w:jc`, where the style's own does not do. */
  readonly alignment?: 'right';
}

/** A paragraph; its properties come in the schema's order. */
export function writeParagraph(options: ParagraphOptions, runs: readonly string[]): string {
  const properties = [
    ...(options.style === undefined ? [] : [value('w:pStyle', options.style)]),
    ...(options.keepNext === true ? [element('w:keepNext')] : []),
    ...(options.pageBreakBefore === true ? [element('w:pageBreakBefore')] : []),
    options.numbering ?? '',
    options.indent ?? '',
    options.alignment === undefined ? '' : value('w:jc', options.alignment),
  ].filter((property) => property !== '');
  return element('w:p', {}, [...(properties.length === 0 ? [] : [element('w:pPr', {}, properties)]), ...runs]);
}

/** A paragraph of one look, such as a caption. */
export function writeStyled(
  context: DocumentContext,
  options: ParagraphOptions & { readonly font: FontRole },
  runs: readonly PrintedRun[],
): string {
  const { font, ...paragraph } = options;
  return writeParagraph(
    paragraph,
    writeRuns(runs, context.bookmarks, (run) => writeRun(run, context.layout, font)),
  );
}

/** The title and the empty line below it. */
export function writeTitle(context: DocumentContext, place: BlockPlace, runs: readonly PrintedRun[]): string {
  const title = writeStyled(
    context,
    { style: styleIds.title, font: 'title', pageBreakBefore: place.pageBreakBefore },
    breakTitleRuns(runs),
  );
  return title + writeParagraph({}, []);
}

type TextBlock = Extract<PrintedBlock, { readonly kind: 'paragraph' }>;

function numberingOf(block: TextBlock, numId: number): string {
  return element('w:numPr', {}, [value('w:ilvl', block.level - 1), value('w:numId', numId)]);
}

/**
 * Body text or a heading. A heading that stands alone takes its number from its style; a run-in heading names the list
 * itself, because Word ties a level of a list to one style only. Both get Word's number, never typed text.
 */
export function writeTextBlock(context: DocumentContext, place: BlockPlace, block: TextBlock): string {
  const { layout, bookmarks } = context;
  const runIn = block.level > 0 && isRunIn(block.runs);
  const own = headingFont(block.level);
  const runs = writeRuns(block.runs, bookmarks, (run) => writeRun(run, layout, runIn && !run.lead ? 'body' : own));
  const common = { pageBreakBefore: place.pageBreakBefore, keepNext: place.beforeSignature };
  if (block.level === 0) return writeParagraph({ ...common, style: styleIds.body }, runs);
  const styleDoes = !runIn && place.numId === 1;
  return writeParagraph(
    {
      ...common,
      style: runIn ? styleIds.runIn : `Heading${block.level}`,
      ...(styleDoes ? {} : { numbering: numberingOf(block, place.numId) }),
    },
    runs,
  );
}

/** 署名 and 成文日期, kept on the page of the last line of the text. */
export function writeSignature(
  context: DocumentContext,
  place: BlockPlace,
  block: Extract<PrintedBlock, { readonly kind: 'signature' }>,
): string {
  const organisations = splitRunLines(block.organisation);
  const places = placeSignature(context.layout.signatureForm, organisations.map(textOf), textOf(block.date));
  const right = (characters: number): string =>
    element('w:ind', {
      'w:rightChars': Math.round(characters * 100),
      'w:right': Math.round(characters * characterTwips(context.layout)),
    });
  const line = (runs: readonly PrintedRun[], characters: number, keepNext: boolean): string =>
    writeStyled(context, { style: styleIds.signature, font: 'body', keepNext, indent: right(characters) }, runs);
  const blank = (count: number): string => writeParagraph({ keepNext: true }, []).repeat(count);
  return (
    writeParagraph({ keepNext: true, pageBreakBefore: place.pageBreakBefore }, []) +
    blank(places.blankLinesAbove - 1) +
    organisations.map((runs, at) => line(runs, places.organisations[at] ?? 0, true)).join('') +
    blank(places.blankLinesBetween) +
    line(block.date, places.date, false)
  );
}

/** 注：… below a table or chart. */
export function writeNote(context: DocumentContext, place: BlockPlace, text: string): string {
  const options = { style: styleIds.note, font: 'body', pageBreakBefore: place.pageBreakBefore } as const;
  return writeStyled(context, options, [plainRun(text)]);
}
