import { expect, test } from 'vitest';
import { readShippedIndicators } from '../../electron/core/services/shipped-data.ts';
import { shippedRules } from '../../electron/core/services/shipped-rules.ts';
import type { Indicator, Observation, Region } from '../../shared/figures/catalogue.ts';
import type { DataView } from '../../shared/figures/data-view.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { type Period, parsePeriod } from '../../shared/figures/period.ts';
import { applyRules } from '../../shared/figures/rules/apply-rules.ts';
import { checkRules } from '../../shared/figures/rules/check-rules.ts';

/** The shipped catalogue and rules, judged by the real language. A misspelt name would only make a rule keep silent. */

const entries = readShippedIndicators();
const idOf = (name: string) => entries.findIndex((entry) => entry.名称 === name) + 1;
const indicators = entries.map(
  (entry, at): Indicator => ({
    id: at + 1,
    code: entry.代码,
    name: entry.名称,
    aliases: entry.别名,
    unit: entry.单位,
    scale: entry.小数位,
    shownDecimals: entry.显示小数位,
    timing: entry.时点时期,
    aggregation: entry.汇总,
    formula: entry.算式,
    better: entry.方向,
    definition: entry.定义,
    group: entry.分组,
    part: entry.基础指标 === undefined ? null : { baseId: idOf(entry.基础指标), dimensions: entry.维度 ?? {} },
  }),
);

const region = (id: number, level: Region['level'], parentId: number | null): Region => ({
  id,
  code: null,
  name: `甲${id}`,
  aliases: [],
  level,
  parentId,
  kind: '行政区',
  validFrom: null,
  validTo: null,
  inTotal: true,
  sort: id,
});
const regions = [
  region(1, '市', null),
  region(2, '县', 1),
  region(3, '县', 1),
  region(4, '校', 2),
  region(5, '校', 2),
  region(6, '校', 2),
];
const labels = ['2020年', '2021年', '2020年上半年', '2021年上半年', '2021年下半年', '2020—2021学年', '2021—2022学年'];
const periods = labels.flatMap((label): Period[] => {
  const period = parsePeriod(label);
  return period === null ? [] : [period];
});

/** Whole numbers below `limit`, the same in every run. */
function drawing(seed: number): (limit: number) => number {
  let state = BigInt(seed) + 1n;
  return (limit) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(limit));
  };
}

/** Invented numbers for every reported indicator, a few of them missing; in some worlds nearly all alike. */
function inventedView(seed: number): DataView {
  const draw = drawing(seed);
  const pools = [
    ['0'],
    ['100'],
    ['0', '1', '60'],
    ['0', '1', '7', '50', '60', '100', '120', '1000', '20000', '-3', '0.5'],
  ];
  const pool = pools[seed % pools.length] ?? [];
  const columns = new Map<string, Map<number, Observation>>();
  const observation = (decimal: string): Observation => {
    return { cell: { kind: 'value', decimal }, asOf: null, source: null, cellReference: null };
  };
  for (const { id } of indicators.filter(({ formula }) => formula === null)) {
    for (const label of labels) {
      const present = regions.filter(() => draw(12) > 0);
      const cells = present.map((each) => [each.id, observation(pool[draw(pool.length)] ?? '0')] as const);
      columns.set(`${id} ${label}`, new Map(cells));
    }
  }
  const namedSet = () => undefined;
  return { indicators, regions, namedSet, column: (id, label) => columns.get(`${id} ${label}`) ?? new Map() };
}

const language = createFormulaLanguage(inventedView(0));

test('every derived indicator of the catalogue is sound', () => {
  const broken = indicators.flatMap((indicator) => language.whyBroken(indicator)?.message ?? []);
  expect(broken).toEqual([]);
});

test('every shipped rule applies to the shipped catalogue', () => {
  const rules = shippedRules().map((rule) => ({ rule, origin: 'shipped' as const }));
  const { applied, problems } = applyRules(rules, language);
  const codes = new Set(applied.map(({ rule }) => rule.code));
  expect(problems).toEqual([]);
  expect(rules.map(({ rule }) => rule.code).filter((code) => !codes.has(code))).toEqual([]);
});

test('no shipped rule is empty: each is broken by some data and kept by others', () => {
  const neverBroken = new Set(shippedRules().map(({ code }) => code));
  const neverKept = new Set(neverBroken);
  for (let seed = 0; seed < 40 && neverBroken.size + neverKept.size > 0; seed += 1) {
    const view = inventedView(seed);
    for (const rule of shippedRules().filter(({ code }) => neverBroken.has(code) || neverKept.has(code))) {
      const rules = [{ rule, origin: 'shipped' as const }];
      const { findings, checked } = checkRules({ view, language, periods, region: null, period: null, rules });
      if (findings.length > 0) neverBroken.delete(rule.code);
      if (checked > findings.length) neverKept.delete(rule.code);
    }
  }
  expect([...neverBroken, ...neverKept]).toEqual([]);
});

/** Rules that are true of whatever is counted in a unit, however it is called. */
const general = {
  人: [
    '上级人数与下级之和',
    '个数为非负整数',
    '人数同比变动过大',
    '与上年数完全相同',
    '整列与上年完全相同',
    '人数的量级',
  ],
  人次: [
    '上级人数与下级之和',
    '个数为非负整数',
    '上下半年人次之和等于全年',
    '人次同比变动过大',
    '与上年数完全相同',
    '整列与上年完全相同',
    '人数的量级',
  ],
  万元: [
    '上级金额与下级之和',
    '金额、面积不为负',
    '上下半年金额之和等于全年',
    '金额同比变动过大',
    '整列与上年完全相同',
    '金额的量级',
  ],
  '%': ['上级比例介于下级之间', '百分数的量级', '比例同比变动过大'],
  '': ['整列与上年完全相同'],
} as const;

test.each(Object.entries(general))(
  'a new indicator in %j is judged only by rules that hold for all of its kind',
  (unit, names) => {
    const fresh: Indicator = {
      id: 9999,
      code: 'own_fresh',
      name: '抽查结果',
      aliases: [],
      unit,
      scale: 2,
      shownDecimals: 2,
      timing: unit === '人次' || unit === '万元' ? '时期' : '时点',
      aggregation: unit === '%' ? '不可加' : '合计',
      formula: null,
      better: null,
      definition: '',
      group: '',
      part: null,
    };
    const withFresh = createFormulaLanguage({ ...inventedView(0), indicators: [...indicators, fresh] });
    const rules = shippedRules().map((rule) => ({ rule, origin: 'shipped' as const }));
    const { applied } = applyRules(rules, withFresh);
    const about = applied.filter(({ indicator }) => indicator?.id === fresh.id).map(({ rule }) => rule.name);
    expect(about).toEqual(names);
  },
);
