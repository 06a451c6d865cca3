import { Fraction } from 'fraction.js';
import { evaluateFormula } from '../../figures/formula/evaluate.ts';
import { printQuantity } from '../../figures/rounding.ts';
import type { ReportScope } from '../../report/scope.ts';
import { type Claim, readStatements } from '../arithmetic/claims.ts';
import { judge } from '../arithmetic/relation.ts';
import type { Place } from '../finding.ts';
import type { Draft, KnownStretch } from '../reading/draft.ts';
import { exactly, meets } from '../reading/interval.ts';
import type { NumberMention } from '../reading/read-numbers.ts';
import { IndicatorMatcher } from './match-indicator.ts';
import { type ClaimPlace, PlaceReader } from './place-of-claim.ts';
import { type Reading, readingsOf, type TypedNumber } from './readings.ts';

/** Where each number of a text comes from. */
export type Binding =
  /** A live figure, one set by hand, a declared constant; `of` is known of figures that print one indicator as it is. */
  | { readonly kind: KnownStretch['kind']; readonly of: string | null }
  /** Typed, and what the data say. */
  | { readonly kind: 'agrees' | 'differs'; readonly of: string; readonly expected: string }
  /** Typed, and nothing in the data is known of it. */
  | { readonly kind: 'unbound' };

export interface BoundNumber extends Place {
  readonly text: string;
  readonly binding: Binding;
}

/** What the data give for a formula at a place, in the base unit and as it prints; null when they give no number. */
interface Known {
  readonly value: Fraction;
  readonly printed: string;
}

/** Among shorter numbers a slip of the pen is too easily found: 16 and 17 are one digit apart. */
const leastDigits = 3;

class Binder {
  readonly #scope: ReportScope;
  readonly #matcher: IndicatorMatcher;
  readonly #places: PlaceReader;

  constructor(scope: ReportScope) {
    this.#scope = scope;
    this.#matcher = new IndicatorMatcher(scope.view.indicators);
    this.#places = new PlaceReader(scope);
  }

  bind(typed: TypedNumber): Binding {
    const place = this.#places.read(typed.words);
    const readings = readingsOf(typed, this.#matcher);
    const found = readings.flatMap((reading) => this.#compare(typed.claim, reading, place) ?? []);
    const decided = found.find(({ kind }) => kind === 'agrees') ?? found.find(({ kind }) => kind === 'differs');
    return decided ?? { kind: 'unbound' };
  }

  /** Null where the data have nothing to compare with. */
  #compare({ number }: Claim, { formula, of, isPlain, isStanding }: Reading, named: ClaimPlace): Binding | null {
    const place = isStanding ? this.#scope : named;
    const known = this.#evaluate(formula, place);
    if (known === null) return null;
    // 80%以上 is no value but, of a target, its very number.
    if (number.hedge === 'about') return { kind: 'unbound' };
    const value = known.value.abs();
    const isCertain = isPlain && number.hedge === 'none';
    const verdict = judge({
      certainty: isCertain ? 'certain' : 'likely',
      numbers: [number],
      holds: ([own]) => own !== undefined && meets(own, exactly(value)),
    });
    const isChance = !isCertain && number.digits.replace('.', '').length < leastDigits;
    if (verdict === 'unknown' || (verdict === 'differs' && isChance)) return { kind: 'unbound' };
    return { kind: verdict, of: subjectOf(of, place), expected: known.printed };
  }

  #evaluate(formula: string, place: ClaimPlace): Known | null {
    const checked = this.#scope.language.check(formula);
    if (!checked.ok) return null;
    const { value } = evaluateFormula(checked.value, { ...this.#scope, ...place });
    if (value.kind !== 'number') return null;
    // 百分点 count hundredths, as the % that they are a difference of.
    const exponent = value.unit.dimension === '百分点' ? -2 : value.unit.exponent;
    return { value: value.value.mul(new Fraction(10).pow(exponent)), printed: printQuantity(value) };
  }
}

function knownAt(known: readonly KnownStretch[], { start, end }: NumberMention): KnownStretch | undefined {
  return known.find((stretch) => stretch.start < end && start < stretch.end);
}

/** 公办就读比例·湖州市·2021年 */
export function subjectOf(indicator: string, { region, period }: ClaimPlace): string {
  return `${indicator}·${region.name}·${period.label}`;
}

/** What was named farther back than this is forgotten. */
const reach = 120;

/** Of live figures, by their ids, what they print (`subjectOf`), as far as that is one indicator as it is. */
export type FigureSubjects = ReadonlyMap<string, string>;

/** Every quantity in the prose of a draft with where it comes from. Words for numbers (四所) are left out. */
export function bindNumbers(
  draft: Draft,
  scope: ReportScope,
  subjects: FigureSubjects = new Map(),
): readonly BoundNumber[] {
  const binder = new Binder(scope);
  const bound: BoundNumber[] = [];
  for (const [paragraph, read] of draft.paragraphs.entries()) {
    if (read.paragraph.role !== 'body' && read.paragraph.role !== 'title') continue;
    const before = draft.paragraphs[paragraph - 1]?.text.slice(-reach) ?? '';
    for (const statement of readStatements(read)) {
      for (const claim of statement.claims) {
        const { start, end, isChinese } = claim.number;
        if (isChinese) continue;
        const known = knownAt(read.paragraph.known, claim.number);
        const words = statement.text.slice(0, start - statement.start);
        const earlier = read.text.slice(Math.max(0, statement.start - reach), statement.start) || before;
        const binding =
          known === undefined
            ? binder.bind({ claim, words, earlier })
            : { kind: known.kind, of: subjects.get(known.figureId ?? '') ?? null };
        bound.push({ paragraph, start, end, text: read.text.slice(start, end), binding });
      }
    }
  }
  return bound;
}

/** How many of the numbers are live figures, declared constants or agree with the data, in per cent rounded down. */
export function coverageOf(bound: readonly BoundNumber[]): number {
  const safe = bound.filter(({ binding }) => ['figure', 'constant', 'agrees'].includes(binding.kind)).length;
  return bound.length === 0 ? 100 : Math.floor((safe * 100) / bound.length);
}
