import { fail, type Result } from '../../result.ts';
import type { Indicator, Region } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import { functions } from '../functions/index.ts';
import { isMemberSelector } from '../members.ts';
import { NameIndex } from '../name-index.ts';
import { checkExpression } from './check.ts';
import type { Checked, SpecialName } from './checked.ts';
import { parseFormula } from './parse.ts';
import type { FormulaProblem } from './syntax.ts';

export type Named =
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'special'; readonly name: SpecialName };

/** The formula language over one catalogue: its names by longest match, and every formula checked once. */
export interface FormulaLanguage {
  readonly names: NameIndex<Named>;
  readonly regions: NameIndex<Region>;
  isMemberSelector(text: string): boolean;
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

export function createFormulaLanguage(view: Pick<DataView, 'indicators' | 'regions' | 'namedSet'>): FormulaLanguage {
  const names = new NameIndex(formulaNames(view.indicators));
  const regions = new NameIndex(namesOf(view.regions));
  const functionNames = functions.map((definition) => definition.name);
  const checked = new Map<string, Result<Checked, readonly FormulaProblem[]>>();
  const nameAt = (text: string, position: number) => {
    const name = names.longestAt(text, position)?.name ?? null;
    const called = functionNames.find((each) => text.startsWith(`${each}(`, position));
    return called !== undefined && called.length >= (name?.length ?? 0) ? called : name;
  };
  const language: FormulaLanguage = {
    names,
    regions,
    isMemberSelector: (text) => isMemberSelector(text, (name) => view.namedSet(name) !== undefined),
    check(formula) {
      const known = checked.get(formula);
      if (known) return known;
      const parsed = parseFormula(formula, nameAt);
      const result = parsed.ok ? checkExpression(parsed.value, language) : fail([parsed.error]);
      checked.set(formula, result);
      return result;
    },
  };
  return language;
}
