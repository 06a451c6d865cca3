import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Backend, startBackend } from '../../electron/core/backend/start-backend.ts';
import type { UploadedFile } from '../../electron/core/backend/uploads.ts';

/** The real backend with the real threads below it, on a data file of its own in that folder. */
export function startRealBackend(dataFolder: string, workspacePath: string | null = null): Backend {
  const entry = new URL('../../electron/core/worker.ts', import.meta.url);
  return startBackend({ entry, dataFolder, workspacePath, version: '0', saving: 'download' });
}

/** The value of a request's reply. */
export async function ask(backend: Backend, method: string, input: unknown): Promise<unknown> {
  const reply = await backend.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value;
}

/** `upload` is the handle of a file that was given to the backend. */
export async function beginImport(backend: Backend, upload: unknown, period: string | null = null): Promise<string> {
  return textOf(await ask(backend, 'import.begin', { upload, period }), 'id');
}

export async function beginImportOf(backend: Backend, file: UploadedFile, period: string | null): Promise<string> {
  const upload = await backend.upload(file);
  if (!upload.ok) throw new Error(upload.error.message);
  return beginImport(backend, upload.value, period);
}

/** Asks where the import stands until it waits for the person or is over; the last answer, and its kind. */
export async function settled(
  backend: Backend,
  id: string,
): Promise<{ readonly kind: string; readonly state: unknown }> {
  for (;;) {
    const state = await ask(backend, 'import.state', { id });
    const kind = textOf(state, 'kind');
    if (kind !== 'working') return { kind, state };
    await wait(10);
  }
}

const Ready = z.object({ kind: z.literal('ready'), review: z.object({ version: z.int() }) });

/** The version of the review that waits for the person, which every answer names. */
export function versionOf({ state }: { readonly state: unknown }): number {
  return Ready.parse(state).review.version;
}

export function textOf(value: unknown, field: string): string {
  if (typeof value !== 'object' || value === null) throw new Error(`no ${field}`);
  return String(Object.entries(value).find(([name]) => name === field)?.[1]);
}
