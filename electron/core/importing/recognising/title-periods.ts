import { makePeriod, type Period } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { joins, partBehind, partOfSchoolYear, type YearPart } from './year-part.ts';

/** What titles say of the period. */
export interface StatedPeriods {
  /** Each once. */
  readonly periods: readonly Period[];
  /** What is said of none of our periods, or of several at once (2024年寒假, 2022-2024年): a person must say what is meant. */
  readonly unclear: readonly Unclear[];
  /** Years of days that the figures were taken on, for a person to choose from. */
  readonly nearby: readonly Period[];
}

interface Unclear {
  /** Years that it touches. */
  readonly years: readonly number[];
  readonly candidates: readonly Period[];
}

/** Days, and months in which a table was filled in or signed: neither says what period its figures are of. */
const fillingDate = new RegExp(
  [
    '(?:填[报表写]|制表|报送|上报|打印|编制|报出|导出|印发|发布|更新|签发|审核|提交)(?:日期|时间|年月)?[:为]?\\d{4}年(?:\\d{1,2}月(?:份|\\d{1,2}[日号])?)?',
    '(?<!统计)日期[:为]\\d{4}年(?:\\d{1,2}月(?:份|\\d{1,2}[日号])?)?',
    '\\d{4}年\\d{1,2}月(?:\\d{1,2}[日号])?(?:填[报表]|制表?|报送|上报|印制?|编印?|整理)',
  ].join('|'),
  'g',
);

/** `德清县教育局 2025年1月` under the title: who signed, and when. */
const signature =
  /^[^\d]*(?:局|委|办|处|科|股|校|小学|中学|学院|幼儿园|中心|政府|部|厅|院|会)[:,]?\d{4}年\d{1,2}月(?:\d{1,2}[日号])?$/;

const takenOn =
  /(?:截[至止]|统计时点|时点|统计日期)(?:到|日期?|时间|时点)*[:为]?(\d{4})年\d{1,2}月(?:\d{1,2}[日号]|[底末初份])?/g;

const fullDate = /\d{4}年\d{1,2}月\d{1,2}[日号]/g;

const year = '((?:19|20|21)\\d{2})';

/** A school year, a span or list of years, or a year; what stands behind it tells the part that is meant. */
const anchor = new RegExp(
  `(?<!\\d)(?:${year}(?:年?${joins}(\\d{4}|\\d{2})年?)?学年度?` +
    `|${year}年?(?:\\d{1,2}月)?${joins}${year}年|${year}((?:年?(?:[、,和与及]|以及)\\d{4})+)年|${year}年度?)`,
  'g',
);

/** A part of a year in words of its own, away from the year: `上半年情况表（2024年）`. */
const loosePart = new RegExp(
  `[上下]半年|前[一二三四五六七八九十\\d]+个?(?:季度|月)|第?[一二三四1-4]季度|\\d{1,2}月?${joins}\\d{1,2}月|[春秋]季学期|第[一二]学期|[上下]学期|寒假|暑假|[月季]报|(?<![\\d.每年前])(?:1[0-2]|0?[1-9])月份?(?!\\d|[日号前])`,
);

type Said = YearPart | { readonly kind: 'years'; readonly text: string; readonly years: readonly number[] };

/** Periods that the titles state beyond doubt, and what they say besides. A full date is no period. */
export function readTitlePeriods(titles: readonly string[]): StatedPeriods {
  const periods = new Map<string, Period>();
  const unclear: Unclear[] = [];
  const nearby = new Map<string, Period>();
  const rests: string[] = [];
  for (const title of titles) {
    const { text, years } = withoutDates(foldName(title));
    for (const each of years) nearby.set(String(each), makePeriod('自然年', each));
    const { said, rest } = scan(text);
    rests.push(rest);
    for (const each of said) {
      if (each.kind === 'period') periods.set(each.period.label, each.period);
      else unclear.push(unclearOf(each));
    }
  }
  const found = [...periods.values()];
  const part = looseIn(rests, found);
  return { periods: found, unclear: part ? [...unclear, part] : unclear, nearby: [...nearby.values()] };
}

/** The one period that the whole text names: a heading or a label, no sentence. Null where it says more, or none. */
export function readWholePeriod(text: string): Period | null {
  const { said, rest } = scan(text);
  const [only, other] = said;
  return only?.kind === 'period' && !other && /^[\n()]*$/.test(rest) ? only.period : null;
}

function withoutDates(folded: string): { readonly text: string; readonly years: readonly number[] } {
  if (signature.test(folded)) return { text: '', years: [] };
  const years = [...folded.matchAll(takenOn)].map(([, each]) => Number(each));
  const text = folded.replaceAll(takenOn, '\n').replaceAll(fillingDate, '\n').replaceAll(fullDate, '\n');
  return { text, years };
}

function scan(text: string): { readonly said: readonly Said[]; readonly rest: string } {
  const said: Said[] = [];
  let rest = '';
  let at = 0;
  for (const match of text.matchAll(anchor)) {
    if (match.index < at) continue;
    const end = match.index + match[0].length;
    const each = sayOf(match, text.slice(end));
    said.push(each);
    rest += `${text.slice(at, match.index)}\n`;
    // The part begins behind its bracket, if there is one.
    at = each.text === '' ? end : text.indexOf(each.text, end) + each.text.length;
  }
  return { said, rest: rest + text.slice(at) };
}

function sayOf(match: RegExpExecArray, behind: string): Said {
  const [, school, second, from, to, head, listed, plain] = match;
  if (school !== undefined) return schoolYear(Number(school), second, behind);
  if (from !== undefined && to !== undefined) return spanOfYears(Number(from), Number(to));
  if (head !== undefined) {
    return { kind: 'years', text: '', years: [Number(head), ...(listed?.match(/\d{4}/g) ?? []).map(Number)] };
  }
  const own = Number(plain);
  const span = new RegExp(`^\\d{1,2}月?.{0,2}${joins}(\\d{4})年`).exec(behind);
  if (span) return { ...spanOfYears(own, Number(span[1])), text: span[0] };
  return partBehind(own, behind) ?? { kind: 'period', text: '', period: makePeriod('自然年', own) };
}

function schoolYear(first: number, second: string | undefined, behind: string): Said {
  const next =
    second === undefined ? first + 1 : second.length === 2 ? Number(`${first}`.slice(0, 2) + second) : Number(second);
  if (next !== first + 1) return spanOfYears(first, next);
  return partOfSchoolYear(first, behind) ?? { kind: 'period', text: '', period: makePeriod('学年', first) };
}

/** No form covers more. */
const mostYears = 60;

function spanOfYears(from: number, to: number): Said & { readonly kind: 'years' } {
  const length = Math.min(Math.max(0, to - from + 1), mostYears);
  return { kind: 'years', text: '', years: Array.from({ length }, (_, at) => from + at) };
}

/** Years enough to choose from at a glance. */
const mostCandidates = 4;

function unclearOf(said: Exclude<Said, { readonly kind: 'period' }>): Unclear {
  if (said.kind === 'unclear') {
    const { candidates } = said;
    return {
      candidates,
      years: candidates.flatMap((each) => (each.kind === '学年' ? [each.year, each.year + 1] : [each.year])),
    };
  }
  const candidates = said.years.length > mostCandidates ? [] : said.years.map((each) => makePeriod('自然年', each));
  return { years: said.years, candidates };
}

function looseIn(rests: readonly string[], periods: readonly Period[]): Unclear | null {
  const [only, other] = periods;
  const [text] = loosePart.exec(rests.join('\n')) ?? [];
  if (!only || text === undefined) return null;
  // `2024年上半年` and `1-6月` beside it agree.
  const parts = periods.flatMap((each) => partBehind(each.year, text) ?? []);
  if (parts.some((part) => part.kind === 'period' && periods.some(({ label }) => label === part.period.label)))
    return null;
  if (other || only.kind !== '自然年') return null;
  const candidates = parts.flatMap((part) => (part.kind === 'period' ? [part.period] : part.candidates));
  return { years: [only.year], candidates: [...candidates, only] };
}
