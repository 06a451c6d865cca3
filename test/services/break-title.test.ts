import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import { breakReportTitle, openReport } from '../../electron/core/services/reports.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { textOf } from '../../shared/report/run-text.ts';
import { clock, expectFailure, expectValue, temporaryFolder } from '../database/fixture.ts';

function reportTitled(title: string) {
  const workspace = expectValue(makeWorkspace(join(temporaryFolder(), 's.huigao'), { clock, sample: true }));
  onTestFinished(() => workspace.close());
  const data = openReportData(workspace);
  const region = data.view.regions.find(({ name }) => name === '湖州市');
  if (region === undefined) throw new Error('no region');
  const period = makePeriod('自然年', 2021);
  const markdown = `---\n标题: "${title}"\n---\n全市随迁子女{{随迁子女人数}}。\n`;
  const { document } = expectValue(fillTemplate({ name: '示例', markdown }, { ...data, region, period }));
  const id = workspace.reports.insert({ title: '示例', template: '示例', regionId: region.id, period, document });
  const shown = () => {
    const { titleBreaks, blocks } = expectValue(openReport(workspace, id));
    const found = blocks.find(({ kind }) => kind === 'title');
    return { titleBreaks, lines: found?.kind === 'title' ? textOf(found.runs).split('\n') : [] };
  };
  return { workspace, id, shown };
}

test('a long title stands broken on the page, and a person may have it broken another way and back', () => {
  const { workspace, id, shown } = reportTitled(
    '{{地区}}教育局关于{{期}}贯彻落实《中华人民共和国义务教育法》情况的报告',
  );
  const { titleBreaks, lines } = shown();
  expect(titleBreaks.chosen).toBe(0);
  expect(titleBreaks.proposals.length).toBe(3);
  expect(lines).toEqual(titleBreaks.proposals[0]);
  expectValue(breakReportTitle(workspace, id, 2));
  expect(shown().lines).toEqual(titleBreaks.proposals[2]);
  expect(shown().titleBreaks.chosen).toBe(2);
  expectValue(breakReportTitle(workspace, id, 0));
  expect(shown().lines).toEqual(titleBreaks.proposals[0]);
});

test('a choice that there no longer is falls back on the best, and a report that is gone is told', () => {
  const { workspace, id, shown } = reportTitled('{{地区}}随迁子女情况');
  expectValue(breakReportTitle(workspace, id, 2));
  expect(shown()).toEqual({
    titleBreaks: { proposals: [['湖州市随迁子女情况']], chosen: 0 },
    lines: ['湖州市随迁子女情况'],
  });
  expect(expectFailure(breakReportTitle(workspace, 999, 1)).code).toBe('report-unknown');
});
