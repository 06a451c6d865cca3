import { app, BrowserWindow, dialog } from 'electron';
import { pageUrl } from './page-address.ts';
import { text } from './text.ts';

/** Opens the one window. The page runs in a sandbox and sees nothing but what the preload script gives it. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: text.name,
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#f4f6fa',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // Chromium's spellchecker fetches dictionaries, and nothing may leave the machine.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', () => void offerReopening(window));
  void window.loadURL(pageUrl);
  return window;
}

async function offerReopening(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: text.pageGone,
    buttons: [text.reopen, text.quit],
    cancelId: 1,
  });
  if (response === 0) window.reload();
  else app.quit();
}
