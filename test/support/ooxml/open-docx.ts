import { strFromU8, unzipSync } from 'fflate';
import { parseXml, type XmlElement } from './parse-xml.ts';

/** An Open Packaging file taken apart. */
export interface OpenedPackage {
  /** Names as the zip's directory lists them, duplicates and all. */
  readonly names: readonly string[];
  readonly content: (path: string) => Uint8Array;
  readonly text: (path: string) => string;
  readonly xml: (path: string) => XmlElement;
  readonly has: (path: string) => boolean;
}

/** Reads the names in the zip's central directory, where a library that unzips would hide a duplicate. */
function readNames(archive: Uint8Array): readonly string[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error('not a zip file');
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('broken zip directory');
    const nameLength = view.getUint16(at + 28, true);
    names.push(strFromU8(archive.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** Opens a Word file or a workbook. */
export function openPackage(archive: Uint8Array): OpenedPackage {
  const files = new Map(Object.entries(unzipSync(archive)));
  const content = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error(`no part ${path}`);
    return bytes;
  };
  const text = (path: string): string => strFromU8(content(path));
  return {
    names: readNames(archive),
    content,
    text,
    xml: (path) => parseXml(text(path)),
    has: (path) => files.has(path),
  };
}
