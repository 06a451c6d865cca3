import { expect, test } from 'vitest';
import { figurePlaces } from '../../shared/report/figure-places.ts';
import type { PrintedBlock, PrintedCell, PrintedRow, PrintedRun } from '../../shared/report/printed.ts';

function words(text: string, figureId: string | null = null): PrintedRun {
  return { text, lead: false, bold: false, figureId, gap: null };
}

function cell(text: string, { figure = false, colspan = 1, rowspan = 1 } = {}): PrintedCell {
  return { runs: [words(text, figure ? text : null)], colspan, rowspan, numeric: figure };
}

function row(role: PrintedRow['role'], ...cells: readonly PrintedCell[]): PrintedRow {
  return { role, cells };
}

function told(block: PrintedBlock, reach?: number) {
  return [...figurePlaces([block], reach)].map(({ heading, before, text, after }) => [heading, before, text, after]);
}

const number = (text: string) => cell(text, { figure: true });

test('a figure of a table is named by its row and by all that stands above its column', () => {
  const rows = [
    row('header', cell('地区', { rowspan: 2 }), cell('随迁子女', { colspan: 2 }), cell('占比', { rowspan: 2 })),
    row('header', cell('小学'), cell('初中')),
    row('body', cell('甲县'), number('12'), number('8'), number('60%')),
  ];
  expect(told({ kind: 'table', id: 't', caption: '表1 示例（虚构）', unit: null, rows })).toEqual([
    ['表1 示例（虚构）', '甲县·随迁子女·小学 ', '12', ''],
    ['表1 示例（虚构）', '甲县·随迁子女·初中 ', '8', ''],
    ['表1 示例（虚构）', '甲县·占比 ', '60%', ''],
  ]);
});

test('a row below a cell that reaches down is named by both, and a table without headings by its rows', () => {
  const rows = [
    row('body', cell('甲县', { rowspan: 2 }), cell('男'), number('12')),
    row('body', cell('女'), number('8')),
  ];
  expect(told({ kind: 'table', id: 't', caption: '表1', unit: null, rows }).map(([, before]) => before)).toEqual([
    '甲县·男 ',
    '甲县·女 ',
  ]);
});

test('a point of a chart is named by its category, and of several series by its own', () => {
  const points = (id: string) => [{ figureId: id, decimal: '1', text: '1人' }];
  const chart = { id: 'c', kind: '柱形图', caption: '图1', unit: '人', decimals: 0, categories: ['甲县'] } as const;
  const one = [{ name: '男', points: points('a') }];
  const two = [...one, { name: '女', points: points('b') }];
  const of = (series: typeof one) => told({ kind: 'chart', chart: { ...chart, series } }).map(([, before]) => before);
  expect(of(one)).toEqual(['甲县 ']);
  expect(of(two)).toEqual(['甲县·男 ', '甲县·女 ']);
});

test('of a sentence as many characters are shown as are asked for, and never those of another', () => {
  const text = '全市义务教育阶段学校共有在校随迁子女';
  const block: PrintedBlock = {
    kind: 'paragraph',
    level: 0,
    ordinal: 0,
    number: '',
    runs: [words(`上一句。${text}`), words('80605人', 'f'), words('，比上年增加。下一句。')],
  };
  expect(told(block)).toEqual([[null, `…${text.slice(-16)}`, '80605人', '，比上年增加。']]);
  expect(told(block, Number.POSITIVE_INFINITY)).toEqual([[null, text, '80605人', '，比上年增加。']]);
});
