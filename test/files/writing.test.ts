import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkWritable } from '../../electron/core/files/check-writable.ts';
import { outputFailure } from '../../electron/core/files/output-failure.ts';
import { placeFile } from '../../electron/core/files/place-file.ts';
import { writeFileAtomically } from '../../electron/core/files/write-file-atomically.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { expectFailure, expectValue, smallDisk, temporaryFolder } from '../database/fixture.ts';

const bytes = Buffer.from('新的报告');
// Mode bits of folders, links and mounts mean nothing, or something else, on Windows.
const onWindows = process.platform === 'win32';

function refusal(path: string, options: { readonly overwrite: boolean }) {
  const written = expectFailure(writeFileAtomically(path, bytes, options));
  expect(expectFailure(checkWritable(path, options))).toEqual(written);
  expect(describeFailure(written)).toMatch(/。$/);
  return written.code;
}

test('a new file has all its bytes and stands alone in its folder', () => {
  const folder = temporaryFolder();
  const path = join(folder, '报告.docx');
  expectValue(checkWritable(path, { overwrite: false }));
  expect(readdirSync(folder)).toEqual([]);
  expectValue(writeFileAtomically(path, bytes, { overwrite: false }));
  expect(readFileSync(path)).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(['报告.docx']);
  expect(statSync(path).nlink).toBe(1);
});

test('a file that is there is kept unless it may be replaced', () => {
  const folder = temporaryFolder();
  const path = join(folder, '报告.docx');
  writeFileSync(path, '旧的报告');
  expect(refusal(path, { overwrite: false })).toBe('output-exists');
  expect(readFileSync(path, 'utf8')).toBe('旧的报告');
  expectValue(writeFileAtomically(path, bytes, { overwrite: true }));
  expect(readFileSync(path)).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(['报告.docx']);
});

test('a file that appears between the check and the last step is kept', () => {
  const folder = temporaryFolder();
  const path = join(folder, '报告.docx');
  const temporary = join(folder, 'finished.tmp');
  writeFileSync(temporary, bytes);
  writeFileSync(path, '别人的报告');
  expect(expectFailure(placeFile(temporary, path, { overwrite: false })).code).toBe('output-exists');
  expect(readFileSync(path, 'utf8')).toBe('别人的报告');
});

test('a missing folder is said to be so and is not made', () => {
  const folder = temporaryFolder();
  expect(refusal(join(folder, '没有', '报告.docx'), { overwrite: true })).toBe('output-folder-missing');
  writeFileSync(join(folder, '文件'), '');
  expect(refusal(join(folder, '文件', '报告.docx'), { overwrite: true })).toBe('output-folder-missing');
  expect(readdirSync(folder)).toEqual(['文件']);
});

test.skipIf(onWindows)('a folder closed to writing is refused also to the superuser', () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  onTestFinished(() => chmodSync(folder, 0o755));
  expect(refusal(join(folder, '报告.docx'), { overwrite: false })).toBe('output-folder-unwritable');
  expect(readdirSync(folder)).toEqual([]);
});

test('a read-only file and a folder of that name are not replaced', () => {
  const folder = temporaryFolder();
  const path = join(folder, '报告.docx');
  writeFileSync(path, '旧的报告');
  chmodSync(path, 0o444);
  expect(refusal(path, { overwrite: true })).toBe('output-failed');
  expect(readFileSync(path, 'utf8')).toBe('旧的报告');
  mkdirSync(join(folder, '目录.docx'));
  expect(refusal(join(folder, '目录.docx'), { overwrite: true })).toBe('output-failed');
});

test.skipIf(onWindows)('a link stays a link, and the file behind it keeps its permissions', () => {
  const folder = temporaryFolder();
  const target = join(folder, '真.docx');
  writeFileSync(target, '旧的报告');
  chmodSync(target, 0o640);
  const link = join(folder, '链.docx');
  symlinkSync(target, link);
  expectValue(writeFileAtomically(link, bytes, { overwrite: true }));
  expect(readlinkSync(link)).toBe(target);
  expect(readFileSync(target)).toEqual(bytes);
  expect(statSync(target).mode & 0o777).toBe(0o640);
});

test('a name that is too long is refused', () => {
  const path = join(temporaryFolder(), `${'长'.repeat(300)}.docx`);
  expect(expectFailure(writeFileAtomically(path, bytes, { overwrite: true })).code).toBe('output-failed');
});

test.each([
  ['EBUSY', 'output-in-use'],
  ['EPERM', 'output-in-use'],
  ['EACCES', 'output-folder-unwritable'],
  ['EROFS', 'output-folder-unwritable'],
  ['ENOSPC', 'output-disk-full'],
  ['EDQUOT', 'output-disk-full'],
  ['ENOENT', 'output-folder-missing'],
  ['ENOTDIR', 'output-folder-missing'],
  ['EIO', 'output-failed'],
])('the system answering %s means %s', (code, expected) => {
  const failure = outputFailure(Object.assign(new Error(code), { code }), '/某处/报告.docx');
  expect(failure?.code).toBe(expected);
});

test('an error that is not the system’s is a bug, not a failure', () => {
  expect(outputFailure(new TypeError('x'), '/某处/报告.docx')).toBeNull();
});

test.skipIf(onWindows)('on a full disk the old report is unharmed and nothing else is left', ({ skip }) => {
  const folder = smallDisk(1);
  if (folder === null) return skip('mounting a small disk needs the superuser');
  const path = join(folder, '报告.docx');
  writeFileSync(path, '旧的报告');
  const large = Buffer.alloc(2 * 1024 * 1024, 1);
  expect(expectFailure(writeFileAtomically(path, large, { overwrite: true })).code).toBe('output-disk-full');
  expect(readFileSync(path, 'utf8')).toBe('旧的报告');
  expect(expectFailure(writeFileAtomically(join(folder, '二.docx'), large, { overwrite: false })).code).toBe(
    'output-disk-full',
  );
  expect(readdirSync(folder)).toEqual(['报告.docx']);
});
