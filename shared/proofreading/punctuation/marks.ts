import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';

/** Ellipses, dashes, dots, straight quotes (GB/T 15834-2011, 4.10–4.14), marks in lists and headings. */

function* standardRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  yield* eachMatch(/\.{3,6}|。{3,6}|(?<!…)…(?!…)/g, ([found], { text }) =>
    /^\d*\.{3,6}$/.test(text) ? null : { message: `省略号写成了“${found}”。`, remedy: '改为“……”。', replacement: '……' },
  )(draft);
  yield* eachMatch(/(?<=[\p{Script=Han}”》）])-{2,}(?=[\p{Script=Han}“《（])/gu, ([found]) => ({
    message: `破折号写成了“${found}”。`,
    remedy: '改为“——”。',
    replacement: '——',
  }))(draft);
  yield* eachMatch(/(?<=\p{Script=Han})[•●・](?=\p{Script=Han})/gu, ([found]) => ({
    message: `间隔号写成了“${found}”。`,
    remedy: '改为“·”。',
    replacement: '·',
  }))(draft);
  for (const [paragraph, { text }] of draft.paragraphs.entries()) {
    let count = 0;
    for (const match of text.matchAll(/"/g)) {
      const right = count % 2 === 0 ? '“' : '”';
      count += 1;
      const near = text.slice(Math.max(0, match.index - 1), match.index + 2);
      if (!/\p{Script=Han}/u.test(near)) continue;
      const message = '引号是半角的。';
      yield {
        paragraph,
        start: match.index,
        end: match.index + 1,
        message,
        remedy: `改为“${right}”。`,
        replacement: right,
      };
    }
  }
}

export const standardMarks: Rule = {
  id: 'P07',
  name: '省略号、破折号、间隔号、引号的写法',
  kind: 'punctuation',
  severity: 'W',
  good: '开展“爱在学校·幸福家园”活动。',
  bad: '开展"爱在学校•幸福家园"活动。',
  check: standardRemarks,
};

const joinedBefore = /、(?:以及|和(?![谐睦平善美合解煦田县林声顺风气缓])|与(?![时会众])|及(?![时格早第]))/g;
const joinedBehind = /(?:以及|[和与及])、/g;

export const listEnds: Rule = {
  id: 'P08',
  name: '顿号和“和”“等”',
  kind: 'punctuation',
  severity: 'W',
  good: '包括小学、初中和高中。',
  bad: '包括小学、初中、和高中。',
  *check(draft) {
    yield* eachMatch(joinedBefore, ([found]) => ({
      end: 1,
      message: `“${found.slice(1)}”前面不用顿号。`,
      remedy: '删去顿号。',
      replacement: '',
    }))(draft);
    yield* eachMatch(joinedBehind, ([found]) => ({
      start: found.length - 1,
      message: `“${found.slice(0, -1)}”后面不用顿号。`,
      remedy: '删去顿号。',
      replacement: '',
    }))(draft);
    yield* eachMatch(/[三四五六七八九十]是[^。；]{2,60}(等)。/g, ([found]) => ({
      severity: 'I',
      start: found.length - 2,
      end: found.length - 1,
      message: '“一是、二是……”已经一条条列出，最后一条又以“等”结尾。',
      remedy: '删去“等”，或者补全。',
    }))(draft);
    yield* eachMatch(/等{3,6}/g, () => ({ message: '“等”重复。', remedy: '改为“等”。', replacement: '等' }))(draft);
  },
};

const number = /([[【(（［])((?:19|20)\d\d)[\]】)）］](第?)(0*)(\d{1,4})号/g;
const emptyNumber = /〔((?:19|20)\d\d)〕(第?)(0*)(\d{1,4})号/g;

export const documentNumber: Rule = {
  id: 'P10',
  name: '发文字号的写法',
  kind: 'punctuation',
  severity: 'E',
  good: '根据教基〔2020〕5号文件，制定方案。',
  bad: '根据教基[2020]05号文件，制定方案。',
  *check(draft) {
    yield* eachMatch(number, ([found, , year, , , digits]) => {
      const right = `〔${year}〕${digits}号`;
      return { message: `发文字号的年份用六角括号：“${found}”。`, remedy: `改为“${right}”。`, replacement: right };
    })(draft);
    yield* eachMatch(emptyNumber, ([found, year, word, zeros, digits]) => {
      if (word === '' && zeros === '') return null;
      const right = `〔${year}〕${digits}号`;
      return { message: `发文字号不编虚位，不加“第”：“${found}”。`, remedy: `改为“${right}”。`, replacement: right };
    })(draft);
  },
};

const stop = /[。，；：、,;:.]$/;

export const headingMarks: Rule = {
  id: 'P11',
  name: '一级标题末尾不加标点',
  kind: 'punctuation',
  severity: 'E',
  good: '一、基本情况',
  bad: '一、基本情况。',
  *check(draft) {
    for (const [paragraph, { text, paragraph: own }] of draft.paragraphs.entries()) {
      const isSentence = text.length > 26 || /[，；]./.test(text);
      if (own.level !== 1 || own.headingEnd < text.length || isSentence || !stop.test(text)) continue;
      const [start, end] = [text.length - 1, text.length];
      const message = `单独一行的标题末尾有“${text.slice(-1)}”。`;
      yield { paragraph, start, end, message, remedy: '删去。', replacement: '' };
    }
  },
};

export const titleMarks: Rule = {
  id: 'P12',
  name: '公文标题和附件名称后不加标点',
  kind: 'punctuation',
  severity: 'W',
  good: '附件：1.学校名单',
  bad: '附件：1.学校名单。',
  *check(draft) {
    for (const [paragraph, { text, paragraph: own }] of draft.paragraphs.entries()) {
      if (!['title', 'attachments'].includes(own.role) || !stop.test(text) || /^附件\d?[：:]$/.test(text)) continue;
      const what = own.role === 'title' ? '公文标题' : '附件名称';
      const [start, end] = [text.length - 1, text.length];
      yield { paragraph, start, end, message: `${what}后面有“${text.slice(-1)}”。`, remedy: '删去。', replacement: '' };
    }
  },
};
