import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Folder of the data that ships with the program (built-in templates, catalogue, sample): `templates/` beside the
 * nearest folder above this file that has one, both in the sources and in a packaged program.
 */
export function templatesFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'templates');
    if (existsSync(join(candidate, 'catalogue', 'indicators.yaml'))) return candidate;
    if (dirname(folder) === folder) throw new Error('the templates folder is missing from this installation');
  }
}
