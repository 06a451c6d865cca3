import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Uploads } from '../../electron/core/backend/uploads.ts';
import { exportInWorker } from '../../electron/core/exporting/export-in-worker.ts';
import { createHandlers } from '../../electron/core/handlers/create-handlers.ts';
import { createCall } from '../../shared/api/client.ts';
import { createDispatch } from '../../shared/api/dispatch.ts';
import { expectValue } from '../database/fixture.ts';
import { temporaryFolder } from '../support/run-huigao.ts';

const entry = new URL('../../electron/core/export-worker.ts', import.meta.url);

/** A program with a report of the samples, which tells when a thread begins to render. */
async function sampleReport(onRender: () => void) {
  const handlerSet = expectValue(
    createHandlers({
      dataFolder: join(temporaryFolder(), '数据'),
      workspacePath: null,
      version: '0.1.0',
      saving: 'download',
      uploads: new Uploads(),
      importEntry: new URL('../../electron/core/import-worker.ts', import.meta.url),
      byWhom: '李四',
      clock: { now: () => new Date() },
      render: (job, signal) => {
        const rendering = exportInWorker(entry, job, signal);
        onRender();
        return rendering;
      },
    }),
  );
  const call = createCall(createDispatch(handlerSet.handlers));
  await call('workspace.openSample', {});
  const { id } = await call('reports.create', {
    template: '随迁子女教育工作情况汇报',
    region: '湖州市',
    period: '2021年',
  });
  return { call, id, close: () => handlerSet.close() };
}

test('an export that a person stops ends with a sentence and no file, and the next one runs', async () => {
  let isStopping = true;
  const stopping: Promise<unknown>[] = [];
  const { call, id, close } = await sampleReport(() => {
    if (isStopping) stopping.push(call('reports.stopExport', {}));
  });
  const report = { id, format: 'pdf', isDraft: false } as const;
  await expect(call('reports.export', report)).rejects.toMatchObject({
    code: 'export-stopped',
    message: '已取消导出，没有生成文件。',
  });
  await expect(call('reports.workingPaper', { id, format: 'docx' })).rejects.toMatchObject({ code: 'export-stopped' });
  await Promise.all(stopping);
  isStopping = false;
  expect((await call('reports.export', report)).file.name).toMatch(/\.pdf$/);
  close();
}, 60_000);
