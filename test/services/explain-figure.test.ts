import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainFigure, explainReportFigure } from '../../electron/core/services/explain-figure.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { openReportData } from '../../electron/core/services/report-data.ts';
import { createReport, openReport } from '../../electron/core/services/reports.ts';
import { ReportFigureExplanation } from '../../shared/api/explanation.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import type { Result } from '../../shared/result.ts';
import { temporaryFolder } from '../support/run-huigao.ts';

function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function sampleReport(template: string, region: string, period: string) {
  const path = join(temporaryFolder(), 's.huigao');
  const workspace = must(makeWorkspace(path, { clock: { now: () => new Date() }, sample: true }));
  const { id: reportId } = must(createReport(workspace, { template, region, period }));
  const report = must(openReport(workspace, reportId));
  const explain = (figureId: string) => explainReportFigure(workspace, { reportId, figureId });
  return { workspace, report, explain };
}

const reports = [
  ['随迁子女教育工作情况汇报', '湖州市', '2021年'],
  ['随迁子女教育工作情况汇报', '银川市', '2024年'],
  ['控辍保学工作情况汇报', '永宁县', '2024年'],
] as const;

test.each(reports)('every figure of %s, %s is explained, to the very text that the report shows', (...choice) => {
  const { workspace, report, explain } = sampleReport(...choice);
  for (const figure of report.figures) {
    const explained = ReportFigureExplanation.parse(must(explain(figure.id)));
    expect(explained).toMatchObject({ figureId: figure.id, text: figure.text, formula: figure.formula });
    expect(explained.steps.length).toBeGreaterThan(0);
    expect(explained.steps.at(-1)?.step.kind === 'stop').toBe(figure.missing !== null);
    expect(explained.steps.filter(({ text }) => /undefined|NaN|null|\[object/.test(text))).toEqual([]);
    expect(explained.observations.length).toBe(figure.sources.length);
  }
  workspace.close();
});

test('the other places of a figure are named with heading or caption and the words around them', () => {
  const { workspace, report, explain } = sampleReport(...reports[0]);
  const shares = report.figures.filter(({ text }) => text === '80.76%');
  const places = shares.map(({ id }) => must(explain(id)).places);
  const found = places.flat();
  expect(found.length).toBeGreaterThan(0);
  for (const { heading, before, text, after } of found) {
    expect(heading).toMatch(/^(标题|[一二三四]、|（[一二三四五六]）|表\d|图\d)/);
    expect(text).toBe('80.76%');
    expect((before + after).length).toBeGreaterThan(0);
  }
  const [first] = shares;
  expect(places[0]?.some(({ figureId }) => figureId === first?.id)).toBe(false);
  workspace.close();
});

test('a figure that is not in the report is refused with a sentence', () => {
  const { workspace, explain } = sampleReport(...reports[2]);
  expect(explain('nothing')).toEqual({ ok: false, error: { code: 'figure-unknown' } });
  workspace.close();
});

test('a number that stands in for a missing one makes no history of years that hold nothing', () => {
  const { workspace } = sampleReport('控辍保学工作情况汇报', '永宁县', '2024年');
  const data = openReportData(workspace);
  const [region] = data.view.regions.filter(({ name }) => name === '永宁县');
  const period = parsePeriod('2024年');
  if (region === undefined || period === null) throw new Error('bad test');
  const years = (formula: string) =>
    must(explainFigure({ formula, format: null, region, period, place: 'prose' }, { workspace, data })).years;
  expect(years('缺省(寄宿生数, 0)')).toEqual([]);
  expect(years('适龄残疾儿童人数')).toMatchObject([{ period: '2023年' }]);
  workspace.close();
});
