import type { Remark, Rule } from '../finding.ts';
import { eachMatch } from '../pattern.ts';
import type { ReadParagraph } from '../reading/draft.ts';

/** What the text points to: attachments; days of the week. */

/** How many attachments are listed; null without a list. */
function countAttachments(paragraphs: readonly ReadParagraph[]): number | null {
  const lines = paragraphs.filter(({ paragraph }) => paragraph.role === 'attachments').map(({ text }) => text);
  if (lines.length === 0) return null;
  const numbers = lines.flatMap((text) => /^(?:附件\d?[：:])?(\d{1,2})[.．、]/.exec(text)?.[1] ?? []);
  return numbers.length === 0 ? 1 : Math.max(...numbers.map(Number));
}

export const attachmentCount: Rule = {
  id: 'S03',
  name: '附件与正文相符',
  kind: 'structure',
  severity: 'E',
  good: '名单见附件2。\n附件：1.工作台账\n2.学校名单',
  bad: '名单见附件3。\n附件：1.工作台账\n2.学校名单',
  *check(draft) {
    const count = countAttachments(draft.paragraphs);
    if (count === null) return;
    yield* eachMatch(/附件(\d{1,2})(?!\d)/g, ([found, digits], { paragraph }) =>
      paragraph.role !== 'body' || Number(digits) <= count
        ? null
        : { message: `正文提到“${found}”，附件只有${count}个。`, remedy: '补上附件，或者改正编号。' },
    )(draft);
  },
};

const weekdays = '日一二三四五六';

function daysOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Day of the week in the Gregorian calendar, 0 Sunday (Sakamoto). */
function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const counted = month < 3 ? year - 1 : year;
  return (counted + Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400) + shift + day) % 7;
}

const dated = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[（(]?(?:星期|周|礼拜)([一二三四五六日天]))?/g;

function* dateRemarks(...[draft]: Parameters<Rule['check']>): Generator<Remark> {
  yield* eachMatch(dated, ([found, year, month, day, weekday]) => {
    const [y, m, d] = [Number(year ?? 2024), Number(month), Number(day)];
    const date = /^.*日/.exec(found)?.[0] ?? found;
    if (m < 1 || m > 12 || d < 1 || d > daysOfMonth(y, m)) {
      return { end: date.length, message: `没有“${date}”这一天。`, remedy: '核对日期。' };
    }
    if (year === undefined || weekday === undefined) return null;
    const right = weekdays.charAt(weekdayOf(y, m, d));
    if (right === weekday || (right === '日' && weekday === '天')) return null;
    return {
      start: found.length - 1,
      message: `${date}是星期${right}，文中写的是“${weekday}”。`,
      remedy: '核对日期和星期。',
    };
  })(draft);
}

export const dates: Rule = {
  id: 'S04',
  name: '日期存在、与星期相符',
  kind: 'structure',
  severity: 'E',
  good: '会议于2024年12月5日（星期四）召开。',
  bad: '会议于2024年12月5日（星期五）召开。',
  check: dateRemarks,
};

const shortest = 12;

export const repeated: Rule = {
  id: 'S06',
  name: '整段重复',
  kind: 'structure',
  severity: 'W',
  good: '落实经费保障，学校运转正常。\n落实安全责任，校园平安有序。',
  bad: '落实经费保障，学校运转正常。\n落实经费保障，学校运转正常。',
  *check({ paragraphs }) {
    const known = new Set<string>();
    for (const [paragraph, { text, paragraph: own }] of paragraphs.entries()) {
      if (text.length < shortest || own.role === 'cell' || own.role === 'attachments') continue;
      if (known.has(text)) {
        const message = '这一段和前面的一段完全相同。';
        yield { paragraph, start: 0, end: text.length, message, remedy: '如果是重复的，删去一段。' };
      }
      known.add(text);
    }
  },
};
