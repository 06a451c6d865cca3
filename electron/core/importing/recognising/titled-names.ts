import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { Line } from '../recognised-table.ts';
import { type CrossedIndicators, crossKey } from './cross-indicators.ts';
import { type IndicatorNames, meaningful } from './indicator-names.ts';
import { scoped, titleScope } from './title-scope.ts';

/** A word that the titles say before a measure must be more than a sign. */
const shortest = 2;

/**
 * The names as they are meant below titles: where these speak of 学生资助 the heading 人次 is 资助人次, only for what no
 * heading names by itself, and only where the titles leave no choice; where they speak of 小学 the heading 在校生数 is no
 * figure of all stages.
 */
export function namesBelow(titles: readonly string[], names: IndicatorNames): IndicatorNames {
  const said = titles.map(foldName).join('\n');
  const cache = new Map<string, Indicator | null>();
  const titled = (measure: string) => {
    const known = cache.get(measure);
    if (known !== undefined) return known;
    const found = measureOf(measure, { said, all: names.all });
    cache.set(measure, found);
    return found;
  };
  const byTitles = (path: readonly string[]) => {
    const [measure = '', ...others] = path.map(meaningful).filter((word) => word !== '');
    return measure.length < shortest || others.length > 0 ? null : titled(measure);
  };
  const scope = titleScope(titles, names);
  return {
    ...names,
    byTitles,
    scope: scope.join(''),
    find: (path, base) => {
      const found = names.find(path, base);
      if (found) return scope.length === 0 ? found : scoped(found, scope, names);
      const indicator = byTitles(path);
      return indicator && { indicator, by: 'dimensions', isLoose: false };
    },
  };
}

/**
 * Of items by measures: what only the titles say of a measure is borne out where an item is a part of it, as 学前教育 is of
 * 资助人次. Elsewhere a person must say it.
 */
export function withoutUnborne(
  { rows, columns }: { readonly rows: readonly Line[]; readonly columns: readonly Line[] },
  crossed: CrossedIndicators,
  names: IndicatorNames,
): readonly Line[] {
  return columns.map((column): Line => {
    const naming = column.indicator;
    if (naming?.kind !== 'known' || naming.by !== 'dimensions') return column;
    const isBorne = rows.some(({ index }) => crossed.get(crossKey(index, column.index))?.kind === 'known');
    const isTitled = names.byTitles(naming.text.split('/')) === naming.thing;
    return isTitled && !isBorne ? { ...column, indicator: { kind: 'unknown', text: naming.text } } : column;
  });
}

function measureOf(
  measure: string,
  { said, all }: { readonly said: string; readonly all: readonly Indicator[] },
): Indicator | null {
  const candidates = all.flatMap((indicator) => {
    const name = foldName(indicator.name);
    const before = name.endsWith(measure) ? name.slice(0, -measure.length) : '';
    return before.length >= shortest && said.includes(before) ? [{ indicator, before }] : [];
  });
  const [best] = candidates.toSorted((one, other) => other.before.length - one.before.length);
  // 义务教育资助 says more than 资助; two that say different things leave it open.
  const isOnly = candidates.every((each) => each === best || best?.before.includes(each.before));
  return best && isOnly ? best.indicator : null;
}
