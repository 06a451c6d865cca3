import { extname, isAbsolute, relative, resolve, sep } from 'node:path';

export interface PageFile {
  readonly path: string;
  readonly contentType: string;
}

/** Kinds of file that the built page consists of; anything else is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * The file of the built page that a URL's path names, or null when the path is malformed, leaves the folder or names a
 * kind that the page has none of. Decoded exactly once, so that a doubly encoded `..` stays an ordinary name.
 */
export function locatePageFile(pageFolder: string, urlPath: string): PageFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = resolve(pageFolder, `.${decoded === '/' ? '/index.html' : decoded}`);
  const inside = relative(pageFolder, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  const contentType = contentTypes[extname(path)];
  return contentType === undefined ? null : { path, contentType };
}
