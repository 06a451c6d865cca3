import { z } from 'zod';

/** Requests of the 数据 place: the tables in which figures are kept, typed and judged. */

const Gap = z.enum(['未报', '无此项', '不足单位', '不公开']);

/** One column: an indicator in a period. */
export const TableColumn = z.strictObject({
  /** Code of the indicator. */
  indicator: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  /** Heading from the outside in: the base indicator, 其中, the part. */
  path: z.array(z.string()),
  unit: z.string(),
  decimals: z.int(),
  /** Computed by this formula and not typed; null where it is typed. */
  formula: z.string().nullable(),
  isPercent: z.boolean(),
  /** `last-year`: the same indicator one year earlier, to compare with. */
  kind: z.enum(['entry', 'computed', 'last-year']),
});
export type TableColumn = z.infer<typeof TableColumn>;

const GapCell = z.strictObject({ kind: z.literal('gap'), reason: Gap });

/** What is recorded: a decimal, why there is none, or nothing. A figure is bare text: a table holds 600 000 of them. */
export const StoredCell = z.union([z.string(), GapCell]).nullable();
export type StoredCell = z.infer<typeof StoredCell>;

/** What a table shows: what is recorded, or what takes its place. */
export const TableCell = z
  .union([
    z.string(),
    z.discriminatedUnion('kind', [
      GapCell,
      /** A computed figure that cannot be computed, as a sentence. */
      z.strictObject({ kind: z.literal('none'), reason: z.string() }),
      /** Nobody reported it for the whole: it comes from the members. `missing` names how many of them lack it. */
      z.strictObject({ kind: z.literal('sum'), decimal: z.string(), missing: z.string().nullable() }),
    ]),
  ])
  .nullable();
export type TableCell = z.infer<typeof TableCell>;

const TableRow = z.strictObject({
  regionId: z.int(),
  /** As the row is labelled. */
  name: z.string(),
  /** What else the region is called. */
  aliases: z.array(z.string()),
  /** How deep below the table's region: 0 for the region itself. */
  depth: z.int(),
  cells: z.array(TableCell),
});

export const FindingView = z.strictObject({
  /** Names it for `data.waive` and stays as long as it reads the same. */
  key: z.string(),
  ruleCode: z.string(),
  ruleName: z.string(),
  /** 类别, such as 同比异动. */
  family: z.string(),
  severity: z.enum(['强制', '核实', '提示']),
  regionId: z.int(),
  region: z.string(),
  period: z.string(),
  message: z.string(),
  hint: z.string(),
  /** Cells that it rests on, those of this table first. */
  places: z.array(z.strictObject({ indicator: z.string(), regionId: z.int(), period: z.string() })),
  waiver: z.strictObject({ reason: z.string(), byWhom: z.string(), at: z.string() }).nullable(),
});
export type FindingView = z.infer<typeof FindingView>;

const CellKey = z.strictObject({ indicator: z.string(), regionId: z.int(), period: z.string() });

/** What was typed: a number, a word such as 未报, or blank for nothing at all. */
const CellEdit = CellKey.extend({ text: z.string().max(200) });

export const CellState = CellKey.extend({
  cell: StoredCell,
  /** What stood there before: the way back. */
  before: StoredCell,
  /** Why the edit was refused; the recorded value stays. */
  refusal: z.string().nullable(),
});
export type CellState = z.infer<typeof CellState>;

const TableRequest = z.strictObject({
  /** 分组 of the indicators. */
  group: z.string(),
  regionId: z.int(),
  period: z.string(),
  lastYear: z.boolean(),
  /** Only these rows; null for all. After a change few rows differ. */
  rows: z.array(z.int()).nullable(),
  /** Only these indicators and what is computed from them; null for all. */
  indicators: z.array(z.string()).nullable(),
});

const Steps = z.array(z.string());

export const dataRequests = {
  /** Where figures can be kept: regions that have members or stand alone, and periods. */
  'data.places': {
    input: z.strictObject({}),
    output: z.strictObject({
      regions: z.array(z.strictObject({ id: z.int(), name: z.string(), level: z.string(), members: z.int() })),
      /** Those that hold data or were opened to be filled in, newest first. */
      periods: z.array(z.strictObject({ label: z.string(), kind: z.string(), isLocked: z.boolean() })),
    }),
  },
  /** Where a person begins: the asked region, else 本单位地区, and its newest period; null where there is none. */
  'data.start': {
    input: z.strictObject({ regionId: z.int().nullable() }),
    output: z.strictObject({
      regionId: z.int().nullable(),
      period: z.string().nullable(),
      /** The newest that is not 定稿. */
      openPeriod: z.string().nullable(),
    }),
  },
  /** What tables there are: a group of indicators each, how complete it is in the period and region. */
  'data.tables': {
    input: z.strictObject({ regionId: z.int(), period: z.string() }),
    output: z.array(
      z.strictObject({
        group: z.string(),
        /** First letters of its 拼音, to search by. */
        initials: z.string(),
        indicators: z.int(),
        /** Cells that are filled or expected. */
        cells: z.int(),
        filled: z.int(),
      }),
    ),
  },
  /** The region and its members by the indicators of a group. */
  'data.table': {
    input: TableRequest,
    output: z.strictObject({
      region: z.string(),
      /** What the members are called together: 区县, 学校. */
      memberWord: z.string(),
      period: z.string(),
      lastPeriod: z.string(),
      isLocked: z.boolean(),
      /** Whether the data file holds any figure at all. */
      hasData: z.boolean(),
      columns: z.array(TableColumn),
      /** The region itself comes last, as the total row. */
      rows: z.array(TableRow),
      /** Expected and not filled: a report needs it, it was there last year, or others reported it; by indicator. */
      wanted: z.array(z.strictObject({ indicator: z.string(), regionIds: z.array(z.int()) })),
    }),
  },
  /** What a report lacks of its own region though every member has it: the sums by which it can be filled in. */
  'data.reportSums': {
    input: z.strictObject({ reportId: z.int() }),
    output: z.strictObject({
      regionId: z.int(),
      period: z.string(),
      /** `5个区县` */
      members: z.string(),
      /** None where the period is 定稿. */
      sums: z.array(z.strictObject({ indicator: z.string(), name: z.string(), decimal: z.string() })),
    }),
  },
  /** Records a batch, each cell by itself: what cannot be is refused with a sentence, the rest is one transaction. */
  'data.write': {
    input: z.strictObject({ edits: z.array(CellEdit).max(200_000), reason: z.string().nullable() }),
    output: z.strictObject({ written: z.int(), cells: z.array(CellState) }),
  },
  /** Puts cells back to states that were there before; the way of undo and redo. */
  'data.restore': {
    input: z.strictObject({ cells: z.array(CellKey.extend({ cell: StoredCell })).max(200_000), reason: z.string() }),
    output: z.strictObject({ written: z.int(), cells: z.array(CellState) }),
  },
  /** Rules about a group of indicators over one region, its members and one period. */
  'data.findings': {
    input: z.strictObject({
      group: z.string(),
      regionId: z.int(),
      period: z.string(),
      /** Only about these members and the region itself; null for all. */
      rows: z.array(z.int()).nullable(),
    }),
    output: z.strictObject({
      /** The gravest first. */
      findings: z.array(FindingView),
      /** How many more there are than are told. */
      more: z.int(),
      checked: z.int(),
      skipped: z.int(),
    }),
  },
  /** 数字没错: records why a finding stands; an empty reason is refused. */
  'data.waive': {
    input: z.strictObject({ key: z.string(), reason: z.string().max(500) }),
    output: z.strictObject({}),
  },
  /** Takes such a remark back. */
  'data.unwaive': { input: z.strictObject({ key: z.string() }), output: z.strictObject({}) },
  /** Where a cell's value came from and every change of it, newest first; how a computed one comes about. */
  'data.history': {
    input: CellKey,
    output: z.strictObject({
      indicator: z.string(),
      region: z.string(),
      definition: z.string(),
      value: z.string().nullable(),
      lastYear: z.string().nullable(),
      source: z.string().nullable(),
      cell: z.string().nullable(),
      asOf: z.string().nullable(),
      calculation: z.strictObject({ formula: z.string(), steps: Steps }).nullable(),
      changes: z.array(
        z.strictObject({
          at: z.string(),
          byWhom: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
          source: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  },
} as const;
