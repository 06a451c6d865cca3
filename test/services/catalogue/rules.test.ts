import { expect, test } from 'vitest';
import {
  deleteRule,
  listRules,
  type RuleRequest,
  saveRule,
} from '../../../electron/core/services/catalogue/save-rule.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../../database/fixture.ts';

const shippedRule: Rule = {
  code: 'r_1',
  name: '不为负',
  family: '值域',
  levels: null,
  periodKinds: null,
  applies: null,
  formula: '随迁子女人数 >= 0',
  severity: '强制',
  missing: '跳过任缺',
  tolerance: '0',
  message: '请核对。',
};
const context = { shipped: [shippedRule], byWhom: '张三' };
const own: RuleRequest = {
  ...shippedRule,
  code: null,
  name: '比例不超过百分之百',
  formula: '公办就读比例 <= 100',
  enabled: true,
};

test('a shipped rule is switched off, made milder, and put back as it shipped', () => {
  const { workspace } = newBureau();
  const change = (request: Partial<RuleRequest>) =>
    saveRule(workspace, { ...shippedRule, enabled: true, ...request }, context);
  expectValue(change({ severity: '提示', tolerance: '0.5' }));
  expect(listRules(workspace, context.shipped)).toMatchObject([
    { origin: 'changed', enabled: true, rule: { severity: '提示', tolerance: '0.5' } },
  ]);
  expectValue(change({ enabled: false }));
  expect(listRules(workspace, context.shipped)).toMatchObject([{ origin: 'changed', enabled: false }]);
  expect(describeFailure(expectFailure(change({ formula: '随迁子女人数 >= 1' })))).toContain('只能改严重程度和容差');
  expectValue(change({}));
  expect(workspace.rules.own()).toEqual([]);
});

test('an own rule is written, changed, deleted, and comes back under its code', () => {
  const { workspace } = newBureau();
  const saved = expectValue(saveRule(workspace, own, context));
  expect(saved.code).toBe('own_r_1');
  expectValue(saveRule(workspace, { ...own, code: saved.code, severity: '核实' }, context));
  expect(listRules(workspace, context.shipped)[1]).toMatchObject({
    origin: 'own',
    problem: null,
    rule: { severity: '核实' },
  });
  const deleted = expectValue(deleteRule(workspace, saved.code));
  expect(listRules(workspace, context.shipped)).toHaveLength(1);
  expect(expectFailure(deleteRule(workspace, saved.code)).code).toBe('rule-gone');
  expectValue(saveRule(workspace, { ...deleted.rule, enabled: deleted.enabled }, context));
  expect(listRules(workspace, context.shipped)[1]?.rule).toEqual(deleted.rule);
});

test.each<[string, Partial<RuleRequest>]>([
  ['请写出勾稽关系的名称', { name: ' ' }],
  ['已经有名为“不为负”的勾稽关系', { name: '不为负' }],
  ['没有名为“公办比例”的指标', { formula: '公办比例 <= 100' }],
  ['算式要是比较', { formula: '随迁子女人数' }],
  ['单位不一致', { formula: '随迁子女人数 <= 资助金额' }],
  ['容差“很小”不是数', { tolerance: '很小' }],
])('refused with “%s”', (sentence, change) => {
  const { workspace } = newBureau();
  expect(describeFailure(expectFailure(saveRule(workspace, { ...own, ...change }, context)))).toContain(sentence);
  expect(workspace.rules.own()).toEqual([]);
});
