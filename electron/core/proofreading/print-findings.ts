import { type Finding, severityNames } from '../../../shared/proofreading/finding.ts';
import type { Draft } from '../../../shared/proofreading/reading/draft.ts';
import type {
  PrintedBlock,
  PrintedCell,
  PrintedDocument,
  PrintedRow,
  PrintedRun,
} from '../../../shared/report/printed.ts';
import { markSentences } from '../../../shared/report/table/mark-sentences.ts';

/** One text that was proofread. */
export interface ProofreadDocument {
  /** Of several, what it is called; null where there is one alone. */
  readonly name: string | null;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  /** What else is to be said of it, such as how many of its numbers agree with the data, or why it could not be read. */
  readonly note?: string | undefined;
}

/** Characters of the sentence on either side of the words. */
const around = 24;

function run(text: string, bold = false): PrintedRun {
  return { text, lead: false, bold, figureId: null, gap: null };
}

function cell(...runs: readonly PrintedRun[]): PrintedCell {
  return { runs: runs.filter(({ text }) => text !== ''), colspan: 1, rowspan: 1, numeric: false };
}

/** The words in their surroundings, themselves in bold. */
function quote(text: string, { start, end }: Finding): PrintedCell {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const words = text.slice(start, end);
  // A finding of a whole paragraph shows its beginning.
  const shown = words.length > around * 2 ? `${words.slice(0, around * 2)}……` : words;
  const after = shown === words ? `${text.slice(end, to)}${to < text.length ? '……' : ''}` : '';
  return cell(run(`${from > 0 ? '……' : ''}${text.slice(from, start)}`), run(shown, true), run(after));
}

function rowOf(finding: Finding, at: number, draft: Draft): PrintedRow {
  const text = draft.paragraphs[finding.paragraph]?.text ?? '';
  return {
    role: 'body',
    cells: [
      cell(run(String(at + 1))),
      cell(run(severityNames[finding.severity])),
      cell(run(`第${finding.paragraph + 1}段`)),
      quote(text, finding),
      cell(run(finding.message)),
      cell(run(finding.remedy)),
    ],
  };
}

function countText(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((each) => each.severity === severity).length;
  return `错误${count('E')}处，疑似${count('W')}处，提示${count('I')}处。`;
}

function paragraph(text: string): PrintedBlock {
  return { kind: 'paragraph', level: 0, ordinal: 0, number: '', runs: [run(text)] };
}

const headings = ['序号', '程度', '位置', '原文', '问题', '建议'];

function blocksOf({ name, draft, findings, note }: ProofreadDocument, at: number): readonly PrintedBlock[] {
  const caption = name === null ? '校核意见' : name;
  const header: PrintedRow = { role: 'header', cells: headings.map((heading) => cell(run(heading))) };
  const rows = markSentences([header, ...findings.map((finding, row) => rowOf(finding, row, draft))]);
  const table: PrintedBlock = { kind: 'table', id: `findings${at + 1}`, caption, unit: null, rows };
  const sentence = `${name === null ? '' : `${name}：`}没有发现问题。`;
  return [
    ...(findings.length > 0 ? [table] : note === undefined ? [paragraph(sentence)] : []),
    ...(note === undefined ? [] : [paragraph(findings.length > 0 || name === null ? note : `${name}：${note}`)]),
  ];
}

/** 校核意见 as pages that lie across: how many there are, then a row for each. */
export function printFindings({
  title,
  documents,
}: {
  readonly title: string;
  readonly documents: readonly ProofreadDocument[];
}): PrintedDocument {
  const all = documents.flatMap(({ findings }) => findings);
  const count = documents.length > 1 ? `共校核${documents.length}个文件：${countText(all)}` : countText(all);
  return {
    title,
    blocks: [
      { kind: 'annex', label: '校核意见', title: [run(title)], landscape: true },
      paragraph(count),
      ...documents.flatMap(blocksOf),
    ],
  };
}
