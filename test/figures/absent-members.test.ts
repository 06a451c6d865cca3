import { expect, test } from 'vitest';
import { print } from '../support/small-data.ts';

const year = '2021年';
const of = (indicator: string, values: readonly string[]) =>
  Object.fromEntries(
    ['吴兴区', '南浔区', '德清县'].map((name, at) => [`${indicator}·${name}·${year}`, values[at] ?? '']),
  );

test('a member that has no such thing adds nothing to 合计', () => {
  const facts = of('随迁子女人数', ['10', '无此项', '5']);
  expect(print('合计(下级, 随迁子女人数)', facts)).toBe('15人');
  expect(print('随迁子女人数[汇总]', facts)).toBe('15人');
});

test('when no member has it, 合计 has none of it either', () => {
  const facts = of('随迁子女人数', ['无此项', '无此项', '无此项']);
  expect(print('合计(下级, 随迁子女人数)', facts)).toBe('【无法计算：无此项】');
});

test.each(['未报', '不公开', '不足单位'])('a member of which %s is said still stops 合计', (reason) => {
  const facts = of('随迁子女人数', ['10', '无此项', reason]);
  expect(print('合计(下级, 随迁子女人数)', facts)).toContain('【');
  expect(print('合计(下级, 随迁子女人数, 允许缺)', facts)).toContain('缺1个区县数据');
});

test('what is computed with a part that a member has none of still stops 合计: the rest of it is there', () => {
  const facts = { ...of('随迁子女人数', ['10', '7', '5']), ...of('公办就读人数', ['6', '无此项', '3']) };
  expect(print('合计(下级, 随迁子女人数 - 公办就读人数)', facts)).toContain('【无法计算');
});
