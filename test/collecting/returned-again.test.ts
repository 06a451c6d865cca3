import { read, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { findingsOf } from '../../electron/core/collecting/check-returns.ts';
import { makeCollection } from '../../electron/core/collecting/make-collection.ts';
import { type CollectionReturn, readCollection } from '../../electron/core/collecting/read-collection.ts';
import { openReturn } from '../../electron/core/collecting/read-sheets.ts';
import { summariseReturns } from '../../electron/core/collecting/summarise-returns.ts';
import { plainChoices, takeReturns } from '../../electron/core/collecting/take-returns.ts';
import { endRegion } from '../../electron/core/services/catalogue/end-region.ts';
import { listCollections } from '../../electron/core/services/list-collections.ts';
import { shippedRules } from '../../electron/core/services/shipped-rules.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { expectValue } from '../database/fixture.ts';
import { newOffice, type Office } from '../services/data/fixture.ts';
import { askCounties } from './collection-bureau.ts';
import { fillWorkbook } from './fill-workbook.ts';

const filled = { cells: { B5: 1200, C5: 33.5 } };

function summaryOf(office: Pick<Office, 'workspace'>, returns: CollectionReturn, unit: string) {
  const found = findingsOf(office.workspace, returns, shippedRules());
  const summary = summariseReturns(returns, found).find((each) => each.unit === unit);
  if (summary === undefined) throw new Error(`no ${unit}`);
  return summary;
}

/** Forms of 随迁子女 for the counties of an office: what came back of them is read from these cells. */
async function askOffice() {
  const office = newOffice();
  const { workspace } = office;
  const named = (name: string) => workspace.indicators.all().find((each) => each.name === name);
  const indicators = ['随迁子女人数', '小学随迁子女人数', '公办就读人数'].flatMap((name) => named(name) ?? []);
  const region = workspace.regions.all().find(({ id }) => id === office.city);
  if (region === undefined) throw new Error('no city');
  const base = { title: '随迁子女', indicators, region, units: null, rows: 'unit', lastYear: false } as const;
  const period = makePeriod('自然年', 2024);
  const made = expectValue(await makeCollection(workspace, { ...base, period, shipped: [], byWhom: '李四' }));
  const formOf = (county: string) => made.files.find(({ name }) => name.startsWith(county))?.bytes ?? new Uint8Array();
  const readBack = (files: Readonly<Record<string, Uint8Array>>) => {
    const list = Object.entries(files).map(([name, bytes]) => openReturn({ name, bytes }));
    return expectValue(readCollection(workspace, list, made.collection.id));
  };
  return { ...office, made, formOf, readBack };
}

test('what was taken in already is said to be the same, and is no 重报', async () => {
  const asked = await askCounties();
  const bytes = await fillWorkbook(asked.fileOf('吴兴区'), filled);
  const first = asked.readBack({ 'a.xlsx': bytes });
  expectValue(takeReturns(asked.workspace, first, { choices: plainChoices(first), byWhom: '李四' }));
  const again = asked.readBack({ 'a.xlsx': bytes });
  expect(plainChoices(again).size).toBe(0);
  const summary = summaryOf(asked, again, '吴兴区');
  expect(summary).toMatchObject({ state: '已汇入', files: [], problems: [] });
  expect(summary.notices).toEqual(['“a.xlsx”和已汇入的一样，不用再汇入。']);
  expect(summaryOf(asked, again, '德清县').state).toBe('未报');
});

test('of 重报 every problem and finding says of which workbook it is', async () => {
  const asked = await askOffice();
  // Columns: B 随迁子女人数, C 小学, D 公办; the one line is below the headings.
  const form = asked.formOf('吴兴区');
  const row = 6;
  const one = await fillWorkbook(form, { cells: { [`B${row}`]: 1000, [`C${row}`]: 400, [`D${row}`]: 1300 } });
  const other = await fillWorkbook(form, { cells: { [`B${row}`]: '一千', [`C${row}`]: 400, [`D${row}`]: 300 } });
  const summary = summaryOf(asked, asked.readBack({ '一.xlsx': one, '二.xlsx': other }), '吴兴区');
  expect(summary.state).toBe('重报');
  expect(summary.findings.length).toBeGreaterThan(0);
  expect(summary.findings.every((text) => text.startsWith('“一.xlsx”：'))).toBe(true);
  expect(summary.problems.every((text) => text.startsWith('“二.xlsx”：'))).toBe(true);
  expect(summary.problems.join('')).toContain('一千');
});

test('无此项 for a whole of which a part has a number is a problem and not taken', async () => {
  const asked = await askOffice();
  const bytes = await fillWorkbook(asked.formOf('吴兴区'), { cells: { B6: '—', C6: 400, D6: '—' } });
  const returns = asked.readBack({ 'a.xlsx': bytes });
  const { problems } = summaryOf(asked, returns, '吴兴区');
  expect(problems).toEqual([
    '填报表!B6：“随迁子女人数”写的是无此项，它的分项“小学随迁子女人数”却是 400，没有汇入。请让单位核实后重填。',
  ]);
  expectValue(takeReturns(asked.workspace, returns, { choices: plainChoices(returns), byWhom: '李四' }));
  expect(asked.stored('随迁子女人数', '吴兴区')).toBeNull();
  expect(asked.stored('公办就读人数', '吴兴区')).toBe('无此项');
});

test('a form that WPS saved as .xls or .et is read as the .xlsx is', async () => {
  const asked = await askCounties();
  const saved = read(await fillWorkbook(asked.fileOf('吴兴区'), filled), { type: 'array', cellFormula: true });
  const bytes = new Uint8Array(write(saved, { type: 'array', bookType: 'biff8' }));
  for (const name of ['吴兴区.xls', '吴兴区.et']) {
    const summary = summaryOf(asked, asked.readBack({ [name]: bytes }), '吴兴区');
    expect(summary).toMatchObject({ state: '已报', filled: 2, problems: [], notices: [] });
  }
});

test('a text that was saved from a form is refused with what to do', async () => {
  const asked = await askCounties();
  const files = { '吴兴区.csv': new TextEncoder().encode('区县,人数\n吴兴区,5\n') };
  const list = Object.entries(files).map(([name, bytes]) => openReturn({ name, bytes }));
  const returns = expectValue(readCollection(asked.workspace, list, asked.made.collection.id));
  expect(returns.strangers).toEqual([
    '“吴兴区.csv”不是能读的填报表（.xlsx 或 .xls），没有读取。请让单位用 WPS 或 Excel 打开，另存为 .xlsx 再交一次。',
  ]);
});

test('a unit that is no more by the end of the period gets no form and owes none', async () => {
  const asked = await askOffice();
  expect(asked.made.files).toHaveLength(5);
  const [, , , into = 0, id = 0] = asked.counties;
  expectValue(endRegion(asked.workspace, { id, on: '2024-05-01', intoId: into, note: '', byWhom: '张三' }));
  const owed = listCollections(asked.workspace).map(({ units }) => units.map(({ name }) => name));
  expect(owed).toEqual([['吴兴区', '南浔区', '德清县', '长兴县']]);
  const bytes = await fillWorkbook(asked.formOf('吴兴区'), { cells: { B6: 5 } });
  expect(asked.readBack({ 'a.xlsx': bytes }).units.map(({ unit }) => unit.name)).not.toContain('安吉县');
});
