import { fail, type Result } from '../../result.ts';
import type { Indicator, Region } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import { allowsGaps, parts } from '../functions/definition.ts';
import { functions } from '../functions/index.ts';
import { isMemberSelector } from '../members.ts';
import { NameIndex } from '../name-index.ts';
import { regionNames } from '../region-names.ts';
import { fitsUnit, parseUnit, type Unit, unitName } from '../unit.ts';
import { checkExpression } from './check.ts';
import type { Checked, SpecialName } from './checked.ts';
import { parseFormula } from './parse.ts';
import type { FormulaProblem } from './syntax.ts';

export type Named =
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'special'; readonly name: SpecialName };

/** The formula language over one catalogue: its names by longest match, and every formula checked once. */
export interface FormulaLanguage {
  readonly indicators: readonly Indicator[];
  readonly names: NameIndex<Named>;
  readonly regions: NameIndex<Region>;
  isMemberSelector(text: string): boolean;
  /** Whether amounts are counted in it: a unit of the catalogue or of every calculation, in any power of ten. */
  isUnit(unit: Unit): boolean;
  units(): readonly string[];
  /** What is wrong with a derived indicator's own formula, a cycle for one; null when nothing is. */
  whyBroken(indicator: Indicator): Pick<FormulaProblem, 'code' | 'message'> | null;
  /** The checked formula of a derived indicator that is not broken. */
  derivation(indicator: Indicator): Checked;
  /** The indicators that a derived one's formula names. */
  namedIndicators(indicator: Indicator): readonly Indicator[];
  /** Parses and checks; every problem is reported, not only the first. */
  check(formula: string): Result<Checked, readonly FormulaProblem[]>;
}

function* namesOf<
  Item extends { readonly name: string; readonly aliases: readonly string[]; readonly code: string | null },
>(items: readonly Item[]): Generator<readonly [string, Item]> {
  for (const item of items) yield [item.name, item];
  for (const item of items) {
    for (const alias of item.aliases) yield [alias, item];
    if (item.code !== null) yield [item.code, item];
  }
}

function* formulaNames(indicators: readonly Indicator[]): Generator<readonly [string, Named]> {
  for (const [name, indicator] of namesOf(indicators)) yield [name, { kind: 'indicator', indicator }];
  yield ['地区', { kind: 'special', name: '地区' }];
  yield ['期', { kind: 'special', name: '期' }];
}

/** Units that no indicator needs to bring along. */
const commonUnits = ['人', '元', '%', '百分点', '倍', '个', '年'];

/** Derived indicators may build on one another this deep. */
const deepestDerivation = 32;

class CatalogueLanguage implements FormulaLanguage {
  readonly indicators: readonly Indicator[];
  readonly names: NameIndex<Named>;
  readonly regions: NameIndex<Region>;
  readonly #view: Pick<DataView, 'namedSet'>;
  readonly #checked = new Map<string, Result<Checked, readonly FormulaProblem[]>>();
  readonly #broken = new Map<number, Pick<FormulaProblem, 'code' | 'message'> | null>();
  /** Derived indicators whose formulas are being checked, the outermost first. */
  readonly #underway: Indicator[] = [];
  #dimensions: ReadonlySet<string> | null = null;

  constructor(view: Pick<DataView, 'indicators' | 'regions' | 'namedSet'>) {
    this.#view = view;
    this.indicators = view.indicators;
    this.names = new NameIndex(formulaNames(view.indicators));
    this.regions = new NameIndex(regionNames(view.regions));
  }

  isMemberSelector(text: string): boolean {
    return isMemberSelector(text, (name) => this.#view.namedSet(name) !== undefined);
  }

  units(): readonly string[] {
    return [...new Set([...this.indicators.map(({ unit }) => unit), ...commonUnits])].filter((unit) => unit !== '');
  }

  isUnit(unit: Unit): boolean {
    this.#dimensions ??= new Set(this.units().map((name) => parseUnit(name).dimension));
    return unit.symbol !== '' && this.#dimensions.has(unit.dimension);
  }

  check(formula: string): Result<Checked, readonly FormulaProblem[]> {
    const known = this.#checked.get(formula);
    if (known) return known;
    const parsed = parseFormula(formula, (text, position) => this.#nameAt(text, position));
    const result = parsed.ok ? checkExpression(parsed.value, this) : fail([parsed.error]);
    this.#checked.set(formula, result);
    return result;
  }

  whyBroken(indicator: Indicator): Pick<FormulaProblem, 'code' | 'message'> | null {
    if (indicator.formula === null) return null;
    const known = this.#broken.get(indicator.id);
    if (known !== undefined) return known;
    const from = this.#underway.findIndex(({ id }) => id === indicator.id);
    if (from >= 0) {
      const circle = [...this.#underway.slice(from), indicator].map(({ name }) => name).join(' → ');
      return { code: 'cycle', message: `指标之间循环引用：${circle}。请改其中一个的算式。` };
    }
    if (this.#underway.length >= deepestDerivation) {
      return {
        code: 'too-deep',
        message: `“${indicator.name}”由算式层层推导超过 ${deepestDerivation} 层，请减少层次。`,
      };
    }
    this.#underway.push(indicator);
    const broken = this.#judge(indicator, indicator.formula);
    this.#underway.pop();
    this.#broken.set(indicator.id, broken);
    return broken;
  }

  derivation(indicator: Indicator): Checked {
    const checked = indicator.formula === null ? null : this.check(indicator.formula);
    if (checked?.ok) return checked.value;
    throw new Error(`indicator ${indicator.code} has no sound formula`);
  }

  namedIndicators(indicator: Indicator): readonly Indicator[] {
    return [...parts(this.derivation(indicator))].flatMap((part) =>
      part.kind === 'indicator' ? [part.indicator] : [],
    );
  }

  /** Longest match against the catalogue; a function's name before its bracket counts as a name too. */
  #nameAt(text: string, position: number): string | null {
    const name = this.names.longestAt(text, position)?.name ?? null;
    const called = calls.longestAt(text, position)?.entry;
    return called !== undefined && called.length >= (name?.length ?? 0) ? called : name;
  }

  #judge({ name, unit }: Indicator, formula: string): Pick<FormulaProblem, 'code' | 'message'> | null {
    const checked = this.check(formula);
    if (!checked.ok) {
      const [first] = checked.error;
      if (first === undefined) throw new Error('a failure without a problem');
      const isNested = first.code === 'cycle' || first.code === 'too-deep';
      return { code: first.code, message: isNested ? first.message : `指标“${name}”的算式有误：${first.message}` };
    }
    const { type } = checked.value;
    if (type.kind !== 'number' || type.orText) {
      return { code: 'argument-kind', message: `指标“${name}”的算式得出的不是数。` };
    }
    if (allowsGaps(checked.value)) {
      // Where it is used nobody sees that members were left out.
      return { code: 'argument-kind', message: `指标“${name}”的算式里不能写“允许缺”，请在报告的算式里写。` };
    }
    const own = parseUnit(unit);
    if (type.literal || fitsUnit(type.unit, own)) return null;
    const message = `指标“${name}”的单位是“${unitName(own)}”，它的算式得出的却是“${unitName(type.unit)}”。`;
    return { code: 'unit-mismatch', message };
  }
}

/** Functions' names as they stand before their brackets. */
const calls = new NameIndex(functions.map(({ name }) => [`${name}(`, name] as const));

export function createFormulaLanguage(view: Pick<DataView, 'indicators' | 'regions' | 'namedSet'>): FormulaLanguage {
  return new CatalogueLanguage(view);
}
