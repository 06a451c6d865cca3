import { z } from 'zod';
import { ImportAnswer, ImportMapping } from './import-mapping.ts';

/** Requests of the import: from a file's bytes to figures that are kept, with the person's answers between. */

const Place = z.strictObject({ id: z.string() });

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
  /** Names of the catalogue to choose from besides; null where none fits. */
  names: z.enum(['regions', 'indicators', 'periods']).nullable(),
  /** How many cells wait for it. */
  cells: z.int(),
  answer: ImportAnswer.nullable(),
});
export type ImportQuestionView = z.infer<typeof ImportQuestionView>;

const StagedCellView = z.strictObject({
  cell: z.string(),
  region: z.string(),
  indicator: z.string(),
  period: z.string(),
  text: z.string(),
  value: z.string().nullable(),
  status: z.string(),
  before: z.string().nullable(),
  problem: z.string().nullable(),
  note: z.string().nullable(),
});

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
      title: z.string(),
      header: z.strictObject({ first: z.int(), last: z.int() }),
      body: z.strictObject({ first: z.int(), last: z.int() }),
      region: z.string().nullable(),
      indicator: z.string().nullable(),
      period: z.string().nullable(),
      /** Role of every row and column by its number, for colouring the preview. */
      rows: z.array(z.strictObject({ index: z.int(), role: z.string(), name: z.string().nullable() })),
      columns: z.array(z.strictObject({ index: z.int(), role: z.string(), name: z.string().nullable() })),
    }),
  ),
  questions: z.array(ImportQuestionView),
  totals: z.array(
    z.strictObject({ cell: z.string(), label: z.string(), stated: z.string(), sum: z.string(), agrees: z.boolean() }),
  ),
  proposedRules: z.array(z.strictObject({ name: z.string(), formula: z.string(), family: z.string() })),
  assumptions: z.array(z.string()),
  /** Cells by status, and how many of all would be written. */
  counts: z.record(z.string(), z.int()),
  writes: z.int(),
  /** Grows with every answer. */
  version: z.int(),
  /** What the person said so far, or said the last time of a file of this layout. */
  mapping: ImportMapping,
  isRemembered: z.boolean(),
});
export type ImportReview = z.infer<typeof ImportReview>;

/** `reading`, `staging` and `writing` are under way; the others wait for the person or are over. */
const ImportState = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('working'),
    step: z.enum(['reading', 'staging', 'writing']),
    done: z.int(),
    all: z.int(),
  }),
  z.strictObject({ kind: z.literal('ready'), review: ImportReview }),
  z.strictObject({
    kind: z.literal('done'),
    fileName: z.string(),
    sourceId: z.int().nullable(),
    written: z.int(),
    newRegions: z.int(),
    newIndicators: z.int(),
  }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
]);

export const importRequests = {
  /** Begins with a file whose bytes the host received; the page never sees a path. */
  'import.begin': {
    input: z.strictObject({ upload: z.string(), period: z.string().nullable() }),
    output: Place,
  },
  'import.state': { input: Place, output: ImportState },
  /** Raw rows of a sheet as shown, for the preview beside the questions. */
  'import.rows': {
    input: Place.extend({ sheet: z.int(), from: z.int(), count: z.int().min(1).max(200) }),
    output: z.strictObject({
      rows: z.array(z.array(z.string())),
      merges: z.array(z.strictObject({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() })),
    }),
  },
  'import.cells': {
    input: Place.extend({
      status: z.string().nullable(),
      from: z.int(),
      count: z.int().min(1).max(500),
      /** The version of the review that is looked at. */
      review: z.int(),
    }),
    output: z.strictObject({ cells: z.array(StagedCellView), all: z.int() }),
  },
  /** Answers questions or corrects the structure, in place of what was said before; stages again. */
  'import.answer': { input: Place.extend({ mapping: ImportMapping }), output: z.strictObject({}) },
  /** Writes what is staged as `new`, `changed` and stated `missing`, and the chosen rules. */
  'import.commit': { input: Place.extend({ rules: z.array(z.string()) }), output: z.strictObject({}) },
  /** Ends reading, staging or writing; nothing of it remains. */
  'import.cancel': { input: Place, output: z.strictObject({}) },
  /** Past imports, newest first. */
  'imports.list': {
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        sourceId: z.int(),
        fileName: z.string(),
        at: z.string(),
        byWhom: z.string(),
        cells: z.int(),
        undoneAt: z.string().nullable(),
      }),
    ),
  },
  /** Takes a whole import back; cells edited since are kept and listed. */
  'imports.undo': {
    input: z.strictObject({ sourceId: z.int() }),
    output: z.strictObject({
      restored: z.int(),
      /** Figures that another import states as well, and which stay. */
      confirmed: z.int(),
      kept: z.array(z.strictObject({ indicator: z.string(), region: z.string(), period: z.string() })),
    }),
  },
} as const;
