import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { chineseNumeral } from '../../shared/figures/chinese-numeral.ts';
import { printRounded, toDecimal } from '../../shared/figures/rounding.ts';
import { print } from '../support/small-data.ts';

describe('half away from zero, where binary floating point prints another digit', () => {
  test.each([
    ['1.005', 2, '1.01'],
    ['1.45', 1, '1.5'],
    ['10.235', 2, '10.24'],
    ['332.265', 2, '332.27'],
    ['0.285', 2, '0.29'],
    ['1.15', 1, '1.2'],
    ['-2.5', 0, '-3'],
    ['-0.004', 2, '0.00'],
    ['2300/160', 2, '14.38'],
    ['4100/160', 2, '25.63'],
    ['5100/160', 2, '31.88'],
    ['5700/800', 2, '7.13'],
    ['6900/800', 2, '8.63'],
    ['-2300/80', 1, '-28.8'],
    ['100/80', 1, '1.3'],
    ['700/80', 1, '8.8'],
    ['3/4', 1, '0.8'],
  ])('%s to %i places is %s', (value, decimals, text) => {
    expect(printRounded(new Fraction(value), decimals)).toBe(text);
  });
});

describe('the zeros of a percentage', () => {
  test.each([
    ['100', '100%'],
    ['99.73', '99.73%'],
    ['80.5', '80.50%'],
    ['80', '80%'],
    ['0', '0%'],
    ['99.999', '99.999%'],
    ['0.001', '0.001%'],
  ])('%s prints %s', (decimal, text) => {
    expect(print('小学入学率', { 小学入学率·湖州市·2021年: decimal })).toBe(text);
  });

  test('a share just below the whole never prints 100%', () => {
    const facts = { 公办就读人数·湖州市·2021年: '99999', 随迁子女人数·湖州市·2021年: '100000' };
    expect(print('公办就读比例', facts)).toBe('99.999%');
  });
});

describe('formats', () => {
  const facts = { 资助金额·湖州市·2021年: '332.26', 学校数·湖州市·2021年: '4', 随迁子女人数·湖州市·2021年: '80605' };
  test.each([
    ['资助金额', null, '332.26万元'],
    ['资助金额', '数', '332.26'],
    ['资助金额', '元', '3322600元'],
    ['资助金额', '1位小数', '332.3万元'],
    ['随迁子女人数', '万人', '8.06万人'],
    ['学校数', '汉字', '四所'],
    ['学校数 - 2', '汉字', '两所'],
    ['学校数 ÷ 学校数 × 100%', '百分比', '100%'],
    ['随迁子女人数 > 80000', null, '是'],
  ])('%s | %s prints %s', (formula, format, text) => {
    expect(print(formula, facts, format)).toBe(text);
  });
});

test('a machine reads a decimal in full, or to 15 significant digits', () => {
  expect(toDecimal(new Fraction('332.26'))).toBe('332.26');
  expect(toDecimal(new Fraction(6509700, 80605))).toBe('80.7604987283667');
  expect(toDecimal(new Fraction(1, 80605))).toBe('0.0000124061782767818');
});

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1005, '一千零五'],
])('%i is %s', (value, text) => {
  expect(chineseNumeral(value)).toBe(text);
});
