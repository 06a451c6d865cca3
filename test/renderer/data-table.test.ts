import { expect, test } from 'vitest';
import { ModelBuilder, printDecimal, type Shown } from '../../renderer/src/screens/data/build-model.ts';
import { parseDataPlace, printDataPlace } from '../../renderer/src/screens/data/data-place.ts';
import { missingGroups, wholeSums } from '../../renderer/src/screens/data/missing-groups.ts';
import { mergePart, progressOf, type Table } from '../../renderer/src/screens/data/table-data.ts';

const column = (indicator: string, kind: 'entry' | 'computed' = 'entry') => ({
  indicator,
  name: indicator,
  aliases: [],
  path: [indicator],
  unit: '人',
  decimals: 0,
  formula: null,
  isPercent: false,
  kind,
});

const table: Table = {
  region: '湖州市',
  memberWord: '区县',
  period: '2024年',
  lastPeriod: '2023年',
  isLocked: false,
  hasData: true,
  columns: [column('甲'), column('乙'), column('丙', 'computed')],
  rows: [
    { regionId: 2, name: '吴兴区', aliases: [], depth: 1, cells: ['12400', null, '1'] },
    { regionId: 3, name: '南浔区', aliases: [], depth: 1, cells: [{ kind: 'gap', reason: '无此项' }, '5', null] },
    {
      regionId: 1,
      name: '湖州市',
      aliases: [],
      depth: 0,
      cells: [{ kind: 'sum', decimal: '12400', missing: null }, null, null],
    },
  ],
  wanted: [
    { indicator: '甲', regionIds: [1] },
    { indicator: '乙', regionIds: [2, 1] },
  ],
};
const shown: Shown = { table, findings: [], pending: new Map(), underway: new Map() };

test('numbers are printed in groups of three, percentages with their sign', () => {
  expect([printDecimal('12400', false), printDecimal('-1234567.50', false), printDecimal('80.76', true)]).toEqual([
    '12,400',
    '-1,234,567.50',
    '80.76%',
  ]);
});

test('a sum that nobody reported is no value of its own, and says so', () => {
  const [, , total] = new ModelBuilder().build(shown).cells;
  expect(total?.[0]).toMatchObject({ content: { kind: 'none', text: '12,400', isSum: true }, mark: 'missing' });
  expect(total?.[1]).toMatchObject({ content: { kind: 'blank' }, mark: 'missing', note: '待填' });
});

test('what could not be recorded stays as it was typed, with the sentence', () => {
  const pending = new Map([['2\t乙', { typed: '一千', sentence: '不是能识别的数。' }]]);
  const cell = new ModelBuilder().build({ ...shown, pending }).cells[0]?.[1];
  expect(cell).toMatchObject({ content: { kind: 'typed', text: '一千' }, mark: 'refused', note: '不是能识别的数。' });
});

test('rows that did not change keep their cells', () => {
  const builder = new ModelBuilder();
  const before = builder.build(shown);
  const [first, ...others] = table.rows;
  const changed = { ...table, rows: [{ ...(first ?? others[0]), cells: ['7', null, '1'] }, ...others] } as Table;
  const after = builder.build({ ...shown, table: changed });
  expect(after.cells[0]).not.toBe(before.cells[0]);
  expect(after.cells[1]).toBe(before.cells[1]);
});

test('filled and missing cells are counted, and missing ones told together', () => {
  expect(progressOf(table)).toEqual({ filled: 3, missing: 3 });
  expect(missingGroups(table).map(({ indicators, regionIds }) => [indicators.length, regionIds])).toEqual([
    [1, [2]],
    [1, [1]],
  ]);
});

test('what the members add up to can be filled in at once, wanted by a report or not', () => {
  expect(wholeSums(table)).toEqual([{ indicator: '甲', decimal: '12400' }]);
  expect(wholeSums({ ...table, wanted: [] })).toEqual([{ indicator: '甲', decimal: '12400' }]);
});

test('a table of a closed period wants nothing and offers nothing', () => {
  const locked = { ...table, isLocked: true };
  expect([missingGroups(locked), wholeSums(locked)]).toEqual([[], []]);
  const { cells } = new ModelBuilder().build({ ...shown, table: locked });
  expect(cells.flat().map(({ mark }) => mark)).not.toContain('missing');
  expect(cells.flat().every(({ readOnly }) => readOnly !== null)).toBe(true);
});

test('a part that was asked for again replaces its rows and columns alone', () => {
  const [first] = table.rows;
  const part: Table = {
    ...table,
    columns: [column('乙')],
    rows: [{ regionId: 2, name: '吴兴区', aliases: [], depth: 1, cells: ['9'] }],
    wanted: [{ indicator: '乙', regionIds: [1] }],
  };
  const merged = mergePart(table, part);
  expect(merged.rows[0]?.cells).toEqual(['12400', '9', '1']);
  expect(merged.rows[1]).toBe(table.rows[1]);
  expect(merged.wanted).toEqual([
    { indicator: '甲', regionIds: [1] },
    { indicator: '乙', regionIds: [1] },
  ]);
  expect(first?.cells[1]).toBeNull();
});

test('the address keeps the table', () => {
  const place = { region: 3, period: '2024年上半年', group: '随迁子女', lastYear: true };
  expect(parseDataPlace(printDataPlace(place))).toEqual(place);
  expect(parseDataPlace('region=x')).toEqual({ region: null, period: null, group: null, lastYear: false });
});
