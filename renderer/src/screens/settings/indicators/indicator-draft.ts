import type { IndicatorFields, IndicatorView } from '../../../../../shared/api/catalogue.ts';
import type { Input } from '../../../../../shared/api/contract.ts';
import { splitList } from '../parts/split-list.ts';

export type SaveRequest = Input<'catalogue.saveIndicator'>;

/** An indicator while it is being filled in. */
export interface IndicatorDraft extends Omit<IndicatorFields, 'aliases' | 'dimensions' | 'formula'> {
  /** As typed, several with commas between. */
  readonly aliases: string;
  readonly dimensions: string;
  readonly isComputed: boolean;
  readonly formula: string;
}

const blank: IndicatorDraft = {
  id: null,
  code: null,
  name: '',
  aliases: '',
  unit: '人',
  decimals: null,
  shownDecimals: null,
  timing: null,
  aggregation: null,
  isComputed: false,
  formula: '',
  better: null,
  definition: '',
  group: '',
  base: null,
  dimensions: '',
};

export function draftOf(indicator: IndicatorView | null): IndicatorDraft {
  if (indicator === null) return blank;
  const { initials: _, origin: __, observations: ___, ...fields } = indicator;
  return {
    ...fields,
    aliases: indicator.aliases.join('、'),
    dimensions: indicator.dimensions.join('、'),
    isComputed: indicator.formula !== null,
    formula: indicator.formula ?? '',
  };
}

/** The request that makes a deleted indicator again. */
export function fieldsOf(indicator: IndicatorView): IndicatorFields {
  const { initials: _, origin: __, observations: ___, ...fields } = indicator;
  return { ...fields, id: null };
}

/** The request that saves what was filled in. */
export function requestOf({ isComputed, ...draft }: IndicatorDraft): SaveRequest {
  return {
    ...draft,
    aliases: splitList(draft.aliases),
    dimensions: splitList(draft.dimensions),
    formula: isComputed ? draft.formula : null,
  };
}
