import { join } from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Where a person's own data file, the sample and the backups live, the same for every host. On Windows it is the local
 * profile: a roaming one is copied over the network at log-on, which tears an open database.
 */
export function dataFolder({ platform, home, env }: Surroundings): string {
  if (env.HUIGAO_DATA_FOLDER) return env.HUIGAO_DATA_FOLDER;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Huigao');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Huigao');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'huigao');
}
