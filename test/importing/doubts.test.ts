import { expect, test } from 'vitest';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../database/fixture.ts';
import { fixture, table } from './fixtures/fixture.ts';
import { importAs } from './read-import.ts';
import { commit, plan } from './whole-way.ts';

test('two columns that could be one with a comma in its numbers are told', () => {
  const sentence = (content: string) =>
    expectValue(plan(newBureau(), content)).assumptions.filter((each) => each.includes('千位逗号'));
  expect(sentence('地区,随迁子女人数,资助金额（万元）\n吴兴区,1,234\n南浔区,2,345\n')).toEqual([
    '“随迁子女人数”和“资助金额(万元)”两列的数连起来都像“1,234”这样带千位逗号的一个数，现在按两个数导入。请核对，如是一个数，请去掉逗号后再导入。',
  ]);
  expect(sentence('地区,随迁子女人数,资助金额（万元）\n吴兴区,1,234\n南浔区,2,34\n')).toEqual([]);
  expect(sentence('地区,随迁子女人数,资助金额（万元）\n吴兴区,1,234\n南浔区,2,"3,345"\n')).toEqual([]);
});

test('an answer that names nothing leaves its question open and is told', () => {
  const bureau = newBureau();
  const content = '地区,随迁子女总\n吴兴,5\n甲区,6\n';
  const said = expectValue(
    plan(bureau, content, null, {
      'indicator:随迁子女总': { kind: 'use', name: '随迁子女人' },
      'region:甲区': { kind: 'use', name: '南浔曲' },
      'period:#1': { kind: 'use', name: '2021-2022' },
    }),
  );
  expect(said.questions.map(({ id }) => id).sort()).toEqual(['indicator:随迁子女总', 'period:#1', 'region:甲区']);
  expect(said.assumptions.filter((each) => each.includes('没有采用'))).toEqual([
    '“indicator:随迁子女总”回答的“随迁子女人”不是已有的指标，没有采用。可能是“随迁子女人数”。请写已有的名称。',
    '“region:甲区”回答的“南浔曲”不是已有的地区，没有采用。可能是“南浔区”。请写已有的名称。',
    '“period:#1”回答的“2021-2022”认不出是哪一期，没有采用。请写成“2024年”“2024—2025学年”“2024年上半年”这样。',
  ]);
  expect(commit(bureau, said).written).toBe(0);
});

test('parts that come to more than their whole are told, beside it and below it', () => {
  const { content, expected } = fixture({
    title: '',
    content: table([
      ['区县', '学生数', '小学学生数', '初中学生数', '女学生数'],
      ['云甲县', 15, 10, 6, 14],
      ['云乙县', 15, 10, 4, 16],
      ['云丙区', 15, 10, 5, 15],
    ]),
    cells: [],
  });
  expect(importAs(content, expected).assumptions.filter((each) => each.includes('分项'))).toEqual([
    '分项比总数还大，请核对：表!B2 云甲县的学生数是 15，其中小学学生数 10、初中学生数 6，相加是 16；表!B3 云乙县的学生数是 15，其中女学生数 16。',
  ]);
});

test('a file named after a county is taken for that of the county, and it is told', () => {
  const { content, expected } = fixture({
    title: '',
    content: table([
      ['项目', '数量'],
      ['学生数', 15],
    ]),
    cells: [],
  });
  if (content.kind !== 'grid') throw new Error('a form of ours is a grid');
  const file = { kind: 'grid' as const, grid: { ...content.grid, fileName: '云甲县2023年.xlsx' } };
  const staged = importAs(file, expected);
  expect(staged.cells.map(({ region, status }) => [region, status])).toEqual([['云甲县', 'new']]);
  expect(staged.assumptions).toContain('表里没有写地区，按文件名“云甲县2023年.xlsx”当作“云甲县”的数据导入。');
});

test('a file in which no table is found is told by what it holds', () => {
  const bureau = newBureau();
  const told = (content: string) => describeFailure(expectFailure(plan(bureau, content)));
  expect(told('地区,资助金额\n,单位：元\n吴兴区,160000\n')).toContain(
    '有“资助金额”这样的指标名称，也有“吴兴区”这样的地区名称，但看不出哪几行是表头、哪几格是数',
  );
  expect(told('你好\n')).toContain('没有一行表头写着已有的指标名称，也没有一列是地区');
  expect(told('随迁子女人数,地区\n16,吴兴区\n3,南浔区\n')).toContain('地区写在数的右边，请移到数的左边');
});
