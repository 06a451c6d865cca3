import type { Region } from '../../../../shared/figures/catalogue.ts';
import { makePeriod, type Period } from '../../../../shared/figures/period.ts';
import { withoutUnit } from './indicator-names.ts';
import type { Names } from './names.ts';
import { relativePeriod } from './relative-period.ts';
import { periodOf } from './stated-periods.ts';
import { headings, isTotalWord } from './words.ts';

/** A path of headings taken apart: `2021年 / 吴兴区 / 小学 / 计`. */
export interface HeadingParts {
  readonly period: Period | null;
  /** The period is named by its distance from that of the table: 上年. */
  readonly isRelative: boolean;
  readonly region: { readonly region: Region; readonly text: string } | null;
  /** A name that nobody knows, where the columns are those of regions; empty for none. */
  readonly unknownPlace: string;
  /** A heading such as 全市, which is a region's only beside columns of regions. */
  readonly totalWord: string | null;
  /** What is left to name the indicator. */
  readonly rest: readonly string[];
}

/** `2021年在校生数` in one cell. */
const periodBefore = /^(\d{4}(?:[—–~～-]\d{4})?学年度?|\d{4}年度?(?:上半年|下半年|[春秋]季学期)?)末?(.+)$/;

/** What is known of the table's period before its columns are read. */
export interface StatedPeriod {
  readonly year: number | null;
  /** Null where nothing or more than one is stated. */
  readonly period: Period | null;
}

export function headingParts(path: readonly string[], names: Names, stated: StatedPeriod): HeadingParts {
  let period: Period | null = null;
  let isRelative = false;
  let region: HeadingParts['region'] = null;
  let totalWord: string | null = null;
  const rest: string[] = [];
  for (const text of path) {
    const said = readHeading(text, names, stated);
    if (said.kind === 'period') {
      period = said.period;
      isRelative ||= said.isRelative;
      rest.push(...said.rest);
    } else if (said.kind === 'region') region = { region: said.region, text };
    else {
      if (said.isTotal) totalWord ??= text;
      rest.push(...said.rest);
    }
  }
  return { period, isRelative, region, unknownPlace: '', totalWord, rest };
}

type Heading =
  | {
      readonly kind: 'period';
      readonly period: Period | null;
      readonly isRelative: boolean;
      readonly rest: readonly string[];
    }
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'name'; readonly isTotal: boolean; readonly rest: readonly string[] };

/** `2025-2026` over figures is a school year. */
function schoolYear(text: string): Period | null {
  const [, first, last] = /^(\d{4})[-—–―~～/](\d{4})$/.exec(text) ?? [];
  return first !== undefined && Number(last) === Number(first) + 1 ? makePeriod('学年', Number(first)) : null;
}

/** What one heading of a path says. */
function readHeading(text: string, names: Names, stated: StatedPeriod): Heading {
  if (names.indicators.has(text)) return { kind: 'name', isTotal: false, rest: [text] };
  const bare = withoutUnit(text);
  const relative = relativePeriod(bare, stated.period);
  if (relative) return { kind: 'period', ...relative, isRelative: true, rest: [] };
  const period = periodOf(bare, stated.year) ?? schoolYear(bare);
  if (period) return { kind: 'period', period, isRelative: false, rest: [] };
  const [, before, behind] = periodBefore.exec(text) ?? [];
  const inside = before === undefined ? null : periodOf(before, null);
  if (inside && behind) return { kind: 'period', period: inside, isRelative: false, rest: [behind] };
  const place = inside ? null : names.regions.find(text);
  if (place && place.by !== 'code') return { kind: 'region', region: place.region };
  return { kind: 'name', isTotal: isTotalWord(text), rest: headings.value.test(bare) ? [] : [text] };
}
