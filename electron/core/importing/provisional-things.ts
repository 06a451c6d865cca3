import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import { parseUnit } from '../../../shared/figures/unit.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';
import type { ImportContext } from './import-context.ts';
import type { ImportAnswer, ImportMapping } from './mapping.ts';

/**
 * What the person wants to be added, by the question that was answered so. Ids below 0 are those of things that the
 * commit will make; a thing that is there by now, as when a remembered layout is used again, stands for itself.
 */
export interface ProvisionalThings {
  readonly regions: ReadonlyMap<string, Region>;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

type NewRegion = Extract<ImportAnswer, { readonly kind: 'new-region' }>;
type NewIndicator = Extract<ImportAnswer, { readonly kind: 'new-indicator' }>;

export function provisionalThings(
  mapping: ImportMapping,
  { regions: known, indicators: knownIndicators }: Pick<ImportContext, 'regions' | 'indicators'>,
): ProvisionalThings {
  const regions = new Map<string, Region>();
  const indicators = new Map<string, Indicator>();
  // Two questions may ask for the same new thing.
  const newRegions = new Map<string, Region>();
  const newIndicators = new Map<string, Indicator>();
  for (const [question, answer] of Object.entries(mapping.answers)) {
    if (answer.kind === 'new-region') {
      // Schools of two counties may share a name.
      const name = `${foldName(answer.name)}|${answer.parent ?? ''}`;
      const made = newRegions.get(name) ?? regionOf(answer, -1 - newRegions.size, known);
      newRegions.set(name, made);
      regions.set(question, known.find((region) => isSame(region, made)) ?? made);
    } else if (answer.kind === 'new-indicator') {
      const name = foldName(answer.name);
      const made = newIndicators.get(name) ?? indicatorOf(answer, -1 - newIndicators.size);
      newIndicators.set(name, made);
      indicators.set(question, knownIndicators.find((each) => foldName(each.name) === name) ?? made);
    }
  }
  return { regions, indicators };
}

/** Two schools may share a name where they do not share a parent. */
function isSame(region: Region, made: Region): boolean {
  return foldName(region.name) === foldName(made.name) && (made.parentId === null || region.parentId === made.parentId);
}

function regionOf({ name, level, parent, inTotal }: NewRegion, id: number, known: readonly Region[]): Region {
  const above = parent === null ? undefined : known.find((each) => each.name === parent || each.code === parent);
  return {
    id,
    code: null,
    name: name.trim(),
    aliases: [],
    level,
    parentId: above?.id ?? null,
    kind: '行政区',
    inTotal,
    validFrom: null,
    validTo: null,
    sort: 0,
  };
}

function indicatorOf({ name, unit: unitText, decimals, timing, group }: NewIndicator, id: number): Indicator {
  const unit = parseUnit(unitText);
  const isRate = (unit.dimension === '' && unit.symbol !== '') || unit.dimension.includes('/');
  return {
    id,
    code: `new${-id}`,
    name: name.trim(),
    aliases: [],
    unit: unitText,
    scale: decimals,
    shownDecimals: decimals,
    timing,
    aggregation: isRate ? '不可加' : '合计',
    formula: null,
    better: null,
    definition: '',
    group,
    part: null,
  };
}
