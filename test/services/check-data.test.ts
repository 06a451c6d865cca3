import { expect, test } from 'vitest';
import type { Workspace } from '../../electron/core/database/workspace.ts';
import { checkData, isBlocking } from '../../electron/core/services/check-data.ts';
import { ruleOfShipped } from '../../electron/core/services/shipped-rules.ts';
import { waiveFinding, withdrawWaiver } from '../../electron/core/services/waive-finding.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import type { Rule } from '../../shared/figures/rules/rule.ts';
import { expectFailure, expectValue, newBureau } from '../database/fixture.ts';

/** A rule as the shipped file writes it. */
const shipped: readonly Rule[] = [
  ruleOfShipped({
    代码: 'r_parent_count',
    名称: '上级人数与下级之和',
    类别: '上级=下级',
    级别: ['市'],
    期别: null,
    适用: { 单位: ['人', '万元'], 汇总: '合计', 上报: true },
    算式: '{指标}[上报] = 合计(下级, {指标})',
    严重程度: '强制',
    缺数: '跳过任缺',
    容差: '0',
    说明: '请查看{指标}是否漏报。',
  }),
];
const year = makePeriod('自然年', 2021);
const everything = { shipped, region: null, period: null, ruleCode: null };

function bureau() {
  const made = newBureau();
  const put = (indicatorId: number, regionId: number, decimal: string) =>
    expectValue(
      made.workspace.observations.put({
        indicatorId,
        regionId,
        period: year,
        cell: { kind: 'value', decimal },
        sourceId: null,
        byWhom: '张三',
      }),
    );
  put(made.children.id, made.city.id, '100');
  put(made.funds.id, made.city.id, '9.5');
  for (const county of made.counties) {
    put(made.children.id, county.id, '30');
    put(made.funds.id, county.id, '3');
  }
  return { ...made, put };
}

const request = (indicator: string | null) => ({
  rule: 'r_parent_count',
  region: '湖州',
  period: '2021',
  indicator,
  byWhom: '李四',
  shipped,
});

function summary(workspace: Workspace) {
  const check = checkData(workspace, everything);
  return {
    blocking: isBlocking(check),
    findings: check.findings.map(({ message, waiver, lapsed }) => [
      message,
      waiver?.reason ?? null,
      lapsed?.reason ?? null,
    ]),
  };
}

const people = '湖州市2021年：随迁子女人数100人 ≠ 各区县随迁子女人数合计90人，差10人';
const money = '湖州市2021年：资助金额9.50万元 ≠ 各区县资助金额合计9.00万元，差0.50万元';

test('a waiver counts for its own finding until the finding changes', () => {
  const { workspace, put, children, city } = bureau();
  expect(summary(workspace)).toEqual({
    blocking: true,
    findings: [
      [people, null, null],
      [money, null, null],
    ],
  });
  expectValue(waiveFinding(workspace, request('随迁子女'), '含市直属学校'));
  expectValue(waiveFinding(workspace, request('资助金额'), '含市本级'));
  expect(summary(workspace)).toEqual({
    blocking: false,
    findings: [
      [people, '含市直属学校', null],
      [money, '含市本级', null],
    ],
  });
  put(children.id, city.id, '101');
  const changed = '湖州市2021年：随迁子女人数101人 ≠ 各区县随迁子女人数合计90人，差11人';
  expect(summary(workspace)).toEqual({
    blocking: true,
    findings: [
      [changed, null, '含市直属学校'],
      [money, '含市本级', null],
    ],
  });
  put(children.id, city.id, '90');
  expect(summary(workspace).findings).toEqual([[money, '含市本级', null]]);
});

test('a waiver can be withdrawn, and only where one stands', () => {
  const { workspace } = bureau();
  expectValue(waiveFinding(workspace, request('资助金额'), '含市本级'));
  expect(expectFailure(withdrawWaiver(workspace, request('随迁子女人数'))).code).toBe('waiver-unknown');
  expect(expectValue(withdrawWaiver(workspace, request(null)))).toEqual({ reason: '含市本级' });
  expect(summary(workspace).findings).toEqual([
    [people, null, null],
    [money, null, null],
  ]);
});

test('what is not a finding cannot be waived, and one of several must be named', () => {
  const { workspace } = bureau();
  expect(expectFailure(waiveFinding(workspace, request(null), '已核实'))).toEqual({
    code: 'finding-subject-needed',
    rule: '上级人数与下级之和',
    indicators: ['随迁子女人数', '资助金额'],
  });
  expect(expectFailure(waiveFinding(workspace, { ...request(null), period: '2020' }, '已核实')).code).toBe(
    'finding-unknown',
  );
  expect(expectFailure(waiveFinding(workspace, { ...request(null), rule: 'r_parent' }, '已核实'))).toMatchObject({
    code: 'rule-unknown',
    suggestions: ['r_parent_count'],
  });
  expect(expectFailure(waiveFinding(workspace, request('资助金额'), '  ')).code).toBe('waiver-reason-or-withdraw');
  expect(workspace.waivers.standing()).toEqual([]);
});

test('a change of a shipped rule counts for this file, and one switched off is not judged', () => {
  const { workspace } = bureau();
  const [rule] = shipped;
  if (rule === undefined) throw new Error('no rule');
  workspace.rules.put({ ...rule, severity: '核实', tolerance: '50' }, { enabled: true, byWhom: '张三' });
  expect(summary(workspace)).toEqual({ blocking: false, findings: [] });
  workspace.rules.put({ ...rule, severity: '核实', tolerance: '9' }, { enabled: true, byWhom: '张三' });
  expect(summary(workspace)).toEqual({
    blocking: false,
    findings: [
      [people, null, null],
      [money, null, null],
    ],
  });
  workspace.rules.put(rule, { enabled: false, byWhom: '张三' });
  expect(summary(workspace)).toEqual({ blocking: false, findings: [] });
});

test('an own 强制 rule that cannot be checked blocks: the data were not judged by it', () => {
  const { workspace } = bureau();
  const [rule] = shipped;
  if (rule === undefined) throw new Error('no rule');
  workspace.rules.put({ ...rule, applies: null, formula: '在校生数 > 0' }, { enabled: true, byWhom: '张三' });
  const check = checkData(workspace, everything);
  expect(check.problems.map(({ message }) => message)).toEqual([expect.stringContaining('在校生数')]);
  expect(isBlocking(check)).toBe(true);
  const broken = { ...rule, code: 'r_other', applies: null, formula: '随迁子女人数 > 资助金额' };
  workspace.rules.put({ ...rule, severity: '提示' }, { enabled: true, byWhom: '张三' });
  const shippedBroken = checkData(workspace, { ...everything, shipped: [broken] });
  expect(shippedBroken.problems).toHaveLength(1);
  expect(isBlocking(shippedBroken)).toBe(false);
});

test('only the region and period asked for are judged', () => {
  const { workspace, city, counties } = bureau();
  expect(checkData(workspace, { ...everything, region: city }).checked).toBe(2);
  expect(checkData(workspace, { ...everything, region: counties[0] ?? null })).toMatchObject({ checked: 0 });
  expect(checkData(workspace, { ...everything, period: year }).checked).toBe(2);
  expect(checkData(workspace, { ...everything, period: makePeriod('自然年', 2020) }).checked).toBe(0);
});
