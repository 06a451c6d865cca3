import { expect, test } from 'vitest';
import type { GridEdit, SettledCell } from '../../../renderer/src/grid/grid-model.ts';
import { GridSession } from '../../../renderer/src/grid/grid-session.ts';
import { selectOne } from '../../../renderer/src/grid/selection.ts';
import { settle, smallModel } from '../../e2e/grid/owner.ts';

const first = { row: 0, column: 0 };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function type(session: GridSession, text: string): void {
  session.select(selectOne(first));
  session.type(text);
  session.finish();
}

test('an answer to an earlier edit of a cell does not overwrite the later one', async () => {
  const answers: ((cells: readonly SettledCell[]) => void)[] = [];
  const edits: GridEdit[] = [];
  const model = smallModel();
  const session = new GridSession(model, (edit) => {
    edits.push(edit);
    return new Promise((resolve) => answers.push(resolve));
  });
  type(session, '1');
  type(session, '2');
  const [one, two] = edits.map((edit) => settle(edit, model));
  answers[1]?.(two ?? []);
  answers[0]?.(one ?? []);
  await settled();
  expect(session.store.cell(first).content).toMatchObject({ kind: 'value', decimal: '2' });
});

test('undo brings back the mark and the exact value, redo the entry; both are reported', async () => {
  const edits: GridEdit[] = [];
  const model = smallModel();
  const session = new GridSession(model, async (edit) => {
    edits.push(edit);
    return [];
  });
  session.select(selectOne({ row: 3, column: 4 }));
  session.clear();
  session.undo();
  expect(session.store.cell({ row: 3, column: 4 })).toMatchObject({ mark: 'suspicious', content: { decimal: '3843' } });
  session.redo();
  await settled();
  expect(edits.map(({ kind, patches }) => [kind, patches[0]?.entry])).toEqual([
    ['edit', { kind: 'blank' }],
    ['undo', { kind: 'text', text: '3843' }],
    ['redo', { kind: 'blank' }],
  ]);
});

test('opening a cell and leaving it unchanged records nothing', () => {
  const edits: GridEdit[] = [];
  const session = new GridSession(smallModel(), async (edit) => {
    edits.push(edit);
    return [];
  });
  session.begin('editing');
  session.enter(false);
  expect(edits).toEqual([]);
  session.undo();
  expect(session.view().notice).toBe('没有可以撤销的操作。');
});
