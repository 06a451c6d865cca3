import { parsePeriod } from '../../../../shared/figures/period.ts';
import { suggestNames } from '../../../../shared/figures/suggest.ts';
import type { ImportContext } from '../import-context.ts';
import type { ImportMapping } from '../mapping.ts';
import { indicatorNames } from '../recognising/indicator-names.ts';
import { regionNames } from '../recognising/region-names.ts';

/** Answers that name nothing there is, so that their questions stay open, as sentences. */
export function noteAnswers({ answers }: ImportMapping, context: ImportContext): readonly string[] {
  const used = Object.entries(answers).flatMap(([id, answer]) => (answer.kind === 'use' ? [{ id, ...answer }] : []));
  if (used.length === 0) return [];
  const regions = regionNames(context.regions);
  const indicators = indicatorNames(context.indicators);
  return used.flatMap(({ id, name }) => {
    const kind = id.slice(0, id.indexOf(':'));
    if (kind === 'period') {
      if (parsePeriod(name)) return [];
      return [`“${id}”回答的“${name}”认不出是哪一期，没有采用。请写成“2024年”“2024—2025学年”“2024年上半年”这样。`];
    }
    if (kind === 'region' || kind === 'table-region') {
      if (regions.find(name) || context.regions.some((region) => region.name === name)) return [];
      return [unknownName(id, name, { kind: '地区', names: context.regions.map((region) => region.name) })];
    }
    if (kind !== 'indicator' && kind !== 'table-indicator') return [];
    if (indicators.find([name], null)) return [];
    return [unknownName(id, name, { kind: '指标', names: context.indicators.map((indicator) => indicator.name) })];
  });
}

function unknownName(
  id: string,
  name: string,
  { kind, names }: { readonly kind: string; readonly names: readonly string[] },
): string {
  const alike = suggestNames(name, names).map((each) => `“${each}”`);
  const hint = alike.length > 0 ? `可能是${alike.join('或')}。` : '';
  return `“${id}”回答的“${name}”不是已有的${kind}，没有采用。${hint}请写已有的名称。`;
}
