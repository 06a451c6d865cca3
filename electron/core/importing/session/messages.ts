import type { ImportReview } from '../../../../shared/api/import-review.ts';
import type { Merge } from '../grid.ts';
import type { ImportMapping } from '../mapping.ts';
import type { ImportStatus, StagedCell } from '../staged-import.ts';

/** What an import's thread is started with. It opens the data file by a connection of its own. */
export interface ImportThreadData {
  readonly workspacePath: string;
  readonly byWhom: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** The period that the person gave for the whole file; null when the file says it. */
  readonly period: string | null;
}

/** What the person said of the file: answers and corrections, and formulas of the rules that are to be kept. */
export interface ImportSaid {
  readonly mapping: ImportMapping;
  readonly rules: readonly string[];
}

/** What the backend asks of it; `seq` pairs an answer with its question. */
export type ImportOrder =
  | ({ readonly kind: 'answer' } & ImportSaid)
  | { readonly kind: 'commit' }
  /** Stages again where the data file changed since; the reply says whether it did. */
  | { readonly kind: 'look'; readonly seq: number }
  | {
      readonly kind: 'rows';
      readonly seq: number;
      readonly sheet: number;
      readonly from: number;
      readonly count: number;
    }
  | {
      readonly kind: 'cells';
      readonly seq: number;
      readonly status: ImportStatus | null;
      readonly from: number;
      readonly count: number;
    };

export type ImportStep = 'reading' | 'staging' | 'writing';

export interface RowsReply {
  readonly rows: string[][];
  /** What each cell was taken for; empty while nothing was recognised yet. */
  readonly roles: string[][];
  readonly merges: Merge[];
}
export interface CellsReply {
  readonly cells: (Pick<
    StagedCell,
    'cell' | 'region' | 'indicator' | 'period' | 'text' | 'value' | 'status' | 'before' | 'note'
  > & {
    readonly problem: string | null;
  })[];
  readonly all: number;
}

export interface ImportDone {
  readonly sourceId: number | null;
  readonly written: number;
  readonly newRegions: number;
  readonly newIndicators: number;
}

/** What it tells: each change of its state, and answers. */
export type ImportReport =
  | { readonly kind: 'working'; readonly step: ImportStep; readonly done: number; readonly all: number }
  /** The first rows of a sheet, to be looked at while the rest is read. */
  | { readonly kind: 'first'; readonly sheet: number; readonly reply: RowsReply }
  /** `refusal`: why what the person wanted last was not done. */
  | { readonly kind: 'ready'; readonly review: ImportReview; readonly refusal: string | null }
  | ({ readonly kind: 'done'; readonly fileName: string } & ImportDone)
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'look'; readonly seq: number }
  | { readonly kind: 'rows'; readonly seq: number; readonly reply: RowsReply }
  | { readonly kind: 'cells'; readonly seq: number; readonly reply: CellsReply };
