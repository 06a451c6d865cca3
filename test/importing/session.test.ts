import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Workspace } from '../../electron/core/database/workspace.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { tableWorkbook } from '../bench/import-workbook.ts';
import { expectFailure, expectValue } from '../database/fixture.ts';
import { begun, next, observations, openDesk, until } from './desk-fixture.ts';

const table = '2021年随迁子女情况\n地区,随迁子女人数\n吴兴区,12\n南浔区,34\n甲乡,5\n';
const leaveOut = { 'region:甲乡': { kind: 'leave-out' } } as const;

test('a file is read and staged by a thread, and written when the person says so', async () => {
  const fixture = openDesk();
  const { running } = begun(fixture, table);
  const { review } = await until(running, 'ready');
  expect(review.questions).toMatchObject([{ id: 'region:甲乡', cells: 1, at: { sheet: 0, row: 4, column: 0 } }]);
  expect(review).toMatchObject({ writes: 2, given: 0, locked: [], tables: [{ name: 'A2:B5' }] });
  expect(observations(fixture)).toBe(0);
  const rows = expectValue(await running.ask({ kind: 'rows', sheet: 0, from: 1, count: 2 }));
  expect(rows).toMatchObject({
    reply: {
      rows: [
        ['地区', '随迁子女人数'],
        ['吴兴区', '12'],
      ],
      roles: [
        ['header', 'header'],
        ['name', 'data'],
      ],
    },
  });
  const cells = expectValue(await running.ask({ kind: 'cells', status: 'asked', from: 0, count: 9 }));
  expect(cells).toMatchObject({ reply: { all: 1, cells: [{ region: '甲乡', text: '5', status: 'unknown-region' }] } });

  const mapping = { ...review.mapping, answers: leaveOut };
  expectValue(running.order({ kind: 'answer', mapping, rules: [] }, review.version));
  expect(expectFailure(running.order({ kind: 'commit' }, review.version)).code).toBe('import-changed');
  const again = (await next(running)).review;
  expect(again.questions).toMatchObject([{ id: 'region:甲乡', cells: 0, answer: { kind: 'leave-out' } }]);
  expect(again.given).toBe(1);
  // Another window shows what was before the answer.
  expect(expectFailure(running.order({ kind: 'commit' }, review.version)).code).toBe('import-changed');
  expectValue(running.order({ kind: 'commit' }, again.version));
  expect(await until(running, 'done')).toMatchObject({ written: 2, fileName: '人数.csv' });
  expect(observations(fixture)).toBe(2);
  // Its thread has ended, and would never answer.
  expect(expectFailure(await running.ask({ kind: 'rows', sheet: 0, from: 0, count: 1 })).code).toBe('import-over');
}, 60_000);

test('an import that is cancelled leaves nothing, and answers no more', async () => {
  const fixture = openDesk();
  const { id, running } = begun(fixture, table);
  const { review } = await until(running, 'ready');
  expectValue(running.order({ kind: 'commit' }, review.version));
  await fixture.desk.cancel(id);
  expect(expectFailure(fixture.desk.find(id)).code).toBe('import-over');
  expect(fixture.desk.current(fixture.path)).toBeNull();
  // Ended before the end of its transaction, or after: never in between.
  expect([0, 2]).toContain(observations(fixture));
}, 60_000);

test('what cannot be read, and a data file that is gone, end the import with a sentence', async () => {
  const fixture = openDesk();
  const { running } = begun(fixture, '%PDF-1.7\n', '表.xlsx');
  await expect(until(running, 'ready')).rejects.toThrow('这是 PDF');
  const request = { ...fixture.request(table), workspacePath: '/没有这个文件.huigao' };
  const gone = expectValue(fixture.desk.find(expectValue(fixture.desk.begin(request))));
  const sentence = describeFailure({ code: 'workspace-not-found', name: '没有这个文件.huigao' });
  await expect(until(gone, 'ready')).rejects.toThrow(sentence);
}, 60_000);

test('the import of a data file is found again with its answers, and no second one begins beside it', async () => {
  const fixture = openDesk();
  expect(fixture.desk.current(fixture.path)).toBeNull();
  const { id, running } = begun(fixture, table);
  const { review } = await until(running, 'ready');
  expectValue(running.order({ kind: 'answer', mapping: { ...review.mapping, answers: leaveOut }, rules: [] }, 1));
  await next(running);
  expect(fixture.desk.current(fixture.path)).toBe(id);
  expect(fixture.desk.current('/另一个.huigao')).toBeNull();
  expect(running.state).toMatchObject({ kind: 'ready', review: { given: 1, mapping: { answers: leaveOut } } });
  const refusal = expectFailure(fixture.desk.begin(fixture.request(table, '另一份.csv')));
  expect(refusal).toEqual({ code: 'import-running', name: '人数.csv' });
  await fixture.desk.cancel(id);
  begun(fixture, table);
}, 60_000);

test('a period that is 定稿 is told before anything is asked, and its cells are not written', async () => {
  const fixture = openDesk(({ periodBook }) => periodBook.lock(makePeriod('自然年', 2021), '李四'));
  const { running } = begun(fixture, table);
  const { review } = await until(running, 'ready');
  expect(review).toMatchObject({ locked: ['2021年'], writes: 0, counts: { locked: 2, asked: 1 } });
  // Taken back in another window: looked at again, the same file may be written.
  fixture.change(({ periodBook }) => periodBook.unlock(makePeriod('自然年', 2021), '改数', '李四'));
  await running.lookAgain();
  expect((await next(running)).review).toMatchObject({ locked: [], writes: 2, counts: { new: 2, asked: 1 } });
}, 60_000);

test('a refused commit leaves the review with its answers, and says why', async () => {
  const fixture = openDesk();
  const { running } = begun(fixture, table);
  const { review } = await until(running, 'ready');
  expectValue(running.order({ kind: 'answer', mapping: { ...review.mapping, answers: leaveOut }, rules: [] }, 1));
  const answered = (await next(running)).review;
  fixture.change(({ periodBook }) => periodBook.lock(makePeriod('自然年', 2021), '李四'));
  expectValue(running.order({ kind: 'commit' }, answered.version));
  const refused = await next(running);
  expect(refused.refusal).toBe(describeFailure({ code: 'import-changed' }));
  expect(refused.review).toMatchObject({ given: 1, locked: ['2021年'], writes: 0, mapping: { answers: leaveOut } });
  expect(observations(fixture)).toBe(0);
}, 60_000);

test('figures that changed since they were compared are shown again before anything is written', async () => {
  const fixture = openDesk();
  const { running } = begun(fixture, table);
  const { review } = await until(running, 'ready');
  fixture.change(({ indicators, regions, observations: kept, sources }) => {
    const source = sources.insert({ kind: '手工', title: '手工录入', byWhom: '李四' });
    const indicatorId = indicators.all().find(({ name }) => name === '随迁子女人数')?.id ?? 0;
    const regionId = regions.all().find(({ name }) => name === '吴兴区')?.id ?? 0;
    const cell = { kind: 'value', decimal: '99' } as const;
    const period = makePeriod('自然年', 2021);
    expectValue(kept.put({ indicatorId, regionId, period, cell, sourceId: source.id, byWhom: '李四' }));
  });
  expectValue(running.order({ kind: 'commit' }, review.version));
  const refused = await next(running);
  expect(refused).toMatchObject({ refusal: describeFailure({ code: 'import-changed' }) });
  expect(refused.review.counts).toEqual({ changed: 1, new: 1, asked: 1 });
  expectValue(running.order({ kind: 'commit' }, refused.review.version));
  expect(await until(running, 'done')).toMatchObject({ written: 2 });
}, 60_000);

const parts = '2021年\n区县,随迁子女人数,其中：借读人数\n吴兴区,12,9\n南浔区,34,30\n';
const suggested = '借读人数 <= 随迁子女人数';

function addPart({ indicators }: Workspace): void {
  const whole = indicators.all().find(({ name }) => name === '随迁子女人数');
  if (whole) indicators.insert({ ...whole, code: 'migrant_other', name: '借读人数', aliases: [] });
}

test('a rule that the headers suggest is kept when the person wants it, and not suggested again', async () => {
  const fixture = openDesk(addPart);
  const { id, running } = begun(fixture, parts);
  const { review } = await until(running, 'ready');
  expect(review.proposedRules.map(({ formula }) => formula)).toEqual([suggested]);
  const said = { kind: 'answer', mapping: review.mapping, rules: [suggested] } as const;
  expectValue(running.order(said, review.version));
  const chosen = (await next(running)).review;
  expect(chosen).toMatchObject({ rules: [suggested], given: 1 });
  expectValue(running.order({ kind: 'commit' }, chosen.version));
  await until(running, 'done');
  await fixture.desk.cancel(id);
  expect(fixture.change(({ rules }) => rules.own().map(({ rule }) => rule.formula))).toEqual([suggested]);
  const again = await until(begun(fixture, parts).running, 'ready');
  expect(again.review.proposedRules).toEqual([]);
}, 60_000);

test('a data file that another program holds leaves the review as it is, to be tried again', async () => {
  const fixture = openDesk();
  const { running } = begun(fixture, table);
  const { review } = await until(running, 'ready');
  const other = new SqliteDatabase(fixture.path);
  other.exec('BEGIN IMMEDIATE');
  expectValue(running.order({ kind: 'commit' }, review.version));
  const refused = await next(running);
  expect(refused.refusal).toContain('正被另一个程序占用');
  other.exec('ROLLBACK');
  other.close();
  expectValue(running.order({ kind: 'commit' }, refused.review.version));
  expect(await until(running, 'done')).toMatchObject({ written: 2 });
}, 60_000);

test('the first rows of a large workbook can be looked at while the rest is read', async () => {
  const fixture = openDesk();
  const bytes = tableWorkbook(20_000, (at) => `示例（虚构）第${at + 1}小学`, ['学校', '随迁子女人数', '公办就读比例']);
  const id = expectValue(fixture.desk.begin({ ...fixture.request(''), file: { name: '各校.xlsx', bytes } }));
  const running = expectValue(fixture.desk.find(id));
  const isShown = () => running.state.kind === 'working' && running.state.first !== null;
  await expect.poll(isShown, { interval: 5, timeout: 30_000 }).toBe(true);
  const rows = expectValue(await running.ask({ kind: 'rows', sheet: 0, from: 0, count: 2 }));
  expect(running.state).toMatchObject({ kind: 'working', step: 'reading', first: { sheet: 0, rows: 60 } });
  expect(rows).toMatchObject({
    reply: {
      rows: [
        ['学校', '随迁子女人数', '公办就读比例'],
        ['示例（虚构）第1小学', '0', '14729'],
      ],
    },
  });
}, 60_000);
