const marker = 0xffffffff;

/** The same zip with the sizes of its first entry in ZIP64 fields, the inflated one `excess` larger than it is. */
export function asZip64(bytes: Uint8Array, excess: bigint): Uint8Array {
  const zip = Buffer.from(bytes);
  const directory = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  const field = zip64Field(zip, directory, excess);
  const localEnd = 30 + zip.readUInt16LE(26);
  const local = Buffer.from(zip.subarray(0, localEnd));
  markSizes(local, { sizes: 18, extra: 28, length: field.length });
  const entryEnd = directory + 46 + zip.readUInt16LE(directory + 28);
  const entry = Buffer.from(zip.subarray(directory, entryEnd));
  markSizes(entry, { sizes: 20, extra: 30, length: field.length });
  const before = Buffer.concat([local, field, zip.subarray(localEnd, directory)]);
  const rest = Buffer.from(zip.subarray(entryEnd));
  moveEntries(rest, field.length);
  const end = rest.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  rest.writeUInt32LE(rest.readUInt32LE(end + 12) + field.length, end + 12);
  rest.writeUInt32LE(before.length, end + 16);
  return new Uint8Array(Buffer.concat([before, entry, field, rest]));
}

function zip64Field(zip: Buffer, directory: number, excess: bigint): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(zip.readUInt32LE(directory + 24)) + excess, 4);
  field.writeBigUInt64LE(BigInt(zip.readUInt32LE(directory + 20)), 12);
  return field;
}

function markSizes(
  header: Buffer,
  at: { readonly sizes: number; readonly extra: number; readonly length: number },
): void {
  header.writeUInt32LE(marker, at.sizes);
  header.writeUInt32LE(marker, at.sizes + 4);
  header.writeUInt16LE(at.length, at.extra);
}

/** Every later entry begins behind the field that was put in. */
function moveEntries(directory: Buffer, by: number): void {
  for (let at = 0; directory.readUInt32LE(at) === 0x02014b50; ) {
    directory.writeUInt32LE(directory.readUInt32LE(at + 42) + by, at + 42);
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}
