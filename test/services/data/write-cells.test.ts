import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { cellHistory } from '../../../electron/core/services/data/cell-history.ts';
import { restoreCells, writeCells } from '../../../electron/core/services/data/write-cells.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { expectFailure, expectValue } from '../../database/fixture.ts';
import { newOffice, writing, year } from './fixture.ts';

test('what is typed is read as the import reads it, each cell by itself', () => {
  const { type, stored } = newOffice();
  const refusals = type(
    ['随迁子女人数', '吴兴区', '１２,４００'],
    ['随迁子女人数', '南浔区', '1.2万'],
    ['随迁子女人数', '德清县', '不公开'],
    ['随迁子女人数', '长兴县', '一万二'],
    ['随迁子女人数', '安吉县', '3.5'],
    ['资助金额', '吴兴区', '1200元'],
    ['资助金额', '南浔区', '12.5'],
    ['公办就读比例', '吴兴区', '80'],
  );
  expect(refusals.map((refusal) => refusal === null)).toEqual([true, true, true, false, false, false, true, false]);
  expect(refusals[3]).toContain('“一万二”不是能识别的数');
  expect(refusals[4]).toContain('小数位');
  expect(refusals[5]).toContain('万元');
  expect(refusals[7]).toContain('由算式');
  expect([stored('随迁子女人数', '吴兴区'), stored('随迁子女人数', '南浔区')]).toEqual(['12400', '12000']);
  expect([stored('随迁子女人数', '德清县'), stored('随迁子女人数', '长兴县')]).toEqual(['不公开', null]);
  expect(stored('资助金额', '南浔区')).toBe('12.50');
});

test('all the words for no figure are taken, and blank takes a figure back', () => {
  const { type, stored } = newOffice();
  const words = ['未报', '无此项', '不公开', '不足单位'];
  for (const word of words) {
    type(['随迁子女人数', '吴兴区', word]);
    expect(stored('随迁子女人数', '吴兴区')).toBe(word);
  }
  type(['随迁子女人数', '吴兴区', ' ']);
  expect(stored('随迁子女人数', '吴兴区')).toBeNull();
});

test('undo brings back what stood there, with its file, cell and day; redo does again what was undone', () => {
  const { workspace, key, city, stored } = newOffice();
  const indicator = workspace.indicators.all().find(({ name }) => name === '随迁子女人数');
  const source = workspace.sources.insert({ kind: '文件', title: '2024年报表.xlsx', byWhom: '李四' });
  const cell = { kind: 'value', decimal: '80605' } as const;
  const where = { indicatorId: indicator?.id ?? 0, regionId: city, period: makePeriod('自然年', 2024) };
  const imported = {
    ...where,
    cell,
    asOf: '2024-12-31',
    sourceId: source.id,
    cellReference: 'Sheet1!C9',
    byWhom: '李四',
  };
  expectValue(workspace.observations.put(imported));

  const place = key('随迁子女人数', '湖州市');
  const written = expectValue(writeCells(workspace, [{ ...place, text: '' }], writing));
  expect(written.cells[0]).toMatchObject({ cell: null, before: '80605' });
  expect(stored('随迁子女人数', '湖州市')).toBeNull();
  expectValue(restoreCells(workspace, [{ ...place, cell: '80605' }], { ...writing, reason: '撤销' }));
  const history = expectValue(cellHistory(workspace, place));
  expect(history).toMatchObject({ value: '80605人', source: '2024年报表.xlsx', cell: 'Sheet1!C9', asOf: '2024-12-31' });
  expect(history.changes.map(({ after, reason }) => [after, reason])).toEqual([
    ['80605人', '撤销'],
    [null, null],
    ['80605人', null],
  ]);
  expectValue(restoreCells(workspace, [{ ...place, cell: null }], { ...writing, reason: '重做' }));
  expect(stored('随迁子女人数', '湖州市')).toBeNull();
});

test('a closed period refuses every cell with what to do, and nothing is written', () => {
  const { workspace, type, stored } = newOffice();
  type(['随迁子女人数', '吴兴区', '100']);
  const other = new Database(workspace.path);
  other.exec("INSERT INTO period_lock SELECT id, '局长', '2025-01-05' FROM period WHERE label = '2024年'");
  other.close();
  const [refusal] = type(['随迁子女人数', '吴兴区', '200']);
  expect(refusal).toContain('已经定稿');
  expect(stored('随迁子女人数', '吴兴区')).toBe('100');
});

test('a batch is one transaction: when the file cannot be written, nothing of it is', () => {
  const { workspace, key } = newOffice();
  workspace.close();
  const edits = [{ ...key('随迁子女人数', '吴兴区'), text: '5' }];
  expect(() => writeCells(workspace, edits, writing)).toThrow('not open');
});

test('names that are gone are refused by themselves', () => {
  const { workspace, key } = newOffice();
  const good = key('随迁子女人数', '吴兴区');
  const cells = expectValue(
    writeCells(
      workspace,
      [
        { ...good, indicator: 'gone', text: '1' },
        { ...good, regionId: 999, text: '1' },
        { ...good, period: '明年', text: '1' },
        { ...good, text: '7' },
      ],
      writing,
    ),
  ).cells;
  expect(cells.map(({ refusal }) => refusal?.slice(0, 6) ?? null)).toEqual([
    '这个指标已经',
    '这个地区已经',
    '“明年”不是',
    null,
  ]);
  expect(expectFailure(cellHistory(workspace, { ...good, regionId: 999 })).code).toBe('data-region-gone');
  expect(expectValue(cellHistory(workspace, good)).changes[0]).toMatchObject({ byWhom: '张三', after: '7人' });
  expect(year).toBe('2024年');
});
