import { z } from 'zod';

/** What stands in a line of a report: text, figures and references, with their marks. */

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
/** 参见: prints the number of the table, chart or picture that carries the label: `表1`. */
export const ReferenceNode = z
  .strictObject({
    type: z.literal('reference'),
    attrs: z.strictObject({ label: z.string().min(1) }).readonly(),
    marks: z.array(Mark).readonly().optional(),
  })
  .readonly();
export const Inline = z.discriminatedUnion('type', [TextNode, FigureNode, ReferenceNode]);
export type TextNode = z.infer<typeof TextNode>;
export type FigureNode = z.infer<typeof FigureNode>;
export type ReferenceNode = z.infer<typeof ReferenceNode>;
export type Inline = z.infer<typeof Inline>;

export const InlineContent = z.array(Inline).readonly();
