import { extname, resolve } from 'node:path';

/**
 * The data file that the command line names, such as the one that was double-clicked: the first argument that is an
 * existing `.huigao` file. Switches, addresses and everything else that others may put there are ignored.
 */
export function namedWorkspace(
  args: readonly string[],
  folder: string,
  isFile: (path: string) => boolean,
): string | null {
  const paths = args
    .filter((arg) => !arg.startsWith('-') && !arg.includes('://') && extname(arg).toLowerCase() === '.huigao')
    .map((arg) => resolve(folder, arg));
  return paths.find((path) => isFile(path)) ?? null;
}
