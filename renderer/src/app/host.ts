import type { Transport } from '../../../shared/api/client.ts';
import type { Reply } from '../../../shared/api/dispatch.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { text } from '../text.ts';

declare global {
  interface Window {
    /** Put there by the preload script under Electron; a browser has none. */
    readonly host?: { readonly call: Transport };
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

function unreachable(): Reply {
  return { ok: false, error: { code: 'backend-gone', message: describeFailure({ code: 'backend-gone' }) } };
}

const callOverHttp: Transport = async (method, input) => {
  const response = await post(`/api/${method}`, input).catch(() => null);
  if (response === null) return unreachable();
  if (response.status === 401) return { ok: false, error: { code: 'token-expired', message: text.tokenExpired } };
  if (!response.ok) return unreachable();
  const reply: Reply = await response.json();
  return reply;
};

/** How requests reach the backend: the one place where the page differs between its hosts. */
export const transport: Transport = window.host?.call ?? callOverHttp;

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

/** Holds a connection to the loopback host open, by which it knows that the page is still there. */
export function keepPresence(): void {
  if (window.host) return;
  const hold = async () => {
    const response = await post('/api-presence/page', {}).catch(() => null);
    await response?.text().catch(() => undefined);
    setTimeout(() => void hold(), 5_000);
  };
  void hold();
}
