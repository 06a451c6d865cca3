import { gapsOf } from '../../../shared/figures/quantity.ts';
import type { ComputedReport, Figure } from '../../../shared/report/compute.ts';

/** What a report lacks, and every figure that lacks it. */
export interface MissingThing {
  /** 指标·地区·期 of an observation to be filled in, else why a figure cannot be computed. */
  readonly missing: string;
  readonly figureIds: readonly string[];
}

const isToFill = ({ printed, value }: Figure) => printed.gap === '待填' && gapsOf(value).length > 0;

function missingOf(figure: Figure): readonly string[] {
  if (!isToFill(figure)) return [figure.printed.text.replace(/^【(.*)】$/s, '$1')];
  return gapsOf(figure.value).map(({ what, region, period }) => `${what}·${region}·${period}`);
}

/** What the 【…】 marks of a report ask for, each thing once: observations to be filled in, then what cannot be computed. */
export function missingThings({ figures }: ComputedReport): readonly MissingThing[] {
  const marked = [...figures.values()].filter(({ printed }) => printed.gap !== null);
  const things = new Map<string, Set<string>>();
  for (const figure of [...marked.filter(isToFill), ...marked.filter((each) => !isToFill(each))]) {
    for (const missing of missingOf(figure)) {
      things.set(missing, (things.get(missing) ?? new Set()).add(figure.attributes.id));
    }
  }
  return [...things].map(([missing, figureIds]) => ({ missing, figureIds: [...figureIds] }));
}

export function missingTexts(computed: ComputedReport): readonly string[] {
  return missingThings(computed).map(({ missing }) => missing);
}
