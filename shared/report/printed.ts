import type { ImprintPart, LetterheadPart } from './official.ts';

/**
 * The printed document: what a reader sees, block by block, with every number and heading number already text. It is
 * made by `printDocument` from a document and its figures, and is the one thing that the page, DOCX and PDF draw from.
 */

/** A stretch of text of one look. `figureId` names the figure it prints; `gap` says how it failed to print a value. */
export interface PrintedRun {
  readonly text: string;
  /** Part of the heading sentence of a run-in heading (接排): set in the heading's font. */
  readonly lead: boolean;
  readonly bold: boolean;
  readonly figureId: string | null;
  /** 待填: 【待填：…】; 无法计算: 【无法计算：…】; null for text and printed values. */
  readonly gap: '待填' | '无法计算' | null;
  /** 固定: a number that the writer declared to be no figure. */
  readonly isConstant?: true | undefined;
  /** Of a figure whose text a person set by hand: what it would print. */
  readonly overrides?: string | undefined;
  /** Of a run that names a table, chart or picture (`表1`): the id of that block. */
  readonly reference?: string | undefined;
}

export interface PrintedCell {
  readonly runs: readonly PrintedRun[];
  readonly colspan: number;
  readonly rowspan: number;
  /** Columns of numbers are set to the right, words to the centre. */
  readonly numeric: boolean;
  /** Of a column that holds sentences, which begin at the left. */
  readonly isSentence?: true | undefined;
}

export interface PrintedRow {
  readonly role: 'header' | 'body' | 'total';
  readonly cells: readonly PrintedCell[];
}

export interface PrintedChartPoint {
  readonly figureId: string;
  /** The printed decimal (`80.76`), for drawing and for the workbook; null where there is none. */
  readonly decimal: string | null;
  /** What the data label shows (`80.76%`). */
  readonly text: string;
}

/** The one chart model: ECharts on screen and in PDF, native chart in Word. */
export interface PrintedChart {
  /** Unique in the document; letters and digits. */
  readonly id: string;
  readonly kind: '柱形图' | '条形图' | '折线图' | '饼图' | '组合图';
  /** What the caption begins with, such as `图1`; a chart that stands alone has none. */
  readonly label?: string | undefined;
  /** Caption with its label, such as `图1 2021年各区县公办学校就读比例`. */
  readonly caption: string;
  readonly unit: string | null;
  /** Of a 组合图: unit of the axis at the right. */
  readonly secondUnit?: string | undefined;
  /** Decimal places of the values. */
  readonly decimals: number;
  readonly categories: readonly string[];
  readonly series: readonly PrintedSeries[];
}

export interface PrintedSeries {
  readonly name: string;
  readonly points: readonly PrintedChartPoint[];
  /** Of a 组合图 only. */
  readonly shape?: '柱' | '线' | undefined;
  readonly onSecondAxis?: true | undefined;
}

/** A line of the 版头 or 版记. */
export interface PrintedPart<Part> {
  readonly part: Part;
  readonly runs: readonly PrintedRun[];
}

/** A line of the 目录. */
export interface ContentsEntry {
  readonly level: 1 | 2 | 3;
  /** With its number: `一、基本情况`, `附件1 …`. */
  readonly text: string;
  /** Position of the heading or annex among the blocks of the document. */
  readonly block: number;
}

export type PrintedBlock =
  | { readonly kind: 'title'; readonly runs: readonly PrintedRun[] }
  | { readonly kind: 'letterhead'; readonly parts: readonly PrintedPart<LetterheadPart>[] }
  | { readonly kind: 'recipients'; readonly runs: readonly PrintedRun[] }
  | { readonly kind: 'contents'; readonly depth: number; readonly entries: readonly ContentsEntry[] }
  /** `number` is the computed heading number with its mark (`一、` `（一）` `1.` `（1）`), empty for body text. */
  | {
      readonly kind: 'paragraph';
      readonly level: 0 | 1 | 2 | 3 | 4;
      /** Position among its siblings, from 1; 0 for body text. */
      readonly ordinal: number;
      readonly number: string;
      readonly runs: readonly PrintedRun[];
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      /** What the caption begins with, such as `表1`. */
      readonly label?: string | undefined;
      /** With its label, such as `表1 2021年各区县随迁子女就读情况`. */
      readonly caption: string;
      readonly unit: string | null;
      readonly rows: readonly PrintedRow[];
    }
  | { readonly kind: 'chart'; readonly chart: PrintedChart }
  | {
      readonly kind: 'image';
      readonly id: string;
      readonly label?: string | undefined;
      readonly caption: string;
      readonly sha256: string;
      readonly alternative: string;
      readonly widthMillimetres: number | null;
    }
  /** 注：…: stands right after the block it speaks of. */
  | { readonly kind: 'note'; readonly text: string }
  /** 附件说明: the names in their order, those of the annexes first. */
  | { readonly kind: 'attachments'; readonly names: readonly (readonly PrintedRun[])[] }
  | { readonly kind: 'signature'; readonly organisation: readonly PrintedRun[]; readonly date: readonly PrintedRun[] }
  /** 附注, without its brackets. */
  | { readonly kind: 'annotation'; readonly runs: readonly PrintedRun[] }
  /** Begins an annex, which runs to the next one, to the imprint or to the end. `label` is `附件`, or `附件1` of several. */
  | {
      readonly kind: 'annex';
      readonly label: string;
      readonly title: readonly PrintedRun[];
      readonly landscape: boolean;
    }
  | { readonly kind: 'imprint'; readonly parts: readonly PrintedPart<ImprintPart>[] }
  | { readonly kind: 'pageBreak' };

export interface PrintedDocument {
  /** The title as plain text, for file names and document properties. */
  readonly title: string;
  readonly blocks: readonly PrintedBlock[];
}
