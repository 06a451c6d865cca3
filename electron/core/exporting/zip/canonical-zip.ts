import { unzipSync, type Zippable, zipSync } from 'fflate';

/** A file inside a zip archive. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The earliest time a zip can name. Zip times are local, so the local constructor gives the same bytes everywhere. */
const fixedTime = new Date(1980, 0, 1);

/** Deflating what is deflated already costs time and gains nothing. */
const compressedExtensions = /\.(xlsx|png|jpe?g)$/i;

/**
 * Zips entries in the order given, with a fixed time: the same entries always give the same bytes. fflate rather than
 * node:zlib, whose output differs between processors.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, content } of entries) {
    if (Object.hasOwn(files, path)) throw new Error(`two zip entries named ${path}`);
    files[path] = [content, { level: compressedExtensions.test(path) ? 0 : 6, mtime: fixedTime }];
  }
  return zipSync(files);
}

/** Reads an archive that this program or one of its libraries made; not for files from outside. */
export function readZip(archive: Uint8Array): readonly ZipEntry[] {
  return Object.entries(unzipSync(archive)).map(([path, content]) => ({ path, content }));
}
