import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkspace, type Workspace } from '../../electron/core/database/workspace.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { correctReport } from '../../electron/core/services/proofreading/correct-report.ts';
import { saveProofreadingOptions } from '../../electron/core/services/proofreading/options.ts';
import { type ProofreadReport, proofreadReport } from '../../electron/core/services/proofreading/proofread-report.ts';
import { fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import { loadReport } from '../../electron/core/services/reports.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { defaultProofreadingOptions } from '../../shared/proofreading/own-lists.ts';
import { draftOfReport } from '../../shared/proofreading/reading/draft-of-report.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { clock, expectFailure, expectValue, temporaryFolder } from '../database/fixture.ts';

function sample(): Workspace {
  const workspace = expectValue(makeWorkspace(join(temporaryFolder(), 's.huigao'), { clock, sample: true }));
  onTestFinished(() => workspace.close());
  return workspace;
}

/** A report on 湖州市 2021年 of the sample with the given text. */
function addReport(workspace: Workspace, body: string, title = '湖州市随迁子女工作情况汇报'): number {
  const data = openReportData(workspace);
  const region = data.view.regions.find(({ name }) => name === '湖州市');
  if (region === undefined) throw new Error('no region');
  const period = makePeriod('自然年', 2021);
  const markdown = `---\n标题: "${title}"\n---\n${body}\n`;
  const { document } = expectValue(fillTemplate({ name: '示例', markdown }, { ...data, region, period }));
  return workspace.reports.insert({ title, template: '示例', regionId: region.id, period, document });
}

function found({ findings }: ProofreadReport): readonly string[] {
  return findings.map(({ finding: { rule, severity, text } }) => `${rule} ${severity} ${text}`);
}

function read(workspace: Workspace, id: number): ProofreadReport {
  return expectValue(proofreadReport(workspace, id));
}

function textOf(workspace: Workspace, id: number): readonly string[] {
  const { opened } = expectValue(loadReport(workspace, id, openReportData(workspace)));
  return draftOfReport(opened.filled.printed).draft.paragraphs.map(({ text }) => text);
}

const mixed = `全市共有随迁子女80650人，其中就读公办学校{{公办就读人数}}。各校做为责任主体，与家长签定责任书。

全市共有校车36辆，[6～16岁]{固定}儿童可以乘坐。`;

test('typed numbers are held against the data, and each number says where it comes from', () => {
  const workspace = sample();
  const report = read(workspace, addReport(workspace, mixed));
  expect(found(report)).toEqual(['D01 W 80650人', 'W04 E 做为', 'W04 E 签定', 'D02 I 36辆']);
  expect(report.findings[0]?.finding.message).toBe('数据里“随迁子女人数·湖州市·2021年”是80605人，文中写的是80650人。');
  expect(report.coverage).toEqual({
    numbers: 3,
    figures: 1,
    overridden: 0,
    constants: 0,
    agrees: 0,
    differs: 1,
    unbound: 1,
    percent: 33,
  });
});

test('one finding is put right, then all, and each time there is a way back', () => {
  const workspace = sample();
  const id = addReport(workspace, mixed);
  const before = textOf(workspace, id);
  const [, first] = read(workspace, id).findings;
  const named = { rule: first?.finding.rule ?? '', passage: first?.passage ?? '' };
  const one = expectValue(correctReport(workspace, id, named));
  expect(one.corrected).toBe(1);
  expect(found(read(workspace, id))).toEqual(['D01 W 80650人', 'W04 E 签定', 'D02 I 36辆']);
  // The same finding is not there any more.
  expect(expectValue(correctReport(workspace, id, named))).toEqual({ corrected: 0, version: null });

  const all = expectValue(correctReport(workspace, id, null));
  expect(all.corrected).toBe(1);
  expect(found(read(workspace, id))).toEqual(['D01 W 80650人', 'D02 I 36辆']);
  expect(textOf(workspace, id)[1]).toContain('各校作为责任主体，与家长签订责任书。');
  expectValue(workspace.reports.restore(id, all.version ?? 0));
  expectValue(workspace.reports.restore(id, one.version ?? 0));
  expect(textOf(workspace, id)).toEqual(before);
  expect(expectFailure(workspace.reports.restore(id, 9999)).code).toBe('report-version-unknown');
});

test('text is put right in titles, captions and cells, across marks, and never in what is computed', () => {
  const workspace = sample();
  const body = `# 台帐情况

各校做**为**责任主体，{{随迁子女人数}},其中公办就读{{公办就读人数}}。

\`\`\`table
标题: 台帐建立情况
表头: [学校, 台帐]
行:
  - [甲校, 已记帐]
\`\`\`
`;
  const id = addReport(workspace, body, '湖州市台帐管理工作情况汇报');
  expectValue(correctReport(workspace, id, null));
  // What follows is the note that the data are invented.
  expect(textOf(workspace, id).slice(0, 8)).toEqual([
    '湖州市台账管理工作情况汇报',
    '一、台账情况',
    '各校作为责任主体，80605人，其中公办就读65097人。',
    '表1 台账建立情况',
    '学校',
    '台账',
    '甲校',
    '已记账',
  ]);
  const { stored } = expectValue(loadReport(workspace, id, openReportData(workspace)));
  const figures = JSON.stringify(stored.document).match(/"type":"figure"/g) ?? [];
  expect(figures).toHaveLength(2);
});

test('a finding that was let stand stays away until its words change, also in a file opened again', () => {
  const workspace = sample();
  const id = addReport(workspace, mixed);
  const [typed] = read(workspace, id).findings;
  const choice = { rule: typed?.finding.rule ?? '', passage: typed?.passage ?? '' };
  workspace.proofreading.add(id, choice, '测试');
  workspace.proofreading.add(id, choice, '测试');
  expect(read(workspace, id).ignored).toBe(1);
  expect(found(read(workspace, id))).toEqual(['W04 E 做为', 'W04 E 签定', 'D02 I 36辆']);

  const again = expectValue(openWorkspace(workspace.path, { clock }));
  onTestFinished(() => again.close());
  expect(read(again, id).ignored).toBe(1);

  const { stored } = expectValue(loadReport(workspace, id, openReportData(workspace)));
  const changed = JSON.parse(JSON.stringify(stored.document).replace('80650', '80506')) as ReportDocument;
  expectValue(workspace.reports.update(id, { document: changed }));
  expect(found(read(workspace, id))[0]).toBe('D01 W 80506人');
  workspace.proofreading.withdraw(id, choice);
  expectValue(workspace.reports.update(id, { document: stored.document }));
  expect(found(read(workspace, id))[0]).toBe('D01 W 80650人');
});

test('a rule is switched off for one report, or for all of the bureau', () => {
  const workspace = sample();
  const [one, other] = [addReport(workspace, mixed), addReport(workspace, mixed)];
  workspace.proofreading.add(one, { rule: 'W04', passage: null }, '测试');
  expect(found(read(workspace, one))).toEqual(['D01 W 80650人', 'D02 I 36辆']);
  expect(read(workspace, one).off.map(({ id }) => id)).toEqual(['W04']);
  expect(found(read(workspace, other))).toContain('W04 E 签定');
  workspace.proofreading.withdrawAll(one);
  expect(found(read(workspace, one))).toContain('W04 E 签定');
  saveProofreadingOptions(workspace, { ...defaultProofreadingOptions, off: ['W04', 'D02'] });
  expect(found(read(workspace, other))).toEqual(['D01 W 80650人']);
  expect(read(workspace, other).off).toEqual([]);
});

test('the words, laws and documents of the bureau count', () => {
  const workspace = sample();
  const body = '由市教体局依据《中华人民共和国家庭教育法》和《关于就学工作的通知》（湖教〔2021〕5号）办理。';
  const id = addReport(workspace, body);
  expect(found(read(workspace, id))).toEqual(['W06 W 《中华人民共和国家庭教育法》']);
  saveProofreadingOptions(workspace, {
    off: [],
    terms: [{ wrong: '教体局', right: '教育局' }],
    laws: ['家庭教育法'],
    documents: [{ number: '湖教〔2021〕6号', title: '关于就学工作的通知' }],
  });
  expect(found(read(workspace, id))).toEqual(['W04 W 教体局', 'W06 W 湖教〔2021〕5号']);
  workspace.settings.set('proofreading', '{"off": "all"}');
  expect(found(read(workspace, id))).toEqual(['W06 W 《中华人民共和国家庭教育法》']);
});

test('two reports that say different things of one indicator are held against each other', () => {
  const workspace = sample();
  const wrong = addReport(workspace, '全市共有随迁子女80650人。', '湖州市甲汇报');
  const live = addReport(workspace, '全市共有随迁子女{{随迁子女人数}}。', '湖州市乙汇报');
  addReport(workspace, '全市共有随迁子女{{随迁子女人数[上年]}}。', '湖州市丙汇报');
  expect(read(workspace, live).findings.map(({ finding }) => finding.message)).toEqual([
    '“随迁子女人数·湖州市·2021年”在《湖州市甲汇报》里写的是80650人，这里是80605人。',
  ]);
  expect(found(read(workspace, wrong))).toEqual(['D01 W 80650人', 'D05 W 80650人']);
  const { stored } = expectValue(loadReport(workspace, wrong, openReportData(workspace)));
  const right = JSON.parse(JSON.stringify(stored.document).replace('80650', '80605')) as ReportDocument;
  expectValue(workspace.reports.update(wrong, { document: right }));
  expect(found(read(workspace, live))).toEqual([]);
});

test('a figure that somebody set by hand is told, with what it would be', () => {
  const workspace = sample();
  const id = addReport(workspace, '全市共有随迁子女{{随迁子女人数}}。');
  const { stored } = expectValue(loadReport(workspace, id, openReportData(workspace)));
  const set = (text: string) =>
    JSON.parse(
      JSON.stringify(stored.document).replace('"override":null', `"override":{"text":"${text}","reason":"核实"}`),
    ) as ReportDocument;
  expectValue(workspace.reports.update(id, { document: set('80650人') }));
  expect(read(workspace, id).findings.map(({ finding }) => `${finding.severity} ${finding.message}`)).toEqual([
    'W 这个数是人工改写的，按数据应是80605人。',
  ]);
  expectValue(workspace.reports.update(id, { document: set('80605人') }));
  expect(found(read(workspace, id))).toEqual(['D03 I 80605人']);
  expect(read(workspace, id).coverage).toMatchObject({ numbers: 1, overridden: 1, percent: 0 });
});

test('a report that is gone is told', () => {
  const workspace = sample();
  expect(expectFailure(proofreadReport(workspace, 999)).code).toBe('report-unknown');
  expect(expectFailure(correctReport(workspace, 999, null)).code).toBe('report-unknown');
});

test('a right word that holds the wrong one is left alone, and a yearly notice may have several numbers', () => {
  const workspace = sample();
  const body =
    '关爱农村留守儿童和留守儿童，执行《关于招生工作的通知》（湖教〔2021〕6号）和《关于招生工作的通知》（湖教〔2020〕9号）。';
  const id = addReport(workspace, body);
  saveProofreadingOptions(workspace, {
    ...defaultProofreadingOptions,
    terms: [{ wrong: '留守儿童', right: '农村留守儿童' }],
    documents: [
      { number: '湖教〔2020〕9号', title: '关于招生工作的通知' },
      { number: '湖教〔2021〕6号', title: '关于招生工作的通知' },
    ],
  });
  expect(read(workspace, id).findings.map(({ finding }) => [finding.rule, finding.start])).toEqual([['W04', 9]]);
});
