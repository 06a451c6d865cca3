import type { Draft, DraftParagraph, ParagraphRole } from './draft.ts';
import { draftOf } from './draft.ts';

/** Plain text as a draft: what each line is is read from how it looks. */

const numbered = [
  /^[一二三四五六七八九十]{1,3}[、，,.．]/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d{1,2}[.．、](?!\d)/,
  /^[（(]\d{1,2}[）)]/,
] as const;
const date =
  /^\s*(?:\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)\s*$/;
const organisation =
  /^[\p{Script=Han}（）]{2,30}(?:局|委员会|政府|学校|小学|中学|幼儿园|中心|办公室|厅|部|处|科|股|领导小组)$/u;
const mark = /[。！？；：，、!?;:,.]$/;

/** Level of the heading that the line begins with; 0 for text. */
export function levelOf(text: string): 0 | 1 | 2 | 3 | 4 {
  const at = numbered.findIndex((pattern) => pattern.test(text));
  return at === 0 ? 1 : at === 1 ? 2 : at === 2 ? 3 : at === 3 ? 4 : 0;
}

/** Where the sentence of a heading ends; the whole line where no text follows it. */
function headingEndOf(text: string): number {
  const end = text.search(/[。！？]/);
  return end < 0 || end === text.length - 1 ? text.length : end + 1;
}

interface Position {
  readonly isBeforeText: boolean;
  readonly isInAttachments: boolean;
  readonly hasHeadings: boolean;
}

const genre = /(?:报告|汇报|总结|方案|意见|通知|情况|函|请示|计划)。?(?:（[^）]*）)?$/;

/** A short line before the text that ends in the kind of the document. With a full stop it may be one only above headings. */
function isTitle(text: string, { hasHeadings }: Position): boolean {
  if (text.length > 50 || mark.test(text.replace(/。$/, '')) || !genre.test(text)) return false;
  return !text.endsWith('。') || (hasHeadings && !/[，；：]/.test(text));
}

function roleOf(text: string, level: number, position: Position): ParagraphRole {
  const { isBeforeText, isInAttachments } = position;
  if (isInAttachments) return 'attachments';
  if (date.test(text)) return 'date';
  if (level === 0 && isBeforeText && isTitle(text, position)) {
    return 'title';
  }
  if (level === 0 && organisation.test(text)) return 'organisation';
  return 'body';
}

/** A line of a document, as far as the document itself says what it is. */
export interface Line {
  readonly text: string;
  /** Its number was counted by the program, not typed. */
  readonly isNumbered?: boolean;
  readonly role?: 'cell' | 'other';
}

/** A draft of lines. Empty lines are no paragraphs. */
export function draftOfLines(lines: readonly Line[]): Draft {
  const paragraphs: DraftParagraph[] = [];
  let isBeforeText = true;
  let isInAttachments = false;
  const hasHeadings = lines.some(({ text }) => /^\s*[一二三四五六七八九十]{1,3}、/.test(text));
  for (const { text, isNumbered = false, role: known } of lines) {
    const trimmed = text.trim();
    if (trimmed === '') continue;
    if (known !== undefined) {
      paragraphs.push({ text: trimmed, role: known, level: 0, isNumbered, typedFrom: 0, headingEnd: 0, known: [] });
      continue;
    }
    if (/^附件\d?[：:]/.test(trimmed)) isInAttachments = true;
    else if (isInAttachments && !/^\d{1,2}[.．、]/.test(trimmed)) isInAttachments = false;
    const level = isInAttachments ? 0 : levelOf(trimmed);
    const role = roleOf(trimmed, level, { isBeforeText, isInAttachments, hasHeadings });
    if (role === 'body') isBeforeText = false;
    paragraphs.push({
      text: trimmed,
      role,
      level,
      isNumbered,
      typedFrom: 0,
      headingEnd: level === 0 ? 0 : headingEndOf(trimmed),
      known: [],
    });
  }
  return draftOf(paragraphs);
}

export function draftOfText(text: string): Draft {
  return draftOfLines(text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => ({ text: line })));
}
