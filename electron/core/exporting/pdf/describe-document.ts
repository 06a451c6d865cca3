import type { FontRole } from '../../../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { isRunIn, textOf } from '../../../../shared/report/run-text.ts';
import { layAcross } from '../../../../shared/report/sheets.ts';
import { chartFontName } from '../chart/draw-chart.ts';
import { fontKey } from '../fonts/face-coverage.ts';
import { bundledFile, choicesOf, type FontFile, type FontSet, fontRoles } from '../fonts/find-fonts.ts';
import { printableText } from '../fonts/font-runs.ts';
import { chartFace, fallbackFaces, wantedFonts } from '../fonts/wanted-fonts.ts';

import { describeBlock, imageCallback } from './describe-block.ts';
import { headingId } from './describe-contents.ts';
import { describeParagraph, describeText, emptyLine, type PdfContext } from './describe-text.ts';
import { measureLayout, spaceAbovePageNumber } from './pdf-measures.ts';
import type {
  ContentNode,
  DocumentDefinition,
  FontSource,
  Margins,
  SectionNode,
  SvgNode,
  TextNode,
} from './pdfmake-shapes.ts';
import type { PdfInput } from './write-pdf.ts';

/** What a bookmark says of a heading or annex, and on which level it stands; null for other blocks. */
function bookmarkOf(block: PrintedBlock): { readonly level: number; readonly text: string } | null {
  if (block.kind === 'annex') return { level: 1, text: `${block.label} ${textOf(block.title)}` };
  if (block.kind !== 'paragraph' || block.level === 0) return null;
  const sentence = isRunIn(block.runs) ? block.runs.filter((run) => run.lead) : block.runs;
  return { level: block.level, text: `${block.number}${textOf(sentence)}` };
}

/** A bookmark; `path` holds the ids of the headings it stands under. */
function outline(block: PrintedBlock, index: number, path: (string | undefined)[]): Partial<TextNode> {
  const bookmark = bookmarkOf(block);
  if (bookmark === null) return {};
  const parent = path.slice(0, bookmark.level).findLast((id) => id !== undefined);
  const id = headingId(index);
  path.length = bookmark.level;
  path[bookmark.level] = id;
  return {
    id,
    outline: true,
    outlineText: printableText(bookmark.text).replaceAll('\n', ''),
    outlineExpanded: true,
    ...(parent === undefined ? {} : { outlineParentId: parent }),
  };
}

function isDisplay(block: PrintedBlock | undefined): boolean {
  return block?.kind === 'table' || block?.kind === 'chart' || block?.kind === 'note';
}

/** Whether the signature follows, at once or after the list of attachments: no page bears it without a line of the text. */
function precedesSignature(next: PrintedBlock | undefined): boolean {
  return next?.kind === 'signature' || next?.kind === 'attachments';
}

/** What a block owes to its place: page break, space after a table or chart, its last line beside the signature. */
function placeInFlow(
  context: PdfContext,
  nodes: readonly ContentNode[],
  around: readonly (PrintedBlock | undefined)[],
) {
  const [before, block, next] = around;
  const { body, pitch } = context.measures;
  const beginsPage = before?.kind === 'pageBreak' || before?.kind === 'contents' || (before && block?.kind === 'annex');
  const first = {
    ...(beginsPage ? ({ pageBreak: 'before' } as const) : {}),
    ...(isDisplay(before) && block?.kind !== 'note' ? { spaceAbove: (pitch - body) / 2 } : {}),
  };
  const isLinked =
    (block?.kind === 'attachments' && next?.kind === 'signature') ||
    (block?.kind === 'signature' && next?.kind === 'annotation');
  const last = isLinked ? { keepWithNext: true } : precedesSignature(next) ? ({ lastLineStays: true } as const) : {};
  return nodes.map((node, index) => ({
    ...node,
    ...(index === 0 ? first : {}),
    ...(index === nodes.length - 1 && 'text' in node ? last : {}),
  }));
}

/** A block with its place in the document. */
interface Placed {
  readonly block: PrintedBlock;
  readonly index: number;
}

/** Pages of one orientation, and what stands on them. */
interface Sheets {
  readonly landscape: boolean;
  readonly blocks: readonly Placed[];
}

/** A break before the first block, after the last, or right after another would print an empty page. */
function withoutIdleBreaks(blocks: readonly PrintedBlock[]): readonly Placed[] {
  const kept = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block, index }) => {
      if (block.kind !== 'pageBreak') return true;
      return index > 0 && index < blocks.length - 1 && blocks[index + 1]?.kind !== 'pageBreak';
    });
  return kept[0]?.block.kind === 'pageBreak' ? kept.slice(1) : kept;
}

/** The blocks by the orientation of their pages: an annex across the page ends with the next annex or the imprint. */
function divideSheets(blocks: readonly Placed[]): readonly Sheets[] {
  const sheets: { landscape: boolean; blocks: Placed[] }[] = [];
  const across = layAcross(blocks.map(({ block }) => block));
  for (const [at, placed] of blocks.entries()) {
    const landscape = across[at] === true;
    const last = sheets.at(-1);
    if (last?.landscape === landscape) last.blocks.push(placed);
    else sheets.push({ landscape, blocks: [placed] });
  }
  return sheets;
}

function describeSheets(context: PdfContext, { blocks }: Sheets, path: (string | undefined)[]): readonly ContentNode[] {
  const content = blocks.flatMap(({ block, index }, at) => {
    const around = [blocks[at - 1]?.block, block, blocks[at + 1]?.block];
    const nodes = describeBlock(context, block, blocks[at + 1]?.block);
    const placed = placeInFlow(context, nodes, around);
    const marked = outline(block, index, path);
    return placed.map((node, each) => (each === 0 && 'text' in node ? { ...node, ...marked } : node));
  });
  return content.length > 0 ? content : [emptyLine(context)];
}

function describeContent(context: PdfContext, blocks: readonly PrintedBlock[]): DocumentDefinition['content'] {
  const path: (string | undefined)[] = [];
  const sheets = divideSheets(withoutIdleBreaks(blocks));
  if (sheets.length === 0) return [emptyLine(context)];
  const [only, ...others] = sheets;
  if (only !== undefined && others.length === 0 && !only.landscape) return describeSheets(context, only, path);
  return sheets.map((each): SectionNode => {
    const measures = measureLayout(context.layout, each.landscape);
    const [left, top, right, bottom] = measures.margins;
    return {
      section: describeSheets({ ...context, measures }, each, path),
      pageOrientation: each.landscape ? 'landscape' : 'portrait',
      pageMargins: { left, top, right, bottom },
    };
  });
}

/** “— 1 —” at the outer edge, one character in: right on odd pages, left on even ones (7.5), or as the bureau wants it. */
function describePageNumber(context: PdfContext, page: number): TextNode | null {
  const place = context.layout.pageNumberPlace;
  if (place === '不编') return null;
  const { pageNumber: size, margins } = context.measures;
  const [left, , right] = margins;
  const odd = page % 2 === 1;
  const top = spaceAbovePageNumber(context.fonts.song.file, size);
  const inset = place === '居中' ? 0 : size;
  const margin: Margins = [left + (odd ? 0 : inset), top, right + (odd ? inset : 0), 0];
  const text = describeText(context, `— ${page} —`, 'song');
  return {
    ...describeParagraph(context, text, { size, pitch: size }),
    margin,
    alignment: place === '居中' ? 'center' : odd ? 'right' : 'left',
  };
}

/** 草稿 across a page, under its text. */
function describeDraftMark({ width, height }: { readonly width: number; readonly height: number }): SvgNode {
  const [x, y] = [width / 2, height / 2];
  const look = `font-family="${chartFontName}" font-size="160" fill="#d9d9d9" text-anchor="middle"`;
  const text = `<text x="${x}" y="${y + 56}" transform="rotate(-45 ${x} ${y})" ${look}>草稿</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${text}</svg>`;
  return { svg, width, height, options: { imageCallback } };
}

function fontSources(fonts: FontSet): Readonly<Record<string, FontSource>> {
  const bundled = [...Object.values(wantedFonts).map((font) => font.bundled), ...fallbackFaces].map(bundledFile);
  const latin = fonts.latin === null ? [] : [fonts.latin];
  const files: readonly FontFile[] = [...choicesOf(fonts).map((choice) => choice.file), ...latin, ...bundled];
  const sources = files.map((file): readonly [string, FontSource] => [
    fontKey(file),
    file.postscriptName === null ? file.path : [file.path, file.postscriptName],
  ]);
  return { ...Object.fromEntries(sources), [chartFontName]: bundledFile(chartFace).path };
}

/** The pdfmake definition of a document, and the fonts it names. */
export function describeDocument(input: PdfInput): {
  readonly definition: DocumentDefinition;
  readonly fonts: Readonly<Record<string, FontSource>>;
  /** By role, the characters that its font lacked. */
  readonly fellBack: ReadonlyMap<FontRole, ReadonlySet<string>>;
} {
  const measures = measureLayout(input.layout);
  const { layout, fonts, pictures, pages } = input;
  const fellBack = new Map(fontRoles.map((role) => [role, new Set<string>()]));
  const context: PdfContext = { layout, measures, fonts, pictures, pages, fellBack };
  const across: PdfContext = { ...context, measures: measureLayout(layout, true) };
  const definition: DocumentDefinition = {
    pageSize: { width: measures.pageWidth, height: measures.pageHeight },
    pageMargins: measures.margins,
    language: 'zh-CN',
    displayTitle: true,
    // pdfkit derives an id from the date; render-definition.ts takes both out again.
    info: { title: input.document.title, producer: '汇稿', creator: '汇稿', creationDate: new Date(0) },
    defaultStyle: { font: fontKey(input.fonts.body.file), fontSize: measures.body },
    footer: (page, _, size) => describePageNumber(size.orientation === 'landscape' ? across : context, page),
    ...(input.isDraft ? { background: (_, size) => describeDraftMark(size) } : {}),
    content: describeContent(context, input.document.blocks),
  };
  return { definition, fonts: fontSources(input.fonts), fellBack };
}
