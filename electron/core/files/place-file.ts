import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { outputFailure, systemCode } from './output-failure.ts';

/** A name nobody has, in the same folder, since a rename is atomic only within one file system. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.huigao-${randomBytes(8).toString('hex')}.tmp`);
}

/** Gives a finished temporary file its name. Without `overwrite`, a file that appeared meanwhile is kept and the step fails. */
export function placeFile(
  temporary: string,
  path: string,
  { overwrite }: { readonly overwrite: boolean },
): Result<void, Failure> {
  try {
    if (overwrite) renameSync(temporary, linkTarget(path));
    else placeNew(temporary, path);
    syncFolder(dirname(path));
    return succeed(undefined);
  } catch (error) {
    const failure = outputFailure(error, path);
    if (failure) return fail(failure);
    throw error;
  }
}

/** A file reached by a symbolic link is replaced where it stands; the link stays. */
function linkTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return path;
    throw error;
  }
}

const withoutHardLinks = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EISDIR', 'UNKNOWN'];

/** A hard link is refused where the name is taken; a rename would silently replace. */
function placeNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!withoutHardLinks.includes(systemCode(error) ?? '')) throw error;
    claimAndRename(temporary, path);
    return;
  }
  rmSync(temporary);
}

/** FAT and some network drives know no hard links: the name is claimed by an empty file of ours, then that is replaced. */
function claimAndRename(temporary: string, path: string): void {
  closeSync(openSync(path, 'wx'));
  try {
    renameSync(temporary, path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** The new name survives a power cut once its folder is written; Windows cannot and need not do that. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
