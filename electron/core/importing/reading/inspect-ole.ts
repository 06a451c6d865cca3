import { CFB } from '@e965/xlsx';
import type { ForeignKind } from '../../../../shared/text/failures/importing.ts';
import { type BiffRecords, scanBiffRecords } from './biff-records.ts';

/** What an OLE2 container holds. */
export type OleContents =
  | { readonly kind: 'workbook'; readonly hasMacros: boolean; readonly uncomputed: BiffRecords['uncomputed'] }
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
  const { hasPassword, isHostile, uncomputed } = scanBiffRecords(Buffer.from(stream));
  if (hasPassword) return { kind: 'password' };
  if (isHostile) return { kind: 'damaged' };
  return { kind: 'workbook', hasMacros: names.some((name) => name.startsWith('_VBA_PROJECT_CUR')), uncomputed };
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
