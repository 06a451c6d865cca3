import { type BoldSwitches, defaultOptions, type LayoutOptions } from './options.ts';

/**
 * Layout numbers of official documents. Sources: GB/T 9704-2012 clauses 5.2 (type area), 7.2–7.3 (elements), 7.5 (page
 * numbers); line pitch, character pitch and footer distance as measured. Twips: 1 pt = 20, 1 mm = 56.693.
 */

/** The part a font plays: 小标宋 title, 仿宋 body, 楷体 level 2, 黑体 level 1, 宋体 page numbers. */
export type FontRole = 'title' | 'body' | 'kai' | 'hei' | 'song';

export interface Layout {
  readonly page: {
    readonly widthTwips: number;
    readonly heightTwips: number;
    readonly topTwips: number;
    readonly bottomTwips: number;
    readonly leftTwips: number;
    readonly rightTwips: number;
    /** Distance of the footer from the page's edge; puts the dash 7 mm below the type area. */
    readonly footerTwips: number;
  };
  /** Exact line pitch; 579 gives 22 lines a page. */
  readonly linePitchTwips: number;
  readonly titlePitchTwips: number;
  readonly tablePitchTwips: number;
  /** Word: size 16 pt, each character tightened by 5 twips; PDF: 15.75 pt untightened. Both give 28 characters a line. */
  readonly bodyHalfPoints: number;
  readonly bodySpacingTwips: number;
  readonly pdfBodyPoints: number;
  readonly titleHalfPoints: number;
  readonly pageNumberHalfPoints: number;
  readonly tableHalfPoints: number;
  readonly linesPerPage: number;
  readonly charactersPerLine: number;
  /** Names written into the Word file, by role. */
  readonly fontNames: Readonly<Record<FontRole, string>>;
  /** Name of the font of digits and Latin letters; null: that of the text around them. */
  readonly latinFontName: string | null;
  readonly pageNumberPlace: LayoutOptions['页码'];
  readonly signatureForm: LayoutOptions['署名'];
  /** Word and WPS only: a character grid of their own (`linesAndChars`). */
  readonly strictGrid: boolean;
  readonly bold: BoldSwitches;
}

/** A4 in millimetres, and as Word rounds it. */
const paper = { width: 210, height: 297, widthTwips: 11906, heightTwips: 16838 } as const;
/** The page number hangs from the type area: this far below it stands the edge of the footer. */
const footerBelowText = 538;

/** Twips of a length in millimetres. */
export function twipsOf(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

const tableHalfPoints = { 四号: 28, 小四: 24, 五号: 21 } as const;
/** 三号, as Word counts it. */
const bodyHalfPoints = 32;
/** Of the lead 三号 of 15.75 pt, of which 28 fill the type area (5.2.3); Word reaches it by tightening 16 pt. */
const tightenedPoints = 15.75;
const tightening = -5;

/** The layout that a bureau's options come to. */
export function layoutOf(options: LayoutOptions): Layout {
  const { 页边距: margins, 行距: linePitchTwips } = options;
  // The type area is what the standard gives; rounding falls to the margins.
  const textHeight = twipsOf(paper.height - margins.上 - margins.下);
  const textWidth = twipsOf(paper.width - margins.左 - margins.右);
  const topTwips = twipsOf(margins.上);
  const rightTwips = twipsOf(margins.右);
  const bottomTwips = paper.heightTwips - topTwips - textHeight;
  const page = {
    widthTwips: paper.widthTwips,
    heightTwips: paper.heightTwips,
    topTwips,
    bottomTwips,
    leftTwips: paper.widthTwips - rightTwips - textWidth,
    rightTwips,
    footerTwips: Math.max(0, bottomTwips - footerBelowText),
  };
  const bodySpacingTwips = options.每行28字 ? tightening : 0;
  const { 标题: title, 正文: body, 楷体: kai, 黑体: hei, 宋体: song } = options.字体;
  return {
    page,
    linePitchTwips,
    titlePitchTwips: options.标题行距 * 20,
    tablePitchTwips: options.表格字号 === '四号' ? 480 : 420,
    bodyHalfPoints,
    bodySpacingTwips,
    pdfBodyPoints: options.每行28字 ? tightenedPoints : bodyHalfPoints / 2,
    titleHalfPoints: 44,
    pageNumberHalfPoints: 28,
    tableHalfPoints: tableHalfPoints[options.表格字号],
    linesPerPage: Math.floor(textHeight / linePitchTwips),
    charactersPerLine: Math.floor(textWidth / (bodyHalfPoints * 10 + bodySpacingTwips)),
    fontNames: { title, body, kai, hei, song },
    latinFontName: options.字体.西文 === '' ? null : options.字体.西文,
    pageNumberPlace: options.页码,
    signatureForm: options.署名,
    strictGrid: options.严格网格,
    bold: options.加粗,
  };
}

/** The page as a section gives it, in twips. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly footer: number;
}

/**
 * The page, upright or across. A page that lies across is the upright one turned, its head at the binding edge (GB/T
 * 9704-2012, clause 11, for odd pages); its number stands below the table, not beside it, which a footer cannot.
 */
export function pageBox({ page }: Pick<Layout, 'page'>, landscape: boolean): PageBox {
  const upright = {
    width: page.widthTwips,
    height: page.heightTwips,
    top: page.topTwips,
    right: page.rightTwips,
    bottom: page.bottomTwips,
    left: page.leftTwips,
    footer: page.footerTwips,
  };
  if (!landscape) return upright;
  return {
    width: upright.height,
    height: upright.width,
    top: upright.left,
    right: upright.top,
    bottom: upright.right,
    left: upright.bottom,
    footer: Math.max(0, upright.right - (upright.bottom - upright.footer)),
  };
}

export const defaultLayout: Layout = layoutOf(defaultOptions);

/** Which font a paragraph's own text (level 0) or heading sentence (1–4) is set in (GB/T 9704-2012, 7.3.3). */
export function headingFont(level: 0 | 1 | 2 | 3 | 4): FontRole {
  return level === 1 ? 'hei' : level === 2 ? 'kai' : 'body';
}

const levelNames = { 1: '一级', 2: '二级', 3: '三级', 4: '四级' } as const;

/** Whether the bureau wants headings of a level bold. */
export function isBoldLevel(layout: Pick<Layout, 'bold'>, level: 0 | 1 | 2 | 3 | 4): boolean {
  return level !== 0 && layout.bold[levelNames[level]];
}
