import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Place, parseFormat, printValue } from '../../shared/figures/format.ts';
import { type ListItem, missingValue, numberValue, type Value } from '../../shared/figures/quantity.ts';
import { parseUnit, percent } from '../../shared/figures/unit.ts';
import { regions } from '../support/small-data.ts';

/** What printing tells besides the text: the number for charts, and the mark that blocks. */

function printed(value: Value, written: string, place: Place = 'prose') {
  const format = parseFormat(written);
  if (!format.ok) throw new Error('bad test');
  return printValue(value, format.value, place);
}

const people = (count: number) => numberValue(new Fraction(count), parseUnit('人'), 0);

const growth = (percentage: string, against: string) => ({
  ...numberValue(new Fraction(percentage), percent, 2),
  movement: { kind: 'growth' as const, against, now: people(80), base: people(100), exact: true },
});

describe('the plain number behind the words', () => {
  test.each<[Value, string, string, string | null]>([
    [people(80605), '近', '近8.1万人', '80605'],
    [people(80605), '近 | 万人', '近8.1万人', '8.06'],
    [people(2), '汉字', '两人', '2'],
    [growth('-20', '上年'), '升降词', '下降20%', '-20'],
    [growth('0', '上季度'), '增减词', '与上季度持平', '0'],
    [growth('0.001', '上学期'), '倍数', '与上学期持平', '0.00'],
    [growth('150', '上月'), '倍数至', '增加到2.5倍', '150'],
    [numberValue(new Fraction('80.76'), percent, 2), '成数', '八成多', '80.76'],
    [{ kind: 'text', text: '首次统计' }, '升降词 | 1位小数', '首次统计', null],
  ])('%# %o | %s prints %s over %s', (value, format, text, decimal) => {
    expect(printed(value, format)).toEqual({ text, decimal, gap: null });
  });
});

describe('marks', () => {
  const gap = { what: '随迁子女人数', region: '德清县', period: '2021年' };
  const items = (quantity: ListItem['quantity']): readonly ListItem[] =>
    regions.slice(1, 3).map((region, at) => ({ region, quantity: at === 0 ? people(5) : quantity }));
  const list = (quantity: ListItem['quantity']): Value => ({
    kind: 'list',
    items: items(quantity),
    style: 'items',
    among: 1,
    remarks: [],
  });

  test.each(['', '分别', '汉字'])('a list with something to fill in is marked, however it prints: %s', (format) => {
    const { text, gap: mark } = printed(list(missingValue('未报', [gap])), format);
    expect(text).toContain('【待填】');
    expect(mark).toBe('待填');
  });

  test('a list with something that cannot be there is not, nor one of names alone', () => {
    expect(printed(list(missingValue('无此项')), '').gap).toBeNull();
    expect(printed(list(missingValue('未报', [gap])), '名称').gap).toBeNull();
  });

  test('a phrase that says why there is no number is not marked', () => {
    expect(printed(missingValue('基数非正', [], '由负转正'), '升降词')).toEqual({
      text: '由负转正',
      decimal: null,
      gap: null,
    });
    expect(printed(missingValue('未报', [gap], '由负转正'), '升降词').gap).toBe('待填');
  });
});

test('several remarks stand in one pair of brackets', () => {
  const value = { ...people(5), remarks: ['缺2个区县数据', '缺1个乡镇数据'] };
  expect(printed(value, '').text).toBe('5人（缺2个区县数据，缺1个乡镇数据）');
  expect(printed(value, '数', 'table').text).toBe('5（缺2个区县数据，缺1个乡镇数据）');
});
