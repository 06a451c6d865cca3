import { expect, test } from 'vitest';
import { dataFolder } from '../../electron/core/backend/data-folder.ts';

test('on Linux the data lives where the desktop keeps data', () => {
  expect(dataFolder({ platform: 'linux', home: '/home/li', env: {} })).toBe('/home/li/.local/share/huigao');
  expect(dataFolder({ platform: 'linux', home: '/home/li', env: { XDG_DATA_HOME: '/d' } })).toBe('/d/huigao');
});

test('on Windows it is the local profile, never the roaming one', () => {
  const env = { APPDATA: '/u/Roaming', LOCALAPPDATA: '/u/Local' };
  expect(dataFolder({ platform: 'win32', home: '/u', env })).toBe('/u/Local/Huigao');
});

test('a folder named by the environment wins', () => {
  expect(dataFolder({ platform: 'linux', home: '/home/li', env: { HUIGAO_DATA_FOLDER: '/x' } })).toBe('/x');
});
