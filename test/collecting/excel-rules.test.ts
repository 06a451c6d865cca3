import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowSign } from '../../electron/core/collecting/excel-expression.ts';
import type { Form } from '../../electron/core/collecting/form.ts';
import { columnLetter } from '../../electron/core/collecting/form.ts';
import type { DataView } from '../../shared/figures/data-view.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { checkRules } from '../../shared/figures/rules/check-rules.ts';
import { county, formOf, ground, indicators, rules } from './collecting-fixture.ts';
import { type CellContent, runFormula } from './run-formula.ts';

const form = formOf({ members: [county] });
const row = form.rows[0]?.row ?? 0;

type Figures = Readonly<Record<string, CellContent>>;

/** The row with these figures, by indicator name. */
function cellsOf(figures: Figures, { columns }: Form = form): Record<string, CellContent> {
  const entries = columns.flatMap((column) =>
    column.kind === 'entry' ? [[`${columnLetter(column.column)}${row}`, figures[column.indicator.name] ?? null]] : [],
  );
  return Object.fromEntries(entries);
}

function checkText(figures: Figures): string {
  const texts = form.columns.flatMap((column) => (column.kind === 'check' ? [column.formula] : []));
  const cells = cellsOf(figures);
  return texts.map((formula) => String(runFormula(formula.replaceAll(rowSign, String(row)), cells))).join('');
}

function computed(name: string, figures: Figures): unknown {
  const column = form.columns.find((each) => each.kind === 'computed' && each.indicator.name === name);
  if (column?.kind !== 'computed') throw new Error(`${name} is not computed in the form`);
  return runFormula(column.formula.replaceAll(rowSign, String(row)), cellsOf(figures));
}

test('a sum that is not that of its parts says by how much', () => {
  const sound = { 学生甲数: 10, 学生甲小学数: 6, 学生甲初中数: 4, 学生甲小学女生数: 3 };
  expect(checkText(sound)).toBe('');
  expect(checkText({ ...sound, 学生甲数: 13 })).toBe('学生甲数≠学生甲小学数+学生甲初中数，差 3；');
  expect(checkText({ ...sound, 学生甲小学女生数: 8 })).toBe('学生甲小学女生数＞学生甲小学数，多 2；');
});

test('nothing is said while a part is blank or marked as not applicable', () => {
  expect(checkText({ 学生甲数: 13, 学生甲小学数: 6 })).toBe('');
  expect(checkText({ 学生甲数: 13, 学生甲小学数: 6, 学生甲初中数: '—' })).toBe('');
});

test('units are converted, and what rounding explains is no breach', () => {
  expect(checkText({ 经费甲: 12.34, 经费乙: 123_400 })).toBe('');
  expect(checkText({ 经费甲: 12.34, 经费乙: 123_449 })).toBe('');
  expect(checkText({ 经费甲: 12.34, 经费乙: 123_500 })).toBe('经费甲≠经费乙，差 0.01；');
});

test('both halves of 且 are watched', () => {
  expect(checkText({ 巩固率甲: 100 })).toBe('');
  expect(checkText({ 巩固率甲: 100.5 })).toBe('巩固率甲＞100%，多 0.5；');
});

test('a derived figure is computed when all it needs is there, and never divided by 0', () => {
  expect(computed('小学占比甲', { 学生甲数: 3, 学生甲小学数: 1 })).toBe(33.33);
  expect(computed('小学占比甲', { 学生甲数: 3 })).toBe('');
  expect(computed('小学占比甲', { 学生甲数: 0, 学生甲小学数: 0 })).toBe('');
});

test('a comparison with another year stays out of the form, and so does a figure computed from one', () => {
  expect(form.rules.map(({ text }) => text).join()).not.toContain('上年');
  expect(form.leftOut.map(({ name }) => name)).toEqual(['去年比甲']);
});

/** What our own rules say of the same figures. */
function judgedBroken(figures: Figures): boolean {
  const view: DataView = {
    indicators,
    regions: [county],
    namedSet: () => undefined,
    column: (id, label) => {
      const figure = figures[indicators.find((each) => each.id === id)?.name ?? ''] ?? null;
      if (figure === null || label !== '2024年') return new Map();
      const cell =
        typeof figure === 'number'
          ? ({ kind: 'value', decimal: String(figure) } as const)
          : ({ kind: 'missing', reason: '无此项' } as const);
      return new Map([[county.id, { cell, asOf: null, source: null, cellReference: null }]]);
    },
  };
  const period = makePeriod('自然年', 2024);
  const watched = rules.filter(({ code }) => code !== 'earlier').map((rule) => ({ rule, origin: 'shipped' as const }));
  const scope = { view, language: ground.language, periods: [period], region: county, period, rules: watched };
  return checkRules(scope).findings.length > 0;
}

test('the formulas of the form find broken exactly what the rules find broken', () => {
  const count = fc.option(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant('—')));
  const money = fc.option(fc.integer({ min: 0, max: 60_000 }));
  const figures = fc.record({
    学生甲数: count,
    学生甲小学数: count,
    学生甲初中数: count,
    学生甲小学女生数: count,
    经费甲: fc.option(fc.integer({ min: 0, max: 600 }).map((hundreds) => hundreds / 100)),
    经费乙: money,
    巩固率甲: fc.option(fc.integer({ min: 0, max: 11_000 }).map((hundreds) => hundreds / 100)),
  });
  fc.assert(
    fc.property(figures, (each) => {
      expect(checkText(each) !== '').toBe(judgedBroken(each));
    }),
    { numRuns: 300 },
  );
});
