import type { Observation } from '../../../shared/figures/catalogue.ts';
import type { LocalDate, Period } from '../../../shared/figures/period.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { ImportQuestion } from './mapping.ts';
import type { RecognisedTable } from './recognised-table.ts';

/** What becomes of a cell: `new`, `changed` and a `missing` that the table states by a sign are written, nothing else is. */
export const importStatuses = [
  'new',
  'same',
  'changed',
  'missing',
  'unreadable',
  'unknown-region',
  'unknown-indicator',
  'unit-differs',
  'duplicate',
  'derived',
  /** A total that is not the sum of its parts in the file, or a sum of no region or indicator of its own. */
  'total',
  /** Waits for an answer. */
  'asked',
  /** Would be written, but its period is 定稿. */
  'locked',
  /** The person said to leave it out. */
  'left-out',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export interface StagedCell {
  /** `Sheet1!C9` */
  readonly cell: string;
  readonly table: string;
  readonly row: number;
  readonly column: number;
  /** Name in the catalogue, else as written. */
  readonly region: string;
  readonly indicator: string;
  /** Null while they are not known; below 0 of what the commit makes, see `provisionalThings`. */
  readonly regionId: number | null;
  readonly indicatorId: number | null;
  /** Empty while it is not known. */
  readonly period: string;
  /** As the file shows it. */
  readonly text: string;
  /** Decimal text in the indicator's unit; null when there is no value. */
  readonly value: string | null;
  readonly status: ImportStatus;
  /** What the data file holds now; null when nothing or the same. */
  readonly before: string | null;
  /** Why it is not written; null when it is, or when there is nothing to write. */
  readonly problem: Failure | null;
  /** What was done to the figure, for a person to see: converted, rounded as shown, recomputed. */
  readonly note: string | null;
  /** Id of the question that it waits for; null for none. */
  readonly question: string | null;
  readonly write: StagedWrite | null;
}
export interface StagedWrite {
  /** Below 0: of an indicator or region that the commit makes; see `provisionalThings`. */
  readonly indicatorId: number;
  readonly regionId: number;
  readonly period: Period;
  readonly cell: Observation['cell'];
  /** 截至日; absent keeps the recorded one. */
  readonly asOf?: LocalDate;
}

/** A stated sum beside the sum of its parts, both decimal text. */
export interface TotalComparison {
  readonly cell: string;
  readonly label: string;
  readonly stated: string;
  readonly sum: string;
  readonly agrees: boolean;
}

/** A rule that the headers of a table suggest. */
export interface ProposedRule {
  readonly name: string;
  readonly formula: string;
  readonly family: '合计=分项' | '其中≤总';
}

export interface StagedImport {
  readonly tables: readonly RecognisedTable[];
  readonly cells: readonly StagedCell[];
  /** Everything that waits for the person: of the structure and of single cells; each once. */
  readonly questions: readonly ImportQuestion[];
  readonly totals: readonly TotalComparison[];
  readonly proposedRules: readonly ProposedRule[];
  /** What was assumed and not stated, as sentences. */
  readonly assumptions: readonly string[];
}
