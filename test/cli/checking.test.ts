import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import type { Rule } from '../../shared/figures/rules/rule.ts';
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

function putRule(folder: string, change: Partial<Rule> = {}): void {
  const opened = openWorkspace(join(folder, 's.huigao'), { clock: { now: () => new Date() } });
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.rules.put({ ...rule, ...change }, { enabled: true, byWhom: '张三' });
  opened.value.close();
}

function set(folder: string, indicator: string, value: string) {
  return runHuigao(folder, 'set', 's.huigao', '--indicator', indicator, ...place, '--value', value);
}

/** A file of the bureau's own indicators, which no shipped rule is about, with one broken rule. */
async function brokenFile(): Promise<string> {
  const folder = temporaryFolder();
  await runHuigao(folder, 'new', 's.huigao');
  for (const name of ['校车数', '在用校车数']) {
    expect(await runHuigao(folder, 'define', 's.huigao', '--name', name, '--unit', '辆')).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringContaining(`已添加指标“${name}”`),
    });
  }
  await set(folder, '校车数', '10');
  await set(folder, '在用校车数', '12');
  putRule(folder);
  return folder;
}

const message = '湖州市2021年：在用校车数12辆 > 校车数10辆，差2辆';

test('a broken 强制 rule gives 1, a waived one 0, and a change of the data 1 again', async () => {
  const folder = await brokenFile();
  const broken = await runHuigao(folder, 'check', 's.huigao');
  expect(broken).toMatchObject({ exitCode: 1, stderr: '' });
  expect(broken.stdout).toContain(
    `强制　在用校车不多于校车〔own_buses〕\n    ${message}\n    请查看两个数是否填反。\n`,
  );
  expect(broken.stdout).toContain('强制 1 条，核实 0 条，提示 0 条；已说明 0 条。');

  const waive = ['waive', 's.huigao', '--rule', 'own_buses', ...place];
  const waived = await runHuigao(folder, ...waive, '--reason', '含租用车辆');
  expect(waived).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(message) });
  const quiet = await runHuigao(folder, 'check', 's.huigao');
  expect(quiet.exitCode).toBe(0);
  expect(quiet.stdout).toMatch(/^已说明的：\n强制　在用校车不多于校车〔own_buses〕\n.*\n {4}说明：“含租用车辆”（/);

  await set(folder, '在用校车数', '13');
  const lapsed = await runHuigao(folder, 'check', 's.huigao');
  expect(lapsed.exitCode).toBe(1);
  expect(lapsed.stdout).toContain('数据变了，原来的说明不再有效：“含租用车辆”');

  expect(await runHuigao(folder, ...waive, '--withdraw')).toMatchObject({
    exitCode: 0,
    stdout: '已撤回说明“含租用车辆”。\n',
  });
  expect((await runHuigao(folder, ...waive, '--withdraw')).exitCode).toBe(1);
});

test('rules that want an explanation or attention do not block', async () => {
  const folder = await brokenFile();
  for (const severity of ['核实', '提示'] as const) {
    putRule(folder, { severity });
    const { exitCode, stdout } = await runHuigao(folder, 'check', 's.huigao');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining(message) });
  }
});

test('--json is one value with exactly its keys', async () => {
  const folder = await brokenFile();
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
    checked: 1,
    skipped: 0,
  });
  await runHuigao(folder, 'waive', 's.huigao', '--rule', 'own_buses', ...place, '--reason', '含租用车辆', '--json');
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
  const folder = await brokenFile();
  const refused = await runHuigao(folder, name, 's.huigao', ...words);
  expect(refused).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(sentence) });
});
