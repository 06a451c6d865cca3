import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillWorkbook } from '../collecting/fill-workbook.ts';
import { runHuigao, sampleFolders } from '../support/run-huigao.ts';

const sampleFolder = sampleFolders();
const place = ['--group', '随迁子女', '--region', '湖州市', '--period', '2024年'];

test('forms go into a folder, what comes back is listed and taken in', async () => {
  const folder = sampleFolder();
  const out = ['--units', '德清县，安吉县', '--out-dir', '填报表'];
  const made = await runHuigao(folder, 'collect', 's.huigao', ...place, ...out);
  expect(made).toMatchObject({ exitCode: 0 });
  expect(made.stdout).toContain('收数 1：随迁子女情况填报表（2024年），2 份填报表。');
  const files = join(folder, '填报表');
  expect(readdirSync(files)).toHaveLength(2);
  const name = '德清县-随迁子女情况填报表.xlsx';
  writeFileSync(join(files, name), await fillWorkbook(readFileSync(join(files, name)), { cells: { B7: 321 } }));

  const dry = await runHuigao(folder, 'collect-back', 's.huigao', '填报表', '--dry-run');
  expect(dry).toMatchObject({ exitCode: 1 });
  expect(dry.stdout).toContain('德清县　已报　已填 1/19');
  expect(dry.stdout).toContain('安吉县　未报');
  expect(dry.stdout).toContain('没有写入（--dry-run）');
  const back = await runHuigao(folder, 'collect-back', 's.huigao', '填报表', '--json');
  expect(JSON.parse(back.stdout)).toMatchObject({ collection: 1, taken: { units: 1, written: 1 } });
});

test.each([
  [['--group', '没有'], 2, '没有名为“没有”的分组'],
  [['--group', '随迁子女', '--indicators', '随迁子女人数'], 2, '也只能写一个'],
  [['--indicators', '随迁子女人数', '--units', '永宁县'], 2, '“永宁县”不是“湖州市”的下级单位'],
  [['--indicators', '公办就读比例'], 1, '没有要填的数'],
])('%j is refused', async (words, exitCode, sentence) => {
  const folder = sampleFolder();
  const rest = ['--region', '湖州市', '--period', '2024年', '--out-dir', 'o'];
  const result = await runHuigao(folder, 'collect', 's.huigao', ...words, ...rest);
  expect(result.exitCode).toBe(exitCode);
  expect(result.stderr).toContain(sentence);
});
