/** Sectors of the allocation table that the header of an OLE2 file names itself ([MS-CFB] 2.2). */
const inHeader = 109;

/**
 * Whether a chain of sectors in an OLE2 file comes back to itself. No program writes one, and the library follows it
 * until all memory is used. A table that cannot be followed has none: that the library says by itself.
 */
export function hasEndlessChain(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 512) return false;
  const shift = file.readUInt16LE(30);
  // Of 512 or of 4096 bytes; of others the library says that it cannot read the file.
  if (shift !== 9 && shift !== 12) return false;
  const size = 2 ** shift;
  const next = allocationTable(file, size);
  // 0: not seen, 1: on the chain that is followed, 2: known to end.
  const seen = new Uint8Array(next.length);
  for (let start = 0; start < next.length; start += 1) {
    let at = start;
    while (at >= 0 && at < next.length && seen[at] === 0) {
      seen[at] = 1;
      at = next[at] ?? -1;
    }
    if (seen[at] === 1) return true;
    for (at = start; at >= 0 && at < next.length && seen[at] === 1; at = next[at] ?? -1) seen[at] = 2;
  }
  return false;
}

/** Sector → the sector that follows it; below 0: none. */
function allocationTable(file: Buffer, size: number): readonly number[] {
  const next: number[] = [];
  const most = Math.ceil(file.length / 4);
  for (const sector of tableSectors(file, size)) {
    const start = (sector + 1) * size;
    for (let at = start; at < start + size && at + 4 <= file.length && next.length < most; at += 4) {
      next.push(file.readInt32LE(at));
    }
  }
  return next;
}

function tableSectors(file: Buffer, size: number): readonly number[] {
  const sectors: number[] = [];
  for (let at = 0; at < inHeader && 80 + at * 4 <= 512; at += 1) sectors.push(file.readInt32LE(76 + at * 4));
  // Files of more than 7 MB name further ones in sectors of their own, the last word of which leads to the next.
  const most = file.length / size;
  let list = file.readInt32LE(68);
  for (let lists = 0; list >= 0 && (list + 2) * size <= file.length && lists < most; lists += 1) {
    const start = (list + 1) * size;
    for (let at = start; at < start + size - 4; at += 4) sectors.push(file.readInt32LE(at));
    list = file.readInt32LE(start + size - 4);
  }
  return sectors.filter((sector) => sector >= 0);
}
