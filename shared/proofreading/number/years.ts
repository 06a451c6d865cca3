import type { Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';

/** Years and dates (GB/T 15835-2011, 4.1.1; GB/T 9704-2012, 7.3.5: 成文日期不编虚位). */

/** 初 and 末 of a year, and not 初中 or 年度 of a term of years. */
const shortYear = /(?<![\d.第])\d\d年(?=\d{1,2}月|底|初(?![中级一二三小])|末|度(?!过))/g;
const letterYear = /(?<![A-Za-z\d])[12][\dOo〇]{3}年/g;
const digits: Readonly<Record<string, string>> = Object.fromEntries(
  [...'〇一二三四五六七八九'].map((sign, at) => [sign, String(at)]),
);

function fullYear(short: string): string {
  return Number(short) < 50 ? `20${short}` : `19${short}`;
}

function* yearRemarks(...[draft]: Parameters<Rule['check']>): ReturnType<Rule['check']> {
  yield* eachMatch(shortYear, ([found]) => {
    const right = `${fullYear(found.slice(0, 2))}年`;
    return { message: `年份“${found}”没有写全。`, remedy: `改为“${right}”。`, replacement: right };
  })(draft);
  yield* eachMatch(letterYear, ([found]) => {
    if (!/[Oo〇]/.test(found)) return null;
    const right = found.replaceAll(/[Oo〇]/g, '0');
    return { message: `年份“${found}”里混有字母或汉字。`, remedy: `改为“${right}”。`, replacement: right };
  })(draft);
}

export const yearInFull: Rule = {
  id: 'N01',
  name: '年份写全',
  kind: 'number',
  severity: 'E',
  good: '截至2024年底，全县共有幼儿园141所。',
  bad: '截至24年底，全县共有幼儿园141所。',
  check: yearRemarks,
};

export const yearInDigits: Rule = {
  id: 'N02',
  name: '年份用阿拉伯数字',
  kind: 'number',
  severity: 'W',
  good: '自2021年起实行公民同招。',
  bad: '自二〇二一年起实行公民同招。',
  check: eachMatch(/[一二][〇零一二三四五六七八九]{3}年(?!级)/g, ([found]) => {
    const right = found
      .replace('零', '〇')
      .replaceAll(/[〇零一二三四五六七八九]/g, (sign) => digits[sign.replace('零', '〇')] ?? sign);
    return { message: `正文的年份一般用阿拉伯数字。`, remedy: `改为“${right}”。`, replacement: right };
  }),
};

const dottedDate = /^\s*(\d{4})\s*[.\-/]\s*(\d{1,2})\s*[.\-/]\s*(\d{1,2})\s*$/g;
const emptyPlace = /(?<=年)0(\d月)|(?<=月)0(\d日)/g;

export const dateInFull: Rule = {
  id: 'N03',
  name: '日期不编虚位、不用点号',
  kind: 'number',
  severity: 'E',
  good: '会议于2024年9月1日召开。',
  bad: '会议于2024年9月01日召开。',
  *check(draft) {
    yield* eachMatch(emptyPlace, ([found, month, day]) => {
      const right = month ?? day ?? '';
      return { message: `月、日前面不加0：“${found}”。`, remedy: `改为“${right}”。`, replacement: right };
    })(draft);
    yield* eachMatch(dottedDate, ([found, year, month, day]) => {
      const right = `${year}年${Number(month)}月${Number(day)}日`;
      return {
        message: `成文日期要写全年、月、日：“${found.trim()}”。`,
        remedy: `改为“${right}”。`,
        replacement: right,
      };
    })(draft);
  },
};
