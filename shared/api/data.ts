import { z } from 'zod';

/** Requests of the 数据 place: the tables in which figures are kept, typed and judged. */

const Gap = z.enum(['未报', '无此项', '不足单位', '不公开']);

/** One column: an indicator in a period. */
export const TableColumn = z.strictObject({
  /** Code of the indicator. */
  indicator: z.string(),
  name: z.string(),
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

/** A value as decimal text, or why there is none; null where nothing was entered. */
export const TableCell = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('value'), decimal: z.string() }),
    z.strictObject({ kind: z.literal('gap'), reason: Gap }),
    /** A computed figure that cannot be computed, as a sentence. */
    z.strictObject({ kind: z.literal('none'), reason: z.string() }),
  ])
  .nullable();
export type TableCell = z.infer<typeof TableCell>;

const TableRow = z.strictObject({
  regionId: z.int(),
  name: z.string(),
  /** How deep below the table's region: 0 for the region itself. */
  depth: z.int(),
  cells: z.array(TableCell),
});

export const FindingView = z.strictObject({
  /** Names it for `data.waive` and stays as long as it reads the same. */
  key: z.string(),
  ruleCode: z.string(),
  ruleName: z.string(),
  severity: z.enum(['强制', '核实', '提示']),
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

/** What is to stand in a cell: typed text, a reason why there is nothing, or nothing at all. */
const CellEdit = CellKey.extend({
  text: z.string().max(200).nullable(),
  gap: Gap.nullable(),
});

export const CellState = CellKey.extend({
  cell: TableCell,
  /** Why the edit was refused; the recorded value stays. */
  refusal: z.string().nullable(),
});
export type CellState = z.infer<typeof CellState>;

const TableRequest = z.strictObject({
  /** 分组 of the indicators; or these indicators by code. */
  group: z.string().nullable(),
  indicators: z.array(z.string()).nullable(),
  regionId: z.int(),
  period: z.string(),
  lastYear: z.boolean(),
});

export const dataRequests = {
  /** What tables there are: a group of indicators each, how complete it is in the period and region. */
  'data.tables': {
    input: z.strictObject({ regionId: z.int(), period: z.string() }),
    output: z.array(
      z.strictObject({ group: z.string(), indicators: z.int(), cells: z.int(), filled: z.int(), missing: z.int() }),
    ),
  },
  /** The region and its members by the indicators of a group. */
  'data.table': {
    input: TableRequest,
    output: z.strictObject({
      region: z.string(),
      memberWord: z.string(),
      period: z.string(),
      isLocked: z.boolean(),
      columns: z.array(TableColumn),
      /** The region itself comes last, as the total row. */
      rows: z.array(TableRow),
      /** Cells of indicators that some template or formula needs in this period and that nobody has filled. */
      wanted: z.array(CellKey),
    }),
  },
  /** Records a batch, each cell by itself: what cannot be is refused with a sentence, the rest is one transaction. */
  'data.write': {
    input: z.strictObject({ edits: z.array(CellEdit).max(200_000), reason: z.string().nullable() }),
    output: z.strictObject({ written: z.int(), cells: z.array(CellState) }),
  },
  /** Puts cells back to states that were there before; the way of undo and redo. */
  'data.restore': {
    input: z.strictObject({ cells: z.array(CellKey.extend({ cell: TableCell })).max(200_000), reason: z.string() }),
    output: z.strictObject({ written: z.int(), cells: z.array(CellState) }),
  },
  /** Rules over one region, its members and one period. */
  'data.findings': {
    input: z.strictObject({ regionId: z.int(), period: z.string() }),
    output: z.strictObject({ findings: z.array(FindingView), checked: z.int(), skipped: z.int() }),
  },
  /** 数字没错: records why a finding stands; an empty reason is refused. */
  'data.waive': {
    input: z.strictObject({ key: z.string(), period: z.string(), reason: z.string() }),
    output: z.strictObject({}),
  },
  /** Takes such a remark back. */
  'data.unwaive': { input: z.strictObject({ key: z.string(), period: z.string() }), output: z.strictObject({}) },
  /** Where a cell's value came from and every change of it, newest first. */
  'data.history': {
    input: CellKey,
    output: z.strictObject({
      source: z.string().nullable(),
      cell: z.string().nullable(),
      asOf: z.string().nullable(),
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
