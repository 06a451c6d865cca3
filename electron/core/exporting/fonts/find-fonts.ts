import { join } from 'node:path';
import type { FontRole } from '../../../../shared/gongwen/layout.ts';
import { faceOf, servesOfficialDocuments } from './face-coverage.ts';
import { bundledFontFolder, listFontFiles, systemFontFolders } from './font-folders.ts';
import { readFaceNames } from './read-face-names.ts';
import { type BundledFace, wantedFonts } from './wanted-fonts.ts';

export interface FontFile {
  readonly path: string;
  /** Names the face inside a collection (.ttc); null for a file with one face. */
  readonly postscriptName: string | null;
  readonly family: string;
}

export interface FontChoice {
  readonly role: FontRole;
  /** The font that the standard asks for. */
  readonly wanted: string;
  readonly file: FontFile;
  /** A bundled font stands in, because none that serves is installed. */
  readonly substituted: boolean;
}

/** 字体: one choice for each part that a font plays. */
export type FontSet = Readonly<Record<FontRole, FontChoice>>;

/** The bundled file of a face. */
export function bundledFile(face: BundledFace): FontFile {
  return { path: join(bundledFontFolder(), face.path), postscriptName: null, family: face.family };
}

/** Installed faces that the roles ask for, by the name asked for. */
function listWantedFaces(folders: readonly string[]): ReadonlyMap<string, readonly FontFile[]> {
  const asked = new Set(Object.values(wantedFonts).flatMap((font) => font.names));
  const found = new Map<string, FontFile[]>();
  for (const path of folders.flatMap((folder) => listFontFiles(folder))) {
    for (const face of readFaceNames(path)) {
      for (const name of face.names.filter((name) => asked.has(name))) {
        const postscriptName = face.inCollection ? face.postscriptName : null;
        found.set(name, [...(found.get(name) ?? []), { path, postscriptName, family: name }]);
      }
    }
  }
  return found;
}

function chooseFont(role: FontRole, installed: ReadonlyMap<string, readonly FontFile[]>): FontChoice {
  const { names, bundled } = wantedFonts[role];
  const wanted = names[0] ?? bundled.family;
  for (const file of names.flatMap((name) => installed.get(name) ?? [])) {
    const face = faceOf(file);
    if (face !== null && servesOfficialDocuments(face)) return { role, wanted, file, substituted: false };
  }
  return { role, wanted, file: bundledFile(bundled), substituted: true };
}

const known = new Map<string, FontSet>();

/**
 * Chooses a font for every role: an installed one, found by the names in its name table, else a bundled one. Looked for
 * once in a process; `systemFolders: []` takes the bundled fonts alone.
 */
export function findFonts(options: { readonly systemFolders?: readonly string[] } = {}): FontSet {
  const folders = options.systemFolders ?? systemFontFolders();
  const key = JSON.stringify([bundledFontFolder(), folders]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const installed = listWantedFaces(folders);
  const fonts: FontSet = {
    title: chooseFont('title', installed),
    body: chooseFont('body', installed),
    kai: chooseFont('kai', installed),
    hei: chooseFont('hei', installed),
    song: chooseFont('song', installed),
  };
  known.set(key, fonts);
  return fonts;
}

/** Says in one sentence, for a person, which fonts stand in for those the standard asks for; nothing when none does. */
export function describeSubstitutions(fonts: FontSet): readonly string[] {
  const substituted = Object.values(fonts).filter((choice) => choice.substituted);
  if (substituted.length === 0) return [];
  const pairs = substituted.map(
    ({ role, wanted, file }) => `${wantedFonts[role].purpose}（${wanted}）用${file.family}`,
  );
  return [
    `本机没有安装规定的字体，PDF 改用随附字体：${pairs.join('，')}。` +
      '如须用规定字体，请安装后重新导出；Word 文件不受影响。',
  ];
}
