/** The parts of pdfmake 0.3.11 that we build on, as its sources have them (it ships no types). Points throughout. */

export interface EmbeddedFont {
  ascender: number;
  descender: number;
  lineGap: number;
  widthOfString(text: string, size: number): number;
  /** Thousandths of an em in a unit of the font. */
  readonly scale: number;
  /** The fontkit font. */
  readonly font: {
    layout(text: string): {
      readonly glyphs: readonly {
        readonly advanceWidth: number;
        readonly bbox: { readonly minX: number; readonly maxX: number; readonly minY: number; readonly maxY: number };
      }[];
    };
  };
}

/** What is drawn in one go; ours are the pieces of segment-text.ts. */
export interface Inline {
  text: string;
  font: EmbeddedFont;
  fontSize: number;
  alignment: string;
  background: string | null;
  width: number;
  height: number;
  x: number;
  leadingIndent?: number;
  /** Ours: drawn with an outline, see embolden.ts. */
  emboldened?: boolean;
  leadingCut: number;
  trailingCut: number;
  lineEnd?: boolean;
  /** Ours: whether a line may end here. */
  breakAfter?: boolean;
  /** Ours: how far into its cell the glyphs begin (a dash narrower than its two characters). */
  inset?: number;
  /** Ours: dots that fill the line up to what follows (the page in a line of the 目录). */
  leader?: true;
}

export interface LineShape {
  readonly inlines: Inline[];
  maxWidth: number;
  inlineWidths: number;
  leadingCut: number;
  trailingCut: number;
  newLineForced?: boolean;
  lastLineInParagraph?: boolean;
  readonly _outline?: { readonly id: string };
  getHeight(): number;
}

/** A run as it stands in the document definition. */
export interface TextRun {
  readonly text: string;
  readonly font: string;
  readonly background?: string;
  readonly color?: string;
  /** Ours: drawn with an outline, see embolden.ts. */
  readonly emboldened?: true;
  /** Ours: of a blank that dots fill. */
  readonly leader?: true;
  /** Id of the node that a click leads to. */
  readonly linkToDestination?: string;
}

export type Margins = readonly [left: number, top: number, right: number, bottom: number];

interface NodeStyle {
  readonly margin?: Margins;
  readonly alignment?: 'left' | 'right' | 'center' | 'justify';
  readonly pageBreak?: 'before';
  /** Ours: never the last thing on a page (headings, captions above tables). */
  readonly keepWithNext?: boolean;
  /** Ours: the last line of this node stays on the page of what follows (the attachments, the signature). */
  readonly lastLineStays?: true;
  /** Ours: points above this node, except at the top of a page. */
  readonly spaceAbove?: number;
}

export interface TextNode extends NodeStyle {
  readonly text: readonly TextRun[];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly leadingIndent?: number;
  readonly outline?: boolean;
  readonly outlineText?: string;
  readonly outlineExpanded?: boolean;
  readonly outlineParentId?: string;
  readonly id?: string;
}

export interface CellNode extends TextNode {
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly verticalAlignment?: 'middle';
}

export interface TableNode extends NodeStyle {
  readonly table: {
    readonly headerRows: number;
    readonly keepWithHeaderRows: number;
    readonly dontBreakRows: boolean;
    readonly widths: readonly number[];
    readonly body: readonly (readonly (CellNode | Record<string, never>)[])[];
  };
  readonly layout: TableLines;
  /** Ours: height of the rows that stand on the caption's page. */
  readonly leadHeight: number;
  /** Ours: height of the last row, where the node below the table stays with that row. */
  readonly lastRowHeight?: number;
}

/** pdfmake's table layout callbacks. */
export interface TableLines {
  readonly hLineWidth: (row: number) => number;
  readonly vLineWidth: (column: number) => number;
  readonly hLineColor: () => string;
  readonly vLineColor: () => string;
  readonly paddingLeft: () => number;
  readonly paddingRight: () => number;
  readonly paddingTop: () => number;
  readonly paddingBottom: () => number;
}

export interface SvgNode extends NodeStyle {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly options: { readonly imageCallback: () => never };
}

/** A straight line. */
export interface RuleNode extends NodeStyle {
  readonly canvas: readonly [
    {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly lineWidth: number;
      readonly lineColor: string;
    },
  ];
}

/** A picture; `image` is a data address. */
export interface ImageNode extends NodeStyle {
  readonly image: string;
  readonly width: number;
  readonly height: number;
}

/** Nodes at a place of the page, which take no room in the flow. */
export interface PlacedNode extends NodeStyle {
  readonly stack: readonly ContentNode[];
  readonly absolutePosition: { readonly x: number; readonly y: number };
  /** Ours: points that must be free at the foot of the page, else the nodes stand on the next one. */
  readonly needsRoom: number;
}

export type ContentNode = TextNode | TableNode | SvgNode | RuleNode | ImageNode | PlacedNode;

/** Pages of one orientation. */
export interface SectionNode {
  readonly section: readonly ContentNode[];
  readonly pageOrientation: 'portrait' | 'landscape';
  readonly pageMargins: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

export interface DocumentDefinition {
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly pageMargins: Margins;
  readonly language: string;
  readonly displayTitle: boolean;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly defaultStyle: { readonly font: string; readonly fontSize: number };
  readonly footer: (page: number, pages: number, size: { readonly orientation: string }) => TextNode | null;
  readonly background?: (page: number, size: { readonly width: number; readonly height: number }) => SvgNode;
  readonly content: readonly (ContentNode | SectionNode)[];
}

/** A node while it is laid out. */
export interface LaidOutNode {
  readonly text?: unknown;
  readonly svg?: unknown;
  readonly section?: unknown;
  readonly table?: { readonly body: readonly unknown[] };
  stack?: LaidOutNode[];
  positions: unknown[];
  readonly pageBreak?: string;
  readonly keepWithNext?: boolean;
  readonly lastLineStays?: true;
  /** Ours: points that must be free below the last line, for what that line stays with. */
  roomBelow?: number;
  readonly spaceAbove?: number;
  readonly needsRoom?: number;
  readonly leadHeight?: number;
  readonly lastRowHeight?: number;
  /** Ours: points that must be free for the last row and what is kept with it. */
  roomForLastRow?: number;
  _inlines?: Inline[];
  _margin?: Margins | null;
  _height?: number;
  /** Ours: the paragraph goes on after these inlines, on the next page. */
  continues?: boolean;
}

export interface LayoutContext {
  readonly availableWidth: number;
  readonly availableHeight: number;
  readonly y: number;
  readonly pageMargins: { readonly top: number; readonly bottom: number };
  moveDown(points: number): void;
  getCurrentPage(): { readonly pageSize: { readonly height: number } };
}

export interface LayoutWriter {
  context(): LayoutContext;
  moveToNextPage(): void;
}

export interface LayoutBuilderShape {
  readonly writer: LayoutWriter;
  processNode(node: LaidOutNode): void;
  processLeaf: (this: LayoutBuilderShape, node: LaidOutNode) => void;
  processVerticalContainer(node: LaidOutNode): void;
  buildNextLine: (this: LayoutBuilderShape, node: LaidOutNode) => LineShape | null;
}

/** pdfmake's drawing of one table. */
export interface TableProcessorShape {
  readonly tableNode: LaidOutNode;
  readonly headerRows: number;
  beginRow: (this: TableProcessorShape, row: number, writer: LayoutWriter) => void;
  drawHorizontalLine(row: number, writer: LayoutWriter): void;
}

/** The pdfkit document that pdfmake returns. */
export interface PdfKitDocument {
  readonly info: { readonly CreationDate: Date };
  _id: Buffer;
  on(event: 'data', listener: (chunk: Buffer) => void): void;
  on(event: 'end', listener: () => void): void;
  on(event: 'error', listener: (problem: Error) => void): void;
  end(): void;
}

/** A font file, or a face in a collection by its PostScript name. */
export type FontSource = string | readonly [path: string, postscriptName: string];
