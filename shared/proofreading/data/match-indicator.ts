import type { Indicator } from '../../figures/catalogue.ts';
import { parseUnit } from '../../figures/unit.ts';
import { unitAt } from '../reading/units.ts';

/** Which indicator the words before a number name. */

export interface IndicatorMatch {
  readonly indicator: Indicator;
  /** The words hold its name and nothing that could make less of it: 全市随迁子女, not 报名中考的随迁子女. */
  readonly isPlain: boolean;
}

interface Stem {
  readonly text: string;
  readonly indicator: Indicator;
  readonly dimension: string;
}

const shortestStem = 3;
/** So many characters at the end of a name tell it: 中考报名 of 随迁子女中考报名人数. */
const shortestTail = 4;

/** 适龄残疾儿童人数 is said as 适龄残疾儿童……179人. */
function stemOf(name: string): string {
  return name.replace(/(?:总?人数|总数|数量|人次|金额|数)$/, '');
}

function dimensionOf(unit: string): string {
  return unitAt(unit, 0)?.dimension ?? parseUnit(unit).dimension;
}

const step = /第[一二三四五六七八九十]+[档级类批]/;

const plain =
  /^(?:全[市县区州旗省]|[我本该][市县区州旗省]|20\d\d年|[底末]|截至|目前|年|共|现|总|有|为|是|达|到|的|在|其中|人数|学生|数)*$/;

/** Finds indicators by the words of a text; made once for a catalogue. */
export class IndicatorMatcher {
  readonly #stems: readonly Stem[];

  constructor(indicators: readonly Indicator[]) {
    this.#stems = indicators.flatMap((indicator) => {
      const names = [indicator.name, ...indicator.aliases];
      const texts = new Set(
        names.flatMap((name) => [name, stemOf(name)]).filter((text) => text.length >= shortestStem),
      );
      return [...texts].map((text) => ({ text, indicator, dimension: dimensionOf(indicator.unit) }));
    });
  }

  /** The indicators of that dimension that the words may name, the likeliest first; of several alike none. */
  match(words: string, dimension: string): readonly IndicatorMatch[] {
    const own = this.#stems.filter((stem) => stem.dimension === dimension);
    const named = longest(own.filter(({ text }) => words.includes(text)));
    const isPlain = named !== null && plain.test(words.replace(named.text, ''));
    // 报名参加中考的随迁子女 says more than 随迁子女 does.
    const told = isPlain ? null : longest(own.filter(({ text }) => words.includes(text) || holdsAll(words, text)));
    const indicators = [told, named].flatMap((stem) => (stem === null ? [] : [stem.indicator]));
    if (indicators.length > 0) return [...new Set(indicators)].map((indicator) => ({ indicator, isPlain }));
    const short = words.replaceAll(/（[^（）]*）|[的在为有共是达了]|其中/g, '');
    const loose = own.filter(
      ({ text }) => short.length >= shortestStem && (text.startsWith(short) || text.endsWith(short)),
    );
    const found = longest(loose) ?? only(own.filter(({ text }) => endsAlike(text, stemOf(short))));
    return found === null ? [] : [{ indicator: found.indicator, isPlain: false }];
  }

  /** Indicators of one scale of steps (就学第一档税额, 就学第二档税额) that a sentence holds all the characters of. */
  stepsOf(words: string, dimension: string): readonly Indicator[] {
    const steps = this.#stems.filter((stem) => stem.dimension === dimension && step.test(stem.text));
    const found = steps.filter(({ text }) => [...text.replace(step, '')].every((sign) => words.includes(sign)));
    return [...new Set(found.map(({ indicator }) => indicator))];
  }

  /** The indicator of that dimension that a longer text names last. */
  lastNamed(text: string, dimension: string): Indicator | null {
    const found = this.#stems
      .filter((stem) => stem.dimension === dimension)
      .map((stem) => ({ stem, end: text.lastIndexOf(stem.text) + stem.text.length }))
      .filter(({ stem, end }) => end >= stem.text.length);
    const last = Math.max(0, ...found.map(({ end }) => end));
    return longest(found.filter(({ end }) => end === last).map(({ stem }) => stem))?.indicator ?? null;
  }

  /** Targets that the catalogue has for an indicator: 公办就读比例底线目标 of 公办就读比例. */
  targetsOf({ name, aliases }: Indicator): readonly Indicator[] {
    const found = this.#stems.filter(
      ({ text }) => /目标|底线|要求|标准/.test(text) && [name, ...aliases].some((own) => text.startsWith(own)),
    );
    return [...new Set(found.map(({ indicator }) => indicator))];
  }
}

function holdsAll(words: string, stem: string): boolean {
  return stem.length >= 4 && words.length <= stem.length + 8 && [...stem].every((sign) => words.includes(sign));
}

function endsAlike(stem: string, words: string): boolean {
  const tail = stem.slice(-shortestTail);
  return tail.length === shortestTail && words.endsWith(tail);
}

/** The longest of them; null where two indicators are equally long. */
function longest(stems: readonly Stem[]): Stem | null {
  const length = Math.max(0, ...stems.map(({ text }) => text.length));
  return only(stems.filter(({ text }) => text.length === length));
}

function only(stems: readonly Stem[]): Stem | null {
  const [first] = stems;
  return first !== undefined && stems.every(({ indicator }) => indicator === first.indicator) ? first : null;
}
