import { isPageUrl } from './page-address.ts';

/** Schemes that reach nothing outside of the window: what the page holds in memory, and the developer tools. */
const innerProtocols = new Set(['blob:', 'data:', 'devtools:']);

/** Whether the window may load a URL. Nothing on any network is: the program works offline, and this is the proof. */
export function isAllowedRequest(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (innerProtocols.has(url.protocol) || isPageUrl(text));
}
