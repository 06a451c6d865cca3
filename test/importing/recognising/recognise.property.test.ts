import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grid, GridCell } from '../../../electron/core/importing/grid.ts';
import { emptyMapping } from '../../../electron/core/importing/mapping.ts';
import { recogniseTables } from '../../../electron/core/importing/recognise-tables.ts';
import type { Line, RecognisedTable } from '../../../electron/core/importing/recognised-table.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { contextOf } from './fixture.ts';

const words = fc.constantFrom(
  ...'地区 指标 学校 年份 序号 备注 单位 合计 小计 计 其中 其中：女 全市 小学 公办 东山县 西山县 南山区 示例市 市直 甲 1 2'.split(
    ' ',
  ),
  ...'住校人数 伙食补助（元） 住校比例 2021年 2020 上半年 注：无 填表人：张三 单位：人 示例市2021年统计表 — 5.5% 1,234'.split(
    ' ',
  ),
  '\u3000',
);
const number = fc.integer({ min: -3, max: 2100 }).map(String);
const cell: fc.Arbitrary<GridCell> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<GridCell>({ kind: 'empty' }) },
  {
    weight: 5,
    arbitrary: fc.oneof(words, fc.string({ maxLength: 6 })).map((text): GridCell => ({ kind: 'text', text })),
  },
  {
    weight: 4,
    arbitrary: number.map((decimal): GridCell => ({ kind: 'number', decimal, shown: null, formula: null })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<GridCell>(
      { kind: 'percent', decimal: '50', shown: null, formula: null },
      { kind: 'date', text: '2021-01-01' },
      { kind: 'error', text: '#REF!', formula: null },
      { kind: 'uncomputed', formula: 'A1' },
    ),
  },
);
/** Rows that resemble a form, so that tables are found in most sheets: titles, a header, named rows, sums, notes. */
const formRows: fc.Arbitrary<readonly (readonly GridCell[])[]> = fc
  .record({
    titles: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 2 }),
    upper: fc.array(cell, { maxLength: 5 }),
    headings: fc.array(words, { minLength: 2, maxLength: 5 }),
    body: fc.array(fc.tuple(words, fc.array(cell, { minLength: 3, maxLength: 6 })), { minLength: 1, maxLength: 8 }),
  })
  .map(({ titles, upper, headings, body }) => [
    ...titles,
    upper,
    ['地区', ...headings].map((text): GridCell => ({ kind: 'text', text })),
    ...body.map(([text, cells]): readonly GridCell[] => [{ kind: 'text', text }, ...cells]),
  ]);
const place = fc.integer({ min: -1, max: 12 });
const merge = fc.record({ top: place, left: place, bottom: place, right: place });
const grid: fc.Arbitrary<Grid> = fc
  .record({
    rows: fc.oneof(
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }),
      formRows,
      fc.tuple(formRows, formRows).map(([above, below]) => [...above, ...below]),
    ),
    merges: fc.array(merge, { maxLength: 5 }),
  })
  .map(({ rows, merges }) => ({
    fileName: '表.xlsx',
    format: 'xlsx',
    notices: [],
    sheets: [{ name: '表', rows, merges, visibility: 'visible', hiddenRows: new Set(), hiddenColumns: new Set() }],
  }));
const header = fc.record({ first: fc.integer({ min: 1, max: 14 }), last: fc.integer({ min: 1, max: 14 }) });

function indexes({ first, last }: RecognisedTable['body']): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Sums and parts are lines of the same axis, and of others than themselves. */
function expectOwnLines(lines: readonly Line[]): void {
  const known = new Set(lines.map(({ index }) => index));
  for (const { index, partOf, sumOf } of lines) {
    const others = partOf === null ? sumOf : [...sumOf, partOf];
    expect(others.every((other) => known.has(other) && other !== index)).toBe(true);
  }
}

test('whatever a sheet holds, every line of every table has one place and one meaning', () => {
  const context = contextOf();
  const contexts = [context, contextOf({ period: makePeriod('自然年', 2021) })];
  const given = fc.record({ grid, context: fc.constantFrom(...contexts), header: fc.option(header, { nil: null }) });
  fc.assert(
    fc.property(given, (each) => {
      const mapping = { ...emptyMapping, headers: each.header ? { 表: each.header } : {} };
      const read = recogniseTables(each.grid, each.context, mapping);
      expect(recogniseTables(each.grid, each.context, mapping)).toEqual(read);
      if (!read.ok) return;
      const height = each.grid.sheets[0]?.rows.length ?? 0;
      const width = Math.max(0, ...(each.grid.sheets[0]?.rows.map(({ length }) => length) ?? []));
      let above = -1;
      for (const table of read.value) {
        expect(table.header.first).toBeGreaterThan(above);
        expect(table.body.first).toBeGreaterThan(table.header.last);
        expect(table.rows.map(({ index }) => index)).toEqual(indexes(table.body));
        expect(table.columns.map(({ index }) => index)).toEqual(indexes(table.span));
        expect(table.body.last).toBeLessThan(height);
        expect(table.span.last).toBeLessThan(width);
        for (const lines of [table.rows, table.columns]) expectOwnLines(lines);
        const ids = table.questions.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        above = table.body.last;
      }
    }),
    { numRuns: 400 },
  );
});

test('a hundred thousand rows are recognised in time that grows with them', () => {
  const context = contextOf();
  const figures = (count: number): Grid => {
    const head = ['地区', '住校人数', '小学住校人数', '初中住校人数', '伙食补助'].map(
      (text): GridCell => ({ kind: 'text', text }),
    );
    const rows = Array.from({ length: count }, (_, row) => [
      { kind: 'text', text: `第${row}小学` } as const,
      ...[1, 2, 3, 4].map(
        (add) => ({ kind: 'number', decimal: String(row + add), shown: null, formula: null }) as const,
      ),
    ]);
    const sheet = { name: '表', rows: [head, ...rows], merges: [], visibility: 'visible' } as const;
    const sheets = [{ ...sheet, hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() }];
    return { fileName: '表.xlsx', format: 'xlsx', notices: [], sheets };
  };
  const seconds = (count: number): number => {
    const made = figures(count);
    const begin = performance.now();
    recogniseTables(made, context, emptyMapping);
    return performance.now() - begin;
  };
  seconds(2_000);
  // Quadratic time would be a hundred times that of a tenth of the rows.
  expect(seconds(40_000)).toBeLessThan(50 * Math.max(5, seconds(4_000)));
});
