import { setTimeout as wait } from 'node:timers/promises';
import { strToU8 } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { ImportDesk, type ImportState } from '../../electron/core/importing/session/import-desk.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { clock, expectFailure, expectValue, newBureau } from '../database/fixture.ts';

const entry = new URL('../../electron/core/import-worker.ts', import.meta.url);
let desk: ImportDesk | null = null;

afterEach(() => desk?.close());

/** A data file that no connection holds open, and a desk to bring files into it. */
function start(text: string, name = '人数.csv') {
  const { workspace } = newBureau();
  const { path } = workspace;
  workspace.close();
  desk = new ImportDesk(entry);
  const file = { name, bytes: strToU8(text) };
  const id = desk.begin({ workspacePath: path, byWhom: '张三', file, period: null });
  return { desk, id, path };
}

async function until<Kind extends ImportState['kind']>(running: ImportDesk, id: string, kind: Kind) {
  for (;;) {
    const state = expectValue(running.state(id));
    if (state.kind === kind) return state as Extract<ImportState, { readonly kind: Kind }>;
    if (state.kind === 'failed') throw new Error(state.message);
    await wait(20);
  }
}

function observations(path: string): number {
  const workspace = expectValue(openWorkspace(path, { clock }));
  const indicator = workspace.indicators.all().find(({ name }) => name === '随迁子女人数');
  const count = workspace.observations.column(indicator?.id ?? 0, '2021年').size;
  workspace.close();
  return count;
}

const table = '2021年随迁子女情况\n地区,随迁子女人数\n吴兴区,12\n南浔区,34\n甲乡,5\n';

test('a file is read and staged by a thread, and written when the person says so', async () => {
  const { desk: running, id, path } = start(table);
  const { review } = await until(running, id, 'ready');
  expect(review.questions.map((question) => question.id)).toEqual(['region:甲乡']);
  expect(review.writes).toBe(2);
  expect(observations(path)).toBe(0);
  const rows = expectValue(await running.ask(id, { kind: 'rows', sheet: 0, from: 1, count: 2 }));
  expect(rows).toMatchObject({
    reply: {
      rows: [
        ['地区', '随迁子女人数'],
        ['吴兴区', '12'],
      ],
    },
  });
  const cells = expectValue(await running.ask(id, { kind: 'cells', status: 'unknown-region', from: 0, count: 9 }));
  expect(cells).toMatchObject({ reply: { all: 1, cells: [{ region: '甲乡', text: '5' }] } });

  const answers = { 'region:甲乡': { kind: 'leave-out' } } as const;
  expectValue(running.order(id, { kind: 'answer', mapping: { ...review.mapping, answers } }));
  expect(expectFailure(running.order(id, { kind: 'commit', rules: [] })).code).toBe('import-over');
  const again = await until(running, id, 'ready');
  expect(again.review.questions).toMatchObject([{ id: 'region:甲乡', answer: { kind: 'leave-out' } }]);
  expectValue(running.order(id, { kind: 'commit', rules: [] }));
  expect(await until(running, id, 'done')).toMatchObject({ written: 2, fileName: '人数.csv' });
  expect(observations(path)).toBe(2);
}, 60_000);

test('an import that is cancelled leaves nothing, and answers no more', async () => {
  const { desk: running, id, path } = start(table);
  await until(running, id, 'ready');
  expectValue(running.order(id, { kind: 'commit', rules: [] }));
  await running.cancel(id);
  expect(expectFailure(running.state(id)).code).toBe('import-over');
  expect(expectFailure(await running.ask(id, { kind: 'rows', sheet: 0, from: 0, count: 1 })).code).toBe('import-over');
  // Ended before the end of its transaction, or after: never in between.
  expect([0, 2]).toContain(observations(path));
}, 60_000);

test('what cannot be read, and a data file that is gone, end the import with a sentence', async () => {
  const { desk: running, id } = start('%PDF-1.7\n', '表.xlsx');
  await expect(until(running, id, 'ready')).rejects.toThrow('这是 PDF');
  const gone = running.begin({
    workspacePath: '/没有这个文件.huigao',
    byWhom: '张三',
    file: { name: '人数.csv', bytes: strToU8(table) },
    period: null,
  });
  const sentence = describeFailure({ code: 'workspace-not-found', name: '没有这个文件.huigao' });
  await expect(until(running, gone, 'ready')).rejects.toThrow(sentence);
}, 60_000);
