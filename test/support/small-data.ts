import type { Indicator, Observation, ObservationGap, Region } from '../../shared/figures/catalogue.ts';
import type { DataView } from '../../shared/figures/data-view.ts';
import { formatMismatch, type Place, parseFormat, printValue } from '../../shared/figures/format.ts';
import { evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';

/** A small catalogue in memory for tests of formulas: the real language and evaluator over literal data. */

const region = (id: number, name: string, level: Region['level'], parentId: number | null): Region => ({
  id,
  code: String(330500 + id),
  name,
  aliases: [name.slice(0, -1)],
  level,
  parentId,
  kind: '行政区',
  validFrom: null,
  validTo: null,
  inTotal: true,
  sort: id,
});

export const regions: readonly Region[] = [
  region(1, '湖州市', '市', null),
  region(2, '吴兴区', '县', 1),
  region(3, '南浔区', '县', 1),
  region(4, '德清县', '县', 1),
  { ...region(5, '开发区', '县', 1), inTotal: false },
];

const indicator = (
  id: number,
  name: string,
  unit: string,
  shownDecimals: number,
  formula: string | null,
): Indicator => ({
  id,
  code: `i${id}`,
  name,
  aliases: [],
  unit,
  scale: shownDecimals,
  shownDecimals,
  timing: '时点',
  aggregation: unit === '%' ? '加权' : '合计',
  formula,
  better: null,
  definition: '',
  group: '',
  part: null,
});

export const indicators: readonly Indicator[] = [
  indicator(1, '随迁子女人数', '人', 0, null),
  indicator(2, '公办就读人数', '人', 0, null),
  indicator(3, '资助金额', '万元', 2, null),
  indicator(4, '资助人次', '人次', 0, null),
  indicator(5, '小学入学率', '%', 2, null),
  indicator(6, '15-64岁人口(万人)', '万人', 1, null),
  indicator(7, '公办就读比例', '%', 2, '占比(公办就读人数, 随迁子女人数)'),
  indicator(8, '学校数', '所', 0, null),
];

/** `指标·地区·期` → a decimal, or a reason. */
export type Facts = Readonly<Record<string, string>>;

const gaps: readonly string[] = ['未报', '无此项', '不足单位', '不公开'];

export function viewOf(facts: Facts): DataView {
  const columns = new Map<string, Map<number, Observation>>();
  for (const [key, text] of Object.entries(facts)) {
    const [indicatorName, regionName, period] = key.split('·');
    const indicatorId = indicators.find((each) => each.name === indicatorName)?.id;
    const regionId = regions.find((each) => each.name === regionName)?.id;
    if (indicatorId === undefined || regionId === undefined || period === undefined) throw new Error(`bad fact ${key}`);
    const [decimal = '', asOf] = text.split('@');
    const column = columns.get(`${indicatorId}/${period}`) ?? new Map<number, Observation>();
    column.set(regionId, {
      cell: gaps.includes(decimal)
        ? { kind: 'missing', reason: decimal as ObservationGap }
        : { kind: 'value', decimal },
      asOf: asOf ?? null,
      source: { id: 1, kind: '手工', title: '测试' },
      cellReference: null,
    });
    columns.set(`${indicatorId}/${period}`, column);
  }
  return {
    indicators,
    regions,
    column: (id, period) => columns.get(`${id}/${period}`) ?? new Map(),
    namedSet: (name) => (name === '城区' ? regions.slice(1, 3) : undefined),
  };
}

/** Prints a formula over the facts at 湖州市 2021年, or what is wrong with the formula or format. */
export function print(formula: string, facts: Facts, format: string | null = null, place: Place = 'prose'): string {
  const view = viewOf(facts);
  const language = createFormulaLanguage(view);
  const checked = language.check(formula);
  if (!checked.ok) return checked.error.map((problem) => problem.message).join(' ');
  const parsedFormat = parseFormat(format);
  const home = regions[0];
  const period = parsePeriod('2021年');
  if (home === undefined || period === null) throw new Error('bad test');
  if (!parsedFormat.ok) return describeFailure(parsedFormat.error);
  const mismatch = formatMismatch(parsedFormat.value, checked.value);
  if (mismatch) return describeFailure(mismatch);
  const { value } = evaluateFormula(checked.value, { view, language, region: home, period });
  return printValue(value, parsedFormat.value, place).text;
}
