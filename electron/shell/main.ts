import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { dataFolder } from '../core/backend/data-folder.ts';
import { type Backend, startBackend } from '../core/backend/start-backend.ts';
import { answerCall } from './answer-call.ts';
import { answerPageRequest } from './answer-page-request.ts';
import { answerUpload } from './answer-upload.ts';
import { channel, uploadChannel } from './channel.ts';
import { guardContents, guardSession } from './guards.ts';
import { namedWorkspace } from './named-workspace.ts';
import { openWindow } from './open-window.ts';
import { pageScheme } from './page-address.ts';
import { saveFile } from './save-file.ts';
import { text } from './text.ts';
import { isTrustedSender } from './trusted-sender.ts';

// Addresses are those of the bundle, `dist/shell/main.js`.
const pageFolder = fileURLToPath(new URL('../renderer', import.meta.url));
const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url));
const workerEntry = new URL('../core/worker.js', import.meta.url);

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function start(): void {
  // A packed program has no packages beside it; its fonts lie with the other resources (electron-builder.yml).
  if (app.isPackaged) process.env.HUIGAO_FONT_FOLDER = join(process.resourcesPath, 'fonts');
  const workspacePath = namedWorkspace(process.argv.slice(1), process.cwd(), isFile);
  const folder = dataFolder({ platform: process.platform, home: homedir(), env: process.env });
  const backend = startBackend({
    entry: workerEntry,
    dataFolder: folder,
    workspacePath,
    version: app.getVersion(),
    saving: 'dialog',
  });
  guardSession(session.defaultSession);
  protocol.handle(pageScheme, (request) => answerPageRequest(request, pageFolder));
  Menu.setApplicationMenu(null);
  const window = openWindow(preload);
  answerPage(window, backend);
  stayAlone(window, workspacePath);
  closeOrderly(backend);
}

function answerPage(window: BrowserWindow, backend: Backend): void {
  const options = { backend, saveFile: (fileId: string) => saveFile(window, backend, fileId) };
  ipcMain.handle(channel, (event, method: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) throw new Error('untrusted sender');
    return answerCall(options, method, input);
  });
  ipcMain.handle(uploadChannel, (event, name: unknown, bytes: unknown) => {
    if (!isTrustedSender(event.senderFrame)) throw new Error('untrusted sender');
    return answerUpload(backend, name, bytes);
  });
}

/** A second start shows this window; it cannot change the data file under what is being written. */
function stayAlone(window: BrowserWindow, workspacePath: string | null): void {
  app.on('second-instance', (_event, args, folder) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    const other = namedWorkspace(args.slice(1), folder, isFile);
    if (other === null || other === workspacePath) return;
    const message = text.otherFile(basename(other));
    void dialog.showMessageBox(window, { type: 'info', message, buttons: [text.understood] });
  });
}

/** Lets the backend close the data file before the program ends. */
function closeOrderly(backend: Backend): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void backend.stop().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

// The lock comes before anything that could touch the data file.
if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  // Not awaited at the top level: Electron waits for this module before it becomes ready.
  void app.whenReady().then(start);
} else {
  app.quit();
}
