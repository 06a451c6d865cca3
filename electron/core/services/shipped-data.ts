import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Aggregation, regionLevels } from '../../../shared/figures/catalogue.ts';
import { periodKinds } from '../../../shared/figures/period.ts';
import { templatesFolder } from './resources.ts';

/** The shipped catalogue, rules and sample as their YAML files hold them. */

const aggregations = ['合计', '加权', '最新', '不可加'] as const satisfies readonly Aggregation[];

const IndicatorEntry = z.strictObject({
  代码: z.string(),
  名称: z.string(),
  别名: z.array(z.string()),
  分组: z.string().min(1),
  基础指标: z.string().optional(),
  维度: z.record(z.string(), z.string()).optional(),
  单位: z.string(),
  小数位: z.int().min(0).max(6),
  显示小数位: z.int().min(0).max(6),
  时点时期: z.enum(['时点', '时期']),
  汇总: z.enum(aggregations),
  算式: z.string().nullable(),
  方向: z.enum(['高', '低']).nullable(),
  定义: z.string(),
});

/** 类别: the kinds of 勾稽 rules, in the order in which they are shown. */
export const ruleFamilies = [
  '合计=分项',
  '上级=下级',
  '其中≤总',
  '比例=分子/分母',
  '值域',
  '残疾儿童',
  '控辍',
  '资助',
  '变动平衡',
  '衔接',
  '同比异动',
  '量级',
  '成对',
  '班额师资',
  '文内一致',
] as const;

/** 适用: the indicators for each of which a rule is meant once; a key that is left out chooses nothing. */
const RuleSelection = z.strictObject({
  单位: z.array(z.string()).optional(),
  汇总: z.enum(aggregations).optional(),
  时点时期: z.enum(['时点', '时期']).optional(),
  上报: z.boolean().optional(),
  只限: z.array(z.string()).optional(),
  除外: z.array(z.string()).optional(),
});

const RuleEntry = z.strictObject({
  代码: z.string(),
  名称: z.string(),
  类别: z.enum(ruleFamilies),
  级别: z.array(z.enum(regionLevels)).nullable(),
  期别: z.array(z.enum(periodKinds)).nullable(),
  适用: RuleSelection.optional(),
  算式: z.string(),
  严重程度: z.enum(['强制', '核实', '提示']),
  缺数: z.enum(['跳过任缺', '跳过全缺', '按零']),
  容差: z.string().regex(/^\d+(\.\d+)?$/),
  说明: z.string(),
});

const RegionEntry = z.strictObject({
  代码: z.string(),
  名称: z.string(),
  级别: z.enum(regionLevels),
  上级: z.string().nullable(),
  别名: z.array(z.string()),
});

const SampleSource = z.strictObject({
  来源: z.string(),
  种类: z.enum(['文稿', '示例']),
  数据: z.array(
    z.strictObject({ 指标: z.string(), 地区: z.string(), 期: z.string(), 值: z.string(), 截至: z.string().optional() }),
  ),
});

function read<Schema extends z.ZodType>(schema: Schema, ...path: readonly string[]): z.output<Schema> {
  return schema.parse(parse(readFileSync(join(templatesFolder(), ...path), 'utf8')));
}

export function readShippedIndicators(): readonly z.infer<typeof IndicatorEntry>[] {
  return read(z.array(IndicatorEntry), 'catalogue', 'indicators.yaml');
}

export function readShippedRules(): readonly z.infer<typeof RuleEntry>[] {
  return read(z.array(RuleEntry), 'catalogue', 'rules.yaml');
}

export function readSampleRegions(): readonly z.infer<typeof RegionEntry>[] {
  return read(z.array(RegionEntry), 'sample', 'regions.yaml');
}

export function readSample(): readonly z.infer<typeof SampleSource>[] {
  return read(z.array(SampleSource), 'sample', 'observations.yaml');
}
