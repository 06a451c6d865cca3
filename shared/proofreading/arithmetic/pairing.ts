import type { ReadParagraph } from '../reading/draft.ts';
import type { NumberMention } from '../reading/read-numbers.ts';
import type { Check, Statement } from './claims.ts';

/** 分别: as many numbers as things they are of. */

/** A list of things is shorter. */
const reach = 120;

/** The things of a list: 小学、初中和高中. */
function itemsOf(text: string): readonly string[] {
  return text
    .replaceAll(/及以[上下]|[（(][^（()）]*[)）]/g, '')
    .split(/[、和与及]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The list before 分别: in its own clause, or, where 分别 begins one, at the end of the clause before. */
function itemsBefore(text: string): readonly string[] {
  const clauses = text.split(/[，；：]/);
  const own = clauses.at(-1) ?? '';
  const before = clauses.at(-2) ?? '';
  const list = own === '' || own === '同比' ? before : own;
  // Without a 、 (两个学段和三类学校) 和 may join anything.
  return /、/.test(list) && !/分别/.test(list) ? itemsOf(list) : [];
}

const measure = /[率数比费额例度量积分]$/;

/** 小学、幼儿园配备率、安装率: a list of measures, the first of which may be described by a list of its own. */
function countItems(items: readonly string[], given: number): number {
  const alike = measure.test(items.at(-1) ?? '') ? items.filter((item) => measure.test(item)) : [];
  return alike.length === given && alike.length >= 2 ? given : items.length;
}

/** The numbers behind 分别 that follow each other with nothing but 、 and 和 between them. */
function run(text: string, from: number, numbers: readonly NumberMention[]): readonly NumberMention[] {
  const found: NumberMention[] = [];
  for (const number of numbers) {
    if (number.start < from || number.kind === 'year') continue;
    const between = text.slice(found.at(-1)?.end ?? from, number.start);
    if (found.length === 0 ? between.length > 12 || /[，。；（(]/.test(between) : !/^[、和与及]$/.test(between)) break;
    found.push(number);
  }
  return found;
}

/** Whether 分别 gives each thing its number. */
export function checkPairing({ text }: ReadParagraph, { start, text: sentence, numbers }: Statement): readonly Check[] {
  const checks: Check[] = [];
  for (const match of sentence.matchAll(/分别/g)) {
    const at = start + match.index;
    const given = run(text, at + 2, numbers);
    const items = itemsBefore(sentence.slice(Math.max(0, match.index - reach), match.index));
    const things = countItems(items, given.length);
    const first = given[0];
    if (first === undefined || things < 2 || given.length < 2) continue;
    const base = { rule: 'A13', isCertain: true, at: { ...first, end: given.at(-1)?.end ?? first.end } };
    if (things === given.length) {
      checks.push({ ...base, verdict: 'agrees', message: `“分别”前后都是${things}项。`, remedy: '' });
    } else {
      const message = `“分别”前面是${things}项，后面是${given.length}个数，对不上。`;
      checks.push({ ...base, verdict: 'differs', message, remedy: '补齐或删去多出的一项。' });
    }
  }
  return checks;
}
