import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHuigao, sampleFolders } from '../support/run-huigao.ts';

const sampleFolder = sampleFolders();

test('a list of regions is tried, then imported', async () => {
  const folder = sampleFolder();
  writeFileSync(join(folder, '地区.csv'), '名称,代码\n灵武市,640181\n湖州市,330500\n');
  const tried = await runHuigao(folder, 'regions', 's.huigao', '--import', '地区.csv', '--dry-run');
  expect(tried).toMatchObject({
    exitCode: 0,
    stdout: '第 2 行　新增　灵武市　县级，属于银川市\n没有写入：新增 1 个，改动 0 个，不变 1 个。\n',
  });
  expect((await runHuigao(folder, 'regions', 's.huigao')).stdout).not.toContain('灵武市');
  const done = await runHuigao(folder, 'regions', 's.huigao', '--import', '地区.csv', '--json');
  expect(JSON.parse(done.stdout)).toMatchObject({ added: 1, changed: 0, same: 1 });
  expect((await runHuigao(folder, 'regions', 's.huigao')).stdout).toContain('640181　灵武市（县级）');
  writeFileSync(join(folder, '错.csv'), '名称,代码\n甲校,\n');
  const wrong = await runHuigao(folder, 'regions', 's.huigao', '--import', '错.csv');
  expect(wrong.exitCode).toBe(1);
  expect(wrong.stderr).toContain('表里有 1 行不能导入，什么都没有导入');
});

test('a period that is 定稿 takes no data until that is withdrawn with a reason', async () => {
  const folder = sampleFolder();
  const place = ['--indicator', '随迁子女人数', '--region', '湖州市', '--period', '2021年'];
  const set = () => runHuigao(folder, 'set', 's.huigao', ...place, '--value', '1');
  expect((await runHuigao(folder, 'lock', 's.huigao', '--period', '2021年')).stdout).toBe('2021年已定稿。\n');
  const refused = await set();
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('2021年的数据已经定稿');
  const unlock = ['unlock', 's.huigao', '--period', '2021年', '--reason'];
  expect((await runHuigao(folder, ...unlock, ' ')).exitCode).toBe(2);
  expect((await runHuigao(folder, ...unlock, '县里更正')).exitCode).toBe(0);
  expect((await set()).exitCode).toBe(0);
});
