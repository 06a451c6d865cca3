import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';

/** Words about time and change that are used wrongly. */

export const upTo: Rule = {
  id: 'W01',
  name: '“截至”和“截止”',
  kind: 'wording',
  severity: 'E',
  good: '截至2024年12月5日，全县共有学校97所。',
  bad: '截止2024年12月5日，全县共有学校97所。',
  check: eachMatch(/截止(?=\d{4}年|\d{1,2}月|目前|现在|当前|今年|去年|上年|本月|上月|年底|月底|\d{1,2}日)/g, () => ({
    message: '后面是时间点时用“截至”。',
    remedy: '改为“截至”。',
    replacement: '截至',
  })),
};

const fallByTimes = /(?:降低|减少|下降|缩小|缩短|降)了?(?:\d+(?:\.\d+)?|[一两二三四五六七八九十]{1,3})倍/g;

export const fallsByTimes: Rule = {
  id: 'W02',
  name: '减少不用倍数',
  kind: 'wording',
  severity: 'E',
  good: '大班额减少了一半。',
  bad: '大班额减少了两倍。',
  check: eachMatch(fallByTimes, ([found]) => ({
    message: `“${found}”：减少一倍就没有了，减少不能用倍数。`,
    remedy: '改用百分比、分数，或者写减少了多少。',
  })),
};

const rateChange =
  /(?:(?<![效频速功])率|比例|占比|比重)(?:\p{Script=Han}{0,3}[较比](?:上年|去年|上学年|上期|\d{4}年)(?:同期)?)?[，]?(?:同比|环比)?(?:提高|提升|上升|增加|增长|下降|降低|减少)了?\d+(?:\.\d+)?[%％](?!个百分点|以上|左右|的|[～~—])/gu;

export const percentagePoints: Rule = {
  id: 'W03',
  name: '比率的差用“个百分点”',
  kind: 'wording',
  severity: 'W',
  good: '入学率比上年提高1.2个百分点。',
  bad: '入学率比上年提高1.2%。',
  *check(draft) {
    yield* eachMatch(rateChange, ([found]) => {
      const percent = /\d+(?:\.\d+)?[%％]$/.exec(found)?.[0] ?? '';
      return {
        start: found.length - percent.length,
        message: `两个比率相减，差是“个百分点”，不是“%”。`,
        remedy: `如果是相减得的，改为“${percent.slice(0, -1)}个百分点”。`,
      };
    })(draft);
    yield* eachMatch(/[%％](?=个?百分点)/g, () => ({
      severity: 'E',
      message: '“个百分点”前面不加“%”。',
      remedy: '删去“%”。',
      replacement: '',
    }))(draft);
  },
};

const placeholder =
  /(?<![\dA-Za-z])[XＸx]{2,}(?![A-Za-z\d]|-\d)|×{2,}|[*＊]{2,}|[○〇]{3,}|_{3,}|【(?:待填|待定|无法计算)[^】]{0,80}】|某某(?=[省市县区镇乡村]|街道|学校|小学|中学|幼儿园|单位|部门|公司)/g;

export const placeholders: Rule = {
  id: 'W05',
  name: '占位符没有填',
  kind: 'wording',
  severity: 'E',
  good: '甲县教育局创设服务平台。',
  bad: 'XX县教育局创设服务平台。',
  check: eachMatch(placeholder, ({ 0: found, index }, { paragraph: { known } }) => {
    // What a figure lacks stands in the list of what is missing.
    if (known.some(({ start, end }) => start <= index && index < end)) return null;
    return { message: `“${found}”还没有填。`, remedy: '填上实际内容。' };
  }),
};

export const lastYear: Rule = {
  id: 'W11',
  name: '“比上年”和“比去年”统一',
  kind: 'wording',
  severity: 'I',
  good: '资金比上年增加；人次比上年减少。',
  bad: '资金比上年增加；人次比去年减少。',
  *check({ paragraphs }) {
    const found: { readonly word: string; readonly remark: Remark }[] = [];
    for (const [paragraph, { text }] of paragraphs.entries()) {
      for (const match of text.matchAll(/[比较](上年|去年)/g)) {
        const [start, end] = [match.index, match.index + match[0].length];
        const message = '文中“比上年”“比去年”两种说法都有。';
        found.push({ word: match[1] ?? '', remark: { paragraph, start, end, message, remedy: '统一为一种。' } });
      }
    }
    const [first] = found;
    const other = found.find(({ word }) => word !== first?.word);
    if (other !== undefined) yield other.remark;
  },
};

const timesMore = /(?:增加|增长|提高|扩大)了([一两二三四五六七八九]|\d{1,2})倍/g;
const digits = '一二三四五六七八九';

export const timesMoreNote: Rule = {
  id: 'W12',
  name: '“增加了几倍”的意思',
  kind: 'wording',
  severity: 'I',
  good: '受益学生增加到原来的3倍。',
  bad: '受益学生增加了3倍。',
  check: eachMatch(timesMore, ([found, count = '']) => {
    const value = count === '两' ? 2 : digits.includes(count) ? digits.indexOf(count) + 1 : Number(count);
    return {
      message: `“${found}”是说现在为原来的${value + 1}倍。`,
      remedy: `如果现在是原来的${value}倍，改为“增加到原来的${value}倍”。`,
    };
  }),
};

/** Names of one thing; a text keeps to one of them. */
const synonyms: readonly (readonly string[])[] = [
  ['随迁子女', '民工子弟', '民工子女', '进城务工子女', '外来工子女'],
  ['初一', '七年级'],
  ['初二', '八年级'],
  ['初三', '九年级'],
];

export const oneName: Rule = {
  id: 'W13',
  name: '称谓前后统一',
  kind: 'wording',
  severity: 'I',
  good: '七年级新生入学；七年级学生体检。',
  bad: '七年级新生入学；初一学生体检。',
  *check({ paragraphs }) {
    for (const names of synonyms) {
      const pattern = new RegExp(names.join('|'), 'g');
      const found = paragraphs.flatMap(({ text, paragraph: { known } }, paragraph) =>
        [...text.matchAll(pattern)]
          // What a figure prints, such as the name of an indicator that is missing, nobody chose.
          .filter(({ index }) => !known.some(({ start, end }) => start <= index && index < end))
          .map(({ 0: name, index }) => ({ name, paragraph, start: index })),
      );
      const count = (name: string) => found.filter((entry) => entry.name === name).length;
      const usual = names.toSorted((a, b) => count(b) - count(a))[0];
      for (const { name, paragraph, start } of found.filter((entry) => entry.name !== usual)) {
        const message = `文中多用“${usual}”，这里是“${name}”。`;
        yield { paragraph, start, end: start + name.length, message, remedy: '同一事物用同一个名称。' };
      }
    }
  },
};

export const missingVerb: Rule = {
  id: 'W14',
  name: '“层层”后面缺动词',
  kind: 'wording',
  severity: 'W',
  good: '层层签订控辍责任书。',
  bad: '层层控辍责任书。',
  check: eachMatch(/层层(?:控辍|控辍保学|目标|安全|管理|工作){0,3}责任[书状]/g, ([found]) => ({
    message: `“${found}”缺动词。`,
    remedy: `改为“层层签订${found.slice(2)}”。`,
  })),
};
