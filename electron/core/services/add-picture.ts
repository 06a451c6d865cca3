import { createHash } from 'node:crypto';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../database/workspace.ts';
import { readPicture } from '../exporting/picture.ts';

export interface AddedPicture {
  /** Names the picture in a report: the SHA-256 of its bytes. */
  readonly sha256: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Keeps a picture in the data file, once however often it is added. */
export function addPicture(
  workspace: Workspace,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Result<AddedPicture, Failure> {
  const picture = readPicture(bytes);
  if (!picture.ok) return fail({ code: `picture-${picture.error}`, name });
  const { mediaType, width, height } = picture.value;
  workspace.assets.put({ name, mediaType, bytes });
  return succeed({ sha256: createHash('sha256').update(bytes).digest('hex'), width, height });
}
