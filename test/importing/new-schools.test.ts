import { expect, test } from 'vitest';
import { expectValue, newBureau } from '../database/fixture.ts';
import { commit, lines, plan } from './whole-way.ts';

const text = '2021年\n名称,随迁子女人数\n吴兴区,\n实验小学,5\n南浔区,\n实验小学,3\n';

test('two new schools of one name in two counties are two schools, each with its figure', () => {
  const bureau = newBureau();
  const said = Object.fromEntries(
    ['吴兴区', '南浔区'].map((parent) => [
      `region:${parent}/实验小学`,
      { kind: 'new-region', name: '实验小学', level: '校', parent, inTotal: true } as const,
    ]),
  );
  const planned = expectValue(plan(bureau, text, null, said));
  expect(lines(planned)).toEqual([
    'B3 吴兴区 随迁子女人数 2021年 无 missing',
    'B4 吴兴区/实验小学 随迁子女人数 2021年 5 new',
    'B5 南浔区 随迁子女人数 2021年 无 missing',
    'B6 南浔区/实验小学 随迁子女人数 2021年 3 new',
  ]);
  expect(commit(bureau, planned)).toMatchObject({ written: 2, newRegions: 2 });
  const { workspace } = bureau;
  const regions = workspace.regions.all();
  const schools = regions.filter(({ name }) => name === '实验小学');
  expect(schools.map(({ parentId }) => regions.find(({ id }) => id === parentId)?.name)).toEqual(['吴兴区', '南浔区']);
  expect(lines(expectValue(plan(bureau, text, null))).filter((line) => line.endsWith('same'))).toHaveLength(2);
});
