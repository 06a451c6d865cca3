import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Failure } from '../../shared/text/failures/index.ts';
import type { Backend } from '../core/backend/start-backend.ts';
import { writeFileAtomically } from '../core/backend/write-file.ts';
import { text } from './text.ts';

const extensions = ['docx', 'pdf', 'zip'] as const;

/** Asks where to save a rendered file and writes it there; the page learns the name alone, never the path. */
export async function saveFile(
  window: BrowserWindow,
  backend: Backend,
  fileId: string,
): Promise<Result<string | null, Failure>> {
  const file = await backend.readFile(fileId);
  if (file === null) return fail({ code: 'file-unknown' });
  const extension = extensions.find((each) => extname(file.name) === `.${each}`) ?? 'docx';
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: text.save,
    defaultPath: join(app.getPath('documents'), basename(file.name)),
    filters: [{ name: text.kinds[extension], extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return succeed(null);
  const hasExtension = extname(filePath).toLowerCase() === `.${extension}`;
  const path = hasExtension ? filePath : `${filePath}.${extension}`;
  // The dialog asked about overwriting the name that it gave, not about the one that we completed.
  const written = writeFileAtomically(path, file.bytes, { overwrite: hasExtension });
  return written.ok ? succeed(basename(path)) : written;
}
