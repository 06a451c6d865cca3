import { z } from 'zod';
import { regionLevels } from '../figures/catalogue.ts';

/** What a person said of a file: the answers to its questions, by question, and corrections of its structure. */

export const NewRegion = z.strictObject({
  kind: z.literal('new-region'),
  name: z.string().min(1),
  level: z.enum(regionLevels),
  /** Name or code; null for none. */
  parent: z.string().nullable(),
  inTotal: z.boolean(),
});
export const NewIndicator = z.strictObject({
  kind: z.literal('new-indicator'),
  name: z.string().min(1),
  unit: z.string(),
  decimals: z.int().min(0).max(6),
  timing: z.enum(['时点', '时期']),
  group: z.string(),
});

export const ImportAnswer = z.discriminatedUnion('kind', [
  /** The name of a region, indicator or period that is there already. */
  z.strictObject({ kind: z.literal('use'), name: z.string().min(1) }),
  NewRegion,
  NewIndicator,
  z.strictObject({ kind: z.literal('leave-out') }),
  /** A unit that the figures stand in, as written: `元`, `%`, and `1` for shares written as decimals (0.856 is 85.6 %). */
  z.strictObject({ kind: z.literal('unit'), unit: z.string() }),
  /** Of a total that differs: the file's own, the sum of its parts, or the sum in the other direction. */
  z.strictObject({ kind: z.literal('total'), take: z.enum(['file', 'sum', 'other']) }),
  /** What an uncomputed formula gives, as the person typed it. */
  z.strictObject({ kind: z.literal('value'), text: z.string() }),
]);
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const ImportMapping = z.strictObject({
  answers: z.record(z.string(), ImportAnswer),
  /** By sheet name: rows of the header from 1, as a person counts them. */
  headers: z.record(
    z.string(),
    z.strictObject({
      first: z.int().min(1),
      last: z.int().min(1),
      /** As remembered: what these rows say, so that they are found in a file with more titles. */
      texts: z.string().optional(),
    }),
  ),
  /** Hidden sheets that are to be read all the same, and visible ones that are not. */
  sheets: z.record(z.string(), z.boolean()),
});
/** 对照: kept per layout, so that the next file of the same form asks nothing twice. */
export type ImportMapping = z.infer<typeof ImportMapping>;

export const emptyMapping: ImportMapping = { answers: {}, headers: {}, sheets: {} };
