import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedRules } from '../../electron/core/services/shipped-rules.ts';
import { describeFormats } from '../../shared/figures/format.ts';
import { functions } from '../../shared/figures/functions/index.ts';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

test('the README tells every function and format as the program does', () => {
  const rows = [
    ...functions.map(({ usage, description }) => `| \`${usage}\` | ${description} |`),
    ...describeFormats().map(
      ({ name, description, example: { before, after } }) => `| \`${name}\` | ${description} | ${before} → ${after} |`,
    ),
  ];
  expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  expect(readme).toContain('等三十一个');
  expect(functions).toHaveLength(31);
});

test('the README counts the built-in rules', () => {
  expect(readme).toContain('内置的九十二条勾稽关系');
  expect(shippedRules()).toHaveLength(92);
});

test('the README shows every command', async () => {
  const { stdout } = await runHuigao(temporaryFolder(), 'help');
  const commands = [...stdout.matchAll(/^ {2}huigao (\S+)/gm)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(10);
  expect(
    commands.filter((name) => !readme.includes(`huigao -- ${name} `) && !readme.includes(`huigao -- ${name}\n`)),
  ).toEqual([]);
});
