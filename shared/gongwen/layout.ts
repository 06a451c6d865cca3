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
}

export const defaultLayout: Layout = {
  page: {
    widthTwips: 11906,
    heightTwips: 16838,
    topTwips: 2098,
    bottomTwips: 1984,
    leftTwips: 1588,
    rightTwips: 1474,
    footerTwips: 1446,
  },
  linePitchTwips: 579,
  titlePitchTwips: 640,
  tablePitchTwips: 420,
  bodyHalfPoints: 32,
  bodySpacingTwips: -5,
  pdfBodyPoints: 15.75,
  titleHalfPoints: 44,
  pageNumberHalfPoints: 28,
  tableHalfPoints: 24,
  linesPerPage: 22,
  charactersPerLine: 28,
  fontNames: { title: '方正小标宋简体', body: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', song: '宋体' },
};

/** Which font a paragraph's own text (level 0) or heading sentence (1–4) is set in (GB/T 9704-2012, 7.3.3). */
export function headingFont(level: 0 | 1 | 2 | 3 | 4): FontRole {
  return level === 1 ? 'hei' : level === 2 ? 'kai' : 'body';
}
