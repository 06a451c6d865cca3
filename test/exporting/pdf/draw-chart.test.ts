import { expect, test } from 'vitest';
import { drawChart } from '../../../electron/core/exporting/chart/draw-chart.ts';
import { wrapLabel } from '../../../shared/chart/chart-label.ts';
import {
  barLabels,
  chartLines,
  columnLabels,
  measureScale,
  roomUnderLines,
  unitNote,
} from '../../../shared/chart/chart-space.ts';
import { spreadLabels } from '../../../shared/chart/line-option.ts';
import { chooseScale, tickText } from '../../../shared/chart/value-axis.ts';
import type { PrintedChart } from '../../../shared/report/printed.ts';
import { comboChart, fixtureCharts } from '../../support/printed-fixture.ts';

const size = { width: 442.2, height: 289.5 };

function chart(kind: PrintedChart['kind'], categories: readonly string[], values: readonly string[]): PrintedChart {
  const points = values.map((decimal, index) => ({ figureId: `p${index}`, decimal, text: `${decimal}人` }));
  return { id: 'c', kind, caption: '图', unit: '人', decimals: 0, categories, series: [{ name: '人数', points }] };
}

test.each([...fixtureCharts, comboChart].map((one) => [one.kind, one] as const))(
  '%s: the same chart draws the same SVG',
  (_, one) => {
    const svg = drawChart(one, size);
    expect(svg).toMatch(/^<svg width="442\.2" height="289\.5"/);
    expect(drawChart(one, size)).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|<image/);
    expect(svg).not.toMatch(/<text[^>]*\bstroke="(?!none|transparent)/);
  },
);

test('values and categories are drawn as text, in the chart font', () => {
  const svg = drawChart(chart('柱形图', ['甲区', '乙县'], ['120', '80']), size);
  for (const text of ['甲区', '乙县', '120', '80']) expect(svg).toContain(`>${text}</text>`);
  expect(svg).toContain('HuigaoChart');
});

test('a category name cannot break out of the drawing', () => {
  const svg = drawChart(chart('柱形图', ['<image href="x">'], ['1']), size);
  expect(svg).not.toContain('<image');
});

test('the scale starts from zero in round steps', () => {
  expect(chooseScale([81.5, 76])).toEqual({ min: 0, max: 100, step: 20 });
  expect(chooseScale([39000, 31500])).toEqual({ min: 0, max: 40000, step: 10000 });
  expect(chooseScale([-3, 5])).toEqual({ min: -4, max: 6, step: 2 });
  expect(chooseScale([])).toEqual({ min: 0, max: 1, step: 1 });
  expect(chooseScale([0.3])).toMatchObject({ min: 0 });
  expect(tickText(0.30000000000000004, 0.1, null)).toBe('0.3');
  expect(tickText(20, 20, '%')).toBe('20%');
});

test('names are wrapped to the room of their category', () => {
  expect(wrapLabel('南太湖新区', 32, 8)).toBe('南太湖\n新区');
  expect(wrapLabel('一二三四五六', 11, 2)).toBe('一\n…');
});

test('values too wide for their columns stand upright, then go; a lone column has its category’s room', () => {
  const [first] = fixtureCharts;
  if (first === undefined) throw new Error('no fixture');
  const pair = { ...first, series: [...first.series, ...first.series].slice(0, 2) };
  const single = { ...first, series: first.series.slice(0, 1) };
  expect(columnLabels(single, 60)).toEqual({ setting: 'level', size: 10.5 });
  expect(columnLabels(pair, 60)).toEqual({ setting: 'upright', size: 10.5 });
  expect(columnLabels(pair, 30)).toMatchObject({ setting: 'upright', size: expect.closeTo(8.9) });
  expect(columnLabels(pair, 20).setting).toBe('none');
  expect(barLabels(single, 10).setting).toBe('none');
});

test('labels of close lines are pushed apart', () => {
  const [low = 0, high = 0] = spreadLabels([100, 102]);
  const middles = [100 - low, 102 - high];
  expect(Math.abs((middles[0] ?? 0) - (middles[1] ?? 0))).toBeGreaterThanOrEqual(12);
  expect(spreadLabels([null, 50])).toEqual([0, -11]);
});

test('a long list of bars takes more lines of the page, but never the whole page', () => {
  const many = chart(
    '条形图',
    Array.from({ length: 80 }, (_, i) => `县${i}`),
    [],
  );
  expect(chartLines(many, 28.95, 22)).toBe(20);
  expect(chartLines(many, 28.95, 15)).toBe(13);
  expect(chartLines(chart('条形图', ['甲'], ['1']), 28.95, 22)).toBe(9);
  expect(drawChart(many, { width: 442.2, height: 579 })).toContain('<svg');
});

test('columns stay under lines that run above them, each by its own scale from zero', () => {
  const room = roomUnderLines(comboChart) ?? 1;
  const { scale } = measureScale(comboChart, 'left');
  expect(scale.min).toBe(0);
  expect(21560 / scale.max).toBeLessThanOrEqual(room);
  expect(room).toBeLessThan(79.13 / 100);
  expect(measureScale(comboChart, 'right').scale).toEqual({ min: 0, max: 100, step: 20 });
  const low = comboChart.series.map((series, at) =>
    at === 0 ? series : { ...series, points: series.points.map((point) => ({ ...point, decimal: '20.5' })) },
  );
  // The line at the top of its own scale leaves room; one that runs through the columns leaves none.
  const points = [{ figureId: 'x', decimal: '90', text: '90%' }];
  const through = low.map((series, at) => (at === 0 ? series : { ...series, points: [...series.points, ...points] }));
  expect(roomUnderLines({ ...comboChart, categories: [...comboChart.categories, '丁县'], series: through })).toBeNull();
});

test('the unit that stands above a chart says which axis it is of', () => {
  expect(unitNote(comboChart)).toBe('单位：人（左）');
  expect(unitNote({ ...comboChart, secondUnit: '万元' })).toBe('单位：人（左）、万元（右）');
  expect(unitNote({ ...comboChart, secondUnit: '人' })).toBe('单位：人');
  expect(unitNote(chart('柱形图', ['甲'], ['1']))).toBe('单位：人');
  expect(unitNote({ ...chart('柱形图', ['甲'], ['1']), unit: '%' })).toBeNull();
});

test('names of many bars are set smaller, and none stands upon the next', () => {
  const counties = Array.from({ length: 40 }, (_, at) => `示例第${at + 1}县`);
  const many = chart(
    '条形图',
    counties,
    counties.map((_, at) => String(50 + at)),
  );
  const svg = drawChart(many, { width: 638, height: 13 * 28.95 });
  const names = [...svg.matchAll(/<text[^>]*?transform="translate\([\d.]+ ([\d.]+)\)"[^>]*>示例第/g)].map(([, y]) =>
    Number(y),
  );
  expect(names.length).toBe(40);
  const size = Number(/font-size:([\d.]+)px[^>]*>示例第/.exec(svg)?.[1]);
  expect(size).toBeLessThan(10.5);
  const gaps = names.slice(1).map((y, at) => y - (names[at] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(size);
});
