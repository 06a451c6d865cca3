import { contextBridge, ipcRenderer } from 'electron';
import { channel, uploadChannel } from './channel.ts';

/** All that the page gets: two functions, no event object, nothing of Electron. */
contextBridge.exposeInMainWorld('host', {
  call: (method: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, method, input),
  upload: (name: unknown, bytes: unknown): Promise<unknown> => ipcRenderer.invoke(uploadChannel, name, bytes),
});
