import { expect, test } from 'vitest';
import type { UploadedFile } from '../../electron/core/backend/uploads.ts';
import { answerUpload } from '../../electron/shell/answer-upload.ts';
import type { Reply } from '../../shared/api/dispatch.ts';
import { uploadLimit } from '../../shared/api/upload.ts';

const kept: UploadedFile[] = [];
const backend = {
  upload: async (file: UploadedFile): Promise<Reply> => {
    kept.push(file);
    return { ok: true, value: 'f00d' };
  },
};

test('the bytes of a chosen file reach the backend with its name', async () => {
  kept.length = 0;
  const bytes = new Uint8Array([80, 75]);
  expect(await answerUpload(backend, '东河县.xlsx', bytes)).toEqual({ ok: true, value: 'f00d' });
  expect(kept).toEqual([{ name: '东河县.xlsx', bytes }]);
});

test.each([
  ['no name', null, new Uint8Array(1)],
  ['a path object for bytes', 'a.xlsx', { path: '/etc/passwd' }],
  ['text for bytes', 'a.xlsx', 'PK'],
  ['more than a file may hold', 'a.xlsx', new Uint8Array(uploadLimit + 1)],
])('%s is refused before the backend is asked', async (_what, name, bytes) => {
  kept.length = 0;
  expect(await answerUpload(backend, name, bytes)).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
  expect(kept).toEqual([]);
});
