import { expect, test } from 'vitest';
import { runHuigao, sampleFolders } from '../support/run-huigao.ts';

const sampleFolder = sampleFolders();

test('a range of the bureau’s own is kept, listed, and summed over', async () => {
  const folder = sampleFolder();
  const put = await runHuigao(folder, 'ranges', 's.huigao', '--name', '城区', '--regions', '吴兴区，南浔');
  expect(put).toMatchObject({ exitCode: 0, stdout: '范围“城区”：吴兴区、南浔区。\n' });
  const place = ['--region', '湖州市', '--period', '2021年'];
  const sum = await runHuigao(folder, 'figure', 's.huigao', '合计(城区, 随迁子女人数)', ...place);
  expect(sum.stdout).toBe('42173人\n');
  const again = await runHuigao(folder, 'ranges', 's.huigao', '--name', '城区', '--regions', '吴兴区');
  expect(again.stdout).toBe('范围“城区”：吴兴区。\n原来是：吴兴区、南浔区。\n');
  expect((await runHuigao(folder, 'ranges', 's.huigao')).stdout).toBe('城区：吴兴区\n');
});

test.each([
  ['下级', '吴兴区', 1, '“下级”在算式里是范围'],
  ['合计', '吴兴区', 1, '“合计”在算式里是函数'],
  ['随迁子女人数', '吴兴区', 1, '“随迁子女人数”在算式里是指标'],
  ['城 区', '吴兴区', 1, '请只用汉字、字母和数字'],
  ['城区', '吴兴区,吴兴', 1, '“吴兴区”写了两次'],
  ['城区', '，', 1, '里没有地区'],
  ['城区', '吴新区', 2, '是不是“吴兴区”'],
])('range %s of %s is refused', async (name, regions, exitCode, message) => {
  const folder = sampleFolder();
  const result = await runHuigao(folder, 'ranges', 's.huigao', '--name', name, '--regions', regions);
  expect(result.exitCode).toBe(exitCode);
  expect(result.stderr).toContain(message);
  expect((await runHuigao(folder, 'ranges', 's.huigao')).stdout).toBe('还没有自定义范围。\n');
});

test('functions and formats are listed with what they do', async () => {
  const { stdout } = await runHuigao(sampleFolder(), 'formulas');
  expect(stdout).toContain('占比(部分, 总体)　部分占总体的百分之几');
  expect(stdout).toContain('超　比整数多：80605人 → 超8万人');
});
