import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';

type Dimensions = Readonly<Record<string, string>>;

export interface DimensionReader {
  /** The part of the indicator that the words name by its dimensions; the indicator itself for words that say no more. */
  readonly part: (indicator: Indicator, words: readonly string[]) => Indicator | null;
  /** Name for a part that the catalogue lacks, made after a sibling that differs by one value; null where there is none. */
  readonly nameLike: (indicator: Indicator, words: readonly string[]) => string | null;
  /** Whether a word says or resembles a dimension of any indicator, so that it must not be passed over. */
  readonly isAny: (word: string) => boolean;
  /** Whether a word is the value of a dimension and nothing else: 小学, 公办学校. */
  readonly isValue: (word: string) => boolean;
}

/** What may stand around the value of a dimension: `公办学校`, `女生`, `小学阶段`, `民办就读`. */
const around = /^(阶段|教育|学校|就读|在校|接受|的|学生|生|者)*$/;
const people = /^(学生|就读|在校)?总?人?数$/;

/** Reads headings such as 小学, 公办 as the parts that the catalogue makes of an indicator. */
export function dimensionReader(indicators: readonly Indicator[]): DimensionReader {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const parts = new Map<string, Indicator | null>();
  const vocabularies = new Map<number, Map<string, string | null>>();
  const everyWord = new Set<string>();
  for (const indicator of indicators) {
    const { root, dimensions } = rootOf(indicator, byId);
    const key = keyOf(root, dimensions);
    parts.set(key, parts.has(key) ? null : indicator);
    const vocabulary = vocabularies.get(root.id) ?? new Map<string, string | null>();
    vocabularies.set(root.id, vocabulary);
    for (const [dimension, value] of Object.entries(dimensions)) {
      const word = foldName(value);
      const known = vocabulary.get(word);
      vocabulary.set(word, known === undefined || known === dimension ? dimension : null);
      everyWord.add(word);
    }
  }
  const read = (indicator: Indicator, words: readonly string[]): { root: Indicator; said: Dimensions } | null => {
    const { root, dimensions } = rootOf(indicator, byId);
    const said: Record<string, string> = { ...dimensions };
    for (const word of words) {
      const added = readWord(word, { indicator, vocabulary: vocabularies.get(root.id) ?? new Map() });
      if (!added) return null;
      for (const [dimension, value] of Object.entries(added)) {
        if (said[dimension] !== undefined && said[dimension] !== value) return null;
        said[dimension] = value;
      }
    }
    return { root, said };
  };
  const part = (indicator: Indicator, words: readonly string[]): Indicator | null => {
    const said = read(indicator, words);
    return said && (parts.get(keyOf(said.root, said.said)) ?? null);
  };
  const nameLike = (indicator: Indicator, words: readonly string[]): string | null => {
    const wanted = read(indicator, words);
    if (!wanted) return null;
    for (const sibling of indicators) {
      const { root, dimensions } = rootOf(sibling, byId);
      const name = root === wanted.root ? siblingName(sibling.name, dimensions, wanted.said) : null;
      if (name !== null && !indicators.some((each) => each.name === name)) return name;
    }
    return null;
  };
  const isAny = (word: string) =>
    word !== '' && [...everyWord].some((known) => word.includes(known) || (word.length >= 2 && known.includes(word)));
  const isValue = (word: string) => everyWord.has(word) || everyWord.has(word.replace(/(学校|阶段|学生|生)$/, ''));
  return { part, nameLike, isAny, isValue };
}

/** What the indicator is a part of in the end, and by which dimensions. */
export function rootOf(
  indicator: Indicator,
  byId: ReadonlyMap<number, Indicator>,
): { readonly root: Indicator; readonly dimensions: Dimensions } {
  let root = indicator;
  let dimensions: Dimensions = {};
  // The depth bounds parts that name each other in a circle.
  for (let depth = 0; root.part !== null && depth < 10; depth += 1) {
    const base = byId.get(root.part.baseId);
    if (!base) break;
    dimensions = { ...root.part.dimensions, ...dimensions };
    root = base;
  }
  return { root, dimensions };
}

/** `小学公办就读人数` gives `小学民办就读人数` for the same dimensions with one other value. */
function siblingName(name: string, own: Dimensions, wanted: Dimensions): string | null {
  const dimensions = Object.keys(wanted);
  if (dimensions.length !== Object.keys(own).length) return null;
  const [differing, more] = dimensions.filter((dimension) => foldName(own[dimension] ?? '') !== wanted[dimension]);
  const before = differing === undefined ? undefined : own[differing];
  if (differing === undefined || more !== undefined || before === undefined || !name.includes(before)) return null;
  return name.replace(before, wanted[differing] ?? '');
}

function keyOf(root: Indicator, dimensions: Dimensions): string {
  const said = Object.entries(dimensions).map(([dimension, value]) => `${dimension}=${foldName(value)}`);
  return [root.id, ...said.sort()].join('|');
}

function readWord(
  word: string,
  { indicator, vocabulary }: { readonly indicator: Indicator; readonly vocabulary: ReadonlyMap<string, string | null> },
): Dimensions | null {
  const said: Record<string, string> = {};
  let rest = word.replace(foldName(indicator.name), '');
  for (const value of [...vocabulary.keys()].sort((a, b) => b.length - a.length)) {
    if (value === '' || !rest.includes(value)) continue;
    const dimension = vocabulary.get(value);
    if (dimension === null || dimension === undefined || said[dimension] !== undefined) return null;
    said[dimension] = value;
    rest = rest.replace(value, '');
  }
  const counts = indicator.unit === '人' && people.test(rest);
  if (Object.keys(said).length === 0) return rest === '' || counts ? said : null;
  return around.test(rest) || counts ? said : null;
}
