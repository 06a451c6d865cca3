import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { regionLevels } from '../../shared/figures/catalogue.ts';

export const templatesFolder = new URL('../../templates', import.meta.url).pathname;

const CatalogueIndicator = z.strictObject({
  代码: z.string(),
  名称: z.string(),
  别名: z.array(z.string()),
  分组: z.string().min(1),
  基础指标: z.string().min(1).optional(),
  维度: z.record(z.string().min(1), z.string().min(1)).optional(),
  单位: z.string(),
  小数位: z.int().min(0).max(6),
  显示小数位: z.int().min(0).max(6),
  时点时期: z.enum(['时点', '时期']),
  汇总: z.enum(['合计', '加权', '最新', '不可加']),
  算式: z.string().nullable(),
  方向: z.enum(['高', '低']).nullable(),
  定义: z.string(),
});
const CatalogueRegion = z.strictObject({
  代码: z.string(),
  名称: z.string(),
  级别: z.enum(regionLevels),
  上级: z.string().nullable(),
  别名: z.array(z.string()),
});
const SampleObservation = z.strictObject({
  指标: z.string(),
  地区: z.string(),
  期: z.string(),
  值: z.string().regex(/^\d+(\.\d+)?$/),
  截至: z.iso.date().optional(),
});
const SampleSource = z.strictObject({
  来源: z.string().min(1),
  种类: z.enum(['文稿', '示例']),
  数据: z.array(SampleObservation).min(1),
});
const FrontMatter = z.strictObject({
  标题: z.string(),
  说明: z.string(),
  地区级别: z.enum(regionLevels),
  期别: z.literal('自然年'),
  署名: z.string(),
  日期: z.string(),
});

function readYaml(file: string): unknown {
  return parse(readFileSync(join(templatesFolder, file), 'utf8'));
}

export const indicators = z.array(CatalogueIndicator).parse(readYaml('catalogue/indicators.yaml'));
export const regions = z.array(CatalogueRegion).parse(readYaml('sample/regions.yaml'));
export const sources = z.array(SampleSource).parse(readYaml('sample/observations.yaml'));
export const observations = sources.flatMap((source) =>
  source.数据.map((observation) => ({ ...observation, 种类: source.种类 })),
);

/** The built-in templates: name, front matter and the Markdown after it. */
export const templates = readdirSync(templatesFolder)
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => {
    const [, head = '', body = ''] =
      /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(templatesFolder, file), 'utf8')) ?? [];
    return { name: file.replace(/\.md$/, ''), head: FrontMatter.parse(parse(head)), body };
  });

/** The two documents that the templates follow in structure and figures; null where they are not at hand. */
export function readSeeds(): string | null {
  const shared = process.env.HUIGAO_SHARED ?? new URL('../../../shared', import.meta.url).pathname;
  const folder = join(shared, 'seeds');
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}
