import { expect, test } from 'vitest';
import { Uploads } from '../../electron/core/backend/uploads.ts';
import { uploadLimit } from '../../shared/api/upload.ts';

function fileOf(name: string, size = 3) {
  return { name, bytes: new Uint8Array(size) };
}

function handleOf(uploads: Uploads, name: string, size?: number): string {
  const added = uploads.add(fileOf(name, size));
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

test('a file is handed over once', () => {
  const uploads = new Uploads();
  const id = handleOf(uploads, '东河县.xlsx');
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(uploads.take(id)).toMatchObject({ name: '东河县.xlsx' });
  expect(uploads.take(id)).toBeNull();
  expect(uploads.take('')).toBeNull();
});

test.each([
  ['C:\\资料\\东河县.xlsx', '东河县.xlsx'],
  ['../../etc/东河县.xlsx', '东河县.xlsx'],
  ['东河县\u0007\u202E.xlsx', '东河县.xlsx'],
])('the name %j is kept without a path and signs that print nothing', (name, kept) => {
  const uploads = new Uploads();
  expect(uploads.take(handleOf(uploads, name))?.name).toBe(kept);
});

test.each(['', '  ', 'a/', '县'.repeat(256)])('the name %j is refused', (name) => {
  expect(new Uploads().add(fileOf(name))).toMatchObject({ ok: false, error: { code: 'upload-name' } });
});

test('an empty file and one over 64 MB are refused', () => {
  const uploads = new Uploads();
  expect(uploads.add(fileOf('空.xlsx', 0))).toMatchObject({ error: { code: 'upload-empty' } });
  expect(uploads.add(fileOf('大.xlsx', uploadLimit + 1))).toMatchObject({ error: { code: 'upload-too-large' } });
  expect(uploads.add(fileOf('大.xlsx', uploadLimit)).ok).toBe(true);
});

test('the oldest are forgotten first, by number and by size', () => {
  const uploads = new Uploads({ files: 2, bytes: 10 });
  const [first, second, third] = [handleOf(uploads, '1'), handleOf(uploads, '2'), handleOf(uploads, '3')];
  expect(uploads.take(first)).toBeNull();
  const large = handleOf(uploads, '4', 8);
  expect([second, third].map((id) => uploads.take(id))).toEqual([null, null]);
  expect(uploads.take(large)).not.toBeNull();
});
