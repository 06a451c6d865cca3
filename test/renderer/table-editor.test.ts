import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createHandlers } from '../../electron/core/handlers/create-handlers.ts';
import type { GridEdit } from '../../renderer/src/grid/grid-model.ts';
import { TableEditor } from '../../renderer/src/screens/data/table-editor.ts';
import { createCall, type Transport } from '../../shared/api/client.ts';
import { createDispatch } from '../../shared/api/dispatch.ts';
import { clock, expectValue } from '../database/fixture.ts';
import { cityTable } from '../e2e/own-regions.ts';

const period = '2024年';

/** The screen's editor on the real backend, whose transport can be cut. */
async function openEditor() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'huigao-editor-'));
  const options = {
    dataFolder,
    workspacePath: null,
    version: '0',
    saving: 'download',
    byWhom: '张三',
    uploads: { take: () => null },
    importEntry: new URL('../../electron/core/import-worker.ts', import.meta.url),
    clock,
  } as const;
  const set = expectValue(createHandlers({ ...options, render: () => Promise.reject(new Error('not here')) }));
  onTestFinished(() => {
    set.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const dispatch = createDispatch(set.handlers);
  const line = { isCut: false };
  const transport: Transport = (method, input) =>
    line.isCut
      ? Promise.resolve({ ok: false, error: { code: 'x', message: '磁盘空间不足。' } })
      : dispatch(method, input);
  const call = createCall(transport);
  await call('catalogue.importRegions', { kind: 'text', text: cityTable() });
  const { regions } = await call('data.places', {});
  const regionId = regions.find(({ name }) => name === '湖州市')?.id ?? 0;
  const asked = { group: '随迁子女', regionId, period, lastYear: false, rows: null, indicators: null };
  const table = await call('data.table', asked);
  const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : '');
  const place = { group: '随迁子女', regionId, lastYear: false };
  const opening = { ...place, table, call, sentenceOf, time: () => '09:58', isSameFile: () => Promise.resolve(true) };
  const kept = { pending: new Map(), unsaved: new Map() };
  const editor = new TableEditor({ ...opening, kept });
  onTestFinished(() => editor.close());
  const row = (name: string) => String(table.rows.find((each) => each.name === name)?.regionId);
  const code = (name: string) => table.columns.find((each) => each.name === name)?.indicator ?? '';
  const typing = (name: string, column: string, text: string): GridEdit => ({
    kind: 'edit',
    description: '填写',
    patches: [{ rowId: row(name), columnId: code(column), entry: { kind: 'text', text } }],
  });
  const shown = (name: string, column: string) => {
    const { model } = editor.state();
    const at = model.rows.findIndex(({ id }) => id === row(name));
    return model.cells[at]?.[model.columns.findIndex(({ id }) => id === code(column))];
  };
  const openAgain = async () => new TableEditor({ ...opening, table: await call('data.table', asked), kept });
  return { editor, typing, shown, line, openAgain };
}

test('a typed figure is saved, and what follows from it is shown', async () => {
  const { editor, typing, shown } = await openEditor();
  await editor.edit(typing('吴兴区', '随迁子女人数', '３００'));
  const [settled] = await editor.edit(typing('吴兴区', '公办就读人数', '200'));
  expect(settled).toMatchObject({ cell: { content: { kind: 'value', text: '200' } }, refusal: null });
  expect(shown('吴兴区', '公办就读比例')).toMatchObject({ content: { kind: 'value', text: '66.67%' } });
  expect(shown('湖州市', '随迁子女人数')).toMatchObject({ content: { kind: 'none', text: '缺4个区县' } });
  expect(editor.state().save).toEqual({ kind: 'saved', time: '09:58' });
});

test('a refused entry stays as typed with its sentence, until it is put right', async () => {
  const { editor, typing, shown } = await openEditor();
  const [settled] = await editor.edit(typing('吴兴区', '随迁子女人数', '三百'));
  expect(settled?.refusal).toContain('“三百”不是能识别的数');
  expect(shown('吴兴区', '随迁子女人数')).toMatchObject({ content: { kind: 'typed', text: '三百' }, mark: 'refused' });
  await editor.edit(typing('吴兴区', '随迁子女人数', '300'));
  expect(shown('吴兴区', '随迁子女人数')).toMatchObject({ content: { kind: 'value', text: '300' } });
  expect(editor.state().pending.size).toBe(0);
});

test('what could not be saved at all stays on the screen and is saved when it can be', async () => {
  const { editor, typing, shown, line } = await openEditor();
  line.isCut = true;
  const [settled] = await editor.edit(typing('吴兴区', '随迁子女人数', '300'));
  expect(settled?.refusal).toContain('没有保存：磁盘空间不足。');
  expect(editor.state().save).toEqual({ kind: 'failed', sentence: '磁盘空间不足。' });
  expect(shown('吴兴区', '随迁子女人数')).toMatchObject({ content: { kind: 'typed', text: '300' } });
  line.isCut = false;
  await editor.retry();
  await vi.waitFor(() => expect(editor.state().save).toEqual({ kind: 'saved', time: '09:58' }));
  expect(shown('吴兴区', '随迁子女人数')).toMatchObject({ content: { kind: 'value', text: '300' } });
});

test('a finding appears after the save and goes when the figure is put right', async () => {
  const { editor, typing, shown } = await openEditor();
  await editor.edit(typing('吴兴区', '随迁子女人数', '300'));
  await editor.edit(typing('吴兴区', '公办就读人数', '400'));
  await vi.waitFor(() => expect(editor.state().findings.map(({ severity }) => severity)).toContain('强制'));
  expect(shown('吴兴区', '公办就读人数')?.mark).toBe('wrong');
  await editor.edit(typing('吴兴区', '公办就读人数', '200'));
  await vi.waitFor(() => expect(editor.state().findings).toEqual([]));
});

test('undo takes a first entry back to nothing, redo brings it again', async () => {
  const { editor, typing, shown } = await openEditor();
  const first = typing('吴兴区', '随迁子女人数', '300');
  await editor.edit(first);
  const [patch] = first.patches;
  if (patch === undefined) throw new Error('no patch');
  await editor.edit({ kind: 'undo', description: '撤销：填写', patches: [{ ...patch, entry: { kind: 'blank' } }] });
  expect(shown('吴兴区', '随迁子女人数')).toMatchObject({ content: { kind: 'blank' } });
  await editor.edit({ kind: 'redo', description: '重做：填写', patches: first.patches });
  expect(shown('吴兴区', '随迁子女人数')).toMatchObject({ content: { kind: 'value', decimal: '300' } });
});

test('what is not recorded is still there when the table is opened again', async () => {
  const { editor, typing, openAgain } = await openEditor();
  await editor.edit(typing('吴兴区', '随迁子女人数', '三百'));
  editor.close();
  const again = await openAgain();
  expect([...again.state().pending.values()].map(({ typed }) => typed)).toEqual(['三百']);
  expect(again.state().model.cells[0]?.[0]).toMatchObject({
    content: { kind: 'typed', text: '三百' },
    mark: 'refused',
  });
});
