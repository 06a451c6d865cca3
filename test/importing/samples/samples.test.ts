import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { differences, importAs } from '../read-import.ts';
import { readExpected } from './read-expected.ts';

const shared = process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const folder = join(shared, 'samples', 'spreadsheets');
const isThere = existsSync(folder);
if (!isThere) process.stderr.write(`real forms are not read: ${folder} is not there\n`);

/** What was written down after looking at the files, before anything could read them. */
test.skipIf(!isThere).each(readExpected())('$file is read to the right cells', (expected) => {
  const staged = importAs({ kind: 'bytes', bytes: readFileSync(join(folder, expected.file)) }, expected);
  expect(differences(staged, expected)).toEqual([]);
  const asked = new Set([...staged.questions.map(({ id }) => id), ...Object.keys(expected.corrections)]);
  expect([...asked].sort()).toEqual([...expected.questions].sort());
  expect(Object.keys(expected.corrections).length).toBeLessThanOrEqual(1);
});
