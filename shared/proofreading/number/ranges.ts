import type { Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';
import { unitAt } from '../reading/units.ts';

/** Ranges of numbers (GB/T 15835-2011, 5.1.5; GB/T 15834-2011, 4.13.3.3 and 4.17). */

const percentRange = /(?<![\d.%])(\d+(?:\.\d+)?)([~～—–-]{1,2}|至)(\d+(?:\.\d+)?)[%％]/g;

export const percentTwice: Rule = {
  id: 'N04',
  name: '百分比范围两项都写%',
  kind: 'number',
  severity: 'E',
  good: '各校就读比例在63%～68%之间。',
  bad: '各校就读比例在63～68%之间。',
  check: eachMatch(percentRange, ([found, low, sign, high]) => {
    const right = `${low}%${sign === '至' ? '至' : '～'}${high}%`;
    return { message: `百分比范围“${found}”的前一项缺“%”。`, remedy: `改为“${right}”。`, replacement: right };
  }),
};

const scaledRange = /(?<![\d.万亿])(\d+(?:\.\d+)?)([~～—–-]{1,2})(\d+(?:\.\d+)?)(万亿|[万亿])(元)?/g;

export const scaleTwice: Rule = {
  id: 'N05',
  name: '万、亿的范围两项都写单位',
  kind: 'number',
  severity: 'E',
  good: '每个项目补助30万元～50万元。',
  bad: '每个项目补助30～50万元。',
  check: eachMatch(scaledRange, ([found, low, , high, scale, yuan = '']) => {
    const right = `${low}${scale}${yuan}～${high}${scale}${yuan}`;
    return {
      message: `“${found}”的前一项缺“${scale}”，会被读成${low}。`,
      remedy: `改为“${right}”。`,
      replacement: right,
    };
  }),
};

const hyphened = /(?<![\dA-Za-z.\-/第])(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(?![\d\-/.A-Za-z])/g;

export const rangeSign: Rule = {
  id: 'N06',
  name: '数值范围用“～”',
  kind: 'number',
  severity: 'W',
  good: '适龄残疾儿童少年（6～15岁）全部建档。',
  bad: '适龄残疾儿童少年（6-15岁）全部建档。',
  check: eachMatch(hyphened, (match, { text }) => {
    const [found, low = '', high = ''] = match;
    const after = match.index + found.length;
    const unit = unitAt(text, after);
    if (unit === null || unit.dimension === '%' || unit.dimension === '' || Number(low) >= Number(high)) return null;
    const isYear = unit.word.startsWith('年') || unit.word.startsWith('学年');
    const right = isYear && low.length === 4 ? `${low}—${high}` : `${low}～${high}`;
    return { message: `范围“${found}”用了半角连字符。`, remedy: `改为“${right}”。`, replacement: right };
  }),
};
