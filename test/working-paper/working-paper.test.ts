import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Workspace } from '../../electron/core/database/workspace.ts';
import { exportReport } from '../../electron/core/exporting/export-report.ts';
import { commitImport } from '../../electron/core/importing/commit-import.ts';
import { emptyMapping } from '../../electron/core/importing/mapping.ts';
import { stageFile } from '../../electron/core/importing/stage-file.ts';
import { findRegion } from '../../electron/core/services/find-by-name.ts';
import { findTemplate } from '../../electron/core/services/find-template.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData, viewFigures } from '../../electron/core/services/report-data.ts';
import { setObservation } from '../../electron/core/services/set-observation.ts';
import { exportWorkingPaper, type WorkingPaperFormat } from '../../electron/core/working-paper/export-working-paper.ts';
import { makeWorkingPaper } from '../../electron/core/working-paper/working-paper.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { clock, expectValue, newBureau, temporaryFolder } from '../database/fixture.ts';
import { checkDocx } from '../support/ooxml/check-docx.ts';
import { openPackage } from '../support/ooxml/open-docx.ts';
import { textOf } from '../support/ooxml/parse-xml.ts';

const markdown = `---
标题: "随迁子女情况（示例·虚构）"
---
本句没有数字。全市随迁子女{{随迁子女人数}}，其中[吴兴区]{固定}{{随迁子女人数[吴兴区]}}，占{{占比(随迁子女人数[吴兴区], 随迁子女人数)}}。再下一句。

# 基本情况

公办就读比例{{公办就读比例}}。
`;

/** 湖州市 with one figure of a file, one set by a person, and one that is missing. */
function bureauReport() {
  const { workspace } = newBureau();
  const period = makePeriod('自然年', 2021);
  const table = '地区,随迁子女人数\n湖州市,80605\n';
  const staged = expectValue(
    stageFile(
      workspace,
      { fileName: '年报.csv', bytes: Buffer.from(table) },
      { period, home: null, mapping: emptyMapping },
    ),
  );
  expectValue(commitImport(workspace, [staged], { byWhom: '李示例', rules: [] }));
  expectValue(
    setObservation(workspace, {
      indicator: '随迁子女人数',
      region: '吴兴区',
      period: '2021年',
      value: '21560',
      missing: null,
      asOf: '2021-09-01',
      byWhom: '张示例',
    }),
  );
  return fill(workspace, { name: '示例', markdown });
}

function fill(workspace: Workspace, template: { readonly name: string; readonly markdown: string }) {
  const data = openReportData(workspace);
  const region = expectValue(findRegion(data.view.regions, '湖州市'));
  const scope = { ...data, region, period: makePeriod('自然年', 2021) };
  return { workspace, scope, filled: expectValue(fillTemplate(template, scope)) };
}

async function exported(report: ReturnType<typeof fill>, format: WorkingPaperFormat) {
  const file = await exportWorkingPaper(report.workspace, report, { format, render: exportReport });
  if (file === null) throw new Error('nobody stopped it');
  return file;
}

describe('what it tells', () => {
  test('each figure has its whole sentence, its formula in numbers and the sources that it rests on', () => {
    const report = bureauReport();
    const { title, figures } = makeWorkingPaper(report.workspace, report);
    expect(title).toBe('随迁子女情况（示例·虚构）');
    expect(figures.map(({ number, heading, text, sources }) => [number, heading, text, sources])).toEqual([
      [1, '', '80605人', [1]],
      [2, '', '21560人', [2]],
      [3, '', '26.75%', [2, 1]],
      [4, '一、基本情况', '【待填：公办就读比例·湖州市·2021年】', [3]],
    ]);
    expect(figures[2]).toMatchObject({
      before: '全市随迁子女80605人，其中吴兴区21560人，占',
      after: '。',
      region: '湖州市',
      period: '2021年',
      formula: '占比(随迁子女人数[吴兴区], 随迁子女人数)',
      steps: [
        '随迁子女人数 21560人（吴兴区，2021年）',
        '随迁子女人数 80605人（湖州市，2021年）',
        '21560 ÷ 80605 = 26.7477…%',
        '26.7477…% → 26.75%，四舍五入保留两位小数',
      ],
    });
  });

  test('each observation stands once, with file and cell, day, who, when, and the figures that rest on it', () => {
    const report = bureauReport();
    const { sources } = makeWorkingPaper(report.workspace, report);
    expect(sources).toEqual([
      {
        number: 1,
        indicator: '随迁子女人数',
        definition: '',
        region: '湖州市',
        period: '2021年',
        asOf: '',
        value: '80605人',
        source: '年报.csv',
        cell: 'B2',
        changedBy: '李示例',
        // 01:30 of universal time.
        changedAt: '2024-12-05 09:30',
        figures: [1, 3],
      },
      expect.objectContaining({
        number: 2,
        region: '吴兴区',
        asOf: '2021年9月1日',
        value: '21560人',
        changedBy: '张示例',
        figures: [2, 3],
      }),
      expect.objectContaining({ number: 3, indicator: '公办就读比例', value: '未报', changedBy: '', figures: [4] }),
    ]);
  });

  test('what a person wrote over a figure is told', () => {
    const report = bureauReport();
    const [first] = [...report.filled.computed.figures.values()].filter(({ value }) => value.kind !== 'text');
    if (first === undefined) throw new Error('no figure');
    const changed = {
      ...first,
      attributes: { ...first.attributes, override: { text: '约8万人', reason: '按会议口径', computed: '80605人' } },
    };
    const figures = new Map(report.filled.computed.figures).set(first.attributes.id, changed);
    const filled = { ...report.filled, computed: { ...report.filled.computed, figures } };
    const paper = makeWorkingPaper(report.workspace, { ...report, filled });
    expect(paper.figures[0]?.steps.at(-1)).toBe('正文里由人改写为“约8万人”（按会议口径）');
  });
});

describe('the files', () => {
  test('a workbook holds every row as text, with the figure bold in its sentence', async () => {
    const { bytes, title } = await exported(bureauReport(), 'xlsx');
    expect(title).toBe('随迁子女情况（示例·虚构）数据底稿');
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['报告中的数字', '所依据的数据']);
    const [figures, sources] = sheets.map(({ rows }) => rows.map((row) => row.map((cell) => cell ?? '')));
    expect(figures?.[1]).toEqual(['序号', '所在位置', '原句', '数字', '地区', '期', '算式', '计算过程', '来源序号']);
    expect(figures?.[4]).toEqual([
      '3',
      '',
      '全市随迁子女80605人，其中吴兴区21560人，占26.75%。',
      '26.75%',
      '湖州市',
      '2021年',
      '占比(随迁子女人数[吴兴区], 随迁子女人数)',
      expect.stringContaining('21560 ÷ 80605 = 26.7477…%\n'),
      '1、2',
    ]);
    expect(sources?.[2]?.slice(6, 12)).toEqual(['80605人', '年报.csv', 'B2', '李示例', '2024-12-05 09:30', '1、3']);
    // Four steps stand below one another.
    expect(openPackage(bytes).text('xl/worksheets/sheet1.xml')).toMatch(/<row r="5"[^>]* ht="63"/);
    const xml = openPackage(bytes).text('xl/sharedStrings.xml');
    expect(xml).toMatch(/<r><rPr><b\/>(?:(?!<\/rPr>).)*<\/rPr><t[^>]*>26\.75%<\/t><\/r>/);
  });

  test('a Word file across the page holds the same, and is sound', async () => {
    const { bytes } = await exported(bureauReport(), 'docx');
    expect(checkDocx(bytes)).toEqual([]);
    const file = openPackage(bytes);
    const text = textOf(file.xml('word/document.xml'));
    for (const words of ['数据底稿', '其中吴兴区21560人，占', '21560 ÷ 80605 = 26.7477…%', '年报.csv', '李示例'])
      expect(text).toContain(words);
    expect(file.text('word/document.xml')).toContain('w:orient="landscape"');
  });

  test('the same report gives the same bytes', async () => {
    const report = bureauReport();
    for (const format of ['xlsx', 'docx', 'pdf'] as const) {
      const [one, other] = [await exported(report, format), await exported(report, format)];
      expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    }
  });
});

test('of a built-in report every figure that a reader counts is there, and every source of each', () => {
  const path = join(temporaryFolder(), 's.huigao');
  const workspace = expectValue(makeWorkspace(path, { clock, sample: true }));
  onTestFinished(() => workspace.close());
  const report = fill(workspace, expectValue(findTemplate(workspace, '随迁子女教育工作情况汇报', null)));
  const paper = makeWorkingPaper(workspace, report);
  const counted = viewFigures(report.filled.computed, report.scope.view);
  expect(counted.length).toBeGreaterThan(50);
  expect(paper.figures.length).toBe(counted.length);
  for (const { number, sources } of paper.figures)
    for (const source of sources) expect(paper.sources[source - 1]?.figures).toContain(number);
});
