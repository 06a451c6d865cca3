import type { Remark, Rule } from '../finding.ts';

/** What a copy from a web page brings along, and no report contains. */

const wholeLine = [
  /^下面是小编/,
  /^时间[:：]\s?\d{4}-\d\d-\d\d \d\d:\d\d/,
  /浏览次数|点击次数|阅读次数/,
  /^推荐访问/,
  /^字体(?:大小|颜色)[:：]?/,
  /^保护视力色[:：]?/,
  /^\[?[小中大红黄蓝绿]\]$/,
  /^恢复默认$/,
  /扫一扫在手机/,
  /^附件下载[:：]?$/,
  /^(?:打印|关闭|打印本页|关闭窗口|分享到|上一篇|下一篇)[:：]?/,
  /^(?:责任编辑|发布时间|信息来源|文章来源)[:：]/,
  /^当前位置[:：]/,
];
const inside = /\s?(?:当前隐藏内容免费查看|点击查看全文|点击下载|展开全文|小编为大家整理)\s?/g;

/** Whether the whole line is the web page's and none of the text's. */
export function isResidueLine(text: string): boolean {
  return text.length <= 80 && wholeLine.some((pattern) => pattern.test(text));
}

function* residueRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  for (const [paragraph, { text }] of draft.paragraphs.entries()) {
    if (isResidueLine(text)) {
      const message = `“${text.length > 20 ? `${text.slice(0, 20)}……` : text}”是从网页带来的。`;
      yield { paragraph, start: 0, end: text.length, message, remedy: '整行删去。', replacement: '' };
      continue;
    }
    for (const { 0: found, index } of text.matchAll(inside)) {
      const message = `“${found.trim()}”是从网页带来的。`;
      yield { paragraph, start: index, end: index + found.length, message, remedy: '删去。', replacement: '' };
    }
  }
}

export const webResidue: Rule = {
  id: 'W08',
  name: '网页残留',
  kind: 'wording',
  severity: 'E',
  good: '落实“两个为主”政策。',
  bad: '落实“两个为 当前隐藏内容免费查看主”政策。',
  check: residueRemarks,
};
