import { z } from 'zod';
import { FigureAttributes, InlineContent, Scope } from './inline.ts';
import { Annotation, AttachmentList, Contents, Imprint, Letterhead } from './official.ts';

export * from './inline.ts';
export * from './official.ts';

/**
 * The report document (报告正文): the editor's own JSON (ProseMirror `type/attrs/content/marks`), stored, edited and
 * exported as it is. It never holds a computed value or a heading number. Nodes marked "template" stand in templates
 * only; making a report expands them.
 */

export const Title = z
  .strictObject({
    type: z.literal('title'),
    /** Which of the proposals breaks it into lines, from 0; left out: the best. */
    attrs: z
      .strictObject({ breaking: z.int().min(0) })
      .readonly()
      .optional(),
    content: InlineContent,
  })
  .readonly();
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

/** 标签: the name by which a 参见 in the text refers to a table, chart or picture. */
const Label = z.string().min(1).optional();

/** 表: caption, unit line (单位：人、%) and cells. */
export const TableBlock = z
  .strictObject({
    type: z.literal('tableBlock'),
    attrs: z
      .strictObject({
        label: Label,
        unit: z.string().nullable(),
        /** Left out: numbers print rounded, whatever they add up to. */
        balance: z.enum(balanceMethods).optional(),
      })
      .readonly(),
    content: z.tuple([Caption, Table]).readonly(),
  })
  .readonly();
export type TableBlock = z.infer<typeof TableBlock>;

export const chartKinds = ['柱形图', '条形图', '折线图', '饼图', '组合图'] as const;
/** How a series of a 组合图 is drawn. */
export const seriesShapes = ['柱', '线'] as const;

/** A category label; `each` (template) makes one category of each member of the range. */
export const ChartSeries = z
  .strictObject({
    name: z.string(),
    points: z.array(FigureAttributes).readonly(),
    /** Of a 组合图 only; left out: 柱. */
    shape: z.enum(seriesShapes).optional(),
    /** Of a 组合图 only: measured on the axis at the right. */
    onSecondAxis: z.literal(true).optional(),
  })
  .readonly();
export type ChartSeries = z.infer<typeof ChartSeries>;
/** 图: every point is a figure. With `each` (template) a series has one point, the pattern for every member. */
export const ChartBlock = z
  .strictObject({
    type: z.literal('chartBlock'),
    attrs: z
      .strictObject({
        id: z.string().min(1),
        label: Label,
        kind: z.enum(chartKinds),
        unit: z.string().nullable(),
        /** 次轴单位, of a 组合图 with an axis at the right. */
        secondUnit: z.string().optional(),
        each: z.string().nullable(),
        categories: z.array(z.string()).readonly(),
        series: z.array(ChartSeries).min(1).readonly(),
      })
      .readonly(),
    content: z.tuple([Caption]).readonly(),
  })
  .readonly();
export type ChartBlock = z.infer<typeof ChartBlock>;

/** 图片: a picture kept as an asset of the workspace, named by the SHA-256 of its bytes. */
export const ImageBlock = z
  .strictObject({
    type: z.literal('imageBlock'),
    attrs: z
      .strictObject({
        label: Label,
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        /** Said by screen readers instead of the picture. */
        alternative: z.string(),
        /** As printed, in millimetres; null: as wide as it is, at most the type area. */
        widthMillimetres: z.number().positive().max(297).nullable(),
      })
      .readonly(),
    content: z.tuple([Caption]).readonly(),
  })
  .readonly();
export type ImageBlock = z.infer<typeof ImageBlock>;

/** 署名与日期. Organisations that sign together stand each on a line of their own. */
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
export const Conditional = z.strictObject({
  type: z.literal('conditional'),
  attrs: z.strictObject({ condition: z.string(), otherwise: z.boolean() }).readonly(),
  get content(): z.ZodType<readonly Block[]> {
    return z.array(Block).readonly();
  },
});
export const Repeat = z.strictObject({
  type: z.literal('repeat'),
  attrs: z.strictObject({ each: z.string() }).readonly(),
  get content(): z.ZodType<readonly Block[]> {
    return z.array(Block).readonly();
  },
});

/** 附件: begins on a page of its own after the signature; its first block is its title. */
export interface Annex {
  readonly type: 'annex';
  readonly attrs: {
    /** 横排: its pages lie across. */
    readonly landscape: boolean;
  };
  readonly content: readonly [z.infer<typeof Title>, ...Block[]];
}
export const Annex = z.strictObject({
  type: z.literal('annex'),
  attrs: z.strictObject({ landscape: z.boolean() }).readonly(),
  get content(): z.ZodType<Annex['content']> {
    return z.tuple([Title], Block).readonly();
  },
});

export type Block =
  | z.infer<typeof Title>
  | Letterhead
  | z.infer<typeof Recipients>
  | Contents
  | Paragraph
  | TableBlock
  | ChartBlock
  | ImageBlock
  | AttachmentList
  | z.infer<typeof Signature>
  | Annotation
  | Annex
  | Imprint
  | z.infer<typeof PageBreak>
  | Conditional
  | Repeat;
export const Block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    Title,
    Letterhead,
    Recipients,
    Contents,
    Paragraph,
    TableBlock,
    ChartBlock,
    ImageBlock,
    AttachmentList,
    Signature,
    Annotation,
    Annex,
    Imprint,
    PageBreak,
    Conditional,
    Repeat,
  ]),
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
