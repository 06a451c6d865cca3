import type { Finding, Remark, Rule } from './finding.ts';
import type { Draft, ReadParagraph } from './reading/draft.ts';
import { noOwnLists, type OwnLists, textRules } from './rules.ts';

export interface ProofreadOptions {
  /** Ids of rules that are switched off. */
  readonly off?: ReadonlySet<string>;
  /** The bureau's own words and titles. */
  readonly own?: OwnLists;
  /** Rules beyond those over the text alone: data/rules.ts. */
  readonly more?: readonly Rule[];
}

/** A live figure cannot be typed over: what is to be changed is its formula or its data. */
function touchesFigure({ paragraph: { known } }: ReadParagraph, { start, end }: Remark): boolean {
  return known.some((stretch) => stretch.kind === 'figure' && stretch.start < end && start < stretch.end);
}

function findingOf(rule: Rule, remark: Remark, paragraph: ReadParagraph): Finding {
  const { start, end, message, remedy } = remark;
  const replacement = touchesFigure(paragraph, remark) ? null : (remark.replacement ?? null);
  const text = paragraph.text.slice(start, end);
  const severity = remark.severity ?? rule.severity;
  return {
    rule: rule.id,
    kind: rule.kind,
    severity,
    paragraph: remark.paragraph,
    start,
    end,
    text,
    message,
    remedy,
    replacement,
  };
}

/** Reads a draft with every rule that is on. Findings come in the order of the text. */
export function proofread(
  draft: Draft,
  { off = new Set(), own = noOwnLists, more = [] }: ProofreadOptions = {},
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of [...textRules(own), ...more]) {
    if (off.has(rule.id)) continue;
    for (const remark of rule.check(draft)) {
      const paragraph = draft.paragraphs[remark.paragraph];
      if (paragraph !== undefined) findings.push(findingOf(rule, remark, paragraph));
    }
  }
  return findings.toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start || a.rule.localeCompare(b.rule));
}
