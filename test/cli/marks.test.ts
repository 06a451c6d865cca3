import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

test('whatever prints a mark gives exit 1 and is named, also where nothing can be filled in', async () => {
  const folder = temporaryFolder();
  await runHuigao(folder, 'new', 's.huigao', '--sample');
  const at = ['--region', '湖州市', '--period', '2021年'];
  await runHuigao(folder, 'set', 's.huigao', '--indicator', '随迁子女人数', ...at, '--value', '0');
  const branch = '::: 如果 占比(公办就读人数, 随迁子女人数) >= 80%\n\n达到八成。\n\n::: 否则\n\n未达到八成。\n\n:::';
  writeFileSync(join(folder, '条件.md'), `---\n标题: 条件\n---\n\n${branch}\n`);
  const { exitCode, stdout } = await runHuigao(
    folder,
    'fill',
    's.huigao',
    '--template',
    '条件.md',
    ...at,
    '--out',
    'a.docx',
    '--json',
  );
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout).missing).toEqual(['无法计算：分母为零，请核定这段是否保留']);
});

test('a gap that stands in a table only is named below the table', async () => {
  const folder = temporaryFolder();
  await runHuigao(folder, 'new', 's.huigao', '--sample');
  const removed = ['--indicator', '公办就读人数', '--region', '吴兴区', '--period', '2021年', '--missing', '未报'];
  await runHuigao(folder, 'set', 's.huigao', ...removed);
  const fill = [
    '--template',
    '随迁子女教育工作情况汇报',
    '--region',
    '湖州市',
    '--period',
    '2021年',
    '--out',
    'a.docx',
  ];
  const { exitCode, stdout } = await runHuigao(folder, 'fill', 's.huigao', ...fill, '--json');
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout).missing).toEqual(['公办就读人数·吴兴区·2021年']);
});

test('a sentence that says what it has to say of a missing number is no mark: exit 0', async () => {
  const folder = temporaryFolder();
  await runHuigao(folder, 'new', 's.huigao', '--sample');
  const words = ['--indicator', '疑似辍学学生人数', '--region', '永宁县', '--period', '2023年', '--value', '0'];
  await runHuigao(folder, 'set', 's.huigao', ...words);
  const at = ['--region', '永宁县', '--period', '2024年'];
  const worded = await runHuigao(folder, 'figure', 's.huigao', '同比(疑似辍学学生人数)', ...at, '--format', '升降词');
  expect(worded).toMatchObject({ exitCode: 0, stdout: '增加1人（上年为零，不计算增幅）\n' });
  const bare = await runHuigao(folder, 'figure', 's.huigao', '同比(疑似辍学学生人数)', ...at);
  expect(bare).toMatchObject({ exitCode: 1, stdout: '【无法计算：分母为零】\n' });
});
