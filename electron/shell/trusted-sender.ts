import { isPageUrl } from './page-address.ts';

/** What of Electron's `WebFrameMain` tells who is asking. */
export interface Sender {
  readonly url: string;
  readonly parent: unknown;
}

/** Whether a message comes from the page itself: from the top frame, and with our address in it. */
export function isTrustedSender(frame: Sender | null): boolean {
  return frame !== null && frame.parent === null && isPageUrl(frame.url);
}
