import { z } from 'zod';

/**
 * The report document (报告正文): the editor's own JSON (ProseMirror `type/attrs/content/marks`), stored, edited and
 * exported as it is. It never holds a computed value or a heading number. Nodes marked "template" stand in templates
 * only; making a report expands them.
 */

/** Where a figure is evaluated when that differs from the report's own region and period (names). */
export const Scope = z.strictObject({ region: z.string().optional(), period: z.string().optional() }).readonly();
export type Scope = z.infer<typeof Scope>;

/** 数字: a formula plus a format. `override` is a text that a person set by hand, with the reason. */
export const FigureAttributes = z
  .strictObject({
    id: z.string().min(1),
    formula: z.string(),
    format: z.string().nullable(),
    scope: Scope.nullable(),
    override: z.strictObject({ text: z.string(), reason: z.string() }).nullable(),
  })
  .readonly();
export type FigureAttributes = z.infer<typeof FigureAttributes>;

/** lead 接排标题句 · bold · constant 固定: a declared constant, not a figure that was forgotten. */
export const Mark = z.strictObject({ type: z.enum(['lead', 'bold', 'constant']) }).readonly();
export type Mark = z.infer<typeof Mark>;

export const TextNode = z
  .strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(Mark).readonly().optional() })
  .readonly();
export const FigureNode = z
  .strictObject({ type: z.literal('figure'), attrs: FigureAttributes, marks: z.array(Mark).readonly().optional() })
  .readonly();
export const Inline = z.discriminatedUnion('type', [TextNode, FigureNode]);
export type TextNode = z.infer<typeof TextNode>;
export type FigureNode = z.infer<typeof FigureNode>;
export type Inline = z.infer<typeof Inline>;

const InlineContent = z.array(Inline).readonly();

export const Title = z.strictObject({ type: z.literal('title'), content: InlineContent }).readonly();
/** 主送机关 */
export const Recipients = z.strictObject({ type: z.literal('recipients'), content: InlineContent }).readonly();

/**
 * A condition that was decided when the report was made, kept so that a later flip becomes a finding. `result` null: it
 * could not be judged for want of data; then both branches stand, each behind a mark, the figure `markerIds`.
 */
export const Condition = z
  .strictObject({
    formula: z.string(),
    scope: Scope.nullable(),
    result: z.boolean().nullable(),
    markerIds: z.array(z.string()).readonly(),
  })
  .readonly();
export type Condition = z.infer<typeof Condition>;

/** Prose. Level 0 is body text, 1–4 are headings 一、（一）1.（1); a run-in heading carries `lead` on its first sentence. */
export const Paragraph = z
  .strictObject({
    type: z.literal('paragraph'),
    attrs: z.strictObject({ level: z.int().min(0).max(4) }).readonly(),
    content: InlineContent,
  })
  .readonly();
export type Paragraph = z.infer<typeof Paragraph>;

export const Caption = z.strictObject({ type: z.literal('caption'), content: InlineContent }).readonly();
/** More columns or rows than any printed page holds; beyond it a table would only exhaust the memory. */
export const maximumSpan = 64;
const Span = z.int().min(1).max(maximumSpan);
export const TableCell = z
  .strictObject({
    type: z.literal('tableCell'),
    attrs: z.strictObject({ colspan: Span, rowspan: Span }).readonly(),
    content: InlineContent,
  })
  .readonly();
export const TableRow = z
  .strictObject({
    type: z.literal('tableRow'),
    /** `each` (template): the row stands once for each member of that range, such as `下级`. */
    attrs: z.strictObject({ role: z.enum(['header', 'body', 'total']), each: z.string().nullable() }).readonly(),
    content: z.array(TableCell).min(1).readonly(),
  })
  .readonly();
export const Table = z
  .strictObject({ type: z.literal('table'), content: z.array(TableRow).min(1).readonly() })
  .readonly();
export type TableCell = z.infer<typeof TableCell>;
export type TableRow = z.infer<typeof TableRow>;

/** 补差: ways to make printed parts add up to their printed total. */
export const balanceMethods = ['最大余数'] as const;

/** 表: caption, unit line (单位：人、%) and cells. */
export const TableBlock = z
  .strictObject({
    type: z.literal('tableBlock'),
    attrs: z
      .strictObject({
        unit: z.string().nullable(),
        /** Left out: numbers print rounded, whatever they add up to. */
        balance: z.enum(balanceMethods).optional(),
      })
      .readonly(),
    content: z.tuple([Caption, Table]).readonly(),
  })
  .readonly();
export type TableBlock = z.infer<typeof TableBlock>;

export const chartKinds = ['柱形图', '条形图', '折线图', '饼图'] as const;

/** A category label; `each` (template) makes one category of each member of the range. */
export const ChartSeries = z
  .strictObject({ name: z.string(), points: z.array(FigureAttributes).readonly() })
  .readonly();
export type ChartSeries = z.infer<typeof ChartSeries>;
/** 图: every point is a figure. With `each` (template) a series has one point, the pattern for every member. */
export const ChartBlock = z
  .strictObject({
    type: z.literal('chartBlock'),
    attrs: z
      .strictObject({
        id: z.string().min(1),
        kind: z.enum(chartKinds),
        unit: z.string().nullable(),
        each: z.string().nullable(),
        categories: z.array(z.string()).readonly(),
        series: z.array(ChartSeries).min(1).readonly(),
      })
      .readonly(),
    content: z.tuple([Caption]).readonly(),
  })
  .readonly();
export type ChartBlock = z.infer<typeof ChartBlock>;

/** 署名与日期 */
export const Signature = z
  .strictObject({
    type: z.literal('signature'),
    content: z
      .tuple([
        z.strictObject({ type: z.literal('organisation'), content: InlineContent }).readonly(),
        z.strictObject({ type: z.literal('date'), content: InlineContent }).readonly(),
      ])
      .readonly(),
  })
  .readonly();
export const PageBreak = z.strictObject({ type: z.literal('pageBreak') }).readonly();

/** Template: the content stands only where the condition holds (`otherwise`: where it does not). */
export interface Conditional {
  readonly type: 'conditional';
  readonly attrs: { readonly condition: string; readonly otherwise: boolean };
  readonly content: readonly Block[];
}
/** Template: the content stands once for each member of the range. */
export interface Repeat {
  readonly type: 'repeat';
  readonly attrs: { readonly each: string };
  readonly content: readonly Block[];
}
export const Conditional: z.ZodType<Conditional> = z.strictObject({
  type: z.literal('conditional'),
  attrs: z.strictObject({ condition: z.string(), otherwise: z.boolean() }).readonly(),
  get content() {
    return z.array(Block).readonly();
  },
});
export const Repeat: z.ZodType<Repeat> = z.strictObject({
  type: z.literal('repeat'),
  attrs: z.strictObject({ each: z.string() }).readonly(),
  get content() {
    return z.array(Block).readonly();
  },
});

export type Block =
  | z.infer<typeof Title>
  | z.infer<typeof Recipients>
  | Paragraph
  | TableBlock
  | ChartBlock
  | z.infer<typeof Signature>
  | z.infer<typeof PageBreak>
  | Conditional
  | Repeat;
export const Block: z.ZodType<Block> = z.lazy(() =>
  z.union([Title, Recipients, Paragraph, TableBlock, ChartBlock, Signature, PageBreak, Conditional, Repeat]),
);

export const ReportDocument = z
  .strictObject({
    type: z.literal('doc'),
    attrs: z
      .strictObject({
        /** 说明: one sentence for the list of templates. */
        description: z.string().nullable(),
        /** 地区级别 the template is meant for, such as `市`. */
        regionLevel: z.string().nullable(),
        /** 期别, such as `自然年`. */
        periodKind: z.string().nullable(),
        /** Of a report made of a template: the conditions it was made under. */
        conditions: z.array(Condition).readonly().optional(),
      })
      .readonly(),
    content: z.array(Block).readonly(),
  })
  .readonly();
export type ReportDocument = z.infer<typeof ReportDocument>;
