import { Fraction } from 'fraction.js';
import type { PrintedChart, PrintedSeries } from '../report/printed.ts';

/** What a reader with a trained eye would object to in a chart, in a sentence for the person who made it. */
export interface ChartAdvice {
  readonly rule: 'pie-slices' | 'pie-whole' | 'ranking-unsorted' | 'line-of-places' | 'line-too-short' | 'no-unit';
  readonly message: string;
}

/** More slices than these cannot be told apart in black and white. */
const mostSlices = 6;
const ranked = /排名|排序|排行|位次|由高到低|从高到低|由多到少|从多到少|前[0-9０-９一二三四五六七八九十]+[名位]/;
/** Names of places, schools or kinds have no order that a line could follow. */
const inTime = /\d|上半年|下半年|季度|学期|春|秋/;

/** As printed. */
function valuesOf(series: PrintedSeries | undefined): readonly string[] {
  return (series?.points ?? []).flatMap(({ decimal }) => decimal ?? []);
}

function adviseOnPie(chart: PrintedChart): readonly ChartAdvice[] {
  const values = valuesOf(chart.series[0]).map((value) => new Fraction(value));
  const advice: ChartAdvice[] = [];
  if (values.length > mostSlices) {
    const message = `${chart.caption}：饼图有${values.length}块，超过${mostSlices}块难以分辨，建议改用条形图，或者把小项并为“其他”。`;
    advice.push({ rule: 'pie-slices', message });
  }
  const sum = values.reduce((total, value) => total.add(value), new Fraction(0));
  // Each share that was rounded may be half a unit of its last decimal off.
  const rounding = new Fraction(values.length, 2n * 10n ** BigInt(chart.decimals));
  const isWhole = sum.sub(100).abs().lte(rounding);
  if (chart.unit === '%' && values.length > 0 && !isWhole) {
    const message = `${chart.caption}：饼图各块合计为${sum.toString()}%，不是一个整体，请补齐各项或者改用柱形图。`;
    advice.push({ rule: 'pie-whole', message });
  }
  return advice;
}

function adviseOnRanking(chart: PrintedChart): readonly ChartAdvice[] {
  const [only, ...others] = chart.series;
  if (!ranked.test(chart.caption) || others.length > 0) return [];
  // A comparison of doubles that stand for decimals is that of the decimals.
  const values = valuesOf(only).map(Number);
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const direction = first < last ? -1 : 1;
  if (values.every((value, at) => at === 0 || ((values[at - 1] ?? 0) - value) * direction >= 0)) return [];
  return [{ rule: 'ranking-unsorted', message: `${chart.caption}：图题说的是排名，但是各项没有按大小排列。` }];
}

function adviseOnLine(chart: PrintedChart): readonly ChartAdvice[] {
  if (chart.categories.length > 0 && chart.categories.length < 3) {
    const message = `${chart.caption}：折线图只有${chart.categories.length}个点，看不出变化，建议改用柱形图。`;
    return [{ rule: 'line-too-short', message }];
  }
  if (chart.categories.some((name) => inTime.test(name))) return [];
  const message = `${chart.caption}：折线表示随时间的变化，这些项目之间没有先后，建议改用柱形图。`;
  return [{ rule: 'line-of-places', message }];
}

function adviseOnUnit(chart: PrintedChart): readonly ChartAdvice[] {
  if (chart.unit !== null || /[（(].+[）)]|单位/.test(chart.caption)) return [];
  return [{ rule: 'no-unit', message: `${chart.caption}：没有写明单位，请在图中注明。` }];
}

/**
 * 图表检查: what makes a statistical chart honest and legible: few slices of one whole, rankings in
 * order, lines for time alone, a unit. Values always start from zero, which the drawing itself sees to.
 */
export function lintChart(chart: PrintedChart): readonly ChartAdvice[] {
  const own = chart.kind === '饼图' ? adviseOnPie(chart) : chart.kind === '折线图' ? adviseOnLine(chart) : [];
  return [...own, ...adviseOnRanking(chart), ...adviseOnUnit(chart)];
}
