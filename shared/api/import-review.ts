import { z } from 'zod';
import { ImportAnswer, ImportMapping, NewIndicator } from './import-mapping.ts';

/** A cell of the file; sheet, row and column count from 0. */
const CellPlace = z.strictObject({ sheet: z.int(), row: z.int(), column: z.int() });

export const ImportQuestionView = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'period',
    'table-region',
    'table-indicator',
    'region',
    'indicator',
    'mixed-percent',
    'unit',
    'total',
    'formula',
  ]),
  /** The question as a sentence, and what it is about. */
  title: z.string(),
  detail: z.string().nullable(),
  /** Answers to choose from: what the button says, and the answer that it gives. */
  choices: z.array(z.strictObject({ label: z.string(), answer: ImportAnswer })),
  /** The indicator that may be added; its unit is empty where neither the file nor the catalogue tells it. */
  proposal: NewIndicator.nullable(),
  /** Names of the catalogue to choose from besides; null where none fits. */
  names: z.enum(['regions', 'indicators', 'periods']).nullable(),
  /** How many cells wait for it. */
  cells: z.int(),
  /** What it is about: the name that nobody knows, else the first cell that waits. */
  at: CellPlace.nullable(),
  answer: ImportAnswer.nullable(),
});
export type ImportQuestionView = z.infer<typeof ImportQuestionView>;

/** What was found in the file and what would become of it. */
export const ImportReview = z.strictObject({
  fileName: z.string(),
  notices: z.array(z.string()),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      visibility: z.enum(['visible', 'hidden', 'very-hidden']),
      isRead: z.boolean(),
      rows: z.int(),
      columns: z.int(),
    }),
  ),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      sheet: z.int(),
      /** Sheet and cells: `Sheet1 A3:E12`. */
      name: z.string(),
      header: z.strictObject({ first: z.int(), last: z.int() }),
      body: z.strictObject({ first: z.int(), last: z.int() }),
    }),
  ),
  questions: z.array(ImportQuestionView),
  /** How stated sums compare with those of their parts; of those that differ the first ones, and how many all are. */
  totals: z.strictObject({
    agreeing: z.int(),
    differing: z.int(),
    first: z.array(z.strictObject({ cell: z.string(), stated: z.string(), sum: z.string() })),
  }),
  proposedRules: z.array(z.strictObject({ name: z.string(), formula: z.string(), family: z.string() })),
  /** Formulas of those that the person wants. */
  rules: z.array(z.string()),
  assumptions: z.array(z.string()),
  /** Cells by what becomes of them (`asked`: those that an open question holds up), and how many of all would be written. */
  counts: z.record(z.string(), z.int()),
  writes: z.int(),
  /** Periods that are 定稿, so that nothing of them is written. */
  locked: z.array(z.string()),
  /** Grows with every change. */
  version: z.int(),
  /** What the person said so far, or said the last time of a file of this layout. */
  mapping: ImportMapping,
  isRemembered: z.boolean(),
  /** How many things the person said this time. */
  given: z.int(),
});
export type ImportReview = z.infer<typeof ImportReview>;
