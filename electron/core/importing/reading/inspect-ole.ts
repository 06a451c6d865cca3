import { CFB } from '@e965/xlsx';
import type { ForeignKind } from '../../../../shared/text/failures/importing.ts';
import { type BiffRecords, scanBiffRecords, withoutThemes } from './biff-records.ts';
import { hasEndlessChain } from './has-endless-chain.ts';

/**
 * What an OLE2 container holds. Of a workbook the stream alone goes to the library: it would also read the properties
 * beside it, whose lists may claim billions of entries.
 */
export type OleContents =
  | {
      readonly kind: 'workbook';
      readonly hasMacros: boolean;
      readonly uncomputed: BiffRecords['uncomputed'];
      readonly stream: Uint8Array;
    }
  | { readonly kind: 'password' }
  | { readonly kind: 'foreign'; readonly what: ForeignKind | null }
  | { readonly kind: 'damaged' };

interface Streams {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array | readonly number[] }[];
}

/** Tells an old workbook from an old Word file, a mail, and a workbook under a password, by the streams inside. */
export function inspectOle(bytes: Uint8Array): OleContents {
  if (hasEndlessChain(bytes)) return { kind: 'damaged' };
  const streams = openContainer(bytes);
  if (!streams) return { kind: 'damaged' };
  const names = streams.FullPaths.map((path) => path.replace(/^[^/]*\//, '').replace(/\/$/, ''));
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) return { kind: 'password' };
  const at = names.findIndex((name) => /^(workbook|book)$/i.test(name));
  const stream = streams.FileIndex[at]?.content;
  if (at < 0 || !stream) return { kind: 'foreign', what: foreignKind(names) };
  const records = withoutThemes(stream);
  const { hasPassword, isHostile, uncomputed } = scanBiffRecords(records);
  if (hasPassword) return { kind: 'password' };
  // Beginning otherwise, the library would take it for text or worse.
  const begins = records[0] === 0x09 && (records[1] ?? 0xff) <= 0x08;
  if (isHostile || !begins) return { kind: 'damaged' };
  return {
    kind: 'workbook',
    hasMacros: names.some((name) => name.startsWith('_VBA_PROJECT_CUR')),
    uncomputed,
    stream: records,
  };
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
