import { z } from 'zod';
import { regionLevels } from '../figures/catalogue.ts';
import { periodKinds } from '../figures/period.ts';
import { ruleSeverities } from '../figures/rules/rule.ts';

/** Requests of the 设置 place: the regions, periods, indicators and rules that a bureau keeps. */

const Text = z.string().max(2_000);
const Name = z.string().max(200);
/** As typed. */
const Day = z.string().max(40).nullable();
const Id = z.strictObject({ id: z.int() });
const Nothing = z.strictObject({});

const RegionFields = z.strictObject({
  name: Name,
  code: Name.nullable(),
  aliases: z.array(Name),
  level: z.enum(regionLevels),
  parentId: z.int().nullable(),
  kind: Name,
  inTotal: z.boolean(),
  /** First and last day on which it exists. */
  validFrom: Day,
  validTo: Day,
});

export const RegionView = RegionFields.extend({
  id: z.int(),
  sort: z.int(),
  initials: z.string(),
  /** What became of it: the day and the region it went into; null while it exists. */
  end: z.strictObject({ on: z.string(), into: z.string().nullable(), note: z.string() }).nullable(),
});
export type RegionView = z.infer<typeof RegionView>;

/** Pasted text, or a file's name and bytes. */
const RegionTableInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(900_000) }),
  z.strictObject({ kind: z.literal('file'), upload: z.string() }),
]);
export type RegionTableInput = z.infer<typeof RegionTableInput>;

const PlannedRegion = z.strictObject({
  line: z.int(),
  status: z.enum(['new', 'changed', 'same', 'problem']),
  name: z.string(),
  note: z.string(),
});

const PeriodView = z.strictObject({
  label: z.string(),
  kind: z.enum(periodKinds),
  observations: z.int(),
  isLocked: z.boolean(),
  /** Opened here and holding nothing yet. */
  isEmpty: z.boolean(),
  tables: z.array(z.strictObject({ group: z.string(), filled: z.int(), lastYear: z.int() })),
  events: z.array(
    z.strictObject({ kind: z.enum(['定稿', '取消定稿']), reason: z.string(), byWhom: z.string(), at: z.string() }),
  ),
});
export type PeriodView = z.infer<typeof PeriodView>;

const timings = z.enum(['时点', '时期']);
const aggregations = z.enum(['合计', '加权', '最新', '不可加']);
const directions = z.enum(['高', '低']);

const IndicatorView = z.strictObject({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  unit: z.string(),
  /** Decimals that are kept, and those that are printed. */
  decimals: z.int(),
  shownDecimals: z.int(),
  timing: timings,
  aggregation: aggregations,
  formula: z.string().nullable(),
  better: directions.nullable(),
  definition: z.string(),
  group: z.string(),
  base: z.string().nullable(),
  dimensions: z.array(z.string()),
  initials: z.string(),
  origin: z.enum(['shipped', 'own']),
  observations: z.int(),
});
export type IndicatorView = z.infer<typeof IndicatorView>;

const IndicatorFields = z.strictObject({
  /** Null for a new one. */
  id: z.int().nullable(),
  code: Name.nullable(),
  name: Name,
  aliases: z.array(Name),
  unit: Name,
  decimals: z.int().min(0).max(6).nullable(),
  shownDecimals: z.int().min(0).max(6).nullable(),
  timing: timings.nullable(),
  aggregation: aggregations.nullable(),
  formula: Text.nullable(),
  better: directions.nullable(),
  definition: Text,
  group: Name,
  base: Name.nullable(),
  /** `学段=小学` each. */
  dimensions: z.array(Name),
});
export type IndicatorFields = z.infer<typeof IndicatorFields>;

const UnitPreview = z.strictObject({
  /** `÷10000` */
  factor: z.string(),
  count: z.int(),
  /** Decimals to keep and to print, so that nothing is lost. */
  decimals: z.int(),
  shownDecimals: z.int(),
  example: z.strictObject({ region: z.string(), period: z.string(), before: z.string(), after: z.string() }).nullable(),
  /** Why it cannot be done; null when it can. */
  problem: z.string().nullable(),
});
export type UnitPreview = z.infer<typeof UnitPreview>;

const RuleFields = z.strictObject({
  /** Null for a new one. */
  code: Name.nullable(),
  name: Name,
  family: Name,
  levels: z.array(z.enum(regionLevels)).nullable(),
  periodKinds: z.array(z.enum(periodKinds)).nullable(),
  applies: z
    .strictObject({
      units: z.array(Name).nullable(),
      aggregations: z.array(aggregations).nullable(),
      timing: timings.nullable(),
      reported: z.boolean().nullable(),
      only: z.array(Name).nullable(),
      except: z.array(Name),
    })
    .nullable(),
  formula: Text,
  severity: z.enum(ruleSeverities),
  missing: z.enum(['跳过任缺', '跳过全缺', '按零']),
  tolerance: Name,
  message: Text,
  enabled: z.boolean(),
});
export type RuleFields = z.infer<typeof RuleFields>;

const RuleView = RuleFields.extend({
  code: z.string(),
  origin: z.enum(['shipped', 'changed', 'own']),
  /** Why it cannot be judged; null when it can. */
  problem: z.string().nullable(),
  initials: z.string(),
});
export type RuleView = z.infer<typeof RuleView>;

const NewlyShippedView = z.strictObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  group: z.string(),
  blocked: z.string().nullable(),
});

const regionRequests = {
  /** Every region, those that have ended too; `homeId` is 本单位地区 and whether it was chosen or follows from the list. */
  'catalogue.regions': {
    input: Nothing,
    output: z.strictObject({ regions: z.array(RegionView), homeId: z.int().nullable(), isHomeChosen: z.boolean() }),
  },
  'catalogue.saveRegion': {
    input: RegionFields.extend({ id: z.int().nullable(), sort: z.int().nullable() }),
    output: Id,
  },
  /** Up or down among its siblings. */
  'catalogue.moveRegion': { input: Id.extend({ by: z.union([z.literal(-1), z.literal(1)]) }), output: Nothing },
  /** 撤并; `intoId` null where it went into no other. */
  'catalogue.endRegion': {
    input: Id.extend({ on: z.string().max(40), intoId: z.int().nullable(), note: Text }),
    output: Nothing,
  },
  'catalogue.resumeRegion': { input: Id, output: Nothing },
  'catalogue.deleteRegion': { input: Id, output: Nothing },
  /** Null: the only region without a parent. */
  'catalogue.chooseHome': { input: z.strictObject({ id: z.int().nullable() }), output: Nothing },
  'catalogue.previewRegions': { input: RegionTableInput, output: z.array(PlannedRegion) },
  'catalogue.importRegions': {
    input: RegionTableInput,
    output: z.strictObject({ added: z.int(), changed: z.int(), importId: z.int() }),
  },
  /** Takes the last import of a list of regions back, whole. */
  'catalogue.undoRegionImport': { input: z.strictObject({ importId: z.int() }), output: Nothing },
} as const;

const periodRequests = {
  'catalogue.periods': {
    input: Nothing,
    output: z.strictObject({
      periods: z.array(PeriodView),
      /** What 新的一期 would open; null when nothing came before. */
      next: z.string().nullable(),
    }),
  },
  /** Null opens the next one. */
  'catalogue.openPeriod': {
    input: z.strictObject({ label: Name.nullable() }),
    output: z.strictObject({ label: z.string() }),
  },
  'catalogue.dropPeriod': { input: z.strictObject({ label: Name }), output: Nothing },
  'catalogue.lockPeriod': { input: z.strictObject({ label: Name }), output: Nothing },
  'catalogue.unlockPeriod': { input: z.strictObject({ label: Name, reason: Text }), output: Nothing },
} as const;

const indicatorRequests = {
  /** For pickers: names with what they are found by. */
  'indicators.list': {
    input: Nothing,
    output: z.array(
      IndicatorView.pick({
        code: true,
        name: true,
        aliases: true,
        unit: true,
        group: true,
        formula: true,
        initials: true,
      }),
    ),
  },
  'catalogue.indicators': {
    input: Nothing,
    output: z.strictObject({
      indicators: z.array(IndicatorView),
      /** What the program's catalogue has and this data file, made by an older version, has not. */
      newlyShipped: z.array(NewlyShippedView),
    }),
  },
  /** How figures that are there would be told in another unit; null where one does not follow from the other. */
  'catalogue.previewUnit': { input: Id.extend({ unit: Name }), output: UnitPreview.nullable() },
  /** `unitChange`: what becomes of figures that are there under another unit; without it that is refused. */
  'catalogue.saveIndicator': {
    input: IndicatorFields.extend({ unitChange: z.enum(['rename', 'convert']).optional() }),
    output: Id.extend({ name: z.string() }),
  },
  'catalogue.deleteIndicator': { input: Id, output: Nothing },
  'catalogue.addShipped': {
    input: z.strictObject({ codes: z.array(Name) }),
    output: z.strictObject({ added: z.int() }),
  },
  /** Whether a formula reads; `kind` says what it must give. */
  'catalogue.checkFormula': {
    input: z.strictObject({ formula: Text, kind: z.enum(['number', 'condition']) }),
    output: z.strictObject({ problems: z.array(z.string()), unit: z.string().nullable() }),
  },
} as const;

const ruleRequests = {
  'catalogue.rules': {
    input: Nothing,
    output: z.strictObject({ rules: z.array(RuleView), families: z.array(z.string()) }),
  },
  'catalogue.saveRule': { input: RuleFields, output: z.strictObject({ code: z.string() }) },
  /** Deletes an own rule, or puts a changed one back as it shipped. */
  'catalogue.deleteRule': { input: z.strictObject({ code: Name }), output: Nothing },
} as const;

export const catalogueRequests = {
  ...regionRequests,
  ...periodRequests,
  ...indicatorRequests,
  ...ruleRequests,
} as const;
