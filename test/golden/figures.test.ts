import { describe, expect, test } from 'vitest';
import { formatMismatch, parseFormat, printValue } from '../../shared/figures/format.ts';
import { evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { type GoldenCase, readGolden, viewOfCase } from './read-golden.ts';

const { catalogue, cases } = readGolden();
const language = createFormulaLanguage({
  indicators: catalogue.indicators,
  regions: catalogue.regions,
  namedSet: (name) => catalogue.sets.get(name),
});

interface Outcome {
  readonly text: string;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly at: readonly number[] }[];
}

/** What the case prints, or every problem with its code and place; a format's problem has the code of its failure. */
function outcomeOf(golden: GoldenCase): Outcome {
  const checked = language.check(golden.formula);
  if (!checked.ok) {
    const problems = checked.error.map(({ code, message, span }) => ({ code, message, at: [span.start, span.end] }));
    return { text: '', problems };
  }
  const format = parseFormat(golden.format);
  const failure = format.ok ? formatMismatch(format.value, checked.value) : format.error;
  if (failure) return { text: '', problems: [{ code: failure.code, message: describeFailure(failure), at: [] }] };
  const { region, period } = golden;
  const view = viewOfCase(golden, catalogue);
  const { value } = evaluateFormula(checked.value, { view, language, region, period });
  if (!format.ok) throw new Error('the format was judged');
  return { text: printValue(value, format.value, golden.place).text, problems: [] };
}

describe.each([...Map.groupBy(cases, ({ group }) => group)])('%s', (_, group) => {
  test.each(group.map((golden) => [`${golden.formula} ${golden.format ?? ''}`, golden] as const))('%s', (_, golden) => {
    const { expected } = golden;
    const { text, problems } = outcomeOf(golden);
    const wanted = expected.kind === 'text' ? expected.text : `${expected.code}: …${expected.part}…`;
    const found = problems.find(
      ({ code, message, at }) =>
        expected.kind === 'problem' &&
        code === expected.code &&
        message.includes(expected.part) &&
        (expected.at === null || String(expected.at) === String(at)),
    );
    const got = problems.map(({ code, message, at }) => `${code}: ${message} ${at.join('–')}`).join(' ') || text;
    expect(found === undefined ? got : wanted).toBe(wanted);
  });
});
