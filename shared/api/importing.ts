import { z } from 'zod';
import { ImportMapping } from './import-mapping.ts';
import { ImportReview } from './import-review.ts';

/** Requests of the import: from a file's bytes to figures that are kept, with the person's answers between. */

const Place = z.strictObject({ id: z.string() });

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

/** `reading`, `staging` and `writing` are under way; the others wait for the person or are over. */
const ImportState = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('working'),
    step: z.enum(['reading', 'staging', 'writing']),
    done: z.int(),
    /** 0 while it is not known how much there is. */
    all: z.int(),
    /** Rows that can be looked at already; null while there are none. */
    first: z.strictObject({ sheet: z.int(), rows: z.int() }).nullable(),
  }),
  /** `refusal`: why what the person wanted last was not done. */
  z.strictObject({ kind: z.literal('ready'), review: ImportReview, refusal: z.string().nullable() }),
  /** The review is still the one that was seen. */
  z.strictObject({ kind: z.literal('unchanged') }),
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
  /** Begins with a file whose bytes the host received; the page never sees a path. One at a time for a data file. */
  'import.begin': {
    input: z.strictObject({ upload: z.string(), period: z.string().nullable() }),
    output: Place,
  },
  /** The import that is under way, whichever window began it. */
  'import.current': { input: z.strictObject({}), output: z.strictObject({ id: z.string().nullable() }) },
  /**
   * `seen`: version of the review that the page has, which is not sent again. Where the data changed since, the file is
   * staged again.
   */
  'import.state': { input: Place.extend({ seen: z.int().optional() }), output: ImportState },
  /** Raw rows of a sheet as shown, for the preview beside the questions; while the file is read its first rows only. */
  'import.rows': {
    input: Place.extend({
      sheet: z.int(),
      from: z.int().min(0),
      count: z.int().min(1).max(200),
      /** The version of the review that is looked at. */
      review: z.int().optional(),
    }),
    output: z.strictObject({
      rows: z.array(z.array(z.string())),
      /** What each cell was taken for. */
      roles: z.array(z.array(z.string())),
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
  /** Answers questions, corrects the structure, chooses rules, in place of what was said before; stages again. */
  'import.answer': {
    input: Place.extend({ mapping: ImportMapping, rules: z.array(z.string()), review: z.int() }),
    output: z.strictObject({}),
  },
  /** Writes what is staged as `new`, `changed` and stated `missing`, and the chosen rules. */
  'import.commit': { input: Place.extend({ review: z.int() }), output: z.strictObject({}) },
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
  /** What taking an import back would do, and what it added that stays. */
  'imports.outlook': {
    input: z.strictObject({ sourceId: z.int() }),
    output: z.strictObject({
      cells: z.int(),
      regions: z.array(z.string()),
      indicators: z.array(z.string()),
      isRemembered: z.boolean(),
      ownRules: z.int(),
    }),
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
