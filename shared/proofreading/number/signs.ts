import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';
import { unitAt } from '../reading/units.ts';

/** How a number is typed: breaks, blanks, full-width digits, hedges and units. */

export const unbrokenNumber: Rule = {
  id: 'N12',
  name: '数字和单位不拆到两行',
  kind: 'number',
  severity: 'E',
  good: '全县共有179人。',
  bad: '全县共有179\u000b人。',
  check: eachMatch(/\d\v+(?=[\d%％人所个名元万亿年月日])/g, () => ({
    start: 1,
    message: '数字和后面的单位之间有手动换行。',
    remedy: '删去换行。',
    replacement: '',
  })),
};

function* typedRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  yield* eachMatch(/[０-９]+(?:．[０-９]+)?/g, ([found]) => {
    const right = found.normalize('NFKC');
    return { message: `数字“${found}”是全角的。`, remedy: `改为“${right}”。`, replacement: right };
  })(draft);
  yield* eachMatch(/(?<=\d)％/g, () => ({ message: '百分号是全角的。', remedy: '改为“%”。', replacement: '%' }))(draft);
  yield* eachMatch(/(?<=\d)[ \u00a0\u3000]+(?=[\p{Script=Han}%％])/gu, (match, { text, paragraph }) => {
    const isUnit = unitAt(text, match.index + match[0].length) !== null;
    if (!isUnit || paragraph.role !== 'body') return null;
    return { message: '数字和单位之间有空格。', remedy: '删去空格。', replacement: '' };
  })(draft);
  for (const [paragraph, { text, numbers, paragraph: own }] of draft.paragraphs.entries()) {
    if (own.role !== 'body') continue;
    for (const { start, kind, unit } of numbers) {
      const blanks = /[ \u00a0\u3000]{1,8}$/.exec(text.slice(Math.max(0, start - 8), start));
      if (blanks === null || kind !== 'quantity' || unit === '') continue;
      const from = start - blanks[0].length;
      if (!/[\p{Script=Han}]/u.test(text.charAt(from - 1))) continue;
      yield { paragraph, start: from, end: start, message: '数字前面有空格。', remedy: '删去空格。', replacement: '' };
    }
  }
}

export const typedDigits: Rule = {
  id: 'N13',
  name: '数字用半角、不空格',
  kind: 'number',
  severity: 'E',
  good: '全县共有179人。',
  bad: '全县共有 179 人。',
  check: typedRemarks,
};

const before =
  /(?:大约|约|近|将近|接近)(\d[\d.]*)(余|多)?([万亿]?\p{Script=Han}{0,2}?[人名户元所个次份%]?)(左右|上下)?/gu;

export const oneHedge: Rule = {
  id: 'N14',
  name: '约数只说一次',
  kind: 'number',
  severity: 'W',
  good: '约200人参加了培训。',
  bad: '约200人左右参加了培训。',
  *check(draft) {
    yield* eachMatch(before, ([found, , more, , about]) =>
      more === undefined && about === undefined
        ? null
        : { message: `“${found}”把约数说了两次。`, remedy: '留一个表示大约的词。' },
    )(draft);
    yield* eachMatch(/(?:超过|不低于|不少于|超)\d[\d.]*[%万亿]?\p{Script=Han}{0,2}?以上/gu, ([found]) => ({
      message: `“${found}”前后都说“超过”“以上”。`,
      remedy: '留一个。',
    }))(draft);
    yield* eachMatch(/(?<=\d%)及以上/g, () => ({
      message: '“以上”已含本数，“及”是多余的。',
      remedy: '改为“以上”。',
      replacement: '以上',
    }))(draft);
  },
};

const moneyList = /(?<![\d.])(?:\d[\d.]*[万亿]元、){1,12}\d[\d.]*[万亿](?!元|[人名户份册次所亿多余]|以上|以下)/g;
const bareCount = /(?<![\d.第〔—–-])\d{1,5}(?=中小学|幼儿园|乡镇|教学点|行政村|学生|教师|教学班)/g;

export const wholeUnit: Rule = {
  id: 'N15',
  name: '单位、量词写全',
  kind: 'number',
  severity: 'E',
  good: '对税金超过1亿元、5000万元、300万元的企业给予奖励。',
  bad: '对税金超过1亿元、5000万元、300万的企业给予奖励。',
  *check(draft) {
    yield* eachMatch(moneyList, ([found]) => {
      const last = found.slice(found.lastIndexOf('、') + 1);
      return {
        start: found.length - last.length,
        message: `前面各项都是“元”，“${last}”缺“元”。`,
        remedy: `改为“${last}元”。`,
        replacement: `${last}元`,
      };
    })(draft);
    yield* eachMatch(bareCount, (match, { text }) => {
      const noun = /^\p{Script=Han}{2,3}/u.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
      return { severity: 'W', message: `“${match[0]}${noun}”缺量词。`, remedy: '补上“所”“个”“名”等量词。' };
    })(draft);
  },
};
