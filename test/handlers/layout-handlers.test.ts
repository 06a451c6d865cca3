import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Uploads } from '../../electron/core/backend/uploads.ts';
import { exportReport } from '../../electron/core/exporting/export-report.ts';
import { createHandlers } from '../../electron/core/handlers/create-handlers.ts';
import { createCall } from '../../shared/api/client.ts';
import { createDispatch } from '../../shared/api/dispatch.ts';
import { defaultOptions } from '../../shared/gongwen/options.ts';
import { expectValue } from '../database/fixture.ts';
import { greyPicture } from '../support/official-fixture.ts';
import { temporaryFolder } from '../support/run-huigao.ts';

function start() {
  const uploads = new Uploads();
  const handlerSet = expectValue(
    createHandlers({
      dataFolder: join(temporaryFolder(), '数据'),
      workspacePath: null,
      version: '0.1.0',
      saving: 'download',
      uploads,
      importEntry: new URL('../../electron/core/import-worker.ts', import.meta.url),
      byWhom: '李四',
      clock: { now: () => new Date() },
      render: exportReport,
    }),
  );
  return { uploads, call: createCall(createDispatch(handlerSet.handlers)), close: () => handlerSet.close() };
}

test('a picture that was given is kept and shown again; what is none, or was not given, is refused', async () => {
  const { uploads, call, close } = start();
  const { bytes } = greyPicture(64, 40);
  const upload = expectValue(uploads.add({ name: '新校.png', bytes }));
  const { sha256, ...size } = await call('pictures.add', { upload });
  expect(size).toEqual({ width: 64, height: 40 });
  const address = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  expect(await call('pictures.read', { sha256 })).toEqual({ address });
  expect(await call('pictures.read', { sha256: 'ab'.repeat(32) })).toEqual({ address: null });
  const page = expectValue(uploads.add({ name: '假.png', bytes: Buffer.from('<svg onload="x()"/>') }));
  await expect(call('pictures.add', { upload: page })).rejects.toThrow('不是 PNG 或 JPEG 图片');
  await expect(call('pictures.add', { upload })).rejects.toThrow('已经不在程序里了');
  close();
});

test('版式 is kept as it was chosen; one that no page could have is refused and changes nothing', async () => {
  const { call, close } = start();
  expect(await call('layout.read', {})).toEqual({ options: defaultOptions, isStandard: true });
  const own = { ...defaultOptions, 行距: 600 };
  await call('layout.save', own);
  expect(await call('layout.read', {})).toEqual({ options: own, isStandard: false });
  const wide = { ...own, 页边距: { ...own.页边距, 左: 200 } };
  await expect(call('layout.save', wide)).rejects.toThrow(/[。]$/);
  expect(await call('layout.read', {})).toEqual({ options: own, isStandard: false });
  expect((await call('layout.fonts', {})).map(({ purpose }) => purpose)).toContain('正文');
  close();
});
