import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { planForm } from '../../electron/core/collecting/plan-form.ts';
import type { CollectionReturn } from '../../electron/core/collecting/read-collection.ts';
import { readCollection } from '../../electron/core/collecting/read-collection.ts';
import { openReturn } from '../../electron/core/collecting/read-sheets.ts';
import { plainChoices, stagedOf, takeReturns } from '../../electron/core/collecting/take-returns.ts';
import { writeForm } from '../../electron/core/collecting/write-form.ts';
import { createDataView } from '../../electron/core/database/data-view.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { expectFailure, expectValue, newBureau } from '../database/fixture.ts';
import { askCounties } from './collection-bureau.ts';
import { fillWorkbook } from './fill-workbook.ts';

// The forms have one line, row 5: B 随迁子女人数, C 资助金额.
const filled = { cells: { B5: 1200, C5: 33.5 } };

function unitOf({ units }: CollectionReturn, name: string) {
  const found = units.find(({ unit }) => unit.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

function problemsOf(returns: CollectionReturn, name: string): string {
  const { files, refused } = unitOf(returns, name);
  return [...refused, ...files.flatMap(({ problems }) => problems)].join('\n');
}

function noticesOf(returns: CollectionReturn, name: string): string {
  return unitOf(returns, name)
    .files.flatMap(({ notices }) => notices)
    .join('\n');
}

test('a filled form comes back into the cells it was made for, and the others are 未报', async () => {
  const asked = await askCounties();
  const returns = asked.readBack({ '吴兴区.xlsx': await fillWorkbook(asked.fileOf('吴兴区'), filled) });
  expect(returns.units.map(({ unit, state }) => `${unit.name}${state}`)).toEqual([
    '吴兴区已报',
    '南浔区未报',
    '德清县未报',
  ]);
  expect(
    stagedOf(returns, plainChoices(returns)).cells.map(({ cell, value, status }) => [cell, value, status]),
  ).toEqual([
    ['填报表!B5', '1200', 'new'],
    ['填报表!C5', '33.5', 'new'],
  ]);
  const taken = expectValue(takeReturns(asked.workspace, returns, { choices: plainChoices(returns), byWhom: '李四' }));
  expect(taken).toMatchObject({ units: 1, written: 2 });
  const [county] = asked.counties;
  const observation = asked.workspace.observations.column(asked.children.id, '2024年').get(county?.id ?? 0);
  expect(observation).toMatchObject({
    cell: { decimal: '1200' },
    cellReference: '填报表!B5',
    source: { title: '吴兴区.xlsx' },
  });
  const [collection] = asked.workspace.collections.all();
  expect(collection?.units.map(({ returned }) => returned?.sourceId ?? null)).toEqual([...taken.sourceIds, null, null]);
});

test('what a unit may write: text numbers, full-width digits, percent signs, “—”, blanks', async () => {
  const asked = await askCounties();
  const cells = { B5: '１，２００人', C5: '—' };
  const returns = asked.readBack({ 'a.xlsx': await fillWorkbook(asked.fileOf('德清县'), { cells }) });
  const [file] = unitOf(returns, '德清县').files;
  expect(file?.cells.map(({ value, status }) => [value, status])).toEqual([
    ['1200', 'new'],
    [null, 'missing'],
  ]);
  expect(file?.cells[1]?.write?.cell).toEqual({ kind: 'missing', reason: '无此项' });
  expect(file).toMatchObject({ asked: 2, filled: 2, problems: [] });
  const blank = asked.readBack({ 'b.xlsx': await fillWorkbook(asked.fileOf('德清县'), { cells: { B5: 5 } }) });
  expect(unitOf(blank, '德清县').files[0]).toMatchObject({ asked: 2, filled: 1 });
  expect(unitOf(blank, '德清县').files[0]?.cells[1]?.write).toBeNull();
});

test.each([
  ['约1200', '“约1200”不是能识别的数'],
  [-3, '“-3”小于 0'],
  [12.5, '小数位比指标'],
  ['12万元', '单位是“人”'],
])('%j is refused with its cell', async (content, sentence) => {
  const asked = await askCounties();
  const returns = asked.readBack({
    'a.xlsx': await fillWorkbook(asked.fileOf('吴兴区'), { cells: { B5: content, C5: 1 } }),
  });
  expect(problemsOf(returns, '吴兴区')).toContain('填报表!B5');
  expect(problemsOf(returns, '吴兴区')).toContain(sentence);
  expect(stagedOf(returns, plainChoices(returns)).cells.filter(({ write }) => write !== null)).toHaveLength(1);
});

test('重报: two workbooks of one unit are both listed, none is taken until the person chooses', async () => {
  const asked = await askCounties();
  const [one, other] = [
    await fillWorkbook(asked.fileOf('吴兴区'), filled),
    await fillWorkbook(asked.fileOf('吴兴区'), { cells: { B5: 1300 } }),
  ];
  const returns = asked.readBack({ '吴兴区.xlsx': one, '吴兴区（改）.xlsx': other });
  expect(unitOf(returns, '吴兴区')).toMatchObject({
    state: '重报',
    files: [{ fileName: '吴兴区.xlsx' }, { fileName: '吴兴区（改）.xlsx' }],
  });
  expect(plainChoices(returns).size).toBe(0);
  const second = unitOf(returns, '吴兴区').files[1];
  const choices = new Map([[unitOf(returns, '吴兴区').unit.id, second?.sha256 ?? '']]);
  expect(expectValue(takeReturns(asked.workspace, returns, { choices, byWhom: '李四' }))).toMatchObject({ written: 1 });
});

test('the same file twice is one return, and the person is told', async () => {
  const asked = await askCounties();
  const bytes = await fillWorkbook(asked.fileOf('吴兴区'), filled);
  const returns = asked.readBack({ '吴兴区.xlsx': bytes, '吴兴区 - 副本.xlsx': bytes });
  expect(unitOf(returns, '吴兴区').state).toBe('已报');
  expect(returns.notices).toEqual(['“吴兴区.xlsx”“吴兴区 - 副本.xlsx”内容完全相同，算作一份。']);
});

test('figures of a unit that were taken before are not replaced in silence', async () => {
  const asked = await askCounties();
  const first = asked.readBack({ 'a.xlsx': await fillWorkbook(asked.fileOf('吴兴区'), filled) });
  expectValue(takeReturns(asked.workspace, first, { choices: plainChoices(first), byWhom: '李四' }));
  const again = asked.readBack({
    'b.xlsx': await fillWorkbook(asked.fileOf('吴兴区'), { cells: { B5: 1201, C5: 33.5 } }),
  });
  expect(unitOf(again, '吴兴区').state).toBe('重报');
  expect(plainChoices(again).size).toBe(0);
  expect(unitOf(again, '吴兴区').files[0]?.cells.map(({ status, before }) => [status, before])).toEqual([
    ['changed', '1200'],
    ['same', null],
  ]);
});

test.each([
  [
    'a heading was rewritten',
    { cells: { ...filled.cells, B4: '学生数' } },
    'B4 原来是“随迁子女人数（人）”，现在是“学生数”',
  ],
  ['a row was put in', { ...filled, insertRowAt: 5 }, 'A5 原来是“吴兴区”，现在是空的'],
  [
    'the name of the line was rewritten',
    { cells: { ...filled.cells, A5: '南浔区' } },
    'A5 原来是“吴兴区”，现在是“南浔区”',
  ],
])('改表头: %s', async (_what, filling, sentence) => {
  const asked = await askCounties();
  const returns = asked.readBack({ '吴兴区.xlsx': await fillWorkbook(asked.fileOf('吴兴区'), filling) });
  expect(unitOf(returns, '吴兴区').state).toBe('改表头');
  expect(problemsOf(returns, '吴兴区')).toContain(sentence);
  expect(problemsOf(returns, '吴兴区')).toContain('按普通表格导入');
});

test('without its hidden marks a workbook is nobody’s', async () => {
  const asked = await askCounties();
  const bytes = await fillWorkbook(asked.fileOf('吴兴区'), { ...filled, removeSheets: ['_meta'] });
  const failure = expectFailure(readCollection(asked.workspace, [openReturn({ name: '吴兴区.xlsx', bytes })], null));
  expect(failure).toEqual({ code: 'return-no-meta', name: '吴兴区.xlsx' });
  const other = await fillWorkbook(asked.fileOf('南浔区'), filled);
  const returns = asked.readBack({ '吴兴区.xlsx': bytes, '南浔区.xlsx': other });
  expect(returns.strangers.join()).toContain('“吴兴区.xlsx”里没有填报表的隐藏标记');
});

test('a workbook under another unit’s name counts by its content', async () => {
  const asked = await askCounties();
  const returns = asked.readBack({ '南浔区.xlsx': await fillWorkbook(asked.fileOf('吴兴区'), filled) });
  expect(unitOf(returns, '吴兴区').state).toBe('已报');
  expect(unitOf(returns, '南浔区').state).toBe('未报');
  expect(returns.notices.join()).toContain('按内容算作“吴兴区”');
});

test('a workbook of another period is told apart, and nothing of it is taken', async () => {
  const now = await askCounties();
  const before = await askCounties({ year: 2023, bureau: now });
  const files = {
    '吴兴区.xlsx': await fillWorkbook(now.fileOf('吴兴区'), filled),
    '德清县.xlsx': await fillWorkbook(now.fileOf('德清县'), filled),
    '南浔区.xlsx': await fillWorkbook(before.fileOf('南浔区'), filled),
  };
  const returns = now.readBack(files);
  expect(returns.collection.period).toBe('2024年');
  expect(unitOf(returns, '南浔区').state).toBe('未报');
  expect(returns.strangers.join()).toContain('另一次收数的表（年度数据收集表（示例），2023年）');
});

test('last year’s figures stand beside, and a change of them is noticed and not taken', async () => {
  const first = await askCounties({ year: 2023 });
  const earlier = first.readBack({ 'a.xlsx': await fillWorkbook(first.fileOf('吴兴区'), filled) });
  expectValue(takeReturns(first.workspace, earlier, { choices: plainChoices(earlier), byWhom: '李四' }));
  const asked = await askCounties({ lastYear: true, bureau: first });
  // B and D hold 2023; C and E are to be filled in, row 6.
  const cells = { B6: 999, C6: 1250, E6: 34 };
  const returns = asked.readBack({ 'b.xlsx': await fillWorkbook(asked.fileOf('吴兴区'), { cells }) });
  expect(unitOf(returns, '吴兴区').files[0]?.cells.map(({ value }) => value)).toEqual(['1250', '34']);
  expect(noticesOf(returns, '吴兴区')).toContain('上年数被改动：B6');
});

test('sheets and figures beside the form are named and left out', async () => {
  const asked = await askCounties();
  const bytes = await fillWorkbook(asked.fileOf('吴兴区'), {
    cells: { ...filled.cells, E5: 7, A6: '新学校' },
    addSheet: '附表',
  });
  const returns = asked.readBack({ '吴兴区.xlsx': bytes });
  expect(noticesOf(returns, '吴兴区')).toContain('表格之外还写了内容：E5、A6');
  expect(noticesOf(returns, '吴兴区')).toContain('多了工作表“附表”');
});

test('a sheet under another name is still the form', async () => {
  const asked = await askCounties();
  const bytes = await fillWorkbook(asked.fileOf('吴兴区'), { ...filled, renameSheet: '上报' });
  expect(unitOf(asked.readBack({ '吴兴区.xlsx': bytes }), '吴兴区').state).toBe('已报');
});

test('a form that came back empty is no return', async () => {
  const asked = await askCounties();
  const returns = asked.readBack({ '吴兴区.xlsx': asked.fileOf('吴兴区') });
  expect(unitOf(returns, '吴兴区').state).toBe('未报');
  expect(problemsOf(returns, '吴兴区')).toContain('一格也没有填');
});

test.each([
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ['nothing', new Uint8Array()],
])('%s is no workbook', async (_what, bytes) => {
  const asked = await askCounties();
  const other = await fillWorkbook(asked.fileOf('南浔区'), filled);
  const returns = asked.readBack({ '吴兴区.xlsx': bytes, '南浔区.xlsx': other });
  expect(returns.strangers.join()).toContain('不是能读的填报表');
});

test('a workbook that claims another unit’s line is refused, though its marks are sealed', async () => {
  const asked = await askCounties();
  const [own, other] = asked.counties;
  if (!own || !other) throw new Error('no counties');
  const { children } = asked;
  const period = makePeriod('自然年', 2024);
  const token = asked.made.collection.token;
  const title = asked.made.collection.title;
  const request = { token, title, period, unit: own, members: [other], indicators: [children], lastYear: false };
  const language = createFormulaLanguage(createDataView(asked.workspace));
  const forged = await writeForm(expectValue(planForm(request, { language, rules: [] })), () => undefined);
  const returns = asked.readBack({ '吴兴区.xlsx': await fillWorkbook(forged, { cells: { B5: 1 } }) });
  expect(problemsOf(returns, '吴兴区')).toContain('不是向“吴兴区”收的内容（南浔区）');
  expect(plainChoices(returns).size).toBe(0);
});

test('marks that were altered by hand are not believed', async () => {
  const asked = await askCounties();
  const bytes = await fillWorkbook(asked.fileOf('吴兴区'), { ...filled, meta: { B5: '999' } });
  const failure = expectFailure(readCollection(asked.workspace, [openReturn({ name: '吴兴区.xlsx', bytes })], null));
  expect(failure).toEqual({ code: 'return-meta-damaged', name: '吴兴区.xlsx' });
});

test('each member of a unit has its own line, and a return that was taken back is none', async () => {
  const bureau = newBureau();
  const [county] = bureau.counties;
  const schools = ['第一小学', '第二小学'].map((name) =>
    bureau.workspace.regions.insert({ code: null, name, level: '校', parentId: county?.id ?? null }),
  );
  const asked = await askCounties({ rows: 'members', bureau });
  const cells = { B5: 300, B6: 200 };
  const returns = asked.readBack({ '吴兴区.xlsx': await fillWorkbook(asked.fileOf('吴兴区'), { cells }) });
  const taken = expectValue(takeReturns(asked.workspace, returns, { choices: plainChoices(returns), byWhom: '李四' }));
  const column = asked.workspace.observations.column(asked.children.id, '2024年');
  expect(schools.map(({ id }) => column.get(id)?.cell)).toEqual([
    { kind: 'value', decimal: '300' },
    { kind: 'value', decimal: '200' },
  ]);
  const isReturned = () => asked.workspace.collections.all()[0]?.units.some(({ returned }) => returned !== null);
  expect(isReturned()).toBe(true);
  const db = new SqliteDatabase(asked.workspace.path);
  db.prepare("UPDATE source SET undone_at = '2024-12-05T09:30:00' WHERE id = ?").run(taken.sourceIds[0]);
  db.close();
  expect(isReturned()).toBe(false);
});
