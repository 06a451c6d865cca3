import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { renameFont } from '../make-font.ts';

/**
 * A private fontconfig with the fonts of official documents, which no build machine has: the bundled Noto fonts under
 * their names. These are drawn on a full em square, so lines and characters a line come out as with the real fonts, and
 * each font of a page can be told from the others by its name.
 */

const cacheFolder = fileURLToPath(new URL('../../../.cache/rendering', import.meta.url));

function resolvePackage(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

const serif = resolvePackage('@expo-google-fonts/noto-serif-sc');
const sans = resolvePackage('@expo-google-fonts/noto-sans-sc');
const regular = join(serif, '400Regular', 'NotoSerifSC_400Regular.ttf');
const bold = join(serif, '700Bold', 'NotoSerifSC_700Bold.ttf');
const black = join(sans, '400Regular', 'NotoSansSC_400Regular.ttf');

const officialFonts = [
  { name: '方正小标宋简体', postscriptName: 'FZXBSJW--GB1-0', path: bold },
  { name: '仿宋_GB2312', postscriptName: 'FangSong_GB2312', path: regular },
  { name: '楷体_GB2312', postscriptName: 'KaiTi_GB2312', path: regular },
  { name: '黑体', postscriptName: 'SimHei', path: black },
  { name: '宋体', postscriptName: 'SimSun', path: regular },
] as const;

/** Makes the fonts of official documents once on a machine; returns their folder. */
export async function officialFontFolder(): Promise<string> {
  const folder = join(cacheFolder, 'fonts');
  await mkdir(folder, { recursive: true });
  for (const { name, postscriptName, path } of officialFonts) {
    const file = join(folder, `${postscriptName}.ttf`);
    if (existsSync(file)) continue;
    // Several test processes may be at it: each writes a file of its own and puts it in its place whole.
    writeFileSync(`${file}.${process.pid}`, renameFont(path, name, postscriptName));
    renameSync(`${file}.${process.pid}`, file);
  }
  return folder;
}

function fontconfigXml(fontFolder: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${fontFolder}</dir>
<dir>${dirname(regular)}</dir>
<dir>${dirname(black)}</dir>
<cachedir>${cache}</cachedir>
</fontconfig>
`;
}

/** What LibreOffice needs to run with the private fonts and a profile of its own. */
export interface RenderingEnvironment {
  readonly env: Readonly<Record<string, string>>;
  readonly profileFolder: string;
  /** The `-env:UserInstallation=…` argument of soffice. */
  readonly profileArgument: string;
}

/** Writes the private fontconfig and profile folders into `folder`. */
export async function prepareRenderingEnvironment(folder: string): Promise<RenderingEnvironment> {
  const fontCache = join(folder, 'font-cache');
  const profileFolder = join(folder, 'profile');
  const configFile = join(folder, 'fonts.conf');
  await mkdir(fontCache, { recursive: true });
  await mkdir(profileFolder, { recursive: true });
  await writeFile(configFile, fontconfigXml(await officialFontFolder(), fontCache));
  return {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      LANG: 'C.UTF-8',
      FONTCONFIG_FILE: configFile,
    },
    profileFolder,
    profileArgument: `-env:UserInstallation=${pathToFileURL(profileFolder).href}`,
  };
}
