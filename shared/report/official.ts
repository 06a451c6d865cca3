import { z } from 'zod';
import { InlineContent } from './inline.ts';

/** Elements of an official document around its text (GB/T 9704-2012, clauses 7.2–7.4). */

/** Elements of the 版头, in the order in which they stand on the page (7.2). */
export const letterheadParts = ['份号', '密级', '紧急程度', '发文机关标志', '发文字号', '签发人'] as const;
export type LetterheadPart = (typeof letterheadParts)[number];

/** 版头: what stands above the red line. A document without 发文机关标志 has no red line. */
export const Letterhead = z
  .strictObject({
    type: z.literal('letterhead'),
    content: z
      .array(
        z
          .strictObject({
            type: z.literal('letterheadPart'),
            attrs: z.strictObject({ part: z.enum(letterheadParts) }).readonly(),
            content: InlineContent,
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly();
export type Letterhead = z.infer<typeof Letterhead>;

/** Elements of the 版记, in the order in which they stand on the page (7.4). */
export const imprintParts = ['抄送', '印发机关', '印发日期'] as const;
export type ImprintPart = (typeof imprintParts)[number];

/** 版记: the foot of the last page. */
export const Imprint = z
  .strictObject({
    type: z.literal('imprint'),
    content: z
      .array(
        z
          .strictObject({
            type: z.literal('imprintPart'),
            attrs: z.strictObject({ part: z.enum(imprintParts) }).readonly(),
            content: InlineContent,
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly();
export type Imprint = z.infer<typeof Imprint>;

/**
 * 附件说明 (7.3.4): the attachments that are files of their own. Those that the document itself holds (`annex`) are listed
 * before them without being named here.
 */
export const AttachmentList = z
  .strictObject({
    type: z.literal('attachmentList'),
    content: z
      .array(z.strictObject({ type: z.literal('attachmentName'), content: InlineContent }).readonly())
      .min(1)
      .readonly(),
  })
  .readonly();
export type AttachmentList = z.infer<typeof AttachmentList>;

/** 附注 (7.3.7), printed in brackets below the date. */
export const Annotation = z.strictObject({ type: z.literal('annotation'), content: InlineContent }).readonly();
export type Annotation = z.infer<typeof Annotation>;

/** 目录: headings down to level `depth`, with their pages. */
export const Contents = z
  .strictObject({
    type: z.literal('contents'),
    attrs: z.strictObject({ depth: z.int().min(1).max(3) }).readonly(),
  })
  .readonly();
export type Contents = z.infer<typeof Contents>;
