import { type Dirent, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The folder that holds the bundled font packages (noto-serif-sc, noto-sans-sc). A packaged program names its resources
 * folder in HUIGAO_FONT_FOLDER; in development the npm packages serve.
 */
export function bundledFontFolder(): string {
  const named = process.env.HUIGAO_FONT_FOLDER;
  if (named !== undefined && named !== '') return named;
  const manifest = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json');
  return dirname(dirname(manifest));
}

/** WPS keeps its fonts below a folder for each version: `Kingsoft\WPS Office\12.1.0.1\office6\fonts`. */
function listWpsFolders(programs: string | undefined): readonly string[] {
  if (programs === undefined) return [];
  const root = join(programs, 'Kingsoft', 'WPS Office');
  return listFolder(root).map((version) => join(root, version.name, 'office6', 'fonts'));
}

/** Where Windows, WPS, Linux and macOS keep fonts. */
export function systemFontFolders(): readonly string[] {
  const home = homedir();
  if (process.platform === 'win32') {
    const windows = process.env.SystemRoot ?? 'C:\\Windows';
    const local = process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
    return [
      join(windows, 'Fonts'),
      join(local, 'Microsoft', 'Windows', 'Fonts'),
      ...[local, process.env.ProgramFiles, process.env['ProgramFiles(x86)']].flatMap(listWpsFolders),
    ];
  }
  if (process.platform === 'darwin') {
    return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
  }
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local', 'share', 'fonts'),
    join(home, '.fonts'),
    '/opt/kingsoft/wps-office/office6/fonts',
    '/opt/apps/cn.wps.wps-office/files/kingsoft/wps-office/office6/fonts',
  ];
}

/** Deep enough for `/usr/share/fonts/truetype/…`, shallow enough not to wander. */
const deepest = 4;

function listFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // a folder that does not exist on this machine, or that this user may not read
  }
}

/** Every font file below a folder, in a fixed order. */
export function listFontFiles(folder: string, depth = 0): readonly string[] {
  const entries = [...listFolder(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth < deepest ? listFontFiles(path, depth + 1) : [];
    return /\.(?:ttf|ttc|otf|otc)$/i.test(entry.name) ? [path] : [];
  });
}
