import { accessSync, closeSync, constants, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';

/** `HGAO` in the header's application id: the file is ours. */
export const applicationId = 0x4847414f;

const headerSize = 100;
const magic = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Refuses what is no data file of ours by its bytes alone. SQLite must not see such a file: it takes 0 bytes for a
 * healthy empty database, and opening a file in WAL mode leaves -wal and -shm beside it.
 */
export function inspectFile(path: string, newest: number): Result<void, Failure> {
  const name = basename(path);
  try {
    const failure = fileFailure(path, newest);
    return failure ? fail(failure) : succeed(undefined);
  } catch (error) {
    return fail(systemFailure(error, name));
  }
}

function fileFailure(path: string, newest: number): Failure | null {
  const name = basename(path);
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { code: 'workspace-foreign', name };
    if (stat.size === 0) return { code: 'workspace-empty-file', name };
    const header = Buffer.alloc(headerSize);
    const length = readSync(file, header, 0, headerSize, 0);
    const circumstances = { name, newest, size: stat.size, hasLog: hasLog(path) };
    const failure = judgeHeader(header.subarray(0, length), circumstances);
    return failure ?? (isReadOnly(path) ? { code: 'workspace-read-only', name } : null);
  } finally {
    closeSync(file);
  }
}

interface Circumstances {
  readonly name: string;
  readonly newest: number;
  readonly size: number;
  readonly hasLog: boolean;
}

/** Offsets: https://sqlite.org/fileformat2.html#the_database_header */
function judgeHeader(header: Buffer, { name, newest, size, hasLog }: Circumstances): Failure | null {
  if (!header.subarray(0, magic.length).equals(magic.subarray(0, header.length))) {
    return { code: 'workspace-foreign', name };
  }
  if (header.length < headerSize) return { code: 'workspace-damaged', name, detail: '文件不完整' };
  if (header.readUInt32BE(68) !== applicationId) return { code: 'workspace-foreign', name };
  const version = header.readUInt32BE(60);
  if (version > newest) return { code: 'workspace-newer', name, version };
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  // A log beside the file may hold the pages that it lacks.
  if (!hasLog && size < pageSize * header.readUInt32BE(28)) {
    return { code: 'workspace-damaged', name, detail: '文件不完整' };
  }
  return null;
}

/** Whether a write-ahead log or rollback journal with content stands beside the file. */
export function hasLog(path: string): boolean {
  return ['-wal', '-journal'].some((suffix) => existsSync(path + suffix) && statSync(path + suffix).size > 0);
}

/**
 * The mode bits count even for the superuser, who may write anything. The folder takes the log, so it must be writable
 * too; on Windows its read-only attribute marks a customised folder and forbids nothing.
 */
function isReadOnly(path: string): boolean {
  const folder = dirname(path);
  if ((statSync(path).mode & 0o222) === 0) return true;
  if (process.platform !== 'win32' && (statSync(folder).mode & 0o222) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    if (isSystemError(error)) return true;
    throw error;
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'code' in error;
}

function systemFailure(error: unknown, name: string): Failure {
  if (!isSystemError(error)) throw error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'workspace-not-found', name };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'workspace-read-only', name };
    case 'EBUSY':
      return { code: 'workspace-locked', name };
    default:
      return { code: 'workspace-unreachable', name };
  }
}
