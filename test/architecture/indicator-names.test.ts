import { expect, test } from 'vitest';
import { sourcesOf } from '../security/sources.ts';
import { indicators } from '../templates/read-templates.ts';

/** What the program knows of indicators it reads from the catalogue: a bureau's own are worth the same as ours. */

/** A code that is a plain word of English tells nothing. */
const plainWords = new Set(['withdrawn']);

const known = indicators
  .flatMap(({ 名称, 代码, 别名 }) => [名称, 代码, ...别名])
  .filter((name) => name.length >= 4 && !plainWords.has(name));

/** Examples, in comments or of proofreading rules, are no knowledge of the program. */
function withoutExamples(text: string): string {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
  return code.replaceAll(/^ *(?:good|bad): '.*',$/gm, '');
}

function namesIn(text: string): readonly string[] {
  const code = withoutExamples(text);
  const words = new Set(code.match(/\w+/g));
  return known.filter((name) => (/^\w+$/.test(name) ? words.has(name) : code.includes(name)));
}

test('no source of the program names an indicator', () => {
  const named = sourcesOf('shared', 'electron', 'renderer/src').flatMap(({ path, text }) =>
    namesIn(text).map((name) => `${path}: ${name}`),
  );
  expect(named).toEqual([]);
});

test('a planted name is caught, one in a comment is not', () => {
  const [name = ''] = known;
  expect(namesIn(`const special = '${name}';`)).toEqual([name]);
  expect(namesIn(`/** Such as ${name}. */\nconst a = 1; // ${name}\n`)).toEqual([]);
});
