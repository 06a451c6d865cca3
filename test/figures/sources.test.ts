import { expect, test } from 'vitest';
import type { DataView } from '../../shared/figures/data-view.ts';
import { evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { printQuantity } from '../../shared/figures/rounding.ts';
import { indicators, regions, viewOf } from '../support/small-data.ts';

const facts = {
  随迁子女人数·湖州市·2021年: '80605',
  随迁子女人数·吴兴区·2021年: '30000',
  随迁子女人数·南浔区·2021年: '20000',
  随迁子女人数·德清县·2021年: '10000',
  随迁子女人数·吴兴区·2020年: '29000',
  随迁子女人数·南浔区·2020年: '19000',
  随迁子女人数·德清县·2020年: '未报',
  资助金额·湖州市·2021年: '332.26',
};

function evaluate(formula: string, view: DataView = viewOf(facts)) {
  const language = createFormulaLanguage(view);
  const checked = language.check(formula);
  const [region] = regions;
  if (!checked.ok || region === undefined) throw new Error('bad test');
  return evaluateFormula(checked.value, { view, language, region, period: makePeriod('自然年', 2021) });
}

function sourcesOf(formula: string): readonly string[] {
  return evaluate(formula).sources.map(({ indicator, period, regions: read }) =>
    [indicator.name, period, ...read.map(({ name }) => name)].join(' '),
  );
}

const members = '吴兴区 南浔区 德清县';

test.each([
  ['合计(下级, 随迁子女人数)', [`随迁子女人数 2021年 ${members}`]],
  ['合计(下级, 随迁子女人数) + 合计(下级, 随迁子女人数)', [`随迁子女人数 2021年 ${members}`]],
  ['合计(下级, 随迁子女人数) ÷ 随迁子女人数', [`随迁子女人数 2021年 ${members} 湖州市`]],
  ['占比(随迁子女人数[南浔区], 合计(下级, 随迁子女人数))', ['随迁子女人数 2021年 南浔区 吴兴区 德清县']],
  ['合计(下级, 随迁子女人数) + 合计(城区, 随迁子女人数)', [`随迁子女人数 2021年 ${members}`]],
  ['合计(城区, 随迁子女人数) + 合计(下级, 随迁子女人数)', [`随迁子女人数 2021年 ${members}`]],
  ['合计(下级, 随迁子女人数 × 2)', [`随迁子女人数 2021年 ${members}`]],
  ['同比(合计(下级, 随迁子女人数))', [`随迁子女人数 2021年 ${members}`, `随迁子女人数 2020年 ${members}`]],
  ['合计(下级, 随迁子女人数[上年])', [`随迁子女人数 2020年 ${members}`]],
  ['最高(随迁子女人数)', [`随迁子女人数 2021年 ${members}`]],
  ['随迁子女人数[汇总]', [`随迁子女人数 2021年 ${members}`]],
  ['合计(下级, 公办就读人数 + 随迁子女人数)', [`公办就读人数 2021年 ${members}`, `随迁子女人数 2021年 ${members}`]],
])('%s names every observation that was looked at, once', (formula, expected) => {
  expect(sourcesOf(formula)).toEqual(expected);
});

test('a member without data is a source and a gap also when its neighbours were read before', () => {
  const view = viewOf(facts);
  for (const formula of ['合计(城区, 随迁子女人数[上年])', '合计(下级, 随迁子女人数[上年])']) evaluate(formula, view);
  const { value, sources } = evaluate('合计(下级, 随迁子女人数[上年])', view);
  expect(value).toMatchObject({ kind: 'missing', reason: '未报', gaps: [{ region: '德清县', period: '2020年' }] });
  expect(sources[0]?.regions.length).toBe(3);
});

test('an indicator that is to print more decimals does so over a column that was read before', () => {
  const view = viewOf(facts);
  const finer = { ...view, indicators: indicators.map((each) => ({ ...each, shownDecimals: each.shownDecimals + 1 })) };
  const texts = [view, finer, view].map((each) => {
    const { value } = evaluate('资助金额', each);
    return value.kind === 'number' ? printQuantity(value) : null;
  });
  expect(texts).toEqual(['332.26万元', '332.260万元', '332.26万元']);
});
