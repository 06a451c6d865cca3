import { expect, test } from 'vitest';
import type { Grid } from '../../electron/core/importing/grid.ts';
import { emptyMapping, type ImportAnswer } from '../../electron/core/importing/mapping.ts';
import { recallForms, rememberForms, type TableForm } from '../../electron/core/importing/remembered-mapping.ts';
import { newBureau } from '../database/fixture.ts';

const city: TableForm = { fingerprint: 'a'.repeat(16), about: '湖州市', titles: ['学生情况'] };
const use = (name: string): ImportAnswer => ({ kind: 'use', name });

function gridOf(rows: readonly (readonly string[])[]): Grid {
  const cells = rows.map((row) => row.map((text) => ({ kind: 'text', text }) as const));
  return {
    fileName: '表.csv',
    format: 'text',
    sheets: [{ name: '表', visibility: 'visible', rows: cells, merges: [] }],
  } as unknown as Grid;
}

function recalled(answers: Readonly<Record<string, ImportAnswer>>, form: TableForm, first = city) {
  const { workspace } = newBureau();
  rememberForms(workspace, [first], { mapping: { ...emptyMapping, answers }, byWhom: '张三' });
  return Object.keys(recallForms(workspace, [form], gridOf([]))?.answers ?? {});
}

test('names of headings hold for the next file of the form; its own period, region, totals and shares do not', () => {
  const answers = {
    'indicator:公办': use('公办就读人数'),
    'unit:资助金额/元': { kind: 'unit', unit: '元' } as const,
    'percent:比例': { kind: 'unit', unit: '1' } as const,
    'table-region:表#1': use('吴兴区'),
    'period:表#1': use('2021年'),
    'total:表!B3': { kind: 'total', take: 'sum' } as const,
  };
  expect(recalled(answers, { ...city, about: '银川市' })).toEqual(['indicator:公办', 'unit:资助金额/元']);
});

test('names of places hold within the region of the file alone', () => {
  const answers = { 'region:城关镇': use('吴兴区') };
  expect(recalled(answers, city)).toEqual(['region:城关镇']);
  expect(recalled(answers, { ...city, about: '银川市' })).toEqual([]);
});

test('人数 is asked again where no title says of whom', () => {
  const answers = { 'indicator:总人数': use('随迁子女人数'), 'table-indicator:表#1': use('随迁子女人数') };
  expect(recalled(answers, city)).toEqual(['indicator:总人数', 'table-indicator:表#1']);
  const bare = { ...city, titles: [] };
  expect(recalled(answers, bare, bare)).toEqual([]);
});

test('a corrected header is found by what it says, where a further title moved it, and forgotten where it is gone', () => {
  const { workspace } = newBureau();
  const header = ['地区', '人数'];
  const mapping = { ...emptyMapping, headers: { 表: { first: 2, last: 2 } } };
  rememberForms(workspace, [city], { grid: gridOf([['学生情况'], header]), mapping, byWhom: '张三' });
  const headerOf = (grid: Grid) => recallForms(workspace, [city], grid)?.headers;
  expect(headerOf(gridOf([['学生情况'], ['（修订稿）'], header]))).toEqual({ 表: { first: 3, last: 3 } });
  expect(headerOf(gridOf([['学生情况'], ['地区', '学校数']]))).toEqual({});
});
