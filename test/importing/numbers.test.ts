import { assert, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import { decimalOfDouble, shiftDecimal } from '../../shared/reading/decimal-text.ts';
import { readNumber } from '../../shared/reading/read-number.ts';
import { propertyRuns } from '../support/property-runs.ts';

test.each([
  ['６８９０', '6890', null],
  ['12,800', '12800', null],
  ['12，800', '12800', null],
  ['1,234,567.80', '1234567.8', null],
  [' 369 ', '369', null],
  ['　369　', '369', null],
  ['223人', '223', '人'],
  ['6024人次', '6024', '人次'],
  ['332.26万元', '332.26', '万元'],
  ['73.29%', '73.29', '%'],
  ['79.5％', '79.5', '%'],
  ['8396.49\t', '8396.49', null],
  ['(123)', '-123', null],
  ['（123）', '-123', null],
  ['-123', '-123', null],
  ['－123', '-123', null],
  ['−123', '-123', null],
  ['0', '0', null],
  ['-0.0', '0', null],
  ['007', '7', null],
  ['1e5', '100000', null],
  ['1 200', '1200', null],
  ['12 345 678', '12345678', null],
  ['120\u00a0130', '120130', null],
  ['1203.1999999999998', '1203.2', null],
  ['0.1', '0.1', null],
  ['123456789012345678', '123456789012345678', null],
])('%j reads as %s with unit %s', (text, decimal, unit) => {
  expect(readNumber(text)).toEqual({ kind: 'number', decimal, unit, multiplied: false });
});

test.each([
  ['1.2万', '12000'],
  ['3亿', '300000000'],
])('%s is multiplied out to %s, and says so', (text, decimal) => {
  expect(readNumber(text)).toEqual({ kind: 'number', decimal, unit: null, multiplied: true });
});

test.each([
  ['—', '无此项'],
  ['－－', '无此项'],
  ['-', '无此项'],
  ['…', '不足单位'],
  ['……', '不足单位'],
  ['/', '无此项'],
  ['x', '不公开'],
  ['未报', '未报'],
])('%s is a missing value: %s', (text, reason) => {
  expect(readNumber(text)).toEqual({ kind: 'missing', reason });
});

test.each(['', '  ', '　'])('%j is blank, which is not nought', (text) => {
  expect(readNumber(text)).toEqual({ kind: 'blank' });
});

test.each([
  '2024.5.20',
  '二〇二四年五月',
  '5月20日',
  '12,80',
  '1203①',
  '1203#',
  '2024-05-20',
  '12 34',
  '120 130',
  '120 130 140',
  '(-5)',
  '约300',
  '1.2.3',
  '.5',
  '５０以上3',
])('%s is not a number', (text) => {
  expect(readNumber(text)).toEqual({ kind: 'other' });
});

test('a double that Excel saved becomes the decimal that was typed', () => {
  const typed = ['80.76', '0.1', '332.26', '1203.2', '0.285', '-1.005', '100000', '0.000001', '123456789.12'];
  expect(typed.map((text) => decimalOfDouble(Number(text)))).toEqual(typed);
  expect(decimalOfDouble(1203.1999999999998)).toBe('1203.2');
  expect(decimalOfDouble(0.1 + 0.2)).toBe('0.3');
  expect(decimalOfDouble(-0)).toBe('0');
  expect(decimalOfDouble(Number.POSITIVE_INFINITY)).toBeNull();
  expect(decimalOfDouble(1e21)).toBe(`1${'0'.repeat(21)}`);
});

test('every finite double has plain decimal text that stands for it to 15 digits', () => {
  assert(
    property(double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (value) => {
      const text = decimalOfDouble(value) ?? '';
      expect(text).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
      expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
    }),
    propertyRuns,
  );
});

test('a shift by powers of ten moves the point and nothing else', () => {
  expect(shiftDecimal('3322600', -4)).toBe('332.26');
  expect(shiftDecimal('332.26', 4)).toBe('3322600');
  expect(shiftDecimal('-0.856', 2)).toBe('-85.6');
  expect(shiftDecimal('5', -3)).toBe('0.005');
});
