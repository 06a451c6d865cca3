import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Workspace } from '../../electron/core/database/workspace.ts';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { findTemplate } from '../../electron/core/services/find-template.ts';
import { missingTexts } from '../../electron/core/services/missing-figures.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData, viewFigures } from '../../electron/core/services/report-data.ts';
import { setObservation } from '../../electron/core/services/set-observation.ts';
import { readSample } from '../../electron/core/services/shipped-data.ts';
import type { FigureView } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/result.ts';
import { temporaryFolder } from '../support/run-huigao.ts';

function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function fill(workspace: Workspace, [template, region, period]: readonly [string, string, string]) {
  const data = openReportData(workspace);
  const filled = must(
    fillTemplate(must(findTemplate(workspace, template, null)), {
      ...data,
      region: must(findRegion(data.view.regions, region)),
      period: must(findPeriod(period)),
    }),
  );
  return {
    figures: new Map(viewFigures(filled.computed, data.view).map((figure) => [figure.id, figure])),
    missing: missingTexts(filled.computed),
    texts: filled.printed.blocks.flatMap((block) => ('runs' in block ? block.runs : [])).map(({ text }) => text),
  };
}

const reports = [
  ['随迁子女教育工作情况汇报', '湖州市', '2021年'],
  ['控辍保学工作情况汇报', '永宁县', '2024年'],
] as const;

test.each(reports)(
  '%s: whichever observation is removed, it is asked for, and every figure without it stays',
  (...report) => {
    const path = join(temporaryFolder(), 's.huigao');
    const workspace = must(makeWorkspace(path, { clock: { now: () => new Date() }, sample: true }));
    const rests = (figure: FigureView, key: string) =>
      figure.sources.some(({ indicator, region, period }) => `${indicator}·${region}·${period}` === key);
    let removed = 0;
    for (const { 指标: indicator, 地区: region, 期: period, 值: value } of readSample().flatMap(({ 数据 }) => 数据)) {
      const key = `${indicator}·${region}·${period}`;
      const before = fill(workspace, report);
      if (![...before.figures.values()].some((figure) => rests(figure, key))) continue;
      removed += 1;
      const set = { indicator, region, period, byWhom: '测试', asOf: null };
      must(setObservation(workspace, { ...set, value: null, missing: '未报' }));
      const after = fill(workspace, report);
      expect(after.missing).toContain(key);
      const others = [...before.figures.values()].filter((figure) => !rests(figure, key));
      expect(others.map(({ id }) => after.figures.get(id))).toEqual(others);
      expect(after.texts.filter((text) => /undefined|NaN|null/.test(text))).toEqual([]);
      must(setObservation(workspace, { ...set, value, missing: null }));
    }
    expect(removed).toBeGreaterThan(15);
    workspace.close();
  },
);
