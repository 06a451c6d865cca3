import { expect, test } from 'vitest';
import { columnWidths, layOutTable } from '../../../electron/core/exporting/shared-layout/table-grid.ts';
import type { PrintedBlock, PrintedCell, PrintedRow } from '../../../shared/report/printed.ts';
import { childOf, findAll, textOf, type XmlElement } from '../../support/ooxml/parse-xml.ts';
import { cell, printedFixture, words } from '../../support/printed-fixture.ts';
import { bodyOf, fontsOf, propertyOf, shownText } from './printed-parts.ts';

const fixtureTable = printedFixture.blocks.find(({ kind }) => kind === 'table');

/** The type area's width and the width of a character of 12 pt. */
const space = { totalTwips: 8844, characterTwips: 240, paddingTwips: 108 };

function tableOf(rows: readonly PrintedRow[], unit: string | null = null): PrintedBlock {
  return { kind: 'table', id: 't', caption: '表1 示例（虚构）', unit, rows };
}

function rowsOf(table: XmlElement | undefined): readonly XmlElement[] {
  return table?.children.filter(({ name }) => name === 'w:tr') ?? [];
}

test('the caption stands centred above in 黑体, the unit to the right, both kept with the table', async () => {
  const [caption, unit, table] = await bodyOf(fixtureTable === undefined ? [] : [fixtureTable]);
  expect(propertyOf(caption, 'w:pStyle')).toBe('TableCaption');
  expect(fontsOf(caption)).toEqual(['黑体:表1 2021年各区县随迁子女就读情况']);
  expect(unit && shownText(unit)).toBe('单位：人、%');
  expect(table?.name).toBe('w:tbl');
});

test('header rows repeat on each page, no row splits, numbers stand right, the total row is 黑体', async () => {
  const [, , table] = await bodyOf(fixtureTable === undefined ? [] : [fixtureTable]);
  const rows = rowsOf(table);
  expect(rows.map((row) => findAll(row, 'w:tblHeader').length)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  expect(rows.every((row) => findAll(row, 'w:cantSplit').length === 1)).toBe(true);
  const paragraphs = rows.map((row) => findAll(row, 'w:p'));
  expect(paragraphs[2]?.map((paragraph) => propertyOf(paragraph, 'w:jc'))).toEqual([
    undefined,
    'right',
    'right',
    'right',
  ]);
  expect(paragraphs[2]?.flatMap(fontsOf)[0]).toBe('仿宋_GB2312:甲区');
  expect(paragraphs[7]?.flatMap(fontsOf)).toEqual(['黑体:合计', '黑体:39000', '黑体:31500', '黑体:80.77']);
});

/** Which rows of a table Word keeps with the next one. */
async function keptRows(rowCount: number, after: readonly PrintedBlock[]): Promise<readonly boolean[]> {
  const rows: readonly PrintedRow[] = Array.from({ length: rowCount }, () => ({
    role: 'body',
    cells: [cell(words('甲')), cell(words('1'), true)],
  }));
  const [, table] = await bodyOf([tableOf(rows), ...after]);
  return rowsOf(table).map((row) => findAll(row, 'w:keepNext').length === findAll(row, 'w:p').length);
}

test('up to twelve rows stay on one page, the last of any table with its note', async () => {
  const note: PrintedBlock = { kind: 'note', text: '注：示例（虚构）。' };
  const all = (count: number, kept: boolean): readonly boolean[] => Array.from({ length: count }, () => kept);
  expect(await keptRows(12, [])).toEqual([...all(11, true), false]);
  expect(await keptRows(12, [note])).toEqual(all(12, true));
  expect(await keptRows(13, [])).toEqual(all(13, false));
  expect(await keptRows(13, [note])).toEqual([...all(12, false), true]);
});

test('a cell over two rows is continued below, and the columns fill the type area exactly', async () => {
  const [, , table] = await bodyOf(fixtureTable === undefined ? [] : [fixtureTable]);
  const [first, second] = rowsOf(table);
  const merges = (row: XmlElement | undefined): readonly string[] =>
    row === undefined ? [] : findAll(row, 'w:vMerge').map(({ attributes }) => attributes.get('w:val') ?? '');
  expect(merges(first)).toEqual(['restart', 'restart']);
  expect(merges(second)).toEqual(['continue', 'continue']);
  expect(second && textOf(second)).toBe('总人数公办学校就读');
  const grid = childOf(table, 'w:tblGrid')?.children.map(({ attributes }) => Number(attributes.get('w:w'))) ?? [];
  expect(grid.reduce((left, right) => left + right, 0)).toBe(8844);
});

test('rows of unequal length are filled up, so that Word accepts the table', async () => {
  const long = [cell(words('甲')), cell(words('1'), true), cell(words('2'), true)];
  const paragraphs = await bodyOf([
    tableOf([
      { role: 'header', cells: long },
      { role: 'body', cells: long.slice(0, 1) },
      { role: 'body', cells: [] },
    ]),
  ]);
  expect(rowsOf(paragraphs[1]).map((row) => findAll(row, 'w:tc').length)).toEqual([3, 3, 3]);
});

test('a cell that says it spans more rows than there are does no harm', () => {
  const tall: PrintedCell = { ...cell(words('甲')), rowspan: 9 };
  const grid = layOutTable([{ role: 'body', cells: [tall, cell(words('乙'))] }]);
  expect(grid.columnCount).toBe(2);
});

test('columns of numbers are equally wide, a column of long words gets more', () => {
  const rows: PrintedRow[] = [
    { role: 'body', cells: [cell(words('示例经济技术开发区')), cell(words('1'), true), cell(words('15508'), true)] },
  ];
  const [name = 0, short = 0, long = 0] = columnWidths(rows, layOutTable(rows), space);
  expect(Math.abs(short - long)).toBeLessThanOrEqual(1);
  expect(name).toBeGreaterThan(short * 2);
  expect(name + short + long).toBe(8844);
});

test('one long header among columns of numbers gets its line before the columns are made equal', () => {
  const names = ['地区', '随迁子女', '公办就读', '民办就读', '公办就读比例', '中考报名'];
  const rows: PrintedRow[] = [
    { role: 'header', cells: names.map((name) => cell(words(name))) },
    { role: 'body', cells: [cell(words('吴兴区')), ...names.slice(1).map(() => cell(words('27846'), true))] },
  ];
  const widths = columnWidths(rows, layOutTable(rows), space).map((twips) => twips / 240);
  names.forEach((name, column) => {
    // 0.9 characters are the cell's margins.
    expect((widths[column] ?? 0) - 0.9).toBeGreaterThan(name.length);
  });
});

test('a crowded header breaks its words before names in the body do, and numbers never break', () => {
  const header = ['学校名称', '公办就读比例', '外省户籍人数', '教师', '班级', '在校学生', '随迁子女', '经费'];
  const names: PrintedRow[] = [
    { role: 'header', cells: header.map((name) => cell(words(name))) },
    {
      role: 'body',
      cells: [cell(words('示例第一实验小学')), ...header.slice(1).map(() => cell(words('12345'), true))],
    },
  ];
  const [name = 0, ...numbers] = columnWidths(names, layOutTable(names), space).map((twips) => twips / 240);
  expect(name).toBeGreaterThan(9);
  expect(Math.min(...numbers)).toBeGreaterThan(3.5);
});

test('a table without rows leaves its caption, and a table at the end leaves Word its last paragraph', async () => {
  const empty = await bodyOf([tableOf([])]);
  expect(empty.map(({ name }) => name)).toEqual(['w:p']);
  const last = await bodyOf([tableOf([{ role: 'body', cells: [cell(words('甲'))] }])]);
  expect(last.map(({ name }) => name)).toEqual(['w:p', 'w:tbl', 'w:p']);
});

test('where sentences fill a table, short columns stay whole and the sentences share the rest', () => {
  const sentence = '各县区把义务教育学位供给摆在民生工作的突出位置，'.repeat(6);
  const rows: readonly PrintedRow[] = [
    { role: 'header', cells: ['序号', '原句', '数字', '计算过程'].map((text) => cell(words(text))) },
    { role: 'body', cells: ['12', sentence, '80605人', sentence.slice(0, 90)].map((text) => cell(words(text))) },
  ];
  const widths = columnWidths(rows, layOutTable(rows), space);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(space.totalTwips);
  const [number = 0, long = 0, figure = 0, other = 0] = widths;
  expect(number).toBeGreaterThanOrEqual(2 * space.characterTwips);
  expect(figure).toBeGreaterThanOrEqual(3.5 * space.characterTwips);
  expect(Math.abs(long - other)).toBeLessThanOrEqual(1);
});

test('a short name beside sentences keeps to one line', () => {
  const rows: readonly PrintedRow[] = [
    { role: 'header', cells: ['问题', '措施', '责任单位'].map((text) => cell(words(text))) },
    {
      role: 'body',
      cells: [
        '学位缺口',
        '新建、改扩建学校，盘活闲置校舍，两年内补足城区学位缺口。',
        '市教育局、市自然资源和规划局',
      ].map((text) => cell(words(text))),
    },
  ];
  const [name = 0] = columnWidths(rows, layOutTable(rows), space).map((twips) => (twips - 216) / space.characterTwips);
  expect(name).toBeGreaterThanOrEqual(4);
});

test('a table whose numbers would break is set smaller with less margin; another keeps its size', async () => {
  const columnsOf = (count: number): readonly PrintedRow[] => [
    { role: 'body', cells: Array.from({ length: count }, (_, at) => cell(words(String(1_234_567 + at)), true)) },
  ];
  const [few, many] = await Promise.all([4, 14].map(async (count) => bodyOf([tableOf(columnsOf(count))])));
  const sizesIn = (body: typeof few) =>
    new Set(
      (body ?? [])
        .flatMap((part) => findAll(part, 'w:tc'))
        .flatMap((part) => findAll(part, 'w:sz'))
        .map(({ attributes }) => attributes.get('w:val')),
    );
  expect([...sizesIn(few)]).toEqual([]);
  expect([...sizesIn(many)]).toEqual(['15']);
  const margins = (many ?? []).flatMap((part) => findAll(part, 'w:tblCellMar'));
  expect(margins.map(({ children }) => children.map(({ attributes }) => attributes.get('w:w')))).toEqual([
    ['10', '10'],
  ]);
});
