/** The scale of a chart: from zero, in steps of 1, 2 or 5 times a power of ten. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const wantedSteps = 5;

/** Chooses a scale that holds all values and zero: bars that do not start from zero mislead. */
export function chooseScale(values: readonly number[]): ValueScale {
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const span = highest - lowest;
  if (span === 0) return { min: 0, max: 1, step: 1 };
  const rough = span / wantedSteps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => rough <= factor * power + Number.EPSILON * power) ?? 10) * power;
  return { min: Math.floor(lowest / step) * step, max: Math.ceil(highest / step) * step, step };
}

/** A tick's text, with no more decimals than its steps need. A tick is a round multiple of its step, not a figure. */
export function tickText(value: number, step: number, unit: string | null): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const text = value.toFixed(decimals);
  return unit === '%' ? `${text}%` : text;
}
