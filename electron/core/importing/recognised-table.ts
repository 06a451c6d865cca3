import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import type { LocalDate, Period } from '../../../shared/figures/period.ts';
import type { ImportQuestion } from './mapping.ts';

/** Where a table says which region, indicator or period its figures are of. */
export type AxisPlace = 'rows' | 'columns' | 'table';

/** How a text was found to mean something of the catalogue. `answer`: the person said so. `assumed`: shown to the person, who may correct it. */
export type FoundBy = 'name' | 'alias' | 'code' | 'dimensions' | 'total' | 'answer' | 'assumed';

export type Naming<Thing> =
  | { readonly kind: 'known'; readonly thing: Thing; readonly text: string; readonly by: FoundBy }
  /** A name that the catalogue lacks; a question asks what it is. */
  | { readonly kind: 'unknown'; readonly text: string }
  /** The person said to leave it out. */
  | { readonly kind: 'left-out'; readonly text: string };

/**
 * What a row or column holds. `data`: figures. `total`: figures that claim to be the sum of other lines, and are those of
 * their parent. `subtotal`: such sums that are of no region or indicator of their own, never imported. The others hold
 * no figures: names, codes, units, remarks, running numbers, days, drop-down lists in the margin, blanks, notes.
 */
export type LineRole =
  | 'data'
  | 'total'
  | 'subtotal'
  | 'name'
  | 'code'
  | 'unit'
  | 'remark'
  | 'order'
  | 'date'
  | 'margin'
  | 'blank'
  | 'note'
  /** The person said to leave it out. */
  | 'left-out';

/** One row of the body, or one column of the table. */
export interface Line {
  /** Row or column of the sheet, from 0. */
  readonly index: number;
  readonly role: LineRole;
  /** Header texts, merged ones spread, outermost first, folded: `小学`, `其中`, `公办`. */
  readonly path: readonly string[];
  /** Null where the line says nothing of it. */
  readonly region: Naming<Region> | null;
  readonly indicator: Naming<Indicator> | null;
  readonly period: Period | null;
  /** What stands where its period should, when that names none. */
  readonly unreadPeriod?: string;
  /** A row of figures beside which no name stands at all. */
  readonly isNameless?: boolean;
  /** A row of texts above it that seems to open another part of the table. */
  readonly brokenBy?: number;
  /** Unit that stands in the line's heading or in a unit column beside it, as written. */
  readonly unit: string | null;
  /** The line that this one is an 其中 of; its index. */
  readonly partOf: number | null;
  /** Indexes of the lines whose sum this one claims to be; empty for none. */
  readonly sumOf: readonly number[];
}

/** 表: where one table stands in a sheet, and what each row and column of it means. */
export interface RecognisedTable {
  /** Names it within the file, and stays when the person corrects something: `Sheet1#1`. */
  readonly id: string;
  /** Place in `grid.sheets`. */
  readonly sheet: number;
  /** Rows and columns of the sheet, from 0, both ends included. Equal first and last less one: no header rows. */
  readonly header: { readonly first: number; readonly last: number };
  readonly body: { readonly first: number; readonly last: number };
  readonly span: { readonly first: number; readonly last: number };
  /** Texts above the header, from top to bottom, and notes below the body. */
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly axes: { readonly region: AxisPlace; readonly indicator: AxisPlace; readonly period: AxisPlace };
  /** Every row of the body and every column of the span. */
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /**
   * Where rows name items and columns name measures: what each pair of them means, by `row:column`. It goes before what
   * the lines say by themselves. Empty in every other table.
   */
  readonly crossed: ReadonlyMap<string, Naming<Indicator>>;
  /** What holds for the whole table, where the axis is `table`; null where it is not, or where a question asks for it. */
  readonly region: Naming<Region> | null;
  readonly indicator: Naming<Indicator> | null;
  readonly period: Period | null;
  /** Units that the titles list. */
  readonly units: readonly string[];
  /** 截至日 that the titles state. */
  readonly asOf: LocalDate | null;
  /** Equal for files of the same layout, whatever their period, region and figures. */
  readonly fingerprint: string;
  /** Name of the region that the titles, or else the bureau, speak of; empty where that is not one. */
  readonly about: string;
  /** What only a person can say, of the structure. */
  readonly questions: readonly ImportQuestion[];
}
