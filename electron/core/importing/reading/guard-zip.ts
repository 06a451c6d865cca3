import { inflateRawSync } from 'node:zlib';
import { fail, type Result, succeed } from '../../../../shared/result.ts';

export type ZipProblem = 'damaged' | 'too-large';

const limits = { total: 256 * 1024 * 1024, entries: 5_000 };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Judges a zip before a reader that trusts its headers sees it: walks the directory, then really inflates every entry
 * within the size it declares. Yields the entries' names.
 */
export function guardZip(bytes: Uint8Array): Result<readonly string[], ZipProblem> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = readDirectory(zip);
    if (!entries) return fail('damaged');
    if (entries.length > limits.entries) return fail('too-large');
    const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
    if (total > limits.total) return fail('too-large');
    for (const entry of entries) if (!isSound(zip, entry)) return fail('damaged');
    return succeed(entries.map(({ name }) => name));
  } catch (error) {
    // A read beyond the end: the directory points outside the file.
    if (error instanceof RangeError) return fail('damaged');
    throw error;
  }
}

/** Offsets: APPNOTE.TXT 4.3.12 and 4.3.16. ZIP64 markers (all ones) are too large by themselves. */
function readDirectory(zip: Buffer): readonly Entry[] | null {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 + zip.readUInt16LE(end + 20) > zip.length) return null;
  const count = zip.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function isSound(zip: Buffer, entry: Entry): boolean {
  const { name, offset, packed, unpacked, method } = entry;
  if (entry.encrypted || name.startsWith('/') || /[\\:]|(^|\/)\.\.(\/|$)/.test(name)) return false;
  if (zip.readUInt32LE(offset) !== 0x04034b50) return false;
  // With bit 3 the sizes follow the data and stand as nought here.
  const sizesFollow = (zip.readUInt16LE(offset + 6) & 8) !== 0;
  const local = { packed: zip.readUInt32LE(offset + 18), unpacked: zip.readUInt32LE(offset + 22) };
  const agrees = local.packed === packed && local.unpacked === unpacked;
  if (!agrees && !(sizesFollow && local.packed === 0 && local.unpacked === 0)) return false;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const data = zip.subarray(start, start + packed);
  if (data.length !== packed) return false;
  if (method === 0) return packed === unpacked;
  return method === 8 && inflatedLength(data, unpacked) === unpacked;
}

/** Length of the inflated data; null when it is broken or longer than declared. */
function inflatedLength(data: Buffer, declared: number): number | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(declared, 1) }).length;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
