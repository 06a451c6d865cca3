import { contextBridge, ipcRenderer } from 'electron';
import { channel } from './channel.ts';

/** All that the page gets: one function, no event object, nothing of Electron. */
contextBridge.exposeInMainWorld('host', {
  call: (method: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, method, input),
});
