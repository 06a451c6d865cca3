import { expect, test } from 'vitest';
import { lintChart } from '../../shared/chart/lint-chart.ts';
import type { PrintedChart } from '../../shared/report/printed.ts';

function chart(
  kind: PrintedChart['kind'],
  values: readonly (readonly [string, string | null])[],
  changes: Partial<PrintedChart> = {},
): PrintedChart {
  const points = values.map(([, decimal], at) => ({ figureId: `p${at}`, decimal, text: decimal ?? '' }));
  const categories = values.map(([name]) => name);
  return {
    id: 'c',
    kind,
    caption: '图1 示例',
    unit: '%',
    decimals: 1,
    categories,
    series: [{ name: '示例', points }],
    ...changes,
  };
}

function rules(one: PrintedChart): readonly string[] {
  return lintChart(one).map(({ rule }) => rule);
}

const sixths = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => [name, '16.7'] as const);

test('a pie has six slices at most, and they make one whole', () => {
  expect(rules(chart('饼图', sixths))).toEqual([]);
  expect(rules(chart('饼图', [...sixths.slice(0, 5), ['己', '10'], ['庚', '6.5']]))).toEqual(['pie-slices']);
  expect(
    lintChart(
      chart('饼图', [
        ['小学', '70'],
        ['初中', '20'],
      ]),
    )[0]?.message,
  ).toContain('合计为90%');
  // Two decimals leave no room for half a point each.
  const exact = [
    ['小学', '60.10'],
    ['初中', '39.40'],
  ] as const;
  expect(lintChart(chart('饼图', exact, { decimals: 2 }))[0]?.message).toContain('合计为99.5%');
  expect(
    rules(
      chart(
        '饼图',
        [
          ['小学', '60.10'],
          ['初中', '39.91'],
        ],
        { decimals: 2 },
      ),
    ),
  ).toEqual([]);
  // Counts make a whole whatever they come to.
  expect(
    rules(
      chart(
        '饼图',
        [
          ['小学', '70'],
          ['初中', '20'],
        ],
        { unit: '人' },
      ),
    ),
  ).toEqual([]);
});

test('a ranking stands in order, upwards or downwards; others in any', () => {
  const mixed = [
    ['甲县', '3'],
    ['乙县', '9'],
    ['丙县', '5'],
  ] as const;
  expect(rules(chart('条形图', mixed, { caption: '图1 各县人数排名' }))).toEqual(['ranking-unsorted']);
  expect(rules(chart('条形图', mixed))).toEqual([]);
  for (const order of [
    mixed.toSorted((a, b) => Number(a[1]) - Number(b[1])),
    mixed.toSorted((a, b) => Number(b[1]) - Number(a[1])),
  ]) {
    expect(rules(chart('条形图', order, { caption: '图1 各县人数排名' }))).toEqual([]);
  }
  expect(
    rules(
      chart(
        '条形图',
        [
          ['甲县', '9'],
          ['乙县', null],
          ['丙县', '5'],
        ],
        { caption: '图1 前3名' },
      ),
    ),
  ).toEqual([]);
});

test('a line joins points in time, three at least', () => {
  expect(
    rules(
      chart('折线图', [
        ['2022年', '1'],
        ['2023年', '2'],
        ['2024年', '3'],
      ]),
    ),
  ).toEqual([]);
  expect(
    rules(
      chart('折线图', [
        ['2023年', '2'],
        ['2024年', '3'],
      ]),
    ),
  ).toEqual(['line-too-short']);
  expect(
    rules(
      chart('折线图', [
        ['甲县', '1'],
        ['乙县', '2'],
        ['丙县', '3'],
      ]),
    ),
  ).toEqual(['line-of-places']);
});

test('numbers without a unit are asked for one', () => {
  const values = [['甲县', '1']] as const;
  expect(rules(chart('柱形图', values, { unit: null }))).toEqual(['no-unit']);
  expect(rules(chart('柱形图', values, { unit: null, caption: '图1 差异系数（无量纲）' }))).toEqual([]);
});
