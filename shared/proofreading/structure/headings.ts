import type { Remark, Rule } from '../finding.ts';
import { readChineseNumber } from '../reading/chinese-number.ts';
import type { ReadParagraph } from '../reading/draft.ts';

/** The chain of headings 一、（一）1.（1） (GB/T 9704-2012, 7.3.3), typed by hand. */

const names = ['', '一、', '（一）', '1.', '（1）'];

function ordinalOf(text: string): number | null {
  const [, chinese, digits] = /^[（(]?(?:([一二三四五六七八九十]{1,3})|(\d{1,2}))/.exec(text) ?? [];
  if (chinese !== undefined) return readChineseNumber(chinese);
  return digits === undefined ? null : Number(digits);
}

function write(ordinal: number, level: number): string {
  const chinese = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const tens =
    ordinal > 10
      ? `${ordinal >= 20 ? (chinese[Math.floor(ordinal / 10)] ?? '') : ''}十${ordinal % 10 === 0 ? '' : (chinese[ordinal % 10] ?? '')}`
      : (chinese[ordinal] ?? '');
  return [`${tens}、`, `（${tens}）`, `${ordinal}.`, `（${ordinal}）`][level - 1] ?? '';
}

interface Heading {
  readonly paragraph: number;
  readonly level: 1 | 2 | 3 | 4;
  readonly ordinal: number;
  readonly length: number;
  /** Counted by the program: cannot be wrong, but others count on from it. */
  readonly isNumbered: boolean;
}

function* headingsOf(paragraphs: readonly ReadParagraph[]): Generator<Heading> {
  for (const [paragraph, { text, paragraph: own }] of paragraphs.entries()) {
    const ordinal = own.level > 0 ? ordinalOf(text) : null;
    const { level } = own;
    if (ordinal === null || level === 0) continue;
    const length = /^[（(]?[\p{Script=Han}\d]{1,3}[）)、.．，,]?/u.exec(text)?.[0].length ?? 1;
    yield { paragraph, level, ordinal, length, isNumbered: own.isNumbered };
  }
}

function* chainRemarks(...[{ paragraphs }]: Parameters<Rule['check']>): Generator<Remark> {
  const last = [0, 0, 0, 0, 0];
  let deepest = 0;
  for (const { paragraph, level, ordinal, length, isNumbered } of headingsOf(paragraphs)) {
    const place = { paragraph, start: 0, end: length };
    const before = last[level] ?? 0;
    const isFirstOfAll = deepest === 0;
    // Short lists 1. 2. 3. begin anew wherever they like.
    const restarts = level >= 3 && ordinal === 1;
    if (!isNumbered && !isFirstOfAll && !restarts && ordinal !== before + 1) {
      const what = ordinal <= before ? '重号或倒号' : '跳号';
      const right = write(before + 1, level);
      const said = before === 0 ? '这里应从1起' : `前面是${write(before, level)}`;
      yield { ...place, message: `标题序号${what}：${said}，这里应是“${right}”。`, remedy: `核对后改为“${right}”。` };
    } else if (
      !isNumbered &&
      !isFirstOfAll &&
      before === 0 &&
      level > 1 &&
      (last[level - 1] ?? 0) === 0 &&
      ordinal === 1
    ) {
      const message = `“${write(1, level)}”上面没有“${names[level - 1] ?? ''}”一级的标题，层次跳了一级。`;
      yield { ...place, severity: 'W', message, remedy: '按“一、”“（一）”“1.”“（1）”的次序用。' };
    }
    last[level] = ordinal;
    for (let lower = level + 1; lower <= 4; lower += 1) last[lower] = 0;
    if (isFirstOfAll) for (let upper = 1; upper < level; upper += 1) last[upper] = 1;
    deepest = Math.max(deepest, level);
  }
}

export const headingChain: Rule = {
  id: 'S01',
  name: '标题序号连续、层次不乱',
  kind: 'structure',
  severity: 'E',
  good: '一、基本情况\n全县现有学校97所。\n二、主要举措\n各校狠抓落实。',
  bad: '一、基本情况\n全县现有学校97所。\n三、主要举措\n各校狠抓落实。',
  check: chainRemarks,
};

export const onlyChild: Rule = {
  id: 'S02',
  name: '只有（一）没有（二）',
  kind: 'structure',
  severity: 'I',
  good: '一、基本情况\n（一）学校\n97所。\n（二）教师\n4118人。',
  bad: '一、基本情况\n（一）学校\n97所。\n二、主要举措\n狠抓落实。',
  *check({ paragraphs }) {
    const headings = [...headingsOf(paragraphs)].filter(({ level }) => level <= 2);
    if (!headings.some(({ level }) => level === 1)) return;
    for (const [at, { level, ordinal, paragraph, length }] of headings.entries()) {
      const next = headings[at + 1];
      if (level !== 2 || ordinal !== 1 || (next !== undefined && next.level === 2)) continue;
      yield {
        paragraph,
        start: 0,
        end: length,
        message: '这一部分只有（一），没有（二）。',
        remedy: '并入上一级，或者补上（二）。',
      };
    }
  },
};

const problems = /问题|困难|不足|短板|薄弱/;
const next = /下一步|下步|下阶段|今后|工作打算|计划|安排|建议/;

export const threeParts: Rule = {
  id: 'S05',
  name: '问题和下一步工作齐全',
  kind: 'structure',
  severity: 'I',
  good: '示例县工作情况汇报\n一、主要举措\n狠抓落实。\n二、存在的问题\n经费不足。\n三、下一步工作\n持续巩固。',
  bad: '示例县工作情况汇报\n一、基本情况\n学校97所。\n二、主要举措\n狠抓落实。\n三、工作成效\n持续巩固。',
  *check({ paragraphs }) {
    const title = paragraphs.findIndex(({ paragraph }) => paragraph.role === 'title');
    const first = paragraphs.filter(({ paragraph }) => paragraph.level === 1).map(({ text }) => text);
    if (title < 0 || first.length < 3) return;
    const missing = [
      ...(first.some((text) => problems.test(text)) ? [] : ['问题']),
      ...(first.some((text) => next.test(text)) ? [] : ['下一步工作']),
    ];
    if (missing.length === 0) return;
    const end = paragraphs[title]?.text.length ?? 0;
    yield {
      paragraph: title,
      start: 0,
      end,
      message: `没有写${missing.map((part) => `“${part}”`).join('和')}的部分。`,
      remedy: '如果需要，补上。',
    };
  },
};
