import { CFB } from '@e965/xlsx';
import type { ForeignKind } from '../../../../shared/text/failures/importing.ts';

/** What an OLE2 container holds. */
export type OleContents =
  | { readonly kind: 'workbook'; readonly hasMacros: boolean }
  | { readonly kind: 'password' }
  | { readonly kind: 'foreign'; readonly what: ForeignKind | null }
  | { readonly kind: 'damaged' };

interface Streams {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array | readonly number[] }[];
}

/** Tells an old workbook from an old Word file, a mail, and a workbook under a password, by the streams inside. */
export function inspectOle(bytes: Uint8Array): OleContents {
  const streams = openContainer(bytes);
  if (!streams) return { kind: 'damaged' };
  const names = streams.FullPaths.map((path) => path.replace(/^[^/]*\//, '').replace(/\/$/, ''));
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) return { kind: 'password' };
  const at = names.findIndex((name) => /^(workbook|book)$/i.test(name));
  const stream = streams.FileIndex[at]?.content;
  if (at < 0 || !stream) return { kind: 'foreign', what: foreignKind(names) };
  if (hasPassword(Uint8Array.from(stream.slice(0, 64 * 1024)))) return { kind: 'password' };
  return { kind: 'workbook', hasMacros: names.some((name) => name.startsWith('_VBA_PROJECT_CUR')) };
}

function openContainer(bytes: Uint8Array): Streams | null {
  try {
    return CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
  } catch {
    // The library throws texts as well as errors; all mean that the container is broken.
    return null;
  }
}

function foreignKind(names: readonly string[]): ForeignKind | null {
  if (names.includes('WordDocument')) return 'word';
  if (names.includes('PowerPoint Document')) return 'presentation';
  return names.some((name) => name.startsWith('__properties_version')) ? 'mail' : null;
}

const filePass = 0x2f;
const endOfGlobals = 0x0a;

/** The record that announces encryption stands among the first, in every version. */
export function hasPassword(records: Uint8Array): boolean {
  const view = Buffer.from(records.buffer, records.byteOffset, records.byteLength);
  for (let at = 0; at + 4 <= view.length; at += 4 + view.readUInt16LE(at + 2)) {
    const type = view.readUInt16LE(at);
    if (type === filePass) return true;
    if (type === endOfGlobals) return false;
  }
  return false;
}
