import { z } from 'zod';
import { chartKinds } from '../document.ts';

/** The YAML of ```table and ```chart blocks. */

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

export const CellYaml = z.union([
  Scalar,
  z.strictObject({ 内容: Scalar, 跨列: z.int().min(1).default(1), 跨行: z.int().min(1).default(1) }),
]);
export type CellYaml = z.infer<typeof CellYaml>;

const RowYaml = z.array(CellYaml).min(1);

export const TableYaml = z.strictObject({
  标题: Scalar.default(''),
  单位: Scalar.nullable().default(null),
  表头: z.union([z.array(RowYaml).min(1), RowYaml.transform((row) => [row])]),
  行: z.array(z.union([RowYaml, z.strictObject({ 每个: z.string(), 单元格: RowYaml })])).default([]),
  合计: RowYaml.nullable().default(null),
});

export const ChartYaml = z.strictObject({
  类型: z.enum(chartKinds),
  标题: Scalar.default(''),
  单位: Scalar.nullable().default(null),
  每个: z.string().nullable().default(null),
  类别: z.array(Scalar).default([]),
  系列: z
    .array(
      z.strictObject({
        名称: Scalar,
        算式: z.union([z.array(Scalar).min(1), Scalar.transform((formula) => [formula])]),
        格式: z.string().nullable().default(null),
      }),
    )
    .min(1),
});

export const frontMatterKeys = ['标题', '说明', '地区级别', '期别', '主送', '署名', '日期'] as const;
export type FrontMatterKey = (typeof frontMatterKeys)[number];
