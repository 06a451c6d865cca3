import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makePeriod } from '../../shared/figures/period.ts';
import type { Rule } from '../../shared/figures/rules/rule.ts';
import { newBureau, reopen } from './fixture.ts';

const rule: Rule = {
  code: 'own-1',
  name: '公办不多于总数',
  family: '其中≤总',
  levels: ['市', '县'],
  periodKinds: ['自然年'],
  applies: {
    units: ['人'],
    aggregations: ['合计'],
    timing: '时点',
    reported: true,
    only: null,
    except: ['随迁子女人数'],
  },
  formula: '{指标} <= 随迁子女人数',
  severity: '强制',
  missing: '跳过任缺',
  tolerance: '0.5',
  message: '请核对{指标}。',
};

test('an own rule is read as it was put, and putting its code again replaces it', () => {
  const { workspace } = newBureau();
  workspace.rules.put(rule, { enabled: true, byWhom: '张三' });
  workspace.rules.put(
    { ...rule, code: 'own-2', levels: null, periodKinds: null, applies: null },
    { enabled: true, byWhom: '张三' },
  );
  const again = reopen(workspace);
  expect(again.rules.own()).toEqual([
    { rule, enabled: true },
    { rule: { ...rule, code: 'own-2', levels: null, periodKinds: null, applies: null }, enabled: true },
  ]);
  again.rules.put({ ...rule, severity: '提示' }, { enabled: false, byWhom: '李四' });
  expect(again.rules.own()[0]).toEqual({ rule: { ...rule, severity: '提示' }, enabled: false });
});

test('a waiver stands until it is withdrawn or given anew, and is kept afterwards', () => {
  const { workspace, city } = newBureau();
  const place = { ruleCode: 'own-1', subject: '', period: makePeriod('自然年', 2021), regionId: city.id };
  workspace.waivers.add({ ...place, finding: '差3人', reason: '含特教学校', byWhom: '张三' });
  workspace.waivers.add({ ...place, finding: '差4人', reason: '已核实', byWhom: '李四' });
  workspace.waivers.add({ ...place, subject: 'migrant_all', finding: '差5人', reason: '已核实', byWhom: '李四' });
  expect(workspace.waivers.standing().map(({ at: _, ...waiver }) => waiver)).toEqual([
    {
      ruleCode: 'own-1',
      subject: '',
      period: '2021年',
      regionId: city.id,
      finding: '差4人',
      reason: '已核实',
      byWhom: '李四',
    },
    {
      ruleCode: 'own-1',
      subject: 'migrant_all',
      period: '2021年',
      regionId: city.id,
      finding: '差5人',
      reason: '已核实',
      byWhom: '李四',
    },
  ]);
  expect(workspace.waivers.standing()[0]?.at).toMatch(/^2024-12-05T/);
  expect(workspace.waivers.withdraw(place, '王五')).toBe(true);
  expect(workspace.waivers.withdraw(place, '王五')).toBe(false);
  expect(workspace.waivers.standing()).toHaveLength(1);

  workspace.close();
  const db = new SqliteDatabase(workspace.path);
  expect(db.prepare('SELECT finding, withdrawn_by FROM rule_waiver ORDER BY id').all()).toEqual([
    { finding: '差3人', withdrawn_by: '李四' },
    { finding: '差4人', withdrawn_by: '王五' },
    { finding: '差5人', withdrawn_by: null },
  ]);
  expect(() => db.exec('DELETE FROM rule_waiver')).toThrow('withdrawn, not deleted');
  expect(() => db.exec("UPDATE rule_waiver SET reason = '改'")).toThrow('withdrawn, not rewritten');
  db.close();
});

test('the group of an indicator and what it is a part of are kept', () => {
  const { workspace, children } = newBureau();
  const part = { baseId: children.id, dimensions: { 办别: '公办', 学段: '小学' } };
  workspace.indicators.insert({
    ...children,
    code: 'public',
    name: '公办就读人数',
    aliases: [],
    group: '随迁子女',
    part,
  });
  const stored = reopen(workspace).indicators.all();
  expect(stored.find(({ code }) => code === 'public')).toMatchObject({ group: '随迁子女', part });
  expect(stored.find(({ code }) => code === 'migrant_all')).toMatchObject({ group: '', part: null });
});
