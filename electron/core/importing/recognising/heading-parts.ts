import type { Region } from '../../../../shared/figures/catalogue.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { withoutUnit } from './indicator-names.ts';
import type { Names } from './names.ts';
import { periodOf } from './stated-periods.ts';
import { headings, isTotalWord } from './words.ts';

/** A path of headings taken apart: `2021年 / 吴兴区 / 小学 / 计`. */
export interface HeadingParts {
  readonly period: Period | null;
  readonly region: { readonly region: Region; readonly text: string } | null;
  /** A heading such as 全市, which is a region's only beside columns of regions. */
  readonly totalWord: string | null;
  /** What is left to name the indicator. */
  readonly rest: readonly string[];
}

/** `2021年在校生数` in one cell. */
const periodBefore = /^(\d{4}(?:[—–~～-]\d{4})?学年度?|\d{4}年度?(?:上半年|下半年|[春秋]季学期)?)末?(.+)$/;

export function headingParts(path: readonly string[], names: Names, year: number | null): HeadingParts {
  let period: Period | null = null;
  let region: HeadingParts['region'] = null;
  let totalWord: string | null = null;
  const rest: string[] = [];
  for (const text of path) {
    const bare = withoutUnit(text);
    if (names.indicators.has(text)) {
      rest.push(text);
      continue;
    }
    const said = periodOf(bare, year);
    const before = said ? null : periodBefore.exec(text);
    const stated = before?.[1] === undefined ? null : periodOf(before[1], null);
    const place = said || stated ? null : names.regions.find(text);
    if (said) period = said;
    else if (stated && before?.[2]) {
      period = stated;
      rest.push(before[2]);
    } else if (place && place.by !== 'code') region = { region: place.region, text };
    else {
      if (isTotalWord(text)) totalWord ??= text;
      if (!headings.value.test(bare)) rest.push(text);
    }
  }
  return { period, region, totalWord, rest };
}
