import type { Form } from '../../electron/core/collecting/form.ts';
import { type FormGround, planForm } from '../../electron/core/collecting/plan-form.ts';
import type { Indicator, Region } from '../../shared/figures/catalogue.ts';
import type { DataView } from '../../shared/figures/data-view.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { applyRules } from '../../shared/figures/rules/apply-rules.ts';
import type { Rule } from '../../shared/figures/rules/rule.ts';

/** A county with two schools and a few indicators, 示例（虚构）. */

const region = (id: number, name: string, level: Region['level'], parentId: number | null): Region => ({
  id,
  code: `9900${id}`,
  name,
  aliases: [],
  level,
  parentId,
  kind: '行政区',
  inTotal: true,
  validFrom: null,
  validTo: null,
  sort: id,
});
export const county = region(1, '东河县', '县', null);
export const schools = [region(2, '东河县第一小学', '校', 1), region(3, '=东河县实验学校', '校', 1)];

const indicator = (id: number, name: string, change: Partial<Indicator> = {}): Indicator => ({
  id,
  code: `i${id}`,
  name,
  aliases: [],
  unit: '人',
  scale: 0,
  shownDecimals: 0,
  timing: '时点',
  aggregation: '合计',
  formula: null,
  better: null,
  definition: `${name}的解释。`,
  group: '学生',
  part: null,
  ...change,
});
const part = (baseId: number, ...words: readonly string[]) => ({
  part: { baseId, dimensions: Object.fromEntries(words.map((word, at) => [`维${at}`, word])) },
});
const decimal = { unit: '万元', scale: 2, shownDecimals: 2 };
const rate = { unit: '%', scale: 2, shownDecimals: 2, aggregation: '加权' as const };

export const indicators: readonly Indicator[] = [
  indicator(1, '学生甲数'),
  indicator(2, '学生甲小学数', part(1, '小学')),
  indicator(3, '学生甲初中数', part(1, '初中')),
  indicator(4, '学生甲小学女生数', part(1, '小学', '女')),
  indicator(5, '经费甲', decimal),
  indicator(6, '经费乙', { ...decimal, unit: '元' }),
  indicator(7, '小学占比甲', { ...rate, formula: '占比(学生甲小学数, 学生甲数)' }),
  indicator(8, '巩固率甲', rate),
  indicator(9, '去年比甲', { formula: '增减(学生甲数)' }),
];

const rule = (code: string, formula: string, change: Partial<Rule> = {}): Rule => ({
  code,
  name: code,
  family: '合计=分项',
  levels: null,
  periodKinds: null,
  applies: null,
  formula,
  severity: '强制',
  missing: '跳过任缺',
  tolerance: '0',
  message: '',
  ...change,
});
export const rules: readonly Rule[] = [
  rule('sum', '学生甲数 = 学生甲小学数 + 学生甲初中数'),
  rule('part', '学生甲小学女生数 <= 学生甲小学数', { missing: '按零' }),
  rule('money', '经费甲 = 经费乙', { tolerance: '0.5' }),
  rule('range', '且(巩固率甲 >= 0%, 巩固率甲 <= 100%)'),
  rule('earlier', '学生甲数 >= 学生甲数[上年]'),
];

const none: DataView = {
  indicators,
  regions: [county, ...schools],
  column: () => new Map(),
  namedSet: () => undefined,
};
const language = createFormulaLanguage(none);
export const ground: FormGround = {
  language,
  rules: applyRules(
    rules.map((each) => ({ rule: each, origin: 'shipped' as const })),
    language,
  ).applied,
};

export interface FormChange {
  readonly lastYear?: boolean;
  readonly indicators?: readonly Indicator[];
  readonly members?: readonly Region[];
}

export function formOf(change: FormChange = {}): Form {
  const request = {
    token: 'f'.repeat(32),
    title: '学生情况收集表（示例）',
    period: makePeriod('自然年', 2024),
    unit: county,
    members: change.members ?? schools,
    indicators: change.indicators ?? indicators,
    lastYear: change.lastYear ?? false,
  };
  const planned = planForm(request, ground);
  if (!planned.ok) throw new Error(planned.error.code);
  return planned.value;
}
