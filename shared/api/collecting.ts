import { z } from 'zod';

/** Requests of 收数: forms for the units, and what comes back of them. */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const UnitFile = z.strictObject({
  fileName: z.string(),
  /** Names the workbook in `collect.take`. */
  sha256: z.string(),
  filled: z.int(),
  writes: z.int(),
  changes: z.int(),
});

export const CollectedUnit = z.strictObject({
  regionId: z.int(),
  unit: z.string(),
  state: z.enum(['未报', '已报', '重报', '改表头', '已汇入']),
  /** When figures of it were taken before. */
  takenAt: z.string().nullable(),
  filled: z.int().nullable(),
  asked: z.int().nullable(),
  fields: list(z.strictObject({ label: z.string(), text: z.string() })),
  files: list(UnitFile),
  problems: list(z.string()),
  findings: list(z.string()),
  notices: list(z.string()),
});
export type CollectedUnit = z.infer<typeof CollectedUnit>;

const CollectionView = z.strictObject({
  id: z.int(),
  title: z.string(),
  period: z.string(),
  madeAt: z.string(),
  units: list(z.strictObject({ regionId: z.int(), name: z.string(), returnedAt: z.string().nullable() })),
});
export type CollectionView = z.infer<typeof CollectionView>;

export const collectingRequests = {
  /** What may be asked: groups of indicators, and regions that have units below them. */
  'collect.choices': {
    input: z.strictObject({}),
    output: z.strictObject({
      groups: list(z.strictObject({ name: z.string(), indicators: z.int() })),
      regions: list(
        z.strictObject({
          id: z.int(),
          name: z.string(),
          /** Also those that are no more or not yet: the period decides which of them are asked. */
          units: list(
            z.strictObject({
              id: z.int(),
              name: z.string(),
              validFrom: z.string().nullable(),
              validTo: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  /** Collections made so far, newest first. */
  'collect.list': { input: z.strictObject({}), output: list(CollectionView) },
  /** Makes a workbook for every unit; they wait as one zip under a handle for `files.save` or a download. */
  'collect.make': {
    input: z.strictObject({
      group: z.string(),
      regionId: z.int(),
      /** Null for every unit. */
      unitIds: z.array(z.int()).min(1).nullable(),
      rows: z.enum(['unit', 'members']),
      period: z.string(),
      lastYear: z.boolean(),
      title: z.string().min(1).max(60),
    }),
    output: z.strictObject({
      id: z.int(),
      file: z.strictObject({ id: z.string(), name: z.string() }),
      units: z.int(),
      notices: list(z.string()),
    }),
  },
  /** Reads workbooks that came back; nothing is written. The reading is kept under a handle until the next one. */
  'collect.read': {
    input: z.strictObject({ uploads: z.array(z.string()).min(1).max(50) }),
    output: z.strictObject({
      reading: z.string(),
      title: z.string(),
      period: z.string(),
      units: list(CollectedUnit),
      strangers: list(z.string()),
      notices: list(z.string()),
    }),
  },
  /** Writes the chosen workbook of each unit: all of them or none. */
  'collect.take': {
    input: z.strictObject({
      reading: z.string(),
      choices: z.array(z.strictObject({ regionId: z.int(), sha256: z.string() })).min(1),
    }),
    output: z.strictObject({ units: z.int(), written: z.int(), sourceIds: list(z.int()) }),
  },
} as const;
