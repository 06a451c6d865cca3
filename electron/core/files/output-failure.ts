import { basename, dirname } from 'node:path';
import type { Failure } from '../../../shared/text/failures/index.ts';

/** The system's error code (`ENOSPC`), when the error carries one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What a failed write of `path` means for the person; null when it is no system error but a bug of ours. */
export function outputFailure(error: unknown, path: string): Failure | null {
  const name = basename(path);
  const folder = basename(dirname(path)) || dirname(path);
  const code = systemCode(error);
  switch (code) {
    case undefined:
      return null;
    case 'EEXIST':
      return { code: 'output-exists', name };
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'output-folder-missing', name: folder };
    // Windows answers EPERM or EBUSY to a rename over a file that Word or WPS holds open.
    case 'EBUSY':
    case 'EPERM':
    case 'ETXTBSY':
      return { code: 'output-in-use', name };
    case 'EACCES':
    case 'EROFS':
      return { code: 'output-folder-unwritable', name: folder };
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'output-disk-full', name };
    case 'EISDIR':
      return { code: 'output-failed', name, detail: '同名的是一个文件夹' };
    case 'ENAMETOOLONG':
      return { code: 'output-failed', name, detail: '文件名太长' };
    default:
      return { code: 'output-failed', name, detail: code };
  }
}
