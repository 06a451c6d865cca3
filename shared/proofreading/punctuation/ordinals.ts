import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';
import { readChineseNumber } from '../reading/chinese-number.ts';

/** Marks behind ordinal words (GB/T 15834-2011, 4.5.3.4 and appendix B.7). */

const numeral = '[一二三四五六七八九十]{1,3}';
const bracketed = new RegExp(`[（(](?:${numeral}|\\d{1,2})[）)][、，,.．](?!附|续)|[①-⑳][、，,.．]`, 'g');
const ordinal = new RegExp(`(?<=^|[。；，：！？”])第${numeral}、(?!第|${numeral})`, 'g');
const first = /(?<=^|[。；，：！？”])(?:首先|其次|再次|最后|一方面|另一方面)、/g;
const arabic = /^\d{1,2}、/g;
const chineseComma = new RegExp(`^${numeral}[，,.．](?=\\p{Script=Han}{2,20}$)`, 'gu');

export const ordinalMarks: Rule = {
  id: 'P02',
  name: '序次语后的标点',
  kind: 'punctuation',
  severity: 'E',
  good: '（一）加强领导。成立专班。',
  bad: '（一）、加强领导。成立专班。',
  *check(draft) {
    yield* eachMatch(bracketed, ([found]) => {
      const right = found.slice(0, -1);
      return { message: `“${right}”后面不加标点。`, remedy: `改为“${right}”。`, replacement: right };
    })(draft);
    for (const pattern of [ordinal, first]) {
      yield* eachMatch(pattern, ([found]) => {
        const right = `${found.slice(0, -1)}，`;
        return {
          message: `“${found.slice(0, -1)}”后面用逗号，不用顿号。`,
          remedy: `改为“${right}”。`,
          replacement: right,
        };
      })(draft);
    }
    yield* eachMatch(arabic, ([found]) => {
      const right = `${found.slice(0, -1)}.`;
      return {
        message: `“${found.slice(0, -1)}”后面用下脚点，不用顿号。`,
        remedy: `改为“${right}”。`,
        replacement: right,
      };
    })(draft);
    yield* eachMatch(chineseComma, ([found]) => {
      const right = `${found.slice(0, -1)}、`;
      return { message: `“${found.slice(0, -1)}”后面用顿号。`, remedy: `改为“${right}”。`, replacement: right };
    })(draft);
  },
};

const listed = new RegExp(`(?<=^|[。；，：、）！？—]|[。；，：]”)(${numeral})([是要])(?!否|么|不|一)`, 'g');

interface Step {
  readonly value: number;
  readonly isInParagraph: boolean;
}

function* sequenceRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  let last = new Map<string, Step>();
  for (const [paragraph, { text, paragraph: own }] of draft.paragraphs.entries()) {
    if (own.level > 0 && own.level < 3) last = new Map();
    else for (const [word, step] of last) last.set(word, { ...step, isInParagraph: false });
    for (const match of text.matchAll(listed)) {
      const [found, digits = '', word = ''] = match;
      const value = readChineseNumber(digits);
      const before = last.get(word);
      if (value === null || value > 20) continue;
      last.set(word, { value, isInParagraph: true });
      if (value === 1 || before === undefined || value === before.value + 1) continue;
      const expected = before.value + 1;
      const what = value <= before.value ? '重号' : '跳号';
      const message = `“${found}”${what}：前面已写到第${before.value}条，这里应是第${expected}条。`;
      yield { paragraph, start: match.index, end: match.index + found.length, message, remedy: '核对各条的序号。' };
    }
  }
}

export const enumeration: Rule = {
  id: 'P03',
  name: '“一是”“二是”不跳号、不重号',
  kind: 'punctuation',
  severity: 'W',
  good: '一是加强领导；二是压实责任；三是强化督导。',
  bad: '一是加强领导；二是压实责任；四是强化督导。',
  *check(draft) {
    yield* sequenceRemarks(draft);
    for (const [paragraph, { text }] of draft.paragraphs.entries()) {
      const second = text.indexOf('其次', text.indexOf('首先'));
      const start = second < 0 || !text.includes('首先') ? -1 : text.indexOf('第三', second);
      if (start < 0 || !/[，,]/.test(text.charAt(start + 2))) continue;
      const message = '“首先、其次”和“第三”混用。';
      const remedy = '改为“再次”“最后”，或者都用“第一、第二、第三”。';
      yield { paragraph, start, end: start + 2, message, remedy };
    }
  },
};

const separated = new RegExp(`(.)(?:${numeral})是`, 'g');

/** Enumerations of a paragraph: which marks stand before its 二是, 三是, …. */
function* separatorRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  for (const [paragraph, { text }] of draft.paragraphs.entries()) {
    let first = '';
    let isSaid = false;
    for (const match of text.matchAll(separated)) {
      const sign = match[1] ?? '';
      if (match[0].slice(1) === '一是') {
        first = '';
        isSaid = false;
      } else if (/[；。]/.test(sign)) {
        if (first === '') first = sign;
        if (sign === first || isSaid) continue;
        isSaid = true;
        const message = '各条之间有的用“；”，有的用“。”。';
        const remedy = '统一用分号，或者统一用句号。';
        yield { paragraph, start: match.index, end: match.index + 1, message, remedy };
      }
    }
  }
}

export const enumerationMarks: Rule = {
  id: 'P09',
  name: '并列各条用同样的标点',
  kind: 'punctuation',
  severity: 'W',
  good: '一是加强领导；二是压实责任；三是强化督导。',
  bad: '一是加强领导；二是压实责任。三是强化督导。',
  check: separatorRemarks,
};
