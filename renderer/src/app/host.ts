import type { Transport } from '../../../shared/api/client.ts';
import type { Reply } from '../../../shared/api/dispatch.ts';
import { uploadLimit } from '../../../shared/api/upload.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { text } from '../text.ts';

declare global {
  interface Window {
    /** Put there by the preload script under Electron; a browser has none. */
    readonly host?: {
      readonly call: Transport;
      readonly upload: (name: string, bytes: Uint8Array) => Promise<Reply>;
    };
  }
}

const tokenKey = 'huigao-token';

/** Takes the token out of the address, so that it shows neither there nor in the history; kept for this tab's reloads. */
function takeToken(): string {
  const token = /^#token=([\w-]{43})$/.exec(location.hash)?.[1];
  if (token === undefined) return sessionStorage.getItem(tokenKey) ?? '';
  sessionStorage.setItem(tokenKey, token);
  history.replaceState(null, '', location.pathname);
  return token;
}

const token = window.host ? '' : takeToken();

function post(path: string, input: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
}

/** The reply in an answer of the host, or the failure that stands for none. */
async function readReply(response: Response | null): Promise<Reply> {
  if (response === null) return failed('host-gone', text.hostGone);
  if (response.status === 401) return failed('token-expired', text.tokenExpired);
  if (!response.ok) return failed('backend-gone', describeFailure({ code: 'backend-gone' }));
  const reply: Reply = await response.json();
  return reply;
}

function failed(code: string, message: string): Reply {
  return { ok: false, error: { code, message } };
}

const callOverHttp: Transport = async (method, input) => {
  if (token === '') return failed('token-missing', text.tokenMissing);
  const response = await post(`/api/${method}`, input).catch(() => null);
  return readReply(response);
};

/** How requests reach the backend: the one place where the page differs between its hosts. */
export const transport: Transport = window.host?.call ?? callOverHttp;

async function uploadOverHttp(file: File): Promise<Reply> {
  if (token === '') return failed('token-missing', text.tokenMissing);
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/octet-stream',
    'X-File-Name': encodeURIComponent(file.name),
  };
  return readReply(await fetch('/api-upload', { method: 'POST', headers, body: file }).catch(() => null));
}

/** Hands a file that the person chose to the backend; the reply holds its handle. */
export async function sendFile(file: File): Promise<Reply> {
  if (file.size > uploadLimit) {
    const failure = { code: 'upload-too-large', name: file.name } as const;
    return failed(failure.code, describeFailure(failure));
  }
  if (!window.host) return uploadOverHttp(file);
  return window.host.upload(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** Has the browser download a rendered file; for hosts that cannot ask where to save. */
export async function downloadFile(file: { readonly id: string; readonly name: string }): Promise<boolean> {
  const response = await post(`/api-file/${encodeURIComponent(file.id)}`, {}).catch(() => null);
  if (response === null || !response.ok) return false;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(url);
  return true;
}

let isGone = false;
const watchers = new Set<() => void>();

/** Whether the loopback host was there and has ended; it never comes back under this address. */
export function isHostGone(): boolean {
  return isGone;
}

export function watchHost(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Holds a connection to the loopback host open, by which each of the two knows that the other is still there. */
export async function keepPresence(): Promise<void> {
  if (window.host || token === '') return;
  // A connection that drops while the host lives on is made again at once; a host that has ended refuses it.
  let response = await post('/api-presence/page', {}).catch(() => null);
  while (response?.ok) {
    await response.text().catch(() => undefined);
    response = await post('/api-presence/page', {}).catch(() => null);
  }
  if (response !== null) return;
  isGone = true;
  for (const watcher of watchers) watcher();
}
