import type { Draft } from './reading/draft.ts';

/** E 错误: certainly wrong. W 疑似: probably wrong, a person decides. I 提示: worth a look. */
export type Severity = 'E' | 'W' | 'I';

export const severityNames: Readonly<Record<Severity, string>> = { E: '错误', W: '疑似', I: '提示' };

export const findingKinds = ['arithmetic', 'data', 'number', 'punctuation', 'wording', 'structure'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A stretch of one paragraph, in UTF-16 code units. */
export interface Place {
  /** Position in the draft, from 0. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** What a rule noticed, before it is given the name of the rule. */
export interface Remark extends Place {
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
  /** The right text for the stretch, where it is certain: 全部改正 puts it in. */
  readonly replacement?: string | undefined;
  /** Where it differs from the severity of the rule. */
  readonly severity?: Severity | undefined;
}

/** 校核意见 */
export interface Finding extends Place {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** The stretch as it reads. */
  readonly text: string;
  readonly message: string;
  readonly remedy: string;
  readonly replacement: string | null;
}

/** What a rule is, for the user; `good` and `bad` are examples, which the tests read, too. */
export interface RuleDescription {
  readonly id: string;
  readonly name: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly good: string;
  readonly bad: string;
}

/** A proofreading rule. */
export interface Rule extends RuleDescription {
  readonly check: (draft: Draft) => Iterable<Remark>;
}
