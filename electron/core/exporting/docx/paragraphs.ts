import { type FontRole, headingFont, isBoldLevel } from '../../../../shared/gongwen/layout.ts';
import { placeSignature } from '../../../../shared/gongwen/signature.ts';
import { breakTitleRuns } from '../../../../shared/report/break-title-runs.ts';
import type { PrintedBlock, PrintedRun } from '../../../../shared/report/printed.ts';
import { isRunIn, splitRunLines, textOf } from '../../../../shared/report/run-text.ts';
import { markSeries } from '../../../../shared/report/series-runs.ts';
import type { BlockPlace, DocumentContext } from './context.ts';
import { characterTwips } from './measures.ts';
import { plainRun, writeRun, writeRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { element, value } from './xml.ts';

export interface ParagraphOptions {
  /** Absent for Normal. */
  readonly style?: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** `w:numPr`, where the style's own does not do. */
  readonly numbering?: string;
  /** `w:pBdr` */
  readonly borders?: string;
  /** `w:tabs` */
  readonly tabs?: string;
  /** `w:spacing`, where the style's own does not do. */
  readonly spacing?: string;
  readonly indent?: string;
  /** `w:jc`, where the style's own does not do. */
  readonly alignment?: 'left' | 'center' | 'right';
}

/** A paragraph; its properties come in the schema's order (CT_PPrBase). */
export function writeParagraph(options: ParagraphOptions, runs: readonly string[]): string {
  const properties = [
    ...(options.style === undefined ? [] : [value('w:pStyle', options.style)]),
    ...(options.keepNext === true ? [element('w:keepNext')] : []),
    ...(options.pageBreakBefore === true ? [element('w:pageBreakBefore')] : []),
    options.numbering ?? '',
    options.borders ?? '',
    options.tabs ?? '',
    options.spacing ?? '',
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

/** Indents counted in characters of body text; the twips serve readers that do not know characters. */
export function indentCharacters(
  context: DocumentContext,
  indent: Partial<Readonly<Record<'left' | 'right' | 'hanging' | 'firstLine', number>>>,
): string {
  const attributes = Object.entries(indent).flatMap(([side, characters]) => [
    [`w:${side}Chars`, Math.round(characters * 100)],
    [`w:${side}`, Math.round(characters * characterTwips(context.layout))],
  ]);
  return element('w:ind', Object.fromEntries(attributes));
}

/** Empty lines of body text, kept with what follows. */
export function writeBlankLines(count: number, options: ParagraphOptions = {}): string {
  const first = writeParagraph({ keepNext: true, ...options }, []);
  return count < 1 ? '' : first + writeParagraph({ keepNext: true }, []).repeat(count - 1);
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
  const isHeading = (run: PrintedRun): boolean => block.level > 0 && (!runIn || run.lead);
  // A heading that stands alone is bold by its style, which a person may change.
  const isBold = runIn && isBoldLevel(layout, block.level);
  const wanted = block.level === 0 || runIn ? layout.bold.一是二是 : '不加粗';
  const prose = markSeries(block.runs, wanted).map((run) => ({ ...run, bold: run.bold || run.inSeries }));
  const runs = writeRuns(prose, bookmarks, (run) =>
    writeRun(isHeading(run) && isBold ? { ...run, bold: true } : run, layout, isHeading(run) ? own : 'body'),
  );
  const common = { pageBreakBefore: place.pageBreakBefore, keepNext: place.keepNext };
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
  const line = (runs: readonly PrintedRun[], characters: number, keepNext: boolean): string => {
    const indent = indentCharacters(context, { right: characters });
    return writeStyled(context, { style: styleIds.signature, font: 'body', keepNext, indent }, runs);
  };
  return (
    writeBlankLines(places.blankLinesAbove, { pageBreakBefore: place.pageBreakBefore }) +
    organisations.map((runs, at) => line(runs, places.organisations[at] ?? 0, true)).join('') +
    writeBlankLines(places.blankLinesBetween) +
    line(block.date, places.date, place.keepNext)
  );
}

/** 注：… below a table or chart. */
export function writeNote(context: DocumentContext, place: BlockPlace, text: string): string {
  const options = { style: styleIds.note, font: 'body', pageBreakBefore: place.pageBreakBefore } as const;
  return writeStyled(context, options, [plainRun(text)]);
}
