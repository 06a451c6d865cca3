import { z } from 'zod';
import { regionLevels } from '../../../shared/figures/catalogue.ts';

/** What a person said of a file: the answers to its questions, by question, and corrections of its structure. */

const NewRegion = z.strictObject({
  kind: z.literal('new-region'),
  name: z.string().min(1),
  level: z.enum(regionLevels),
  /** Name or code; null for none. */
  parent: z.string().nullable(),
  inTotal: z.boolean(),
});
const NewIndicator = z.strictObject({
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
  /** Of a total that differs: the file's own, or the sum of its parts. */
  z.strictObject({ kind: z.literal('total'), take: z.enum(['file', 'sum']) }),
  /** What an uncomputed formula gives, as the person typed it. */
  z.strictObject({ kind: z.literal('value'), text: z.string() }),
]);
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const ImportMapping = z.strictObject({
  answers: z.record(z.string(), ImportAnswer),
  /** By sheet name: rows of the header from 1, as a person counts them. */
  headers: z.record(z.string(), z.strictObject({ first: z.int().min(1), last: z.int().min(1) })),
  /** Hidden sheets that are to be read all the same, and visible ones that are not. */
  sheets: z.record(z.string(), z.boolean()),
});
/** 对照: kept per layout, so that the next file of the same form asks nothing twice. */
export type ImportMapping = z.infer<typeof ImportMapping>;

export const emptyMapping: ImportMapping = { answers: {}, headers: {}, sheets: {} };

/** What the recogniser needs to know and must not guess. Ids are the same in every file of the same layout. */
export type ImportQuestion =
  | { readonly kind: 'period'; readonly id: string; readonly table: string; readonly candidates: readonly string[] }
  | { readonly kind: 'table-region'; readonly id: string; readonly table: string }
  | { readonly kind: 'table-indicator'; readonly id: string; readonly table: string; readonly texts: readonly string[] }
  /** `suggestions`: names of the catalogue, the likeliest first. */
  | {
      readonly kind: 'region';
      readonly id: string;
      readonly text: string;
      readonly suggestions: readonly string[];
      readonly proposal: z.infer<typeof NewRegion> | null;
    }
  | {
      readonly kind: 'indicator';
      readonly id: string;
      readonly text: string;
      readonly suggestions: readonly string[];
      readonly proposal: z.infer<typeof NewIndicator> | null;
    }
  /** Shares written as 0.856, 85.6 and 85.6% in one column. */
  | {
      readonly kind: 'mixed-percent';
      readonly id: string;
      readonly text: string;
      readonly samples: readonly { readonly cell: string; readonly text: string }[];
    }
  | {
      readonly kind: 'unit';
      readonly id: string;
      readonly text: string;
      readonly indicator: string;
      readonly found: string;
      readonly expected: string;
    }
  | {
      readonly kind: 'total';
      readonly id: string;
      readonly cell: string;
      readonly text: string;
      readonly stated: string;
      readonly sum: string;
      /** Why they may differ: cells of text that Excel leaves out of a sum. */
      readonly hint: string | null;
    }
  | { readonly kind: 'formula'; readonly id: string; readonly cell: string; readonly formula: string };

/** Answers that speak of one file's figures and are not kept for the next: totals, formulas, periods. */
export function isRemembered({ kind }: ImportQuestion): boolean {
  return kind !== 'total' && kind !== 'formula' && kind !== 'period';
}
