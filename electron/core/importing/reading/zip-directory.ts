/** One file of a zip as the directory at its end declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** CRC-32 of the unpacked data. */
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** All ones: the value stands in the ZIP64 field instead. */
const elsewhere = 0xffffffff;

/** Offsets: APPNOTE.TXT 4.3.12 to 4.3.16. Null when it is broken; reading beyond the end raises a RangeError. */
export function readZipDirectory(zip: Buffer): readonly ZipEntry[] | null {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 + zip.readUInt16LE(end + 20) > zip.length) return null;
  const start = directoryStart(zip, end);
  if (start === null) return null;
  const entries: ZipEntry[] = [];
  let at = start.offset;
  for (let index = 0; index < start.count; index += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) return null;
    const entry = readEntry(zip, at);
    if (entry === null) return null;
    entries.push(entry);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function directoryStart(zip: Buffer, end: number): { readonly count: number; readonly offset: number } | null {
  const count = zip.readUInt16LE(end + 10);
  const offset = zip.readUInt32LE(end + 16);
  if (count !== 0xffff && offset !== elsewhere) return { count, offset };
  if (end < 20 || zip.readUInt32LE(end - 20) !== 0x07064b50) return null;
  const at = Number(zip.readBigUInt64LE(end - 12));
  if (zip.readUInt32LE(at) !== 0x06064b50) return null;
  return { count: Number(zip.readBigUInt64LE(at + 32)), offset: Number(zip.readBigUInt64LE(at + 48)) };
}

function readEntry(zip: Buffer, at: number): ZipEntry | null {
  const nameLength = zip.readUInt16LE(at + 28);
  const extra = { start: at + 46 + nameLength, length: zip.readUInt16LE(at + 30) };
  const sizes = largeSizes(zip, extra, [
    zip.readUInt32LE(at + 24),
    zip.readUInt32LE(at + 20),
    zip.readUInt32LE(at + 42),
  ]);
  if (sizes === null) return null;
  const [unpacked = 0, packed = 0, offset = 0] = sizes;
  return {
    name: zip.toString('utf8', at + 46, at + 46 + nameLength),
    method: zip.readUInt16LE(at + 10),
    encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
    checksum: zip.readUInt32LE(at + 16),
    packed,
    unpacked,
    offset,
  };
}

/** The sizes, those that are all ones taken in order from the ZIP64 field; null when that is missing or too short. */
export function largeSizes(
  zip: Buffer,
  extra: { readonly start: number; readonly length: number },
  sizes: readonly number[],
): readonly number[] | null {
  if (!sizes.includes(elsewhere)) return sizes;
  const end = extra.start + extra.length;
  for (let at = extra.start; at + 4 <= end; at += 4 + zip.readUInt16LE(at + 2)) {
    if (zip.readUInt16LE(at) !== 1) continue;
    const fieldEnd = at + 4 + zip.readUInt16LE(at + 2);
    let next = at + 4;
    const filled = sizes.map((size) => {
      if (size !== elsewhere) return size;
      next += 8;
      return next <= fieldEnd ? Number(zip.readBigUInt64LE(next - 8)) : null;
    });
    return filled.every((size) => size !== null) ? filled : null;
  }
  return null;
}
