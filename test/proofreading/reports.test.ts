import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FilledReport } from '../../electron/core/services/report-data.ts';
import { dataRules } from '../../shared/proofreading/data/rules.ts';
import { proofread } from '../../shared/proofreading/proofread.ts';
import { type Draft, draftOf, type KnownStretch } from '../../shared/proofreading/reading/draft.ts';
import { draftOfReport } from '../../shared/proofreading/reading/draft-of-report.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { builtInReports, filler, openSample } from './changing-data.ts';

/** Errors and doubts in a report that nobody has written in: there must be none. */
function doubtsIn({ printed }: FilledReport): readonly string[] {
  return proofread(draftOfReport(printed).draft)
    .filter(({ severity }) => severity !== 'I')
    .map(({ rule, text, message }) => `${rule} ${text} ${message}`);
}

describe.each(builtInReports)('$template', (report) => {
  test('filled from the sample there is nothing to say of it', () => {
    const workspace = openSample();
    expect(doubtsIn(filler(workspace, report).filled(new Map()))).toEqual([]);
    workspace.close();
  });

  test('nor after any consistent change of the data', () => {
    const workspace = openSample();
    const { filled } = filler(workspace, report);
    fc.assert(
      fc.property(report.changes, (changes) => {
        expect(doubtsIn(filled(changes))).toEqual([]);
      }),
      { ...propertyRuns, numRuns: propertyRuns.numRuns / 2 },
    );
    workspace.close();
  }, 300_000);
});

/** One slip of the pen in a figure: typed in its place as text, or set by hand, which the report remembers. */
function mistype(draft: Draft, { paragraph, stretch, digit, byHand }: Slip): Draft {
  return draftOf(
    draft.paragraphs.map(({ paragraph: own, text }, at) => {
      if (at !== paragraph) return own;
      const computed = text.slice(stretch.start, stretch.end);
      const typed = slip(computed, digit);
      const others = own.known.filter((other) => other !== stretch);
      const known = byHand ? [...others, { ...stretch, kind: 'overridden' as const, computed }] : others;
      return { ...own, known, text: text.slice(0, stretch.start) + typed + text.slice(stretch.end) };
    }),
  );
}

/** Two neighbouring digits changed over, else a digit raised by one. */
function slip(text: string, seed: number): string {
  const digits = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const at = digits[seed % digits.length] ?? 0;
  const next = digits.find((other) => other > at);
  const [here, there] = [text.charAt(at), next === undefined ? '' : text.charAt(next)];
  if (next !== undefined && here !== there && !(at === digits[0] && there === '0')) {
    return text.slice(0, at) + there + text.slice(at + 1, next) + here + text.slice(next + 1);
  }
  return text.slice(0, at) + String((Number(here) + 1) % 10) + text.slice(at + 1);
}

interface Slip {
  readonly paragraph: number;
  readonly stretch: KnownStretch;
  readonly digit: number;
  readonly byHand: boolean;
}

const planted = 200;

test(`of ${planted} figures of the built-in reports changed by a slip of the pen, at least 95 in 100 are found`, () => {
  const workspace = openSample();
  const missed: string[] = [];
  for (const report of builtInReports) {
    const { filled, scope } = filler(workspace, report);
    const samples = fc.sample(fc.tuple(report.changes, fc.nat(), fc.nat()), { numRuns: planted / 2, seed: 20241205 });
    for (const [at, [changes, which, digit]] of samples.entries()) {
      const { draft } = draftOfReport(filled(changes).printed);
      const figures = draft.paragraphs.flatMap(({ paragraph: { role, known }, text }, paragraph) =>
        known
          .filter(({ kind, start, end }) => kind === 'figure' && /\d.*[人%点元次]/.test(text.slice(start, end)))
          .filter(() => role === 'body')
          .map((stretch) => ({ paragraph, stretch })),
      );
      const target = figures[which % figures.length];
      if (target === undefined) throw new Error('no figures');
      const wrong = mistype(draft, { ...target, digit, byHand: at % 2 === 0 });
      const found = proofread(wrong, { more: dataRules(scope(changes)) }).filter(({ severity }) => severity !== 'I');
      const { start, end } = target.stretch;
      if (found.length === 0) missed.push(wrong.paragraphs[target.paragraph]?.text.slice(start - 30, end + 3) ?? '');
    }
  }
  workspace.close();
  expect(missed.length).toBeLessThanOrEqual(planted * 0.05);
});
