import { Fraction } from 'fraction.js';
import type { Indicator, Observation, Region } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import { type NumberValue, numberValue, type SourceRange } from '../quantity.ts';
import { parseUnit, type Unit } from '../unit.ts';

type Column = ReadonlyMap<number, Observation>;

/** The values of a column in its indicator's unit, by region id: made once, however many evaluations read them. */
interface Numbers {
  readonly unitName: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly byRegion: Map<number, NumberValue>;
}

/** A view gives the same column as long as nothing in it changed. */
const numbersOfColumns = new WeakMap<Column, Numbers>();

function numbersOf(column: Column, { unit: unitName, shownDecimals: decimals }: Indicator): Numbers {
  const known = numbersOfColumns.get(column);
  if (known?.unitName === unitName && known.decimals === decimals) return known;
  const numbers = { unitName, unit: parseUnit(unitName), decimals, byRegion: new Map<number, NumberValue>() };
  numbersOfColumns.set(column, numbers);
  return numbers;
}

/** Whole numbers, which most are, skip the reading of signs and points. */
function fractionOf(decimal: string): Fraction {
  return new Fraction(/^-?\d+$/.test(decimal) ? BigInt(decimal) : decimal);
}

/** One indicator in one period, and the regions that it was read for. */
export class Reading {
  readonly #indicator: Indicator;
  readonly #period: string;
  readonly #column: Column;
  readonly #numbers: Numbers;
  readonly #regions = new Map<number, Region>();
  /** The one range that was read, as long as nothing else was: it needs no copy. */
  #range: readonly Region[] | null = null;

  constructor(view: DataView, indicator: Indicator, period: string) {
    this.#indicator = indicator;
    this.#period = period;
    this.#column = view.column(indicator.id, period);
    this.#numbers = numbersOf(this.#column, indicator);
  }

  observe(region: Region): Observation | undefined {
    this.#unfoldRange();
    this.#regions.set(region.id, region);
    return this.#column.get(region.id);
  }

  /** Records that all these regions are read; each stands in the range once. */
  observeRange(regions: readonly Region[]): void {
    if (this.#range === regions) return;
    if (this.#range === null && this.#regions.size === 0) {
      this.#range = regions;
      return;
    }
    this.#unfoldRange();
    for (const region of regions) this.#regions.set(region.id, region);
  }

  /** The value of an observation of this column. */
  number(region: Region, decimal: string): NumberValue {
    const known = this.knownNumber(region);
    if (known) return known;
    const { unit, decimals, byRegion } = this.#numbers;
    const value = numberValue(fractionOf(decimal), unit, decimals);
    byRegion.set(region.id, value);
    return value;
  }

  /** The value there when it was read before and nothing changed since. */
  knownNumber(region: Region): NumberValue | undefined {
    return this.#numbers.byRegion.get(region.id);
  }

  /** What stands for a missing value where it counts as 0. */
  zero(): NumberValue {
    const { unit, decimals } = this.#numbers;
    return numberValue(new Fraction(0), unit, decimals);
  }

  sources(): SourceRange {
    const regions = this.#range ?? [...this.#regions.values()];
    return { indicator: this.#indicator, period: this.#period, regions };
  }

  #unfoldRange(): void {
    if (this.#range === null) return;
    for (const region of this.#range) this.#regions.set(region.id, region);
    this.#range = null;
  }
}

/** What one evaluation has read so far: one entry per indicator and period, however many regions. */
export class Readings {
  readonly #view: DataView;
  readonly #all: Reading[] = [];
  readonly #byIndicator = new Map<number, Map<string, Reading>>();

  constructor(view: DataView) {
    this.#view = view;
  }

  of(indicator: Indicator, period: string): Reading {
    const known = this.#byIndicator.get(indicator.id);
    const found = known?.get(period);
    if (found) return found;
    const reading = new Reading(this.#view, indicator, period);
    this.#all.push(reading);
    if (known) known.set(period, reading);
    else this.#byIndicator.set(indicator.id, new Map([[period, reading]]));
    return reading;
  }

  sources(): readonly SourceRange[] {
    return this.#all.map((reading) => reading.sources());
  }
}
