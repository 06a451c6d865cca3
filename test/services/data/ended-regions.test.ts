import { expect, test } from 'vitest';
import { endRegion } from '../../../electron/core/services/catalogue/end-region.ts';
import { listPeriods } from '../../../electron/core/services/catalogue/periods.ts';
import { cellHistory } from '../../../electron/core/services/data/cell-history.ts';
import { listTables } from '../../../electron/core/services/data/list-tables.ts';
import { readTable } from '../../../electron/core/services/data/read-table.ts';
import { collectionChoices } from '../../../electron/core/services/list-collections.ts';
import { existsIn } from '../../../shared/figures/members.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { expectValue } from '../../database/fixture.ts';
import { newOffice, type Office, year } from './fixture.ts';

/** 安吉县 goes into 长兴县 on 1 May of the year that is filled in. */
function officeWithoutOne(): Office {
  const office = newOffice();
  const [, , , into = 0, id = 0] = office.counties;
  expectValue(endRegion(office.workspace, { id, on: '2024-05-01', intoId: into, note: '', byWhom: '张三' }));
  return office;
}

function table({ workspace, city }: Office, period = year, lastYear = false) {
  const request = { group: '随迁子女', regionId: city, period, lastYear, rows: null, indicators: null };
  return expectValue(readTable(workspace, request));
}

const four = ['吴兴区', '南浔区', '德清县', '长兴县'] as const;

test('a county that was merged in the period has no row, is wanted nowhere and missing in no total', () => {
  const office = officeWithoutOne();
  for (const name of four) office.type(['小学随迁子女人数', name, '100']);
  const { rows, columns, wanted } = table(office);
  expect(rows.map(({ name }) => name)).toEqual([...four, '湖州市']);
  const ended = office.counties.at(-1);
  expect(wanted.filter(({ regionIds }) => regionIds.some((id) => id === ended))).toEqual([]);
  const at = columns.findIndex(({ name }) => name === '小学随迁子女人数');
  expect(rows.at(-1)?.cells[at]).toEqual({ kind: 'sum', decimal: '400', missing: null });
  expect(table(office, '2023年').rows).toHaveLength(6);
  expect(table(office, '2024年4月').rows).toHaveLength(6);
  expect(table(office, '2024年5月').rows).toHaveLength(5);
});

test('what was entered for it in the period stays in sight, beside the members and outside their sum', () => {
  const office = officeWithoutOne();
  for (const name of [...four, '安吉县']) office.type(['小学随迁子女人数', name, '100']);
  const { rows, columns } = table(office);
  const at = columns.findIndex(({ name }) => name === '小学随迁子女人数');
  expect(rows.map(({ name, cells }) => [name, cells[at]]).slice(3)).toEqual([
    ['长兴县', '100'],
    ['安吉县（已撤并）', '100'],
    ['湖州市', { kind: 'sum', decimal: '400', missing: null }],
  ]);
});

test('last year’s total is of those that were members last year', () => {
  const office = officeWithoutOne();
  for (const name of [...four, '安吉县']) office.type(['小学随迁子女人数', name, '100', '2023年']);
  const { rows, columns } = table(office, year, true);
  const at = columns.findIndex(({ name, kind }) => name === '小学随迁子女人数' && kind === 'last-year');
  expect(rows.at(-1)?.cells[at]).toEqual({ kind: 'sum', decimal: '500', missing: null });
});

test('未报 is to be filled: neither the table, the period nor the cell counts it as there', () => {
  const office = newOffice();
  office.type(['小学随迁子女人数', '吴兴区', '100'], ['小学随迁子女人数', '南浔区', '未报']);
  office.type(['小学随迁子女人数', '德清县', '无此项'], ['小学随迁子女人数', '长兴县', '不公开']);
  office.type(['小学随迁子女人数', '湖州市', '未报']);
  const tables = expectValue(listTables(office.workspace, { regionId: office.city, period: year }));
  expect(tables.find(({ group }) => group === '随迁子女')?.filled).toBe(3);
  const [period] = listPeriods(office.workspace);
  expect(period?.tables).toEqual([{ group: '随迁子女', filled: 3, lastYear: 0 }]);
  const unreported = expectValue(cellHistory(office.workspace, office.key('小学随迁子女人数', '湖州市')));
  expect(unreported.value).toBe('未报');
  office.type(['小学随迁子女人数', '南浔区', '50'], ['小学随迁子女人数', '长兴县', '1']);
  office.type(['小学随迁子女人数', '安吉县', '2']);
  const summed = expectValue(cellHistory(office.workspace, office.key('小学随迁子女人数', '湖州市')));
  expect(summed.value).toBe('153人');
});

test('收数 asks those that exist in the period', () => {
  const office = officeWithoutOne();
  const city = collectionChoices(office.workspace).regions.find(({ id }) => id === office.city);
  const asked = (label: number) =>
    city?.units.filter((unit) => existsIn(unit, makePeriod('自然年', label))).map(({ name }) => name);
  expect(asked(2023)).toContain('安吉县');
  expect(asked(2024)).toEqual([...four]);
});
