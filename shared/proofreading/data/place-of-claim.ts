import type { Region } from '../../figures/catalogue.ts';
import { type Period, parsePeriod, previousPeriod } from '../../figures/period.ts';
import { shortRegionName } from '../../figures/short-region-name.ts';
import type { ReportScope } from '../../report/scope.ts';

/** The region and the period that a number in a text is of, carried on from what was named last. */

export interface ClaimPlace {
  readonly region: Region;
  readonly period: Period;
}

const own = '全市|全县|全区|全州|全旗|我市|我县|我区|本市|本县|本区';
const times = /(20\d\d)年(上半年|下半年)?|上半年|下半年|去年同期|上年同期|去年|上年|今年|本年/g;
/** More members than a county has would make the pattern long, and a report names few of them. */
const mostRegions = 300;

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Reads region and period off the words of one sentence. */
export class PlaceReader {
  readonly #scope: ReportScope;
  readonly #regions = new Map<string, Region>();
  readonly #pattern: RegExp;

  constructor(scope: ReportScope) {
    this.#scope = scope;
    const near = scope.view.regions.filter(
      ({ id, parentId }) => id === scope.region.id || parentId === scope.region.id,
    );
    for (const region of near.slice(0, mostRegions)) {
      for (const name of [region.name, shortRegionName(region.name)])
        if (name.length > 1) this.#regions.set(name, region);
    }
    const names = [...this.#regions.keys()].toSorted((a, b) => b.length - a.length).map(escape);
    this.#pattern = new RegExp([own, ...names].join('|'), 'g');
  }

  /** Of a number that the words lead up to; `words` begin with the sentence. */
  read(words: string): ClaimPlace {
    const { region, period } = this.#scope;
    const name = [...words.matchAll(this.#pattern)].at(-1)?.[0] ?? '';
    const time = [...words.matchAll(times)].findLast(({ index }) => !/[比较]$/.test(words.slice(0, index)));
    return {
      region: this.#regions.get(name) ?? region,
      period: time === undefined ? period : (this.#periodOf(time) ?? period),
    };
  }

  #periodOf([found, year, half]: RegExpMatchArray): Period | null {
    const { period } = this.#scope;
    if (year !== undefined) {
      // A report on a school year names calendar years that are none of its periods.
      return period.kind === '自然年' || half !== undefined ? parsePeriod(`${year}年${half ?? ''}`) : period;
    }
    if (found.endsWith('半年')) return parsePeriod(`${period.year}年${found}`);
    return /^[去上]年/.test(found) ? previousPeriod(period) : period;
  }
}
