import { z } from 'zod';
import { suggestNames } from '../../figures/suggest.ts';
import { balanceMethods, chartKinds, imprintParts, letterheadParts, maximumSpan, seriesShapes } from '../document.ts';

/** The YAML of ```table and ```chart blocks, where every scalar is a text. */

const Text = z.string();
/** Left empty it is as if it were not there. */
const OptionalText = z
  .string()
  .nullable()
  .default(null)
  .transform((text) => (text === '' ? null : text));

const Span = z
  .string()
  .refine(
    (text) => /^[1-9]\d?$/.test(text) && Number(text) <= maximumSpan,
    `“跨列”“跨行”要是 1 到 ${maximumSpan} 的整数。`,
  )
  .transform(Number)
  .default(1);

export const CellYaml = z.union([Text, z.strictObject({ 内容: Text.default(''), 跨列: Span, 跨行: Span })]);
export type CellYaml = z.infer<typeof CellYaml>;

function describeMethods(wrong: string): string {
  const near = suggestNames(wrong, balanceMethods);
  const proposal = near.length > 0 ? `是不是“${near.join('”“')}”？` : `可以写：${balanceMethods.join('、')}。`;
  return `不认识补差办法“${wrong}”。${proposal}`;
}

const Balance = OptionalText.transform((text, context) => {
  const method = balanceMethods.find((each) => each === text);
  if (text === null || method !== undefined) return method;
  context.addIssue({ code: 'custom', message: describeMethods(text) });
  return z.NEVER;
});

const RowYaml = z.array(CellYaml).min(1);

export const TableYaml = z.strictObject({
  标题: Text.default(''),
  标签: OptionalText,
  单位: OptionalText,
  补差: Balance,
  表头: z.union([z.array(RowYaml).min(1), RowYaml.transform((row) => [row])]),
  行: z.array(z.union([RowYaml, z.strictObject({ 每个: Text, 单元格: RowYaml })])).default([]),
  合计: RowYaml.nullable().default(null),
});

export const axisNames = ['左', '右'] as const;

export const ChartYaml = z.strictObject({
  类型: z.enum(chartKinds),
  标题: Text.default(''),
  标签: OptionalText,
  单位: OptionalText,
  次轴单位: OptionalText,
  每个: OptionalText,
  类别: z.array(Text).default([]),
  系列: z
    .array(
      z.strictObject({
        名称: Text,
        算式: z.union([z.array(Text).min(1), Text.transform((formula) => [formula])]),
        格式: OptionalText,
        画法: z.enum(seriesShapes).nullable().default(null),
        轴: z.enum(axisNames).nullable().default(null),
      }),
    )
    .min(1),
});
export type ChartYaml = z.infer<typeof ChartYaml>;

const millimetres = '“宽”要是 10 到 297 的毫米数。';

export const ImageYaml = z.strictObject({
  文件: z.string().regex(/^[0-9a-f]{64}$/, '“文件”要是图片存入数据文件后的编号（64 位）。'),
  标题: Text.default(''),
  标签: OptionalText,
  替代文字: Text.default(''),
  宽: z
    .string()
    .refine((text) => /^\d{1,3}(\.\d+)?$/.test(text) && Number(text) >= 10 && Number(text) <= 297, millimetres)
    .transform(Number)
    .nullable()
    .default(null),
});

export const frontMatterKeys = [
  '标题',
  '说明',
  '地区级别',
  '期别',
  '目录',
  ...letterheadParts,
  '主送',
  '附件',
  '署名',
  '日期',
  '附注',
  ...imprintParts,
] as const;
export type FrontMatterKey = (typeof frontMatterKeys)[number];
