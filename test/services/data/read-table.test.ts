import { expect, test } from 'vitest';
import { cellHistory } from '../../../electron/core/services/data/cell-history.ts';
import { listPlaces, listTables } from '../../../electron/core/services/data/list-tables.ts';
import { readTable } from '../../../electron/core/services/data/read-table.ts';
import { expectFailure, expectValue } from '../../database/fixture.ts';
import { countyNames, newOffice, type Office, year } from './fixture.ts';

function table({ workspace, city }: Office, more: Partial<Parameters<typeof readTable>[1]> = {}) {
  const request = { group: '随迁子女', regionId: city, period: year, lastYear: false, rows: null, indicators: null };
  return expectValue(readTable(workspace, { ...request, ...more }));
}

function cell(office: Office, row: string, column: string, more: Partial<Parameters<typeof readTable>[1]> = {}) {
  const { columns, rows } = table(office, more);
  const at = columns.findIndex(({ name, kind }) => name === column && kind !== 'last-year');
  return rows.find(({ name }) => name === row)?.cells[at];
}

test('members come in the catalogue’s order, the region last, and parts stand under what they are parts of', () => {
  const { columns, rows, memberWord } = table(newOffice());
  expect(memberWord).toBe('区县');
  expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
    ...countyNames.map((name) => [name, 1]),
    ['湖州市', 0],
  ]);
  expect(columns.slice(0, 3).map(({ path, kind }) => [path.join('/'), kind])).toEqual([
    ['随迁子女人数/计', 'entry'],
    ['随迁子女人数/其中/公办', 'entry'],
    ['随迁子女人数/其中/民办', 'computed'],
  ]);
});

test('an unreported total shows the members’ sum and who is missing, a reported one shows itself', () => {
  const office = newOffice();
  for (const [at, name] of countyNames.slice(0, 3).entries()) office.type(['随迁子女人数', name, `${100 + at}`]);
  expect(cell(office, '湖州市', '随迁子女人数')).toEqual({ kind: 'sum', decimal: '303', missing: '缺2个区县' });
  office.type(['随迁子女人数', '长兴县', '10'], ['随迁子女人数', '安吉县', '无此项']);
  expect(cell(office, '湖州市', '随迁子女人数')).toEqual({ kind: 'sum', decimal: '313', missing: null });
  office.type(['随迁子女人数', '湖州市', '400']);
  expect(cell(office, '湖州市', '随迁子女人数')).toBe('400');
});

test('what no member has, the whole has none of: in the table, in a cell’s history and in a formula', () => {
  const office = newOffice();
  for (const name of countyNames) office.type(['随迁子女人数', name, '无此项']);
  const absent = { kind: 'gap', reason: '无此项' };
  expect(cell(office, '湖州市', '随迁子女人数')).toEqual(absent);
  expect(expectValue(cellHistory(office.workspace, office.key('随迁子女人数', '湖州市'))).value).toBe('无此项');
  office.type(['随迁子女人数', '德清县', '5']);
  expect(cell(office, '湖州市', '随迁子女人数')).toEqual({ kind: 'sum', decimal: '5', missing: null });
  const history = expectValue(cellHistory(office.workspace, office.key('随迁子女人数', '湖州市')));
  expect(history).toMatchObject({ value: '5人', calculation: { formula: '合计(下级, 随迁子女人数)' } });
  expect(history.calculation?.steps.join('')).toContain('无此项，不计');
});

test('computed columns are worked out for every row, the total’s from the sums that stand beside it', () => {
  const office = newOffice();
  for (const name of countyNames) office.type(['随迁子女人数', name, '300'], ['公办就读人数', name, '200']);
  expect(cell(office, '吴兴区', '公办就读比例')).toBe('66.67');
  expect(cell(office, '吴兴区', '民办就读人数')).toBe('100');
  expect(cell(office, '湖州市', '公办就读比例')).toEqual({ kind: 'sum', decimal: '66.67', missing: null });
  // Half reported: the share is of the reported whole and the sum that is shown.
  office.type(['随迁子女人数', '湖州市', '2000']);
  expect(cell(office, '湖州市', '公办就读比例')).toEqual({ kind: 'sum', decimal: '50.00', missing: null });
  office.type(['公办就读人数', '吴兴区', '']);
  expect(cell(office, '吴兴区', '公办就读比例')).toMatchObject({ kind: 'none' });
  expect(cell(office, '德清县', '公办就读比例', { period: '2023年' })).toMatchObject({ kind: 'none' });
});

test('last year stands beside each column when it is asked for', () => {
  const office = newOffice();
  office.type(['随迁子女人数', '吴兴区', '90', '2023年'], ['随迁子女人数', '吴兴区', '95']);
  const { columns, rows, lastPeriod } = table(office, { lastYear: true });
  expect(lastPeriod).toBe('2023年');
  expect(columns.slice(0, 2).map(({ name, kind }) => [name, kind])).toEqual([
    ['随迁子女人数', 'entry'],
    ['随迁子女人数', 'last-year'],
  ]);
  expect(rows[0]?.cells.slice(0, 2)).toEqual(['95', '90']);
});

test('after a change only the rows and columns that it touches are asked for', () => {
  const office = newOffice();
  office.type(['随迁子女人数', '吴兴区', '300'], ['公办就读人数', '吴兴区', '200']);
  const [first = 0] = office.counties;
  const part = table(office, { rows: [first], indicators: [office.code('公办就读人数')] });
  expect(part.rows.map(({ name }) => name)).toEqual(['吴兴区', '湖州市']);
  expect(part.columns.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['公办就读人数', '公办就读比例', '民办就读人数']),
  );
  expect(part.columns.map(({ name }) => name)).not.toContain('随迁子女人数');
});

test('expected are figures that a report needs, that were there last year, or that others reported', () => {
  const office = newOffice();
  const wanted = () => {
    const found = new Map(table(office).wanted.map(({ indicator, regionIds }) => [indicator, regionIds]));
    return (name: string) => found.get(office.code(name)) ?? [];
  };
  // The shipped report of a city needs its own figures.
  expect(wanted()('随迁子女人数')).toContain(office.city);
  expect(wanted()('小学随迁子女人数')).not.toContain(office.counties[0]);
  office.type(['小学随迁子女人数', '吴兴区', '905']);
  expect(wanted()('小学随迁子女人数')).toEqual(expect.arrayContaining(office.counties.slice(1)));
  expect(wanted()('小学随迁子女人数')).not.toContain(office.counties[0]);
  office.type(['中考报名连续就读年限', '德清县', '3', '2023年']);
  expect(wanted()('中考报名连续就读年限')).toContain(office.counties[2]);
  office.type(['中考报名连续就读年限', '德清县', '无此项']);
  expect(wanted()('中考报名连续就读年限')).not.toContain(office.counties[2]);
});

test('tables are listed with how full they are and the letters to find them by', () => {
  const office = newOffice();
  const before = expectValue(listTables(office.workspace, { regionId: office.city, period: year }));
  const migrants = before.find(({ group }) => group === '随迁子女');
  expect(migrants).toMatchObject({ initials: 'sqzn', filled: 0 });
  office.type(['随迁子女人数', '湖州市', '80605']);
  const after = expectValue(listTables(office.workspace, { regionId: office.city, period: year }));
  expect(after.find(({ group }) => group === '随迁子女')).toMatchObject({ filled: 1, cells: migrants?.cells });
  const places = listPlaces(office.workspace);
  expect(places.regions.map(({ name, members }) => [name, members])).toContainEqual(['湖州市', 5]);
  expect(places.periods).toEqual([{ label: year, kind: '自然年', isLocked: false }]);
});

test('a computed cell tells its formula and working, a sum its parts', () => {
  const office = newOffice();
  for (const name of countyNames) office.type(['随迁子女人数', name, '300'], ['公办就读人数', name, '200']);
  const share = expectValue(cellHistory(office.workspace, office.key('公办就读比例', '吴兴区')));
  expect(share.calculation?.formula).toBe('占比(公办就读人数, 随迁子女人数)');
  expect(share.calculation?.steps.join('\n')).toContain('200 ÷ 300');
  const sum = expectValue(cellHistory(office.workspace, office.key('随迁子女人数', '湖州市')));
  expect(sum.calculation?.formula).toBe('合计(下级, 随迁子女人数)');
  expect(sum.value).toBe('1500人');
});

test('what is gone is said in a sentence', () => {
  const { workspace, city } = newOffice();
  const request = { group: '随迁子女', regionId: city, period: year, lastYear: false, rows: null, indicators: null };
  const code = (more: object) => expectFailure(readTable(workspace, { ...request, ...more })).code;
  expect([code({ regionId: 0 }), code({ group: '无' }), code({ period: '明年' })]).toEqual([
    'data-region-gone',
    'data-group-gone',
    'period-unknown',
  ]);
});
