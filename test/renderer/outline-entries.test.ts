import { expect, test } from 'vitest';
import { outlineOf } from '../../renderer/src/screens/report/outline-entries.ts';
import type { PrintedBlock, PrintedRun } from '../../shared/report/printed.ts';

function run(text: string, more: Partial<PrintedRun> = {}): PrintedRun {
  return { text, lead: false, bold: false, figureId: null, gap: null, ...more };
}

function paragraph(level: 0 | 1 | 2, number: string, ...runs: readonly PrintedRun[]): PrintedBlock {
  return { kind: 'paragraph', level, ordinal: 1, number, runs };
}

const gap = run('【待填：人数】', { figureId: 'f', gap: '待填' });

test('headings come with their numbers, run-in ones by their lead without its stop', () => {
  const outline = outlineOf([
    { kind: 'title', runs: [run('汇报')] },
    paragraph(1, '一、', run('基本情况')),
    paragraph(2, '（一）', run('落实主体责任。', { lead: true }), run('教育局签订责任书。')),
  ]);
  expect(outline).toEqual([
    { index: 1, level: 1, title: '一、基本情况', hasGap: false },
    { index: 2, level: 2, title: '（一）落实主体责任', hasGap: false },
  ]);
});

test('a missing figure marks its heading and the chapter above, not the next chapter', () => {
  const outline = outlineOf([
    paragraph(1, '一、', run('基本情况')),
    paragraph(2, '（一）', run('入学')),
    paragraph(0, '', run('共有'), gap),
    paragraph(2, '（二）', run('资助')),
    paragraph(1, '二、', run('举措')),
  ]);
  expect(outline.map((entry) => entry.hasGap)).toEqual([true, true, false, false]);
});

test('a missing figure in a table or a chart counts too', () => {
  const cell = { runs: [gap], colspan: 1, rowspan: 1, numeric: true };
  const chart = {
    id: 'c',
    kind: '柱形图',
    caption: '图1',
    unit: null,
    decimals: 0,
    categories: ['甲'],
    series: [{ name: '人数', points: [{ figureId: 'f', decimal: null, text: '【待填】' }] }],
  } as const;
  const table: PrintedBlock = {
    kind: 'table',
    id: 't',
    caption: '表1',
    unit: null,
    rows: [{ role: 'body', cells: [cell] }],
  };
  for (const block of [table, { kind: 'chart', chart } as const]) {
    expect(outlineOf([paragraph(1, '一、', run('基本情况')), block])[0]?.hasGap).toBe(true);
  }
});
