import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { Line } from '../recognised-table.ts';
import { type IndicatorNames, meaningful } from './indicator-names.ts';
import { usualUnit } from './proposed-unit.ts';
import { includedWord, isDivider } from './words.ts';

/** What an unknown heading divides: an indicator, or one that is itself asked for. */
export interface Whole {
  readonly indicator: Indicator | null;
  readonly name: string;
  /** Null where nothing says it. */
  readonly unit: string | null;
}

/** The heading's own words, without those of what it is an 其中 of. */
export function ownWords(text: string): readonly string[] {
  const parts = text.split('/');
  const from = parts.findLastIndex((part) => part.startsWith('其中'));
  const words = (each: readonly string[]) => each.map(meaningful).filter((word) => word !== '');
  const included = from < 0 ? [] : words(parts.slice(from));
  return included.length > 0 ? included : words(parts);
}

/** Whether words only divide something: 小学, 女生. */
export function onlyDivides(words: readonly string[], names: IndicatorNames): boolean {
  return words.length > 0 && words.every((word) => names.isDimension(word) || isDivider(word));
}

/** Further away nobody reads a heading as a part of another. */
const mostBefore = 30;

interface Around {
  /** All rows, or all columns. */
  readonly lines: readonly Line[];
  readonly base: Indicator | null;
  readonly names: IndicatorNames;
}

/** What the line is a part of: the line that its 其中 speaks of, else what the titles or the lines before it are about. */
export function wholeOf(line: Line, { lines, base, names }: Around): Whole | null {
  // Every row of a body, and every column of a span, is a line.
  const first = lines[0]?.index ?? 0;
  const above = line.partOf === null ? undefined : lines[line.partOf - first];
  if (above) return ofLine(above);
  const text = line.indicator?.text ?? '';
  const isIncluded = text.split('/').some((part) => includedWord(part) !== null);
  const isPart = onlyDivides(ownWords(text), names);
  if (base && (isPart || isIncluded)) return ofIndicator(base);
  if (!isPart) return null;
  const at = line.index - first;
  const before = lines.slice(Math.max(0, at - mostBefore), at).findLast((other) => addedUp(other) !== null);
  const indicator = before ? addedUp(before) : null;
  return indicator && ofIndicator(names.rootOf(indicator).root);
}

function addedUp({ role, indicator }: Line): Indicator | null {
  if (role !== 'data' || indicator?.kind !== 'known') return null;
  return indicator.thing.aggregation === '合计' ? indicator.thing : null;
}

function ofIndicator(indicator: Indicator): Whole {
  return { indicator, name: indicator.name, unit: indicator.unit };
}

function ofLine({ indicator, path, unit }: Line): Whole {
  if (indicator?.kind === 'known') return ofIndicator(indicator.thing);
  const name = path.map(meaningful).join('');
  return { indicator: null, name, unit: unit ?? usualUnit(name) };
}

/** A name that says of what whole the words name a part: 女生 of 住校人数 is 女生住校人数; 借读费 speaks for itself. */
export function partName(words: readonly string[], whole: Whole, names: IndicatorNames): string {
  const like = whole.indicator && names.nameLike(whole.indicator, words);
  if (like) return like;
  const own = words.join('');
  if (onlyDivides(words, names)) return own + whole.name;
  if (/(数|率|比例|比重|额|费|量|面积|人次)$/.test(own)) return own;
  return usualUnit(own) === '人' && whole.unit === '人' ? `${own}人数` : own + whole.name;
}
