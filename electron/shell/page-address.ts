/** A scheme of our own keeps the page away from `file://`, where every file of the machine would be its neighbour. */
export const pageScheme = 'app';
export const pageHost = 'report';
export const pageUrl = `${pageScheme}://${pageHost}/`;

/**
 * Whether a URL belongs to the page. Scheme and host are compared, not `origin`: outside a browser, URLs of own schemes
 * all have the origin `null`.
 */
export function isPageUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === `${pageScheme}:` && url.host === pageHost;
}
