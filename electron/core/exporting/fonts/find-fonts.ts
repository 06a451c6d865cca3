import { join } from 'node:path';
import { defaultLayout, type FontRole, type Layout } from '../../../../shared/gongwen/layout.ts';
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

export const fontRoles = ['title', 'body', 'kai', 'hei', 'song'] as const satisfies readonly FontRole[];

/** 字体: one choice for each part that a font plays. */
export interface FontSet extends Readonly<Record<FontRole, FontChoice>> {
  /** Of digits and Latin letters; null: each stands in the font of the text around it. */
  readonly latin: FontFile | null;
}

/** The choices of a set, in the order of the roles. */
export function choicesOf(fonts: FontSet): readonly FontChoice[] {
  return fontRoles.map((role) => fonts[role]);
}

/** The bundled file of a face. */
export function bundledFile(face: BundledFace): FontFile {
  return { path: join(bundledFontFolder(), face.path), postscriptName: null, family: face.family };
}

/** What a bureau asks for: the names in its 版式. */
type FontWishes = Pick<Layout, 'fontNames' | 'latinFontName'>;

/** The names that serve a role, that of the 版式 first. */
function namesFor(role: FontRole, { fontNames }: FontWishes): readonly string[] {
  return [...new Set([fontNames[role], ...wantedFonts[role].names])];
}

interface InstalledFace extends FontFile {
  readonly isSlantedOrBold: boolean;
}

/** Installed faces that are asked for, by the name asked for. */
function listWantedFaces(
  folders: readonly string[],
  asked: ReadonlySet<string>,
): ReadonlyMap<string, readonly InstalledFace[]> {
  const found = new Map<string, InstalledFace[]>();
  for (const path of folders.flatMap((folder) => listFontFiles(folder))) {
    for (const face of readFaceNames(path)) {
      for (const name of face.names.filter((name) => asked.has(name))) {
        const postscriptName = face.inCollection ? face.postscriptName : null;
        const isSlantedOrBold = /bold|italic|oblique/i.test(face.postscriptName ?? '');
        found.set(name, [...(found.get(name) ?? []), { path, postscriptName, family: name, isSlantedOrBold }]);
      }
    }
  }
  return found;
}

function asFile({ path, postscriptName, family }: InstalledFace): FontFile {
  return { path, postscriptName, family };
}

function chooseFont(
  role: FontRole,
  wishes: FontWishes,
  installed: ReadonlyMap<string, readonly InstalledFace[]>,
): FontChoice {
  const names = namesFor(role, wishes);
  const wanted = wishes.fontNames[role];
  for (const file of names.flatMap((name) => installed.get(name) ?? []).map(asFile)) {
    const face = faceOf(file);
    if (face !== null && servesOfficialDocuments(face)) return { role, wanted, file, substituted: false };
  }
  return { role, wanted, file: bundledFile(wantedFonts[role].bundled), substituted: true };
}

/** The upright face of a Latin family: bold and italic ones bear its name too. */
function chooseLatin(name: string | null, installed: ReadonlyMap<string, readonly InstalledFace[]>): FontFile | null {
  const faces = name === null ? [] : (installed.get(name) ?? []);
  const file = faces.find((face) => !face.isSlantedOrBold && faceOf(face)?.embeddable === true);
  return file === undefined ? null : asFile(file);
}

const known = new Map<string, FontSet>();

/**
 * Chooses a font for every role: an installed one, found by the names in its name table, that of the 版式 first, else a
 * bundled one. Looked for once in a process; `systemFolders: []` takes the bundled fonts alone.
 */
export function findFonts(
  options: { readonly systemFolders?: readonly string[]; readonly layout?: FontWishes } = {},
): FontSet {
  const folders = options.systemFolders ?? systemFontFolders();
  const { fontNames, latinFontName } = options.layout ?? defaultLayout;
  const wishes = { fontNames, latinFontName };
  const key = JSON.stringify([bundledFontFolder(), folders, wishes]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const latin = latinFontName === null ? [] : [latinFontName];
  const asked = new Set([...fontRoles.flatMap((role) => namesFor(role, wishes)), ...latin]);
  const installed = listWantedFaces(folders, asked);
  const choose = (role: FontRole): FontChoice => chooseFont(role, wishes, installed);
  const fonts: FontSet = {
    title: choose('title'),
    body: choose('body'),
    kai: choose('kai'),
    hei: choose('hei'),
    song: choose('song'),
    latin: chooseLatin(latinFontName, installed),
  };
  known.set(key, fonts);
  return fonts;
}

/** Says in one sentence, for a person, which fonts stand in for those the standard asks for; nothing when none does. */
export function describeSubstitutions(fonts: FontSet): readonly string[] {
  const substituted = choicesOf(fonts).filter((choice) => choice.substituted);
  if (substituted.length === 0) return [];
  const pairs = substituted.map(
    ({ role, wanted, file }) => `${wantedFonts[role].purpose}（${wanted}）用${file.family}`,
  );
  return [
    `本机没有安装规定的字体，PDF 改用随附字体：${pairs.join('，')}。` +
      '如须用规定字体，请安装后重新导出；Word 文件不受影响。',
  ];
}

/** Says that the bureau's font of digits and letters is not to be had. */
export function describeLatin({ latinFontName }: Pick<Layout, 'latinFontName'>, { latin }: FontSet): readonly string[] {
  if (latinFontName === null || latin !== null) return [];
  return [
    `本机没有安装数字和字母的字体“${latinFontName}”，PDF 中数字和字母随正文字体。请安装后重新导出；Word 文件不受影响。`,
  ];
}
