import { readFileSync } from 'node:fs';

/** Builds font files for tests from the bundled ones: the same glyphs under other names, alone or in a collection. */

const nameIds = [1, 4, 6] as const;

/** A name table with one Chinese name (platform 3, language 0x0804) for the ids 1 and 4, and a PostScript name. */
function buildNameTable(name: string, postscriptName: string): Buffer {
  const texts = nameIds.map((id) => Buffer.from(id === 6 ? postscriptName : name, 'utf16le').swap16());
  const header = Buffer.alloc(6 + nameIds.length * 12);
  header.writeUInt16BE(nameIds.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  texts.forEach((text, index) => {
    const record = 6 + index * 12;
    [3, 1, index === 2 ? 0x0409 : 0x0804, nameIds[index] ?? 0, text.length, offset].forEach((value, field) => {
      header.writeUInt16BE(value, record + field * 2);
    });
    offset += text.length;
  });
  return Buffer.concat([header, ...texts]);
}

function entryOf(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return entry;
  }
  throw new Error(`the font has no table ${tag}`);
}

/** The font of a file under another name. */
export function renameFont(path: string, name: string, postscriptName: string): Buffer {
  const font = readFileSync(path);
  const table = buildNameTable(name, postscriptName);
  const entry = entryOf(font, 'name');
  font.writeUInt32BE(font.length, entry + 8);
  font.writeUInt32BE(table.length, entry + 12);
  return Buffer.concat([font, table]);
}

/** Sets OS/2 fsType, the licence bits for embedding. */
export function setEmbedding(font: Buffer, bits: number): Buffer {
  const copy = Buffer.from(font);
  copy.writeUInt16BE(bits, copy.readUInt32BE(entryOf(copy, 'OS/2') + 8) + 8);
  return copy;
}

/** Overwrites the character map, as a damaged disk might. */
export function damageCharacterMap(font: Buffer): Buffer {
  const copy = Buffer.from(font);
  const entry = entryOf(copy, 'cmap');
  copy.fill(0xff, copy.readUInt32BE(entry + 8), copy.readUInt32BE(entry + 8) + copy.readUInt32BE(entry + 12));
  return copy;
}

/** Puts fonts into one collection file (.ttc). */
export function collectFonts(fonts: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(12 + fonts.length * 4);
  header.write('ttcf', 'latin1');
  header.writeUInt16BE(1, 4);
  header.writeUInt32BE(fonts.length, 8);
  let start = header.length;
  const moved = fonts.map((font, index) => {
    const copy = Buffer.from(font);
    header.writeUInt32BE(start, 12 + index * 4);
    for (let table = 0; table < copy.readUInt16BE(4); table += 1) {
      const offset = 12 + table * 16 + 8;
      copy.writeUInt32BE(copy.readUInt32BE(offset) + start, offset);
    }
    start += copy.length;
    return copy;
  });
  return Buffer.concat([header, ...moved]);
}
