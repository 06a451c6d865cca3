import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';

/** Quotation marks, title marks and brackets (GB/T 15834-2011, 4.5.3.5, 4.8, 4.9, 4.15). */

export const noCommaBetween: Rule = {
  id: 'P04',
  name: '书名号、引号之间不用顿号',
  kind: 'punctuation',
  severity: 'W',
  good: '学习《教育法》《教师法》。',
  bad: '学习《教育法》、《教师法》。',
  check: eachMatch(/[》”]、(?=[《“])/g, ([found]) => ({
    start: 1,
    message: found.startsWith('》') ? '并列的书名号之间通常不用顿号。' : '并列的引号之间通常不用顿号。',
    remedy: '删去顿号。',
    replacement: '',
  })),
};

const angle = /<([^<>《》]{1,60})>/g;

function* innerRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  yield* eachMatch(angle, ([found, inner = '']) => {
    if (!/\p{Script=Han}/u.test(inner)) return null;
    const right = `〈${inner}〉`;
    return { message: `“${found}”用了小于号、大于号。`, remedy: `改为“${right}”。`, replacement: right };
  })(draft);
  yield* eachMatch(/(?<=\p{Script=Han}|《)[<>](?=\p{Script=Han}|》)/gu, ({ 0: found, index }, { text }) => {
    const near = text.slice(Math.max(0, index - 62), index + 62);
    if (near.includes('<') && near.includes('>')) return null;
    const right = found === '<' ? '〈' : '〉';
    return { message: `书名号写成了“${found}”。`, remedy: `改为“${right}”。`, replacement: right };
  })(draft);
  yield* eachMatch(/《[^《》〈]{0,40}《[^《》]{1,60}》[^《》]{0,40}》/g, ([found]) => {
    const right = `《${found.slice(1, -1).replace('《', '〈').replace('》', '〉')}》`;
    return { message: '书名号里面再用书名号，里层用“〈〉”。', remedy: `改为“${right}”。`, replacement: right };
  })(draft);
}

export const innerTitle: Rule = {
  id: 'P05',
  name: '书名号里层用〈〉',
  kind: 'punctuation',
  severity: 'E',
  good: '按照《关于印发〈学籍管理办法〉的通知》执行。',
  bad: '按照《关于印发《学籍管理办法》的通知》执行。',
  check: innerRemarks,
};

const closing: Readonly<Record<string, string>> = {
  '）': '（',
  '》': '《',
  '〉': '〈',
  '”': '“',
  '】': '【',
  '〕': '〔',
  '」': '「',
};
const opening = new Set(Object.values(closing));

interface Open {
  readonly sign: string;
  readonly at: number;
}

/** Brackets without a partner. A quotation of several paragraphs opens each of them and closes the last. */
function* lonelyBrackets(text: string): Generator<Open> {
  const open: Open[] = [];
  const waiting = new Map<string, number>();
  const count = (sign: string, by: number) => waiting.set(sign, (waiting.get(sign) ?? 0) + by);
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (opening.has(sign)) {
      open.push({ sign, at });
      count(sign, 1);
    }
    const partner = closing[sign];
    if (partner === undefined) continue;
    if ((waiting.get(partner) ?? 0) > 0) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(last.sign, -1);
        if (last.sign === partner) break;
        yield last;
      }
    } else if (!(sign === '）' && /^\s*[\dA-Za-z一二三四五六七八九十]{1,3}$/.test(text.slice(0, at))))
      yield { sign, at };
  }
  yield* open.filter(({ sign, at }) => !(sign === '“' && at === 0));
}

const doubled = /([，。；：、])[，。；：、！？]|[！？][，。；：、]/g;
const afterBracket = /[。；，][）)][，。；、：,;:]/g;
const afterQuote = /。”[。，；、：,;:]/g;
const empty = /（）|《》|〈〉|【】|〔〕|“”/g;

export const pairedMarks: Rule = {
  id: 'P06',
  name: '标点不叠用，括号、引号成对',
  kind: 'punctuation',
  severity: 'E',
  good: '落实“一人一策”，做到应返尽返。',
  bad: '落实“一人一策，做到应返尽返。。',
  *check(draft) {
    yield* eachMatch(doubled, ([found]) => {
      const isSame = found.charAt(0) === found.charAt(1);
      return {
        message: `标点叠用：“${found}”。`,
        remedy: isSame ? `改为“${found.charAt(0)}”。` : '留一个。',
        replacement: isSame ? found.charAt(0) : undefined,
      };
    })(draft);
    for (const pattern of [afterBracket, afterQuote]) {
      yield* eachMatch(pattern, ([found]) => ({
        message: `“${found}”里外都有点号。`,
        remedy: '里面或外面的点号删去一个。',
      }))(draft);
    }
    yield* eachMatch(empty, ([found]) => ({ message: `“${found}”里面是空的。`, remedy: '填上内容或者删去。' }))(draft);
    for (const [paragraph, { text }] of draft.paragraphs.entries()) {
      for (const { sign, at } of lonelyBrackets(text)) {
        yield { paragraph, start: at, end: at + 1, message: `“${sign}”没有配对。`, remedy: '补上另一半或者删去。' };
      }
    }
  },
};
