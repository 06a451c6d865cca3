import type { Output } from '../../../../../shared/api/contract.ts';
import { ownListsOf } from '../../../../../shared/proofreading/own-lists.ts';
import { passageOf } from '../../../../../shared/proofreading/passage.ts';
import { proofread } from '../../../../../shared/proofreading/proofread.ts';
import type { Draft } from '../../../../../shared/proofreading/reading/draft.ts';
import { draftOfReport } from '../../../../../shared/proofreading/reading/draft-of-report.ts';
import { textRules } from '../../../../../shared/proofreading/rules.ts';
import type { LiveBlocks } from '../../../editor/live-blocks.ts';
import type { ReportFinding } from './find-range.ts';

type Read = Output<'proofreading.read'>;

/** Characters of the sentence that are shown on either side of the words, as the backend does. */
const contextLength = 14;

/** What the rules over the text alone say of the text as it stands. */
function ofText({ draft, origins }: LiveDraft, { choices, options }: Read): readonly ReportFinding[] {
  const own = ownListsOf(options);
  const names = new Map(textRules(own).map(({ id, name }) => [id, name]));
  const off = new Set([...options.off, ...choices.filter(({ passage }) => passage === null).map(({ rule }) => rule)]);
  const letStand = new Set(choices.map(({ rule, passage }) => `${rule}\n${passage ?? ''}`));
  return proofread(draft, { off, own }).flatMap((finding) => {
    const passage = passageOf(draft, finding);
    if (letStand.has(`${finding.rule}\n${passage}`)) return [];
    const text = draft.paragraphs[finding.paragraph]?.text ?? '';
    return [
      {
        ...finding,
        passage,
        ruleName: names.get(finding.rule) ?? finding.rule,
        before: text.slice(Math.max(0, finding.start - contextLength), finding.start),
        after: text.slice(finding.end, finding.end + contextLength),
        block: origins[finding.paragraph] ?? 0,
      },
    ];
  });
}

/** A finding of the backend where its words stand now; null once they were changed. */
function placeNow(finding: ReportFinding, { draft, origins }: LiveDraft): ReportFinding | null {
  const { before, text, after, block } = finding;
  const holds = (at: number) => draft.paragraphs[at]?.text.includes(before + text + after) ?? false;
  const all = draft.paragraphs.map((_, at) => at).filter(holds);
  const paragraph = all.find((at) => origins[at] === block) ?? all[0];
  if (paragraph === undefined) return null;
  const found = draft.paragraphs[paragraph]?.text.indexOf(before + text + after) ?? 0;
  const start = found + before.length;
  return { ...finding, paragraph, start, end: start + text.length, block: origins[paragraph] ?? 0 };
}

interface LiveDraft {
  readonly draft: Draft;
  /** Of each paragraph the document's block that it stands in. */
  readonly origins: readonly number[];
}

/** Findings of the text as it stands: those over the text read anew, those that need the data as the backend last said. */
export function findInText(live: LiveBlocks, read: Read): readonly ReportFinding[] {
  const { draft, blocks } = draftOfReport(live);
  const own = { draft, origins: blocks.map((block) => live.origins[block] ?? 0) };
  const ofData = read.findings.filter(({ kind }) => kind === 'data').flatMap((each) => placeNow(each, own) ?? []);
  return [...ofText(own, read), ...ofData].toSorted(
    (a, b) => a.paragraph - b.paragraph || a.start - b.start || a.rule.localeCompare(b.rule),
  );
}
