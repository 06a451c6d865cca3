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
}

export interface PrintedCell {
  readonly runs: readonly PrintedRun[];
  readonly colspan: number;
  readonly rowspan: number;
  /** Columns of numbers are set to the right, words to the centre. */
  readonly numeric: boolean;
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
  readonly kind: '柱形图' | '条形图' | '折线图' | '饼图';
  /** Caption, such as `图1 2021年各区县公办学校就读比例`. */
  readonly caption: string;
  readonly unit: string | null;
  /** Decimal places of the values. */
  readonly decimals: number;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly points: readonly PrintedChartPoint[] }[];
}

export type PrintedBlock =
  | { readonly kind: 'title'; readonly runs: readonly PrintedRun[] }
  | { readonly kind: 'recipients'; readonly runs: readonly PrintedRun[] }
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
      /** Such as `表1 2021年各区县随迁子女就读情况`. */
      readonly caption: string;
      readonly unit: string | null;
      readonly rows: readonly PrintedRow[];
    }
  | { readonly kind: 'chart'; readonly chart: PrintedChart }
  /** 注：…: stands right after the block it speaks of. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'signature'; readonly organisation: readonly PrintedRun[]; readonly date: readonly PrintedRun[] }
  | { readonly kind: 'pageBreak' };

export interface PrintedDocument {
  /** The title as plain text, for file names and document properties. */
  readonly title: string;
  readonly blocks: readonly PrintedBlock[];
}
