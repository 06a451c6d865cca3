import { z } from 'zod';
import { regionLevels } from '../../shared/figures/catalogue.ts';

/** The form of figures.yaml. Every scalar is read as text (YAML's failsafe schema), so that 80.10 keeps its zero. */

const text = z.string().min(1);

const GoldenIndicatorRow = z
  .strictObject({
    name: text,
    unit: z.string(),
    decimals: z.enum(['0', '1', '2', '3']).default('0').transform(Number),
    timing: z.enum(['时点', '时期']).default('时点'),
    aggregation: z.enum(['合计', '加权', '最新', '不可加']).default('合计'),
    better: z.enum(['高', '低']).nullable().default(null),
    formula: text.nullable().default(null),
    /** The indicator that this one is a part of, and which part: 在校生数 with 学段=小学. */
    base: text.nullable().default(null),
    dimensions: z.record(text, text).default({}),
  })
  .readonly();

const GoldenRegionRow = z
  .strictObject({
    name: text,
    level: z.enum(regionLevels),
    parent: text.nullable().default(null),
    aliases: z.array(text).readonly().default([]),
    inTotal: z
      .enum(['true', 'false'])
      .default('true')
      .transform((word) => word === 'true'),
  })
  .readonly();

export const observationGaps = ['未报', '无此项', '不足单位', '不公开'] as const;
const datum = new RegExp(`^(?:-?\\d+(?:\\.\\d{1,6})?(?:@\\d{4}-\\d{2}-\\d{2})?|${observationGaps.join('|')})$`);

/** `指标·地区·期` → a decimal, `decimal@截至日`, or a reason; 各区县 takes one entry for each member. */
const GoldenFacts = z
  .record(
    z.string().regex(/^[^·]+·[^·]+·[^·]+$/),
    z.string().refine((entries) => entries.split(' ').every((entry) => datum.test(entry)), 'not a datum'),
  )
  .readonly();

const problemCodes = [
  'syntax',
  'too-long',
  'too-deep',
  'unknown-name',
  'unknown-function',
  'unknown-qualifier',
  'argument-count',
  'argument-kind',
  'unit-mismatch',
  'not-summable',
  'cycle',
] as const;

const asked = {
  formula: z.string(),
  format: text.nullable().default(null),
  place: z.enum(['prose', 'table']).default('prose'),
  region: text.default('湖州市'),
  period: text.default('2021年'),
  data: GoldenFacts.default({}),
};

const position = z.string().regex(/^\d+$/).transform(Number);

const GoldenRow = z.union([
  z.strictObject({ ...asked, text }).readonly(),
  z
    .strictObject({
      ...asked,
      problem: text,
      code: z.enum(problemCodes),
      at: z.tuple([position, position]).readonly().nullable().default(null),
    })
    .readonly(),
]);

export const GoldenFile = z
  .strictObject({
    catalogue: z.strictObject({
      indicators: z.array(GoldenIndicatorRow).readonly(),
      regions: z.array(GoldenRegionRow).readonly(),
      sets: z.record(text, z.array(text).readonly()),
    }),
    groups: z
      .array(
        z.strictObject({ title: text, data: GoldenFacts.default({}), cases: z.array(GoldenRow).readonly() }).readonly(),
      )
      .readonly(),
  })
  .readonly();

export type GoldenFile = z.infer<typeof GoldenFile>;
export type GoldenFacts = z.infer<typeof GoldenFacts>;
