import { type Font, type FontCollection, openSync } from 'fontkit';
import type { FontFile } from './find-fonts.ts';

/** An opened face: what it can draw. Opened once in a process, because a Chinese font takes some ten milliseconds. */
export interface Face {
  hasGlyph(codePoint: number): boolean;
  /** Highest point of a character's ink above the baseline, in ems. */
  inkTop(character: string): number;
  /** OS/2 fsType bit 1: the licence forbids embedding. */
  readonly embeddable: boolean;
}

const opened = new Map<string, Face | null>();

function isFont(font: Font | FontCollection): font is Font {
  return 'hasGlyphForCodePoint' in font;
}

function openFace(file: FontFile): Face | null {
  let font: Font | FontCollection;
  try {
    font = openSync(file.path, file.postscriptName ?? undefined);
    if (!isFont(font)) return null;
    // Tables are read on demand: a damaged one shows here, not in the middle of an export.
    font.layout('永');
    font.createSubset();
    void font['OS/2'].fsType.noEmbedding;
  } catch {
    return null;
  }
  const face = font;
  return {
    hasGlyph: (codePoint) => face.hasGlyphForCodePoint(codePoint),
    inkTop: (character) => (face.layout(character).glyphs[0]?.bbox.maxY ?? 0) / face.unitsPerEm,
    embeddable: !face['OS/2'].fsType.noEmbedding,
  };
}

/** Tells faces apart: a collection holds several in one file. */
export function fontKey(file: FontFile): string {
  return file.postscriptName === null ? file.path : `${file.path}#${file.postscriptName}`;
}

/** The face of a font file, or null when the file is damaged or gone. */
export function faceOf(file: FontFile): Face | null {
  const key = fontKey(file);
  const known = opened.get(key);
  if (known !== undefined) return known;
  const face = openFace(file);
  opened.set(key, face);
  return face;
}

/** The 3,755 characters of GB 2312 level 1 (rows 16–55), which any font for official documents must have. */
function listCommonCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder('gbk').decode(Uint8Array.from(bytes));
}

let commonCharacters: readonly number[] | undefined;

/** Whether a font may set an official document: it may be embedded and lacks no common character. */
export function servesOfficialDocuments(face: Face): boolean {
  commonCharacters ??= Array.from(
    `${listCommonCharacters()}，。、；：？！“”‘’（）《》—…0123456789%`,
    (character) => character.codePointAt(0) ?? 0,
  );
  return face.embeddable && commonCharacters.every((codePoint) => face.hasGlyph(codePoint));
}
