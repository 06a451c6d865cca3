import type { Observation } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import type { Checked } from '../formula/checked.ts';
import { type OpenEvaluation, openEvaluation } from '../formula/evaluate.ts';
import type { FormulaLanguage } from '../formula/language.ts';
import type { SourceRange, Value } from '../quantity.ts';
import type { Place } from './places.ts';

/** An observation that a finding rests on. */
export interface FindingSource {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  /** Its exact decimal; null when there is no value. */
  readonly value: string | null;
  /** What a reader is shown: a document, a file, a person; null when unknown. */
  readonly source: string | null;
  /** Sheet and cell, such as `Sheet1!C9`. */
  readonly cell: string | null;
}

interface Ground {
  readonly view: DataView;
  readonly language: FormulaLanguage;
}

/** Evaluates the parts of one condition at one place, and keeps account of what was read. */
export class Reading {
  readonly place: Place;
  readonly ground: Ground;
  readonly missingAsZero: boolean;
  /** As reported, and with 0 in place of what is missing. */
  readonly #evaluations: (OpenEvaluation | undefined)[] = [];

  constructor(ground: Ground, place: Place, missingAsZero: boolean) {
    this.ground = ground;
    this.place = place;
    this.missingAsZero = missingAsZero;
  }

  /** The value as the rule takes it. */
  evaluate(expression: Checked): Value {
    return this.#evaluate(expression, this.missingAsZero);
  }

  /** The value as it was reported. */
  evaluateAsRecorded(expression: Checked): Value {
    return this.#evaluate(expression, false);
  }

  #evaluate(expression: Checked, missingAsZero: boolean): Value {
    // Half of most comparisons; it reads nothing.
    if (expression.kind === 'constant') return expression.value;
    return this.#evaluationOf(missingAsZero).evaluate(expression);
  }

  #evaluationOf(missingAsZero: boolean): OpenEvaluation {
    const at = missingAsZero ? 1 : 0;
    const open = this.#evaluations[at] ?? openEvaluation({ ...this.ground, ...this.place, missingAsZero });
    this.#evaluations[at] = open;
    return open;
  }

  get #ranges(): readonly SourceRange[] {
    return this.#evaluations.flatMap((each) => each?.sources() ?? []);
  }

  /** Whether any observation read so far is as asked. */
  someObservation(isWanted: (observation: Observation) => boolean): boolean {
    return this.#ranges.some(({ indicator, period, regions }) => {
      const column = this.ground.view.column(indicator.id, period);
      return regions.some(({ id }) => {
        const observation = column.get(id);
        return observation !== undefined && isWanted(observation);
      });
    });
  }

  /** Every observation read, once each. */
  sources(): readonly FindingSource[] {
    const found = new Map<string, FindingSource>();
    for (const { indicator, period, regions } of this.#ranges) {
      const column = this.ground.view.column(indicator.id, period);
      for (const region of regions) {
        const observation = column.get(region.id);
        found.set(`${indicator.id} ${region.id} ${period}`, {
          indicator: indicator.name,
          region: region.name,
          period,
          value: observation?.cell.kind === 'value' ? observation.cell.decimal : null,
          source: observation?.source?.title ?? null,
          cell: observation?.cellReference ?? null,
        });
      }
    }
    return [...found.values()];
  }
}
