import { describe, expect, test } from 'vitest';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import { computeReport } from '../../shared/report/compute.ts';
import { makeReport } from '../../shared/report/make-report.ts';
import { printDocument } from '../../shared/report/print-document.ts';
import type { PrintedBlock } from '../../shared/report/printed.ts';
import { runsOf } from '../../shared/report/run-text.ts';
import type { ReportScope } from '../../shared/report/scope.ts';
import { parseTemplate } from '../../shared/report/template/parse.ts';
import { type Facts, regions, viewOf } from '../support/small-data.ts';

const facts: Facts = {
  随迁子女人数·湖州市·2021年: '80605@2021-12-31',
  公办就读人数·湖州市·2021年: '65097',
  随迁子女人数·吴兴区·2021年: '100',
  公办就读人数·吴兴区·2021年: '50',
  随迁子女人数·南浔区·2021年: '200',
  公办就读人数·南浔区·2021年: '150',
  随迁子女人数·德清县·2021年: '0',
  公办就读人数·德清县·2021年: '0',
};

function scopeOf(data: Facts): ReportScope {
  const view = viewOf(data);
  const [region] = regions;
  const period = parsePeriod('2021年');
  if (region === undefined || period === null) throw new Error('bad test');
  return { view, language: createFormulaLanguage(view), region, period };
}

function make(body: string, data: Facts = facts) {
  const parsed = parseTemplate(`---\n标题: "{{地区}}{{期}}汇报"\n---\n\n${body}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const scope = scopeOf(data);
  const document = makeReport(parsed.value.document, scope);
  const computed = computeReport(document, scope);
  return { document, computed, printed: printDocument(document, computed, scope.view) };
}

function textOf(block: PrintedBlock): string {
  const text = runsOf(block)
    .map((run) => run.text)
    .join('');
  switch (block.kind) {
    case 'paragraph':
      return block.number + text;
    case 'table':
      return block.rows
        .map((row) => row.cells.map((cell) => cell.runs.map((run) => run.text).join('')).join('|'))
        .join('/');
    case 'note':
      return block.text;
    case 'chart':
      return block.chart.categories.map((name, at) => `${name}${block.chart.series[0]?.points[at]?.text}`).join('、');
    case 'attachments':
      return `附件：${block.names.map((name) => name.map((run) => run.text).join('')).join('；')}`;
    case 'annex':
      return `${block.label}·${text}`;
    case 'contents':
      return block.entries.map((entry) => `${entry.level}${entry.text}@${entry.block}`).join('；');
    case 'image':
      return block.caption;
    case 'title':
    case 'letterhead':
    case 'recipients':
    case 'signature':
    case 'annotation':
    case 'imprint':
    case 'pageBreak':
      return block.kind;
  }
}

const lines = (body: string, data?: Facts) => make(body, data).printed.blocks.slice(1).map(textOf);

describe('a report made of a template', () => {
  test('headings are numbered level by level, standing alone or run in, and start again under a new one', () => {
    expect(lines('# 甲\n\n## 乙。‖正文\n\n## 丙\n\n### 丁\n\n### 戊\n\n#### 己\n\n# 庚\n\n## 辛')).toEqual([
      '一、甲',
      '（一）乙。正文',
      '（二）丙',
      '1.丁',
      '2.戊',
      '（1）己',
      '二、庚',
      '（一）辛',
    ]);
  });

  test('a repeated row stands once for each member, in its own scope, beside the total of the region itself', () => {
    const body =
      '```table\n表头: [地区, 人数, 比例]\n行:\n  - 每个: 下级\n    单元格: ["{{地区}}", "{{随迁子女人数 | 数}}", "{{公办就读比例}}"]\n合计: [合计, "{{随迁子女人数 | 数}}", "{{公办就读比例}}"]\n```';
    expect(lines(body)).toEqual(['地区|人数|比例/吴兴区|100|50%/南浔区|200|75%/德清县|0|—/合计|80605|80.76%']);
  });

  test('a chart takes its categories from the members, and every point is a figure with an id of its own', () => {
    const body = '```chart\n类型: 柱形图\n每个: 下级\n系列: [{名称: 人数, 算式: 随迁子女人数, 格式: 数}]\n```';
    const { printed, computed } = make(body);
    expect(printed.blocks.map(textOf)).toContain('吴兴区100、南浔区200、德清县0');
    expect(new Set(computed.figures.keys()).size).toBe(2 + 3);
  });

  test('a condition takes in one branch; the report remembers it, and a later flip or loss of data is a finding', () => {
    const body = '::: 如果 公办就读比例 >= 80%\n\n已达标。\n\n::: 否则\n\n未达标。\n\n:::';
    expect(lines(body)).toEqual(['已达标。']);
    const { document } = make(body);
    const messages = (data: Facts) => computeReport(document, scopeOf(data)).findings.map(({ message }) => message);
    expect(messages(facts)).toEqual([]);
    expect(messages({ ...facts, 公办就读人数·湖州市·2021年: '60000' })).toEqual([
      '写报告时，条件“公办就读比例 >= 80%”（湖州市）成立，现在不成立。请核对有关段落，或重新生成报告。',
    ]);
    expect(messages({})[0]).toContain('现在缺少数据，无法判断');
  });

  test('a condition that held for nobody is remembered too, member by member and around tables', () => {
    const table = '```table\n表头: [人数]\n行: [["{{随迁子女人数 | 数}}"]]\n```';
    const { document } = make(`::: 每个 下级\n\n::: 如果 随迁子女人数 > 1000\n\n${table}\n\n:::\n\n:::`);
    const later = { ...facts, 随迁子女人数·吴兴区·2021年: '2000', 随迁子女人数·南浔区·2021年: '3000' };
    const { findings } = computeReport(document, scopeOf(later));
    expect(findings.map(({ message }) => /（(.*?)）/.exec(message)?.[1])).toEqual(['吴兴区', '南浔区']);
  });

  test('a condition without data keeps both branches, each behind a mark, and every other figure', () => {
    const body =
      '::: 如果 随迁子女人数[上年] > 0\n\n甲有{{公办就读人数}}。\n\n::: 否则\n\n乙。\n\n:::\n\n::: 如果 公办就读人数[上年] > 0\n\n丙。\n\n:::';
    const mark = (name: string) => `【待填：${name}·湖州市·2020年，补齐后再定这段是否保留】`;
    expect(lines(body)).toEqual([
      `${mark('随迁子女人数')}甲有65097人。`,
      `${mark('随迁子女人数')}乙。`,
      `${mark('公办就读人数')}丙。`,
    ]);
    const { document, computed } = make(body);
    expect(new Set(computed.figures.keys()).size).toBe(2 + 4);
    const later = scopeOf({ ...facts, 随迁子女人数·湖州市·2020年: '5' });
    const filled = computeReport(document, later);
    const texts = [...filled.figures.values()].map(({ printed }) => printed.text);
    expect(texts).toContain('【待定：数据已经补齐，请重新生成报告】');
    expect(texts).not.toContain('是');
    expect(filled.findings).toHaveLength(2);
  });

  test('a condition that can never be computed says why, and asks for no data', () => {
    const zero = { 随迁子女人数·湖州市·2021年: '0', 公办就读人数·湖州市·2021年: '0' };
    expect(lines('::: 如果 公办就读比例 >= 80%\n\n甲。\n\n:::', zero)).toEqual([
      '【无法计算：分母为零，请核定这段是否保留】甲。',
    ]);
  });

  test('a chart without a single value is a mark, not an empty frame', () => {
    const body = '```chart\n类型: 柱形图\n标题: 比例\n每个: 下级\n系列: [{名称: 甲, 算式: 公办就读比例}]\n```';
    expect(lines(body, {})).toEqual(['【待填：图1 比例的全部数据】']);
    const none = Object.fromEntries(Object.keys(facts).map((key) => [key, '无此项']));
    expect(lines(body, none)).toEqual(['注：“比例”各项均无数据，没有作图。']);
  });

  test('a cell says 【待填】 in short, its row and column say the rest', () => {
    const body = '```table\n表头: [人数]\n行: [["{{随迁子女人数[上年] | 数}}"]]\n```';
    expect(lines(body)).toEqual(['人数/【待填】', '注：本表缺【待填：随迁子女人数·湖州市·2020年】。']);
  });

  test('containers nest: a paragraph for each member that meets the condition', () => {
    const body = '::: 每个 下级\n\n::: 如果 随迁子女人数 > 0\n\n{{地区}}有{{随迁子女人数}}。\n\n:::\n\n:::';
    expect(lines(body)).toEqual(['吴兴区有100人。', '南浔区有200人。']);
  });

  test('the document never holds a value', () => {
    expect(JSON.stringify(make('共{{随迁子女人数}}。').document)).not.toContain('80605');
  });

  test('title, caption and file name carry the region and period as text', () => {
    expect(make('正文。').printed.title).toBe('湖州市2021年汇报');
  });
});

test('a block that rests on sample data carries a note that says which', () => {
  const scope = scopeOf({ ...facts, 随迁子女人数·湖州市·2020年: '70000' });
  const view: ReportScope['view'] = {
    ...scope.view,
    column: (id, period) => {
      const column = scope.view.column(id, period);
      if (period !== '2020年') return column;
      return new Map(
        [...column].map(([key, value]) => [key, { ...value, source: { id: 2, kind: '示例' as const, title: '示例' } }]),
      );
    },
  };
  const parsed = parseTemplate('---\n标题: 甲\n---\n\n比上年{{增减(随迁子女人数) | 增减词}}。\n\n共{{随迁子女人数}}。');
  if (!parsed.ok) throw new Error('bad test');
  const document = makeReport(parsed.value.document, scope);
  const printed = printDocument(document, computeReport(document, { ...scope, view }), view);
  expect(printed.blocks.slice(1).map(textOf)).toEqual([
    '比上年增加10605人。',
    '注：本段湖州市2020年数据为示例（虚构）。',
    '共80605人。',
  ]);
});

describe('elements of an official document', () => {
  const labelled = (label: string) =>
    `\`\`\`table\n标题: ${label}\n标签: ${label}\n表头: [地区]\n行: [["{{地区}}"]]\n\`\`\``;

  test('a reference prints the number that its table has now', () => {
    const body = `见[乙]{参见}和[甲]{参见}。\n\n${labelled('甲')}\n\n${labelled('乙')}`;
    expect(lines(body)[0]).toBe('见表2和表1。');
    expect(lines(body.replace(`${labelled('甲')}\n\n`, '').replace('和[甲]{参见}', ''))[0]).toBe('见表1。');
    const [, paragraph] = make(body).printed.blocks;
    expect(paragraph).toMatchObject({ runs: [{}, { text: '表2', reference: 't2' }, {}, { reference: 't1' }, {}] });
  });

  test('annexes are listed below the text, counted, and count their headings anew', () => {
    const body = '# 甲\n\n::: 附件 一览表\n\n# 乙\n\n# 丙\n\n:::\n\n::: 横排附件 {{地区}}明细\n\n正文\n\n:::';
    expect(lines(body)).toEqual([
      '一、甲',
      '附件：一览表；湖州市明细',
      '附件1·一览表',
      '一、乙',
      '二、丙',
      '附件2·湖州市明细',
      '正文',
    ]);
    expect(lines('正文\n\n::: 附件 一览表\n\n表\n\n:::')).toEqual(['正文', '附件：一览表', '附件·一览表', '表']);
  });

  test('the contents name headings to their depth, and the annexes, with their places', () => {
    const source = '---\n标题: 汇报\n目录: 二级\n署名: 教育局\n日期: 2021年12月5日\n附件: 另附\n抄送: 甲\n---\n\n';
    const body = '# 甲\n\n## 乙。‖正文\n\n### 丙\n\n::: 附件 表\n\n# 丁\n\n:::';
    const parsed = parseTemplate(source + body);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const scope = scopeOf(facts);
    const document = makeReport(parsed.value.document, scope);
    const { blocks } = printDocument(document, computeReport(document, scope), scope.view);
    expect(blocks.map(textOf)).toEqual([
      '1一、甲@2；2（一）乙@3；1附件1 表@7',
      'title',
      '一、甲',
      '（一）乙。正文',
      '1.丙',
      '附件：表；另附',
      'signature',
      '附件1·表',
      '一、丁',
      'imprint',
    ]);
  });
});
