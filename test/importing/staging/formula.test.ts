import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GridCell, plainSheet } from '../../../electron/core/importing/grid.ts';
import { SheetFormulas } from '../../../electron/core/importing/staging/formula/sheet-formulas.ts';
import { toDecimal } from '../../../shared/figures/rounding.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const number = (decimal: string): GridCell => ({ kind: 'number', decimal, shown: null, formula: null });
const text = (content: string): GridCell => ({ kind: 'text', text: content });
const formula = (content: string): GridCell => ({ kind: 'uncomputed', formula: content });

/** A1:A6 are 1203, `223人`, a blank, 0.5, 12 % and an error; B1 is the formula. */
function compute(content: string): string | null {
  const column: readonly GridCell[] = [
    number('1203'),
    text('223人'),
    { kind: 'empty' },
    number('0.5'),
    { kind: 'percent', decimal: '12', shown: null, formula: null },
    { kind: 'error', text: '#DIV/0!', formula: null },
  ];
  const rows = column.map((cell, index) => (index === 0 ? [cell, formula(content)] : [cell]));
  const value = new SheetFormulas(plainSheet('甲', rows)).compute(0, 1);
  return value && toDecimal(value);
}

describe('an uncomputed formula has the value that Excel would give it', () => {
  test.each([
    ['SUM(A1:A5)', '1203.62'],
    ['sum($A$1:A$4, 10, A5)', '1213.62'],
    ['SUM(A2:A3)', '0'],
    ['AVERAGE(A1:A4)', '601.75'],
    ['ROUND(A1/7*100,2)', '17185.71'],
    ['ROUND(2.675, 2)', '2.68'],
    ['ROUND(-2.5,0)', '-3'],
    ['ROUND(A1,-2)', '1200'],
    ['A1*2+A4-1', '2405.5'],
    ['A1+A3', '1203'],
    ['A1+Z99', '1203'],
    ['-A4%', '-0.005'],
    ['(A1-3)*A5', '144'],
    ['2-3-4', '-5'],
    ['8/4/2', '1'],
    ['1e2+.5', '100.5'],
    ['1/3*3', '1'],
    ['SUM((A1),-3)', '1200'],
  ])('=%s is %s', (content, value) => {
    expect(compute(content)).toBe(value);
  });
});

test.each([
  ['text in arithmetic', 'A1+A2'],
  ['an error in a sum', 'SUM(A1:A6)'],
  ['division by a blank', 'A1/A3'],
  ['the average of nothing', 'AVERAGE(A2:A3)'],
  ['another function', 'IF(A1>0,1,2)'],
  ['another sheet', 'Sheet2!A1'],
  ['a range alone', 'A1:A2'],
  ['a whole column', 'SUM(A:A)'],
  ['a name', 'SUM(总数)'],
  ['a power', 'A1^2'],
  ['a text', 'SUM("1")'],
  ['itself', 'B1+1'],
  ['nothing', ''],
  ['half a formula', 'SUM(A1:A4'],
  ['too many brackets', `${'('.repeat(500)}1${')'.repeat(500)}`],
  ['too much text', `1${'+1'.repeat(2000)}`],
])('%s is asked about', (_, content) => {
  expect(compute(content)).toBeNull();
});

test('formulas that read formulas are computed in their order, and a circle is told', () => {
  const sheet = plainSheet('甲', [
    [formula('B1+C1'), formula('C1*2'), formula('SUM(D1:D2)'), number('3')],
    [formula('B2'), formula('A2'), formula('SUM(A1:C1)'), number('4')],
  ]);
  const formulas = new SheetFormulas(sheet);
  const values = [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ].map(([row = 0, column = 0]) => {
    const value = formulas.compute(row, column);
    return value && toDecimal(value);
  });
  expect(values).toEqual(['21', '14', '7', null, null, '42']);
});

test('a column of running sums is no deeper than any other, and sums without end are given up', () => {
  const running = Array.from({ length: 20_000 }, (_, row) => [
    number('1'),
    formula(row === 0 ? 'A1' : `B${row}+A${row + 1}`),
  ]);
  const last = new SheetFormulas(plainSheet('甲', running)).compute(19_999, 1);
  expect(last && toDecimal(last)).toBe('20000');
  const wide = Array.from({ length: 3_000 }, (_, row) => [number('1'), formula(`SUM(A$1:A${row + 1})`)]);
  const formulas = new SheetFormulas(plainSheet('甲', wide));
  const values = wide.map((_, row) => formulas.compute(row, 1));
  expect(values.at(0)).not.toBeNull();
  expect(values.at(-1)).toBeNull();
});

test('a sum is exactly the sum of the decimals', () => {
  const cents = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(cents, (values) => {
      const rows = values.map((value, row) => [
        number(toDecimalOfCents(value)),
        ...(row === 0 ? [formula(`SUM(A1:A${values.length})`)] : []),
      ]);
      const sum = new SheetFormulas(plainSheet('甲', rows)).compute(0, 1);
      expect(sum?.mul(100).toFraction()).toBe(String(values.reduce((total, value) => total + value, 0)));
    }),
    propertyRuns,
  );
});

function toDecimalOfCents(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
