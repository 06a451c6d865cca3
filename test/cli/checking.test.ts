import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '../../electron/core/database/workspace.ts';
import { addSampleRegions, makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { setObservation } from '../../electron/core/services/set-observation.ts';
import { waiveFinding } from '../../electron/core/services/waive-finding.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import type { Rule } from '../../shared/figures/rules/rule.ts';
import { expectValue } from '../database/fixture.ts';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

const rule: Rule = {
  code: 'own_buses',
  name: '在用校车不多于校车',
  family: '其中≤总',
  levels: null,
  periodKinds: null,
  applies: null,
  formula: '在用校车数 <= 校车数',
  severity: '强制',
  missing: '跳过任缺',
  tolerance: '0',
  message: '请查看两个数是否填反。',
};

const place = ['--region', '湖州市', '--period', '2021年'];
const clock = { now: () => new Date() };

function change(folder: string, work: (workspace: Workspace) => void): void {
  const workspace = expectValue(openWorkspace(join(folder, 's.huigao'), { clock }));
  work(workspace);
  workspace.close();
}

function putRule(folder: string, part: Partial<Rule> = {}): void {
  change(folder, ({ rules }) => rules.put({ ...rule, ...part }, { enabled: true, byWhom: '张三' }));
}

/** A file of the bureau's own indicators, which no shipped rule is about, with one broken rule. */
function brokenFile(): string {
  const folder = temporaryFolder();
  const workspace = expectValue(makeWorkspace(join(folder, 's.huigao'), { clock, sample: false }));
  addSampleRegions(workspace);
  const [city] = workspace.regions.all().filter(({ name }) => name === '湖州市');
  const basis = { unit: '辆', aliases: [], scale: 0, shownDecimals: 0, timing: '时点', aggregation: '合计' } as const;
  const rest = { formula: null, better: null, definition: '', group: '', part: null };
  const source = workspace.sources.insert({ kind: '手工', title: '手工填报（张三）', byWhom: '张三' });
  for (const [code, name, decimal] of [
    ['a', '校车数', '10'],
    ['b', '在用校车数', '12'],
  ] as const) {
    const { id: indicatorId } = workspace.indicators.insert({ ...basis, ...rest, code: `own_${code}`, name });
    const put = workspace.observations.put({
      indicatorId,
      regionId: city?.id ?? 0,
      period: makePeriod('自然年', 2021),
      cell: { kind: 'value', decimal },
      sourceId: source.id,
      byWhom: '张三',
    });
    expectValue(put);
  }
  workspace.close();
  putRule(folder);
  return folder;
}

const finding = ['--rule', 'own_buses', ...place];
const message = '湖州市2021年：在用校车数12辆 > 校车数10辆，差2辆';

test('a broken 强制 rule gives 1, and a waived one 0', async () => {
  const folder = brokenFile();
  const broken = await runHuigao(folder, 'check', 's.huigao');
  expect(broken).toMatchObject({ exitCode: 1, stderr: '' });
  expect(broken.stdout).toContain(
    `强制　在用校车不多于校车〔own_buses〕\n    ${message}\n    请查看两个数是否填反。\n`,
  );
  expect(broken.stdout).toContain('强制 1 条，核实 0 条，提示 0 条；已说明 0 条。');

  const waived = await runHuigao(folder, 'waive', 's.huigao', ...finding, '--reason', '含租用车辆');
  expect(waived).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(message) });
  const quiet = await runHuigao(folder, 'check', 's.huigao');
  expect(quiet.exitCode).toBe(0);
  expect(quiet.stdout).toMatch(/^已说明的：\n强制　在用校车不多于校车〔own_buses〕\n.*\n {4}说明：“含租用车辆”（/);
});

test('a waiver lapses when the data change, which is said, and can be withdrawn', async () => {
  const folder = brokenFile();
  change(folder, (workspace) => {
    const named = {
      rule: 'own_buses',
      region: '湖州市',
      period: '2021年',
      indicator: null,
      byWhom: '张三',
      shipped: [],
    };
    expectValue(waiveFinding(workspace, named, '含租用车辆'));
    const request = { indicator: '在用校车数', region: '湖州市', period: '2021年', missing: null, asOf: null };
    expectValue(setObservation(workspace, { ...request, value: '13', byWhom: '张三' }));
  });
  const lapsed = await runHuigao(folder, 'check', 's.huigao');
  expect(lapsed.exitCode).toBe(1);
  expect(lapsed.stdout).toContain('数据变了，原来的说明不再有效：“含租用车辆”');
  const withdrawn = await runHuigao(folder, 'waive', 's.huigao', ...finding, '--withdraw');
  expect(withdrawn).toMatchObject({ exitCode: 0, stdout: '已撤回说明“含租用车辆”。\n' });
  expect((await runHuigao(folder, 'check', 's.huigao')).stdout).not.toContain('含租用车辆');
});

test('rules that want an explanation or attention do not block', async () => {
  const folder = brokenFile();
  for (const severity of ['核实', '提示'] as const) {
    putRule(folder, { severity });
    const { exitCode, stdout } = await runHuigao(folder, 'check', 's.huigao');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining(message) });
  }
});

test('--json is one value with exactly its keys', async () => {
  const folder = brokenFile();
  const { exitCode, stdout } = await runHuigao(folder, 'check', 's.huigao', ...place, '--json');
  const source = { region: '湖州市', period: '2021年', source: expect.stringContaining('手工填报'), cell: null };
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    findings: [
      {
        rule: 'own_buses',
        name: '在用校车不多于校车',
        family: '其中≤总',
        severity: '强制',
        region: '湖州市',
        period: '2021年',
        indicator: null,
        message,
        hint: '请查看两个数是否填反。',
        sources: [
          { indicator: '在用校车数', value: '12', ...source },
          { indicator: '校车数', value: '10', ...source },
        ],
        waiver: null,
      },
    ],
    problems: [],
    checked: 3,
    skipped: 0,
  });
  await runHuigao(folder, 'waive', 's.huigao', ...finding, '--reason', '含租用车辆', '--json');
  const waived = JSON.parse((await runHuigao(folder, 'check', 's.huigao', '--json')).stdout);
  expect(waived.findings[0].waiver).toEqual({
    reason: '含租用车辆',
    byWhom: expect.any(String),
    at: expect.stringMatching(/^20/),
  });
});

test.each([
  ['waive', ['--rule', 'own_buses', ...place], 2, '“--reason”和“--withdraw”要写一个'],
  ['waive', ['--rule', 'own_busses', ...place, '--reason', '好'], 2, '是不是“own_buses”'],
  ['waive', ['--rule', 'own_buses', '--region', '吴兴区', '--period', '2021年', '--reason', '好'], 1, '不需要说明'],
  ['check', ['--region', '吴星区'], 2, '没有名为“吴星区”的地区'],
  ['define', ['--name', '甲', '--unit', '辆', '--timing', '年末'], 2, '可以写：时点、时期'],
  ['define', ['--name', '占比', '--unit', '辆'], 1, '“占比”在算式里是函数'],
])('%s %s is refused', async (name, words, exitCode, sentence) => {
  const folder = brokenFile();
  const refused = await runHuigao(folder, name, 's.huigao', ...words);
  expect(refused).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(sentence) });
});

test('an indicator that was defined is filled in and computed with', async () => {
  const folder = brokenFile();
  const words = ['--name', '校车使用率', '--unit', '%', '--formula', '占比(在用校车数, 校车数)', '--group', '校车'];
  const defined = await runHuigao(folder, 'define', 's.huigao', ...words, '--json');
  expect(JSON.parse(defined.stdout)).toMatchObject({
    name: '校车使用率',
    aggregation: '加权',
    group: '校车',
    part: null,
  });
  expect((await runHuigao(folder, 'figure', 's.huigao', '校车使用率', ...place)).stdout).toBe('120%\n');
});

test('a period without data is said to have none', async () => {
  const folder = temporaryFolder();
  await runHuigao(folder, 'new', 's.huigao', '--sample');
  expect(await runHuigao(folder, 'check', 's.huigao', '--period', '2010年')).toMatchObject({
    exitCode: 0,
    stdout: '没有可以检查的数据。请先导入或填报，或换一个地区、一期。\n',
  });
});
