import { expect, test } from 'vitest';
import { shiftPeriod } from '../../shared/figures/formula/qualifiers.ts';
import { parsePeriod, periodSpan, previousPeriod, printDate, yearEarlier } from '../../shared/figures/period.ts';

test.each([
  ['2024', '2024年'],
  ['2024年度', '2024年'],
  ['２０２４年', '2024年'],
  ['2024年上半年', '2024年上半年'],
  ['2024上半年', '2024年上半年'],
  ['2024年秋季学期', '2024年秋季学期'],
  ['2024年春', '2024年春季学期'],
  ['2023-2024学年', '2023—2024学年'],
  ['2023学年', '2023—2024学年'],
  ['2024年第一季度', '2024年第一季度'],
  ['2024年3季度', '2024年第三季度'],
  ['2024年03月', '2024年3月'],
])('%s is the period %s', (text, label) => {
  expect(parsePeriod(text)?.label).toBe(label);
});

test.each(['去年', '24年', '2024年13月', '2023—2025学年', '202412月', '0001年', '9999年', '2024年下旬', ''])(
  '%s is no period',
  (text) => {
    expect(parsePeriod(text)).toBeNull();
  },
);

function period(text: string) {
  const found = parsePeriod(text);
  if (found === null) throw new Error(`no period: ${text}`);
  return found;
}

test.each([
  ['2024年', '2023年', '2023年'],
  ['2024年上半年', '2023年下半年', '2023年上半年'],
  ['2024年第一季度', '2023年第四季度', '2023年第一季度'],
  ['2024年1月', '2023年12月', '2023年1月'],
  ['2024—2025学年', '2023—2024学年', '2023—2024学年'],
])('before %s comes %s; a year earlier is %s', (text, before, earlier) => {
  expect(previousPeriod(period(text)).label).toBe(before);
  expect(yearEarlier(period(text)).label).toBe(earlier);
});

test.each([
  ['2023—2024学年', '春季学期', '2024年春季学期'],
  ['2023—2024学年', '秋季学期', '2023年秋季学期'],
  ['2023—2024学年', '3月', '2024年3月'],
  ['2023—2024学年', '9月', '2023年9月'],
  ['2024年', '上半年', '2024年上半年'],
])('in %s, %s is %s', (text, name, label) => {
  expect(shiftPeriod(period(text), { kind: 'within', name }).label).toBe(label);
});

test('the spring semester belongs to the school year that began the autumn before', () => {
  expect(shiftPeriod(period('2024年春季学期'), { kind: 'school-year' }).label).toBe('2023—2024学年');
  expect(shiftPeriod(period('2024年秋季学期'), { kind: 'school-year' }).label).toBe('2024—2025学年');
});

test('a school year runs from 1 September to 31 August, the autumn semester to the end of February', () => {
  expect(periodSpan(period('2023学年'))).toEqual({ startOn: '2023-09-01', endOn: '2024-08-31' });
  expect(periodSpan(period('2023年秋季学期'))).toEqual({ startOn: '2023-09-01', endOn: '2024-02-29' });
  expect(periodSpan(period('2024年第一季度'))).toEqual({ startOn: '2024-01-01', endOn: '2024-03-31' });
});

test('a date is written without leading zeros', () => {
  expect(printDate('2024-12-05')).toBe('2024年12月5日');
});
