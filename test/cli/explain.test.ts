import { expect, test } from 'vitest';
import { z } from 'zod';
import { FigureExplanation } from '../../shared/api/explanation.ts';
import { runHuigao, sampleFolders } from '../support/run-huigao.ts';

const sampleFolder = sampleFolders();
const place = ['--region', '湖州市', '--period', '2021年'];
const share = '占比(公办就读人数, 随迁子女人数)';

const Explained = z.looseObject({
  text: z.string(),
  explanation: FigureExplanation.omit({ text: true }),
});

test('figure --explain tells the working, the observations and the years before', async () => {
  const folder = sampleFolder();
  const { exitCode, stdout } = await runHuigao(folder, 'figure', 's.huigao', share, ...place, '--explain');
  expect(exitCode).toBe(0);
  const lines = stdout.split('\n').map((line) => line.trim());
  expect(lines.slice(0, 7)).toEqual([
    '80.76%',
    '',
    '计算过程',
    '公办就读人数 65097人（湖州市，2021年）',
    '随迁子女人数 80605人（湖州市，2021年）',
    '65097 ÷ 80605 = 80.7604…%',
    '80.7604…% → 80.76%，四舍五入保留两位小数',
  ]);
  expect(lines).toContain('以前各年');
  expect(lines).toContain('2020年 79.01%');
});

test('without --explain nothing is added, and --json keeps its keys', async () => {
  const folder = sampleFolder();
  const command = ['figure', 's.huigao', share, ...place, '--json'];
  const plain: unknown = JSON.parse((await runHuigao(folder, ...command)).stdout);
  const explained = Explained.parse(JSON.parse((await runHuigao(folder, ...command, '--explain')).stdout));
  expect(Object.keys(z.looseObject({}).parse(plain))).toEqual([
    'formula',
    'text',
    'value',
    'unit',
    'missing',
    'sources',
  ]);
  const { explanation, ...rest } = explained;
  expect(rest).toEqual(plain);
  expect(explanation.steps.map(({ step }) => step.kind)).toEqual(['reading', 'reading', 'calculation', 'rounding']);
});

test('a changed observation names who changed it and what stood there before', async () => {
  const folder = sampleFolder();
  const observation = ['--indicator', '公办就读人数', ...place, '--value', '65000'];
  await runHuigao(folder, 'set', 's.huigao', ...observation);
  const { stdout } = await runHuigao(folder, 'figure', 's.huigao', '公办就读人数', ...place, '--explain', '--json');
  const { observations } = Explained.parse(JSON.parse(stdout)).explanation;
  expect(observations).toMatchObject([{ value: '65000人', previous: '65097人', isMissing: false }]);
  expect(observations[0]?.source).toMatch(/^手工填报/);
  expect(observations[0]?.changedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('a figure without a value says where the working broke off, and exits with 1', async () => {
  const folder = sampleFolder();
  const words = ['同比(随迁子女人数)', '--region', '湖州市', '--period', '2020年', '--explain'];
  const { exitCode, stdout } = await runHuigao(folder, 'figure', 's.huigao', ...words);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('随迁子女人数 未报（湖州市，2019年）');
  expect(stdout).toContain('算到这里中断：缺数据，请补填 随迁子女人数·湖州市·2019年');
});
