import type { Session, WebContents } from 'electron';
import { isAllowedRequest } from './allowed-request.ts';

/** Denies everything that the page never needs: permissions, devices, downloads, and every address but its own. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isAllowedRequest(request.url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** Keeps a window on its page: no navigation (a dropped file would be one), no popup, no embedded view. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
