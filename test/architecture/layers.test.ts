import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The linter must catch a breach of the layers; a rule that catches nothing would look just as green. */

const root = join(import.meta.dirname, '..', '..');
const oxlint = join(root, 'node_modules', '.bin', 'oxlint');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huigao-layers-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rules broken by one planted file, as the project's own configuration sees it. */
function lint(files: Readonly<Record<string, string>>): readonly string[] {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const { stdout } = spawnSync(oxlint, ['--format=unix', ...Object.keys(files)], { cwd: folder, encoding: 'utf8' });
  for (const path of Object.keys(files)) rmSync(join(folder, path));
  return [...stdout.matchAll(/\[Error\/(?:eslint|import)\(([\w-]+)\)\]/g)].map((match) => match[1] ?? '');
}

const reach = (target: string) => `import { value } from '${target}';\nexport const copy = value;\n`;

describe('a planted violation is caught', () => {
  test.each([
    ['shared/a.ts', reach('node:fs')],
    ['shared/a.ts', reach('react')],
    ['shared/figures/a.ts', reach('../../electron/core/a.ts')],
    ['shared/a.ts', reach('../renderer/src/a.ts')],
    ['electron/core/a.ts', reach('electron')],
    ['electron/core/a.ts', reach('../shell/main.ts')],
    ['electron/core/services/a.ts', reach('../../web/a.ts')],
    ['electron/web/a.ts', reach('electron')],
    ['electron/web/a.ts', reach('../core/database/workspace.ts')],
    ['electron/shell/a.ts', reach('../core/services/session.ts')],
    ['electron/cli/a.ts', reach('electron')],
    ['electron/cli/a.ts', reach('../shell/main.ts')],
    ['renderer/src/a.tsx', reach('../../electron/core/a.ts')],
    ['renderer/src/a.ts', reach('node:path')],
    ['renderer/src/a.ts', reach('electron')],
    ['test/a.ts', reach('electron')],
  ])('%s: %s', (path, source) => {
    expect(lint({ [path]: source })).toContain('no-restricted-imports');
  });

  test('a clock or chance in shared/', () => {
    expect(lint({ 'shared/a.ts': 'export const now = Date.now();\n' })).toContain('no-restricted-globals');
  });

  test('a cycle', () => {
    const files = {
      'shared/a.ts': reach('./b.ts').replaceAll('copy', 'value'),
      'shared/b.ts': reach('./a.ts').replaceAll('copy', 'value'),
    };
    const apart = Object.fromEntries(
      Object.entries(files).map(([path, source]) => [
        path,
        source.replace('{ value }', '{ value as other }').replace('= value', '= other'),
      ]),
    );
    expect(lint(apart)).toContain('no-cycle');
  });

  test('an allowed import passes', () => {
    expect(lint({ 'electron/web/a.ts': reach('../core/backend/start-backend.ts') })).toEqual([]);
    expect(lint({ 'shared/a.ts': reach('zod') })).toEqual([]);
  });
});

test('shared/ cannot reach electron/ or Node for the compiler either', () => {
  const reads = JSON.parse(readFileSync(join(root, 'shared', 'tsconfig.json'), 'utf8'));
  const base = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  expect({ references: reads.references, types: base.compilerOptions.types }).toEqual({ references: [], types: [] });
});

test('the top level holds what it should and nothing else', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
  const top = new Set(
    tracked
      .map((path) => path.replaceAll('"', '').split('/')[0] ?? '')
      .filter((name) => name !== '' && !name.startsWith('.')),
  );
  const folders = ['electron', 'renderer', 'shared', 'templates', 'test'];
  const files = [
    'LICENSE',
    'README.md',
    'build.ts',
    'electron-builder.yml',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
  ];
  expect([...top].filter((name) => !folders.includes(name) && !files.includes(name))).toEqual([]);
  expect(readdirSync(root)).toEqual(expect.arrayContaining(folders));
});

test('every dependency has an exact version', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});
