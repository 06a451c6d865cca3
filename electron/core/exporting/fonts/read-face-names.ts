import { closeSync, openSync, readSync } from 'node:fs';

/** A face of a font file: the names (ids 1, 4 and 6, every language) by which a person or a program may ask for it. */
export interface FaceNames {
  readonly names: readonly string[];
  readonly postscriptName: string | null;
  readonly inCollection: boolean;
}

/** Sanity limits against damaged files: no real font comes near them. */
const mostFaces = 64;
const mostTables = 256;
const largestNameTable = 1_000_000;

const familyId = 1;
const fullNameId = 4;
const postscriptId = 6;

function readBytes(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const read = readSync(file, bytes, 0, length, position);
  if (read < length) throw new RangeError('the font file ends early');
  return bytes;
}

function decodeName(bytes: Buffer, platform: number, encoding: number): string {
  if (platform === 0 || platform === 3) return new TextDecoder('utf-16be').decode(bytes);
  // Macintosh platform: script 25 is simplified Chinese, the rest that matters is ASCII.
  return new TextDecoder(encoding === 25 ? 'gbk' : 'latin1').decode(bytes);
}

function parseNameTable(table: Buffer): { readonly names: readonly string[]; readonly postscriptName: string | null } {
  const names = new Set<string>();
  let postscriptName: string | null = null;
  const count = table.readUInt16BE(2);
  const storage = table.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 6 + index * 12;
    const nameId = table.readUInt16BE(record + 6);
    if (nameId !== familyId && nameId !== fullNameId && nameId !== postscriptId) continue;
    const start = storage + table.readUInt16BE(record + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(record + 8));
    const name = decodeName(bytes, table.readUInt16BE(record), table.readUInt16BE(record + 2)).trim();
    if (name === '') continue;
    names.add(name);
    if (nameId === postscriptId) postscriptName ??= name;
  }
  return { names: [...names], postscriptName };
}

function readFace(file: number, offset: number, inCollection: boolean): FaceNames | null {
  const tableCount = readBytes(file, offset + 4, 2).readUInt16BE(0);
  if (tableCount > mostTables) return null;
  const directory = readBytes(file, offset + 12, tableCount * 16);
  for (let index = 0; index < tableCount; index += 1) {
    const entry = index * 16;
    if (directory.toString('latin1', entry, entry + 4) !== 'name') continue;
    const length = directory.readUInt32BE(entry + 12);
    if (length < 6 || length > largestNameTable) return null;
    return { ...parseNameTable(readBytes(file, directory.readUInt32BE(entry + 8), length)), inCollection };
  }
  return null;
}

function faceOffsets(file: number): readonly number[] {
  const header = readBytes(file, 0, 12);
  if (header.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = Math.min(header.readUInt32BE(8), mostFaces);
  const offsets = readBytes(file, 12, count * 4);
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4));
}

/**
 * Reads the name tables of a font file without loading the rest (fonts run to tens of megabytes); an empty list for a
 * file that cannot be read or is damaged, because a bad file among hundreds must not stop an export.
 */
export function readFaceNames(path: string): readonly FaceNames[] {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    const offsets = faceOffsets(file);
    return offsets.map((offset) => readFace(file, offset, offsets.length > 1)).filter((face) => face !== null);
  } catch (problem) {
    if (problem instanceof RangeError) return [];
    return [];
  } finally {
    closeSync(file);
  }
}
