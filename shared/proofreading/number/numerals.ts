import { chineseNumeral } from '../../figures/chinese-numeral.ts';
import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';
import type { NumberMention } from '../reading/read-numbers.ts';

/** Arabic and Chinese numerals (GB/T 15835-2011, clauses 4 and 5). */

const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const mixed = /(?<![\d.])(\d+)([千百十])(?=[余多\d]|[人名户元份个所位家次册件]|万(?!分))/g;

export const mixedNumerals: Rule = {
  id: 'N07',
  name: '阿拉伯数字不与十、百、千连用',
  kind: 'number',
  severity: 'E',
  good: '全县3000余人参加了活动。',
  bad: '全县3千余人参加了活动。',
  check: eachMatch(mixed, (match, { text }) => {
    const [found, digits = '', power = ''] = match;
    const isAlone =
      !/[万亿\d千百]/.test(text.charAt(match.index - 1)) && !/[\d万]/.test(text.charAt(match.index + found.length));
    const right = String(Number(digits) * (powers[power] ?? 1));
    return {
      message: `阿拉伯数字后面除“万”“亿”外，不跟汉字数位：“${found}”。`,
      remedy: isAlone ? `改为“${right}”。` : '整个数改用阿拉伯数字。',
      replacement: isAlone ? right : undefined,
    };
  }),
};

export const leadingZero: Rule = {
  id: 'N08',
  name: '纯小数写出个位的0',
  kind: 'number',
  severity: 'E',
  good: '辍学率仅为0.03%。',
  bad: '辍学率仅为.03%。',
  check: eachMatch(/(?<![\dA-Za-z./\\@])\.\d+/g, ([found]) => ({
    message: `小数“${found}”缺个位的0。`,
    remedy: `改为“0${found}”。`,
    replacement: `0${found}`,
  })),
};

interface Written extends NumberMention {
  readonly paragraph: number;
  readonly text: string;
}

function* groupingRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  const long: Written[] = [];
  for (const [paragraph, read] of draft.paragraphs.entries()) {
    for (const number of read.numbers) {
      const text = read.text.slice(number.start, number.end);
      if (
        number.kind === 'quantity' &&
        number.digits.split('.')[0]?.length !== undefined &&
        /^\d{4}|^\d{1,3}[,，]\d{3}/.test(text)
      ) {
        long.push({ ...number, paragraph, text });
      }
    }
  }
  const grouped = long.filter(({ text }) => /[,，]/.test(text));
  if (grouped.length === 0 || grouped.length === long.length) return;
  for (const { paragraph, start, end, text } of grouped) {
    const right = text.replaceAll(/[,，]/g, '');
    const message = `“${text}”有千分撇，文中别处的数没有。`;
    yield { paragraph, start, end, message, remedy: `改为“${right}”。`, replacement: right };
  }
}

export const oneGrouping: Rule = {
  id: 'N09',
  name: '千分撇全文一致',
  kind: 'number',
  severity: 'W',
  good: '随迁子女80605人，公办就读65097人。',
  bad: '随迁子女80605人，公办就读65,097人。',
  check: groupingRemarks,
};

const approximate = /(?<![\d.、第—～-])([1-9])、([1-9])(?=[个名次所天人位年家户项岁])/g;

export const approximateInWords: Rule = {
  id: 'N10',
  name: '概数用汉字',
  kind: 'number',
  severity: 'W',
  good: '每周开展三四次家访。',
  bad: '每周开展3、4次家访。',
  check: eachMatch(approximate, (match, { text }) => {
    const [found, low, high] = match;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (Number(high) !== Number(low) + 1 || /分别|依次/.test(before)) return null;
    const right = chineseNumeral(Number(low)).replace('二', '两') + chineseNumeral(Number(high));
    return {
      message: `相邻两数连用表示概数时用汉字，不加顿号：“${found}”。`,
      remedy: `改为“${right}”。`,
      replacement: right,
    };
  }),
};

/** Lists: 停办4所，新建五所. A numeral before a noun (三所学校) has a weight of its own and may stand in words. */
function isListed({ end }: NumberMention, text: string): boolean {
  return end === text.length || /[，。；、]/.test(text.charAt(end));
}

function* formRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  for (const [paragraph, { text, numbers, sentences }] of draft.paragraphs.entries()) {
    let at = 0;
    for (const sentence of sentences) {
      const own: NumberMention[] = [];
      for (let number = numbers[at]; number !== undefined && number.start < sentence.end; number = numbers[at]) {
        if (number.kind === 'quantity' && isListed(number, text)) own.push(number);
        at += 1;
      }
      const arabic = new Set(own.filter(({ isChinese }) => !isChinese).map(({ unit }) => unit));
      for (const number of own.filter(({ isChinese, digits }) => isChinese && digits !== '1')) {
        if (!arabic.has(number.unit)) continue;
        const right = number.digits + number.unit;
        const found = text.slice(number.start, number.end);
        const message = `同一句里同类的数，有的用阿拉伯数字，“${found}”用了汉字。`;
        yield {
          paragraph,
          start: number.start,
          end: number.end,
          message,
          remedy: `改为“${right}”。`,
          replacement: right,
        };
      }
    }
  }
}

export const oneForm: Rule = {
  id: 'N11',
  name: '同类的数形式一致',
  kind: 'number',
  severity: 'W',
  good: '停办民办学校4所，新建公办学校5所。',
  bad: '停办民办学校4所，新建公办学校五所。',
  check: formRemarks,
};
