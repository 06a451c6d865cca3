import { join } from 'node:path';
import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import type { Workspace } from '../../electron/core/database/workspace.ts';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { findTemplate } from '../../electron/core/services/find-template.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { type FilledReport, fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import type { Observation } from '../../shared/figures/catalogue.ts';
import type { DataView } from '../../shared/figures/data-view.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import type { ReportScope } from '../../shared/report/scope.ts';
import type { Result } from '../../shared/result.ts';
import { temporaryFolder } from '../support/run-huigao.ts';

/** The built-in reports filled from the sample, with other data that are as consistent as a county's are. */

export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** `指标·地区·期` → value */
export type Changes = ReadonlyMap<string, Fraction>;

/** The data of the sample, some of its values replaced. */
export function changedView(view: DataView, changes: Changes): DataView {
  const columns = new Map<string, ReadonlyMap<number, Observation>>();
  return {
    ...view,
    indicators: view.indicators,
    regions: view.regions,
    namedSet: (name) => view.namedSet(name),
    column(indicatorId, period) {
      const key = `${indicatorId} ${period}`;
      const known = columns.get(key);
      if (known !== undefined) return known;
      const indicator = view.indicators.find(({ id }) => id === indicatorId)?.name ?? '';
      const column = new Map(view.column(indicatorId, period));
      for (const [regionId, observation] of column) {
        const region = view.regions.find(({ id }) => id === regionId)?.name ?? '';
        const value = changes.get(`${indicator}·${region}·${period}`);
        if (value !== undefined)
          column.set(regionId, { ...observation, cell: { kind: 'value', decimal: value.toString() } });
      }
      columns.set(key, column);
      return column;
    },
  };
}

const counties = ['吴兴区', '南浔区', '德清县', '长兴县', '安吉县'];

const county = fc
  .record({
    all: fc.integer({ min: 300, max: 40_000 }),
    share: fc.integer({ min: 400, max: 1000 }),
    exam: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ all, share, exam }) => ({
    随迁子女人数: all,
    公办就读人数: Math.floor((all * share) / 1000),
    随迁子女中考报名人数: exam,
  }));

/** Counts of each county in both years, and of the city their sums. */
const migrants: fc.Arbitrary<Changes> = fc
  .array(county, { minLength: counties.length * 2, maxLength: counties.length * 2 })
  .map((drawn) => {
    const changes = new Map<string, Fraction>();
    for (const [index, year] of ['2020年', '2021年'].entries()) {
      const own = drawn.slice(index * counties.length, (index + 1) * counties.length);
      for (const indicator of ['随迁子女人数', '公办就读人数', '随迁子女中考报名人数'] as const) {
        for (const [at, name] of counties.entries()) {
          changes.set(`${indicator}·${name}·${year}`, new Fraction(own[at]?.[indicator] ?? 0));
        }
        const sum = own.reduce((total, counts) => total + counts[indicator], 0);
        changes.set(`${indicator}·湖州市·${year}`, new Fraction(sum));
      }
    }
    return changes;
  });

const rate = fc.integer({ min: 9500, max: 10_000 }).map((hundredths) => new Fraction(hundredths, 100));
const count = (max: number) => fc.integer({ min: 0, max }).map((value) => new Fraction(value));

const dropouts: fc.Arbitrary<Changes> = fc
  .array(
    fc.record({
      suspected: fc.integer({ min: 0, max: 30 }),
      returned: fc.integer({ min: 0, max: 100 }),
      小学入学率: rate,
      初中入学率: rate,
      义务教育巩固率: rate,
      随班就读人数: count(400),
      特殊学校就读人数: count(200),
      送教上门人数: count(100),
      rest: fc.integer({ min: 0, max: 20 }),
      资助人次: fc.integer({ min: 500, max: 90_000 }).map((value) => new Fraction(value)),
      资助金额: fc.integer({ min: 1000, max: 900_000 }).map((value) => new Fraction(value, 100)),
    }),
    { minLength: 2, maxLength: 2 },
  )
  .map((drawn) => {
    const changes = new Map<string, Fraction>();
    for (const [at, year] of ['2023年', '2024年'].entries()) {
      const own = drawn[at];
      if (own === undefined) continue;
      const put = (indicator: string, value: Fraction, half = '') =>
        changes.set(`${indicator}·永宁县·${year}${half}`, value);
      put('疑似辍学学生人数', new Fraction(own.suspected));
      put('已劝返学生人数', new Fraction(Math.floor((own.suspected * own.returned) / 100)));
      for (const name of ['小学入学率', '初中入学率', '义务教育巩固率'] as const) put(name, own[name]);
      for (const name of ['随班就读人数', '特殊学校就读人数', '送教上门人数'] as const) put(name, own[name]);
      const enrolled = own.随班就读人数.add(own.特殊学校就读人数).add(own.送教上门人数);
      put('适龄残疾儿童人数', enrolled.add(own.rest + 1));
      put('资助人次', own.资助人次, '上半年');
      put('资助金额', own.资助金额, '上半年');
    }
    return changes;
  });

export const builtInReports = [
  { template: '随迁子女教育工作情况汇报', region: '湖州市', period: '2021年', changes: migrants },
  { template: '控辍保学工作情况汇报', region: '永宁县', period: '2024年', changes: dropouts },
] as const;

export type BuiltInReport = (typeof builtInReports)[number];

export function openSample(): Workspace {
  return must(makeWorkspace(join(temporaryFolder(), 's.huigao'), { clock: { now: () => new Date() }, sample: true }));
}

export interface Filler {
  readonly filled: (changes: Changes) => FilledReport;
  /** What the report is of, with the changed data. */
  readonly scope: (changes: Changes) => ReportScope;
}

/** Fills a built-in report again and again, each time from other data. */
export function filler(workspace: Workspace, { template, region, period }: BuiltInReport): Filler {
  const { view } = openReportData(workspace);
  const text = must(findTemplate(workspace, template, null));
  const place = { region: must(findRegion(view.regions, region)), period: must(findPeriod(period)) };
  const scope = (changes: Changes): ReportScope => {
    const changed = changedView(view, changes);
    return { view: changed, language: createFormulaLanguage(changed), ...place };
  };
  return { scope, filled: (changes) => must(fillTemplate(text, scope(changes))) };
}
