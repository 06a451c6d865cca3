import { closeSync, fchmodSync, fsyncSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, type Result } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { checkWritable } from './check-writable.ts';
import { outputFailure } from './output-failure.ts';
import { placeFile, temporaryBeside } from './place-file.ts';

/** Writes a whole file or none: whatever fails, the file that was there is there unchanged and nothing else is left. */
export function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  options: { readonly overwrite: boolean },
): Result<void, Failure> {
  const absolute = resolve(path);
  const writable = checkWritable(absolute, options);
  if (!writable.ok) return writable;
  const temporary = temporaryBeside(absolute);
  try {
    writeDurably(temporary, bytes, statSync(absolute, { throwIfNoEntry: false })?.mode);
    return placeFile(temporary, absolute, options);
  } catch (error) {
    const failure = outputFailure(error, absolute);
    if (failure) return fail(failure);
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** `mode` is that of the file to be replaced, which the new one takes over. */
function writeDurably(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, bytes);
    if (mode !== undefined) fchmodSync(file, mode & 0o777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
