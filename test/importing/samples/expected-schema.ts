import { z } from 'zod';
import { ImportAnswer } from '../../../electron/core/importing/mapping.ts';
import { importStatuses } from '../../../electron/core/importing/staged-import.ts';
import { regionLevels } from '../../../shared/figures/catalogue.ts';

/** What an import must read out of one file, as a person who looked at the file wrote it down. */

const IndicatorEntry = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  unit: z.string(),
  decimals: z.int().min(0).max(6).default(0),
  timing: z.enum(['时点', '时期']).default('时期'),
  aggregation: z.enum(['合计', '加权', '最新', '不可加']).default('合计'),
  base: z.string().nullable().default(null),
  dimensions: z.record(z.string(), z.string()).default({}),
  formula: z.string().nullable().default(null),
});
const RegionEntry = z.strictObject({
  name: z.string().min(1),
  code: z.string().nullable().default(null),
  level: z.enum(regionLevels).default('县'),
  /** Name of the parent. */
  parent: z.string().nullable().default(null),
  aliases: z.array(z.string()).default([]),
  inTotal: z.boolean().default(true),
  validFrom: z.string().nullable().default(null),
  validTo: z.string().nullable().default(null),
});

export const axes = ['region', 'indicator', 'period'] as const;
export type Axis = (typeof axes)[number];
const Place = z.strictObject({ region: z.string(), indicator: z.string(), period: z.string() }).partial();

/** A text means the axis that the block names for its rows or columns; an object says more than one. */
const Lines = z.record(z.string(), z.union([z.string(), Place]));

const Block = z.strictObject({
  /** Left out in a text file, which has no sheets. */
  sheet: z.string().default(''),
  fixed: Place.default({}),
  rowsName: z.enum(axes).optional(),
  columnsName: z.enum(axes).optional(),
  columns: Lines,
  rows: Lines,
  /**
   * By row, one word a column: `369` is new, `空` a blank that is not written, `无此项` a stated gap;
   * `15285!total` has another status, `?` a value that is not compared, `·` no figure cell at all.
   */
  cells: z.record(z.string(), z.string()),
});

export const ExpectedFile = z.strictObject({
  file: z.string().min(1),
  context: z.strictObject({
    /** The product's own catalogue stands in place of, or before, what is declared here. */
    catalogue: z.enum(['湖州']).optional(),
    indicators: z.array(IndicatorEntry).default([]),
    regions: z.array(RegionEntry).default([]),
    home: z.string().nullable(),
    period: z.string().nullable().default(null),
  }),
  /** What the person answered: at most one question. */
  corrections: z.record(z.string(), ImportAnswer).default({}),
  /** Ids of all questions before any answer. */
  questions: z.array(z.string()).default([]),
  blocks: z.array(Block),
  /** Ranges with numbers that must not land: codes, days, running numbers, notes, hidden sheets. */
  ignored: z.array(z.string()).default([]),
  totals: z.array(z.strictObject({ cell: z.string(), stated: z.string(), sum: z.string() })).default([]),
});
export type ExpectedFile = z.infer<typeof ExpectedFile>;
export type ExpectedBlock = z.infer<typeof Block>;
export type ExpectedLine = z.infer<typeof Lines>[string];

export const ExpectedStatus = z.enum(importStatuses);
