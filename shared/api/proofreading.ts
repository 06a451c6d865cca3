import { z } from 'zod';
import { findingKinds } from '../proofreading/finding.ts';
import { ProofreadingOptions } from '../proofreading/own-lists.ts';

/** 校核 of reports, and what a bureau sets for it. */

const severities = ['E', 'W', 'I'] as const;

/** One finding named by its rule and by what stood there (`passageOf`), so that it is found again or not at all. */
const NamedFinding = z.strictObject({ rule: z.string().max(8), passage: z.string().max(2000) });

const FindingView = z.strictObject({
  rule: z.string(),
  ruleName: z.string(),
  kind: z.enum(findingKinds),
  severity: z.enum(severities),
  /** Position in the draft, from 0. */
  paragraph: z.int(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  message: z.string(),
  remedy: z.string(),
  replacement: z.string().nullable(),
  passage: z.string(),
  /** What stands before and behind the words, as much as tells the place. */
  before: z.string(),
  after: z.string(),
  /** Position of the document's block that it stands in. */
  block: z.int(),
});

const Coverage = z.strictObject({
  numbers: z.int(),
  figures: z.int(),
  overridden: z.int(),
  constants: z.int(),
  agrees: z.int(),
  differs: z.int(),
  unbound: z.int(),
  /** Of a hundred numbers: live figures, constants, and typed ones that agree with the data. */
  percent: z.int(),
});

const RuleView = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(findingKinds),
  severity: z.enum(severities),
  good: z.string(),
  bad: z.string(),
});

export const proofreadingRequests = {
  'proofreading.read': {
    input: z.strictObject({ id: z.int() }),
    output: z.strictObject({
      findings: z.array(FindingView),
      /** Findings that a person let stand. */
      ignored: z.int(),
      /** Rules that are off for this report alone. */
      off: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      coverage: Coverage,
      /** What was decided about earlier findings, and what the bureau set, for the editor's own reading. */
      choices: z.array(NamedFinding.extend({ passage: z.string().nullable() })),
      options: ProofreadingOptions,
    }),
  },
  /** 忽略一次, or with `passage` null 这条规则以后不报, for one report. */
  'proofreading.ignore': {
    input: z.strictObject({ id: z.int(), choice: NamedFinding.extend({ passage: z.string().max(2000).nullable() }) }),
    output: z.strictObject({}),
  },
  /** Takes one such decision back; with null all of them. */
  'proofreading.restore': {
    input: z.strictObject({
      id: z.int(),
      choice: NamedFinding.extend({ passage: z.string().max(2000).nullable() }).nullable(),
    }),
    output: z.strictObject({}),
  },
  /** Puts the right text in: of one finding, or with null wherever it is certain (全部改正). */
  'proofreading.correct': {
    input: z.strictObject({ id: z.int(), finding: NamedFinding.nullable() }),
    /** `version`: the text as it was, for `reports.restoreVersion`; null where nothing changed. */
    output: z.strictObject({ corrected: z.int(), version: z.int().nullable() }),
  },
  /** The findings of a report as a Word list. */
  'proofreading.export': {
    input: z.strictObject({ id: z.int() }),
    output: z.strictObject({
      file: z.strictObject({ id: z.string(), name: z.string() }),
      notices: z.array(z.string()),
    }),
  },
  /** Goes back to an earlier text of a report; the present one is kept as a version. */
  'reports.restoreVersion': {
    input: z.strictObject({ id: z.int(), version: z.int() }),
    output: z.strictObject({}),
  },
  /** Every rule with its examples, and what the bureau set. */
  'proofreading.options': {
    input: z.strictObject({}),
    output: z.strictObject({ rules: z.array(RuleView), options: ProofreadingOptions }),
  },
  'proofreading.saveOptions': { input: ProofreadingOptions, output: z.strictObject({}) },
};
