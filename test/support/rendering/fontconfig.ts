import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A private fontconfig that shows the bundled Noto fonts in place of the official-document fonts, which no build machine
 * has. Both families are drawn on a full em square, so lines and characters a line come out as with the real fonts.
 */

const songs = ['仿宋_GB2312', '仿宋', 'FangSong', '楷体_GB2312', '楷体', 'KaiTi', '宋体', 'SimSun', '新宋体'];
const titles = ['方正小标宋简体', '方正小标宋_GBK'];
const blacks = ['黑体', 'SimHei'];

function resolvePackage(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

/** The bundled folders: Noto Serif SC regular and bold, Noto Sans SC regular. */
export function bundledFontFolders(): readonly string[] {
  const serif = resolvePackage('@expo-google-fonts/noto-serif-sc');
  const sans = resolvePackage('@expo-google-fonts/noto-sans-sc');
  return [join(serif, '400Regular'), join(serif, '700Bold'), join(sans, '400Regular')];
}

/** `weight` forces one weight (小标宋 is bold by nature); without it a bold run is set in the bold file. */
function replaceFamilies(names: readonly string[], family: string, weight?: string): string {
  const weightEdit =
    weight === undefined ? '' : `<edit name="weight" mode="assign" binding="same"><const>${weight}</const></edit>`;
  return names
    .map(
      (name) => `<match target="pattern">
  <test name="family" qual="any" compare="eq"><string>${name}</string></test>
  <edit name="family" mode="assign" binding="same"><string>${family}</string></edit>
  ${weightEdit}
</match>`,
    )
    .join('\n');
}

function fontconfigXml(cacheFolder: string): string {
  const folders = bundledFontFolders().map((folder) => `<dir>${folder}</dir>`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.join('\n')}
<cachedir>${cacheFolder}</cachedir>
${replaceFamilies(songs, 'Noto Serif SC')}
${replaceFamilies(titles, 'Noto Serif SC', 'bold')}
${replaceFamilies(blacks, 'Noto Sans SC', 'regular')}
</fontconfig>
`;
}

/** What LibreOffice needs to run with the private fonts and a profile of its own. */
export interface RenderingEnvironment {
  readonly env: Readonly<Record<string, string>>;
  /** The `-env:UserInstallation=…` argument of soffice. */
  readonly profileArgument: string;
}

/** Writes the private fontconfig and profile folders into `folder`. */
export async function prepareRenderingEnvironment(folder: string): Promise<RenderingEnvironment> {
  const cacheFolder = join(folder, 'font-cache');
  const profileFolder = join(folder, 'profile');
  const configFile = join(folder, 'fonts.conf');
  await mkdir(cacheFolder, { recursive: true });
  await mkdir(profileFolder, { recursive: true });
  await writeFile(configFile, fontconfigXml(cacheFolder));
  return {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      LANG: 'C.UTF-8',
      FONTCONFIG_FILE: configFile,
    },
    profileArgument: `-env:UserInstallation=${pathToFileURL(profileFolder).href}`,
  };
}
