import { randomBytes } from 'node:crypto';
import { cleanFileName, uploadLimit } from '../../../shared/api/upload.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';

/** A file as the page gave it: its bytes, and its name without any path. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface UploadLimits {
  readonly files: number;
  readonly bytes: number;
}

/** A county's returns come in one drop; what nobody took is forgotten, the oldest first. */
const usualLimits: UploadLimits = { files: 50, bytes: 256 * 1024 * 1024 };

/** Files that wait in memory for the request that reads them. They are never written to the disk. */
export class Uploads {
  readonly #files = new Map<string, UploadedFile>();
  readonly #limits: UploadLimits;
  #size = 0;

  constructor(limits: UploadLimits = usualLimits) {
    this.#limits = limits;
  }

  /** Keeps a file and gives its handle. */
  add(file: UploadedFile): Result<string, Failure> {
    const name = cleanFileName(file.name);
    if (name === null) return fail({ code: 'upload-name' });
    const { bytes } = file;
    if (bytes.length === 0) return fail({ code: 'upload-empty', name });
    if (bytes.length > uploadLimit) return fail({ code: 'upload-too-large', name });
    const id = randomBytes(16).toString('hex');
    this.#files.set(id, { name, bytes });
    this.#size += bytes.length;
    this.#forgetOldest();
    return succeed(id);
  }

  /** Hands a file over; it is kept no longer. Null when there is none under this handle. */
  take(id: string): UploadedFile | null {
    const file = this.#files.get(id) ?? null;
    if (file !== null) this.#remove(id, file);
    return file;
  }

  #forgetOldest(): void {
    for (const [id, file] of this.#files) {
      if (this.#files.size <= this.#limits.files && this.#size <= this.#limits.bytes) return;
      this.#remove(id, file);
    }
  }

  #remove(id: string, file: UploadedFile): void {
    this.#files.delete(id);
    this.#size -= file.bytes.length;
  }
}
