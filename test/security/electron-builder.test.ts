import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { wantedFonts } from '../../electron/core/exporting/fonts/wanted-fonts.ts';
import { root } from './sources.ts';

/** app-builder-lib checks its settings in a file that it does not export; its version is pinned. */
const require = createRequire(import.meta.resolve('electron-builder'));
const libraryFolder = join(require.resolve('app-builder-lib/package.json'), '..');
const { getConfig, validateConfiguration } = require(join(libraryFolder, 'out/util/config/config.js'));
const { DebugLogger } = require('builder-util');

async function readConfiguration(): Promise<unknown> {
  return getConfig(root, join(root, 'electron-builder.yml'), null);
}

const Settings = z.object({
  appId: z.string(),
  productName: z.string(),
  asar: z.literal(true),
  npmRebuild: z.literal(false),
  electronFuses: z.record(z.string(), z.boolean()),
  extraResources: z.array(z.object({ from: z.string(), to: z.string() })),
  fileAssociations: z.array(z.object({ ext: z.string() })),
});

test('the settings for packing are valid', async () => {
  await expect(validateConfiguration(await readConfiguration(), new DebugLogger(false))).resolves.toBeUndefined();
});

test('a misspelt setting would be noticed', async () => {
  const settings = { ...z.record(z.string(), z.unknown()).parse(await readConfiguration()), productNmae: '汇稿' };
  await expect(validateConfiguration(settings, new DebugLogger(false))).rejects.toThrow('productNmae');
});

test('every fuse is set so that nothing but the packed program runs', async () => {
  expect(Settings.parse(await readConfiguration()).electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('the fonts that are packed exist, and data files belong to the program', async () => {
  const settings = Settings.parse(await readConfiguration());
  const wanted = Object.values(wantedFonts).map(({ bundled }) => `fonts/${bundled.path}`);
  expect(settings.extraResources.map(({ to }) => to).toSorted()).toEqual([...new Set(wanted)].toSorted());
  const missing = settings.extraResources.filter(({ from }) => !existsSync(join(root, from)));
  expect(missing).toEqual([]);
  expect(settings.fileAssociations.map(({ ext }) => ext)).toEqual(['huigao']);
});
