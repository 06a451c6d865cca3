import type { Reply } from '../../../shared/api/dispatch.ts';
import type { UploadedFile } from './uploads.ts';

/** What a host asks of the worker; `seq` pairs an answer with its question. */
export type Question =
  | { readonly seq: number; readonly kind: 'call'; readonly method: unknown; readonly input: unknown }
  | { readonly seq: number; readonly kind: 'readFile'; readonly id: string }
  | { readonly seq: number; readonly kind: 'upload'; readonly file: UploadedFile }
  | { readonly seq: number; readonly kind: 'stop' };

/** A rendered file that waits to be saved or downloaded. */
export interface RenderedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Answer =
  | { readonly seq: number; readonly kind: 'reply'; readonly reply: Reply }
  | { readonly seq: number; readonly kind: 'file'; readonly file: RenderedFile | null };

/** What the worker is started with. */
export interface WorkerOptions {
  readonly dataFolder: string;
  /** The data file that the person named, or null for their own one in the data folder. */
  readonly workspacePath: string | null;
  readonly version: string;
  /** How the host brings a rendered file to the person. */
  readonly saving: 'dialog' | 'download';
}
