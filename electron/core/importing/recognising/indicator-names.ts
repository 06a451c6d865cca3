import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { FoundBy } from '../recognised-table.ts';
import { dimensionReader, rootOf } from './dimensions.ts';
import { isMeasure, plainUnit } from './stated-units.ts';
import { includedWord, isDivider, isQualifier, isStructure } from './words.ts';

export interface FoundIndicator {
  readonly indicator: Indicator;
  readonly by: Extract<FoundBy, 'name' | 'alias' | 'code' | 'dimensions'>;
  /** Only the last heading says so, the ones above it name nothing known: another column may claim the same. */
  readonly isLoose: boolean;
}

/** Finds the indicator that a path of headings names. Of a name that several share none is found. */
export interface IndicatorNames {
  readonly all: readonly Indicator[];
  readonly find: (path: readonly string[], base: Indicator | null) => FoundIndicator | null;
  /** What a measure is below titles that speak of it; null where only its own name counts. */
  readonly byTitles: (path: readonly string[]) => Indicator | null;
  /** The part of everything that titles are about, such as 小学; empty for none. */
  readonly scope: string;
  readonly has: (text: string) => boolean;
  readonly nameLike: ReturnType<typeof dimensionReader>['nameLike'];
  readonly part: ReturnType<typeof dimensionReader>['part'];
  /** Whether the text is the value of a dimension, such as 小学. */
  readonly isDimension: (text: string) => boolean;
  /** What the indicator is a part of in the end, and by which dimensions. */
  readonly rootOf: (indicator: Indicator) => ReturnType<typeof rootOf>;
  /** Indicator that the titles speak of: the longest name in them; null where there is none or they list several. */
  readonly baseOf: (titles: readonly string[]) => Indicator | null;
}

/** Titles speak of 在校生 where the catalogue counts 在校生数. */
const countWord = /(总人数|学生数|人数|总数|数)$/;

export function indicatorNames(indicators: readonly Indicator[]): IndicatorNames {
  const names = new Map<string, Indicator | null>();
  const stems = new Map<string, Indicator | null>();
  const codes = new Map<string, Indicator | null>();
  for (const indicator of indicators) {
    for (const name of [indicator.name, ...indicator.aliases].map(foldName)) {
      put(names, name, indicator);
      const stem = name.replace(countWord, '');
      if (stem.length >= 2) put(stems, stem, indicator);
    }
    put(codes, foldName(indicator.code), indicator);
  }
  const exact = (text: string): FoundIndicator | null => {
    const folded = foldName(text);
    const bare = names.has(folded) ? folded : withoutUnit(folded);
    const indicator = names.get(bare);
    if (indicator) return { indicator, by: foldName(indicator.name) === bare ? 'name' : 'alias', isLoose: false };
    const coded = names.has(bare) ? null : codes.get(bare);
    return coded ? { indicator: coded, by: 'code', isLoose: false } : null;
  };
  const spoken = [...new Set([...names.keys(), ...stems.keys()])].sort((a, b) => b.length - a.length);
  const meaning = (text: string) => names.get(text) ?? (names.has(text) ? null : (stems.get(text) ?? null));
  const dimensions = dimensionReader(indicators);

  /** `学生数(其中女)` is a part, in two words; null for `学生数(不含民办)`, which is another count. */
  const withQualifiers = (written: readonly string[]): readonly string[] | null => {
    const path: string[] = [];
    for (const [at, text] of written.entries()) {
      const [name, inside = ''] = names.has(foldName(text)) ? [] : qualified(text);
      const isSaid = name !== undefined && (at === written.length - 1 || exact(name) !== null);
      const word = includedWord(inside) ?? inside;
      if (isSaid && !dimensions.isValue(word)) return null;
      path.push(...(isSaid ? [name, word] : [text]));
    }
    return path;
  };
  /** What words mean beside the indicator that the titles speak of. */
  const ofBase = (words: readonly string[], base: Indicator): FoundIndicator | null => {
    if (words.length === 0) return { indicator: base, by: 'dimensions', isLoose: false };
    const beside = besideBase(words.join(''), base).flatMap((text) => exact(text) ?? []);
    const [first] = beside;
    if (first && beside.every(({ indicator }) => indicator === first.indicator)) return first;
    const part = dimensions.part(base, words);
    return part && { indicator: part, by: 'dimensions', isLoose: false };
  };
  const find = (written: readonly string[], base: Indicator | null): FoundIndicator | null => {
    const path = withQualifiers(written);
    if (!path) return null;
    const joined = exact(path.join(''));
    if (joined) return joined;
    const words = path.map(meaningful).filter((word) => word !== '');
    const whole = exact(words.join(''));
    if (whole) return whole;
    const named = words.findLastIndex((word) => exact(word) !== null);
    const own = named < 0 ? null : exact(words[named] ?? '');
    if (own) {
      const others = words.filter((_, at) => at !== named);
      const part = dimensions.part(own.indicator, others);
      if (part) return { indicator: part, by: 'dimensions', isLoose: false };
      // What stands below the name, and is not understood, makes it something else: 男 below 学生数 is no sum.
      const isLast = named === words.length - 1;
      const isDivided = others.some((word) => dimensions.isAny(word) || isDivider(word) || isQualifier(word));
      return isLast && !isDivided ? { ...own, isLoose: true } : null;
    }
    return base && ofBase(words, base);
  };
  const baseOf = (titles: readonly string[]) => baseIn(titles.map(foldName), { spoken, meaning });
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return {
    all: indicators,
    find,
    byTitles: () => null,
    scope: '',
    has: (text) => exact(text) !== null,
    nameLike: dimensions.nameLike,
    part: dimensions.part,
    isDimension: dimensions.isValue,
    rootOf: (indicator) => rootOf(indicator, byId),
    baseOf,
  };
}

function put(index: Map<string, Indicator | null>, key: string, indicator: Indicator): void {
  const known = index.get(key);
  index.set(key, known === undefined || known === indicator ? indicator : null);
}

/** The heading without `(万人)` behind it, and without 其中 before it; empty where it only says how the table is built. */
export function meaningful(heading: string): string {
  const bare = withoutUnit(heading);
  const word = includedWord(bare) ?? bare;
  return isStructure(word) ? '' : word;
}

export function withoutUnit(heading: string): string {
  return /^(.+)\([^()]*\)$/.exec(heading)?.[1] ?? heading;
}

/** The unit in brackets behind a heading; null where there is none, or where the brackets are part of a name. */
export function unitInHeading(heading: string, names: IndicatorNames): string | null {
  const inside = /^.*?\((人民币\([^()]+\)|[^()]*(?:\(人民币\))?)\)$/.exec(heading)?.[1] ?? null;
  const said = inside === null ? null : /^(?:计量)?单位:(.+)$/.exec(inside)?.[1];
  if (said) return plainUnit(said);
  if (inside === null || inside === '' || names.has(`${heading}()`)) return null;
  return saysMore(inside) && !names.all.some((each) => foldName(each.unit) === inside) ? null : plainUnit(inside);
}

/** The unit that a path of headings states, the nearest first; one that stands further out only where it can be meant. */
export function unitInPath(
  path: readonly string[],
  names: IndicatorNames,
  canBe: (unit: string) => boolean,
): string | null {
  const own = unitInHeading(path.at(-1) ?? '', names);
  if (own !== null) return own;
  const outer = path.slice(0, -1).flatMap((text) => unitInHeading(text, names) ?? []);
  return outer.findLast(canBe) ?? null;
}

/** Brackets that say more of what is counted: `(不含民办)`, `(占比)`; all that may be a unit is none. */
function saysMore(inside: string): boolean {
  return !isMeasure(plainUnit(inside)) && !/[元万千亿%‰/]/.test(inside) && (inside.length > 1 || /[男女]/.test(inside));
}

/** `学生数(其中女)` → `学生数`, `其中女`; nothing where no such bracket stands behind it. */
function qualified(heading: string): readonly string[] {
  const [, name, inside] = /^(.+)\(([^()]*)\)$/.exec(heading) ?? [];
  return name !== undefined && inside !== undefined && inside !== '' && saysMore(inside) ? [name, inside] : [];
}

function besideBase(word: string, base: Indicator): readonly string[] {
  const forms = [base.name, ...base.aliases].map(foldName);
  return forms.flatMap((form) => [`${word}${form}`, `${form}${word}`]);
}

interface Spoken {
  readonly spoken: readonly string[];
  readonly meaning: (text: string) => Indicator | null;
}

function baseIn(titles: readonly string[], { spoken, meaning }: Spoken): Indicator | null {
  const inTitle = (title: string) => spoken.find((name) => title.includes(name));
  const found = titles.flatMap((title) => {
    const name = inTitle(title);
    return name === undefined ? [] : [{ title, name }];
  });
  const [best] = [...found].sort((a, b) => b.name.length - a.name.length);
  if (!best) return null;
  const indicator = meaning(best.name);
  // `在校生和专任教师情况` speaks of two; `随迁子女在校生` of one, whose name the other only explains.
  const others = best.title.replace(best.name, '\n').split('\n');
  const listed = others.some((text, side) => {
    const beside = side === 0 ? /[和与及、,]$/.test(text) : /^(情况|人?数)?[和与及、,]/.test(text);
    return beside && inTitle(text) !== undefined;
  });
  return listed ? null : indicator;
}
