import type { Indicator } from '../../figures/catalogue.ts';
import { type Claim, clauseBefore } from '../arithmetic/claims.ts';
import type { IndicatorMatch, IndicatorMatcher } from './match-indicator.ts';

/** What a typed number may be of, as a formula over the data. */
export interface Reading {
  readonly formula: string;
  /** 公办就读比例, 公办就读比例的变化 */
  readonly of: string;
  /** The words leave no doubt; otherwise a difference must be a slip of the pen to be told. */
  readonly isPlain: boolean;
  /** A target or a scale: of the report's own region and period, whatever the sentence names. */
  readonly isStanding?: true;
}

/** A number with the words about it. */
export interface TypedNumber {
  readonly claim: Claim;
  /** From the beginning of the sentence to the number's first digit. */
  readonly words: string;
  /** The text before the sentence, as far as it may say what this one is of. */
  readonly earlier: string;
}

const change = /(?:增加|增长|提高|提升|上升|减少|下降|降低|净增|增|减|降)(?:了|达到|达|为)?$/;
const distance = /(?:相差|还差|尚差|差距为|差距)(?:了)?$/;
const bare = /^[为是达到占约]{0,3}$/;
/** What is to come is not in the data, unless as a target. */
const prospective = /[要需再将拟]|力争|确保|争取|计划|努力|目标/;
const target = /目标|要求|任务|标准|底线/;
const percentAtEnd = /(\d+(?:\.\d+)?)[%％](?:以上|及以上)?[^\d%％]{0,12}$/;
const countUnits = ['人', '人次', '元', '所', '个'];

/** 最高的是吴兴区，为99.67%: what the number is of was said in clauses before. */
function withClausesBefore(words: string, label: string): readonly string[] {
  const earlier = words.slice(-120).split(/[，、；：（）]/);
  return [label, ...earlier.slice(-5, -1).toReversed()];
}

function isOfAll(words: string): boolean {
  return /全员|全部|百分之百/.test(words);
}

function yardstickOf(words: string): string | null {
  const told = percentAtEnd.exec(words)?.[1];
  if (told !== undefined) return `${told}%`;
  return isOfAll(words.slice(-12)) ? '100%' : null;
}

function ofDistance({ claim, words, earlier }: TypedNumber, matcher: IndicatorMatcher): readonly Reading[] {
  const to = claim.number.dimension === '百分点' ? yardstickOf(words) : null;
  const own = matcher.lastNamed(words, '%');
  const indicator = own ?? matcher.lastNamed(earlier, '%');
  if (to === null || indicator === null) return [];
  return [{ formula: `${to} - ${indicator.name}`, of: `${indicator.name}与${to}的差距`, isPlain: false }];
}

function ofTarget({ claim, words, earlier }: TypedNumber, matcher: IndicatorMatcher): readonly Reading[] {
  const indicator = matcher.lastNamed(words, claim.number.dimension) ?? matcher.lastNamed(earlier, '%');
  const targets = indicator === null ? [] : matcher.targetsOf(indicator);
  return targets.map(standing);
}

function ofAnyUnit(label: string, matcher: IndicatorMatcher): readonly IndicatorMatch[] {
  const found = countUnits.map((unit) => matcher.match(label, unit)).filter((matches) => matches.length > 0);
  return found.length === 1 ? (found[0] ?? []) : [];
}

function ofChange({ claim: { number, label } }: TypedNumber, matcher: IndicatorMatcher): readonly Reading[] {
  const own = label.replace(change, '');
  if (prospective.test(own)) return [];
  // What changes has its own unit: 比例提高1.2个百分点, 人数增长5%.
  const unit = number.dimension === '百分点' ? '%' : number.dimension;
  const matches = matcher.match(own, unit);
  return (matches.length > 0 ? matches : ofAnyUnit(own, matcher)).map(({ indicator: { name }, isPlain }) => {
    const formula = number.dimension === '%' ? `同比(${name})` : `增减(${name})`;
    return { formula, of: `${name}的变化`, isPlain };
  });
}

function ofValue({ claim: { number, label }, words }: TypedNumber, matcher: IndicatorMatcher): readonly Reading[] {
  const candidates = bare.test(label) || /最[高低多少大小]/.test(label) ? withClausesBefore(words, label) : [label];
  for (const candidate of candidates) {
    const matches = matcher.match(candidate, number.dimension);
    if (matches.length > 0) return matches.map(({ indicator, isPlain }) => named(indicator, isPlain));
  }
  return matcher.stepsOf(words, number.dimension).map(standing);
}

function named({ name }: Indicator, isPlain: boolean): Reading {
  return { formula: name, of: name, isPlain };
}

function standing(indicator: Indicator): Reading {
  return { ...named(indicator, false), isStanding: true };
}

/** What the number may be of, the most telling words first; none where the words name nothing in the data. */
export function readingsOf(typed: TypedNumber, matcher: IndicatorMatcher): readonly Reading[] {
  const { claim, words } = typed;
  const clause = clauseBefore(words, words.length);
  if (distance.test(claim.gap)) return ofDistance(typed, matcher);
  if (change.test(claim.gap)) return ofChange(typed, matcher);
  if (target.test(claim.after) || prospective.test(clause)) return ofTarget(typed, matcher);
  return ofValue(typed, matcher);
}
