import { crc32, inflateRawSync } from 'node:zlib';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { TooLarge } from '../../../../shared/text/failures/importing.ts';
import { largeSizes, readZipDirectory, type ZipEntry } from './zip-directory.ts';

export type ZipProblem = 'damaged' | TooLarge;

/** A zip whose every entry was inflated once and is what the directory says. */
export interface GuardedZip {
  readonly names: readonly string[];
  /** The entry's bytes; null when there is none of that name. */
  readonly part: (name: string) => Uint8Array | null;
}

const limits = { total: 256 * 1024 * 1024, entries: 5_000 };

/**
 * Judges a zip before a reader that trusts its headers sees it: walks the directory, then really inflates every entry
 * within the size it declares.
 */
export function guardZip(bytes: Uint8Array): Result<GuardedZip, ZipProblem> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = readZipDirectory(zip);
    if (!entries) return fail('damaged');
    if (entries.length > limits.entries) return fail('entries');
    const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
    if (total > limits.total) return fail('inflated');
    // Of two entries with one name readers take either: nobody could say which figures the file holds.
    if (new Set(entries.map(({ name }) => name)).size < entries.length) return fail('damaged');
    for (const entry of entries) if (inflate(zip, entry) === null) return fail('damaged');
    return succeed({
      names: entries.map(({ name }) => name),
      part: (wanted) => {
        const entry = entries.find(({ name }) => name === wanted);
        return entry ? inflate(zip, entry) : null;
      },
    });
  } catch (error) {
    // A read beyond the end: the directory points outside the file.
    if (error instanceof RangeError) return fail('damaged');
    throw error;
  }
}

/** The entry's data; null when its two headers differ, or it is not what they declare. */
function inflate(zip: Buffer, entry: ZipEntry): Buffer | null {
  const { name, offset, packed, unpacked, method } = entry;
  if (entry.encrypted || name.startsWith('/') || /[\\:]|(^|\/)\.\.(\/|$)/.test(name)) return null;
  if (zip.readUInt32LE(offset) !== 0x04034b50 || !localAgrees(zip, entry)) return null;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const data = zip.subarray(start, start + packed);
  if (data.length !== packed) return null;
  const content = method === 8 ? inflateWithin(data, unpacked) : method === 0 ? data : null;
  if (content?.length !== unpacked) return null;
  // A flipped bit may leave the length as it was and change a figure; or lead the library round in circles.
  return crc32(content) === entry.checksum ? content : null;
}

function localAgrees(zip: Buffer, { offset, packed, unpacked }: ZipEntry): boolean {
  const written = [zip.readUInt32LE(offset + 22), zip.readUInt32LE(offset + 18)];
  // With bit 3 the sizes follow the data and stand as nought here, or as all ones where ZIP64 is used throughout.
  const sizesFollow = (zip.readUInt16LE(offset + 6) & 8) !== 0;
  if (sizesFollow && written.every((size) => size === 0 || size === 0xffffffff)) return true;
  const extra = { start: offset + 30 + zip.readUInt16LE(offset + 26), length: zip.readUInt16LE(offset + 28) };
  const sizes = largeSizes(zip, extra, written);
  return sizes !== null && sizes[0] === unpacked && sizes[1] === packed;
}

/** Null when the data is broken or longer than declared. */
function inflateWithin(data: Buffer, declared: number): Buffer | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(declared, 1) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
