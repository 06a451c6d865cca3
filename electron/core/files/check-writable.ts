import { accessSync, closeSync, constants, lstatSync, openSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { outputFailure, systemCode } from './output-failure.ts';

/** Whether a file could be written at `path` now, so that several outputs can be checked before any is written. */
export function checkWritable(path: string, { overwrite }: { readonly overwrite: boolean }): Result<void, Failure> {
  const absolute = resolve(path);
  try {
    checkFolder(absolute);
    const failure = targetFailure(absolute, overwrite);
    return failure ? fail(failure) : succeed(undefined);
  } catch (error) {
    const failure = outputFailure(error, absolute);
    if (failure) return fail(failure);
    throw error;
  }
}

class FolderError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function checkFolder(path: string): void {
  const folder = dirname(path);
  const stat = statSync(folder);
  if (!stat.isDirectory()) throw new FolderError('ENOTDIR');
  // The superuser passes access(); a folder without any write bit was closed on purpose all the same. On Windows the
  // bit of a folder only marks it as customised.
  if (process.platform !== 'win32' && (stat.mode & 0o222) === 0) throw new FolderError('EACCES');
  accessSync(folder, constants.W_OK);
}

function targetFailure(path: string, overwrite: boolean): Failure | null {
  const name = basename(path);
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return null;
  if (!overwrite) return { code: 'output-exists', name };
  const target = statSync(path, { throwIfNoEntry: false });
  if (!target) return null;
  if (!target.isFile()) return { code: 'output-failed', name, detail: '同名的不是普通文件' };
  if ((target.mode & 0o222) === 0) return { code: 'output-failed', name, detail: '原有的同名文件是只读的' };
  return heldOpen(path) ? { code: 'output-in-use', name } : null;
}

/** Windows refuses to open for writing what Word or WPS holds. */
function heldOpen(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    return false;
  } catch (error) {
    if (['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'].includes(systemCode(error) ?? '')) return true;
    throw error;
  }
}
