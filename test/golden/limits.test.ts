import { describe, expect, test } from 'vitest';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { readGolden, viewOfCase } from './read-golden.ts';

/** Formulas too large for the golden file: what a hostile or runaway one may be, and from where it is refused. */

const { catalogue, cases } = readGolden();

function problemsOf(formula: string) {
  const [first] = cases;
  if (first === undefined) throw new Error('no cases');
  const checked = createFormulaLanguage(viewOfCase(first, catalogue)).check(formula);
  return checked.ok ? [] : checked.error;
}

describe('a formula of at most 2000 characters', () => {
  test('is read', () => expect(problemsOf(`10${'+1'.repeat(999)}`)).toEqual([]));
  test('one more is refused, from there on', () => {
    const [problem] = problemsOf(`100${'+1'.repeat(999)}`);
    expect(problem).toMatchObject({ code: 'too-long', span: { start: 2000, end: 2001 } });
    expect(problem?.message).toContain('2000');
  });
  test('blanks count too', () => expect(problemsOf(`1${' '.repeat(2000)}`)[0]?.code).toBe('too-long'));
});

describe('nesting of at most 64 levels', () => {
  test.each([
    ['brackets', (times: number) => `${'('.repeat(times)}1${')'.repeat(times)}`],
    ['signs', (times: number) => `${'-'.repeat(times)}1`],
    ['functions', (times: number) => `${'绝对值('.repeat(times)}1${')'.repeat(times)}`],
    ['both', (times: number) => `${'绝对值('.repeat(times / 2)}${'-'.repeat(times / 2)}1${')'.repeat(times / 2)}`],
  ])('%s: 60 are read, 70 refused', (_, nest) => {
    expect(problemsOf(nest(60))).toEqual([]);
    expect(problemsOf(nest(70)).map(({ code }) => code)).toEqual(['too-deep']);
  });
  test('side by side is not nested', () => expect(problemsOf(Array(300).fill('(1+2)').join('+'))).toEqual([]));
});
