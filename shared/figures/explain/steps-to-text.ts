import { Fraction } from 'fraction.js';
import { inUnit } from '../format/plain-number.ts';
import type { Format, Printed } from '../format.ts';
import { differenceOf } from '../functions/change.ts';
import { convert, type NumberValue, type Value } from '../quantity.ts';
import { printedDecimals, printRounded } from '../rounding.ts';
import { conversionSteps, differenceSteps } from './calculation.ts';
import { movementSteps } from './movement-steps.ts';
import { printStep, type Step } from './step.ts';
import { roundingRule, writeQuantity } from './write-number.ts';

/** From the value to the text: conversion, rounding and wording, each only where it changes something. */

/** What of a format changes the number; the rest changes the words. */
type NumberFormat = Pick<Format, 'decimals' | 'unit' | 'bare'>;

const plainNumberFormat: NumberFormat = { decimals: null, unit: null, bare: false };

function convertTo(value: NumberValue, { unit }: NumberFormat): NumberValue {
  if (unit === null || unit.dimension !== value.unit.dimension || unit.exponent === value.unit.exponent) return value;
  return { ...value, value: convert(value, unit), unit };
}

/** With decimals or a unit asked for, the difference of the two numbers printed so; null where that was not printed. */
function differenceAsPrinted(value: NumberValue, format: NumberFormat, decimal: string) {
  const { movement } = value;
  if (movement === null || movement.kind === 'growth' || movement.exact) return null;
  if (format.decimals === null && format.unit === null) return null;
  const shown = (number: NumberValue): NumberValue => {
    const inFormat = inUnit(number, format.unit);
    return { ...inFormat, decimals: format.decimals ?? inFormat.decimals };
  };
  const [from, subtracted] = [shown(movement.now), shown(movement.base)];
  const result = differenceOf(from, subtracted, false);
  const places = printedDecimals(result, result.decimals);
  const isPrinted = new Fraction(printRounded(result.value, places)).equals(decimal);
  if (!isPrinted || result.value.equals(convertTo(value, format).value)) return null;
  return { result, steps: differenceSteps({ from, subtracted, result, exact: false }) };
}

/** Whether the printed decimal is this value, rounded or in full: a wording may print another number, such as 8万. */
function isRoundingOf({ value }: NumberValue, decimal: string): boolean {
  return printRounded(value, placesOf(decimal)) === decimal;
}

function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

function roundingSteps(value: NumberValue, format: NumberFormat, decimal: string): readonly Step[] {
  if (!isRoundingOf(value, decimal) || value.value.equals(decimal)) return [];
  const rounded = decimal + (format.bare ? '' : value.unit.symbol);
  return [{ kind: 'rounding', exact: writeQuantity(value), rounded, rule: roundingRule(placesOf(decimal)) }];
}

/** The number itself, with its unit or without, and at most a remark in brackets behind it. */
function isPlain(text: string, decimal: string, { unit }: NumberValue): boolean {
  const plain = [decimal, `${decimal}${unit.symbol}`, `第${decimal}${unit.symbol}`];
  return plain.some(
    (each) => text === each || (text.startsWith(each) && /^（[^（）]*）$/.test(text.slice(each.length))),
  );
}

function wordingSteps(value: NumberValue, { decimal, text }: Printed): readonly Step[] {
  if (decimal !== null && isPlain(text, decimal, value)) return [];
  const printed = decimal !== null && isRoundingOf(value, decimal) ? decimal + value.unit.symbol : null;
  return [{ kind: 'wording', printed, text }];
}

function plainSteps(value: NumberValue, printed: Printed, format: NumberFormat): readonly Step[] {
  const converted = convertTo(value, format);
  const steps = conversionSteps(value, converted);
  if (printed.decimal === null) return [...steps, ...wordingSteps(converted, printed)];
  return [...steps, ...roundingSteps(converted, format, printed.decimal), ...wordingSteps(converted, printed)];
}

/** The steps to the printed number: a difference is worked out from the numbers printed as the format wants them. */
function numberSteps({ value, steps }: Worked<NumberValue>, printed: Printed, format: NumberFormat): readonly Step[] {
  const { decimal } = printed;
  const difference = decimal === null ? null : differenceAsPrinted(value, format, decimal);
  if (difference === null || decimal === null) return [...steps, ...plainSteps(value, printed, format)];
  const replaced = new Set(movementSteps(value).map(printStep));
  const { result } = difference;
  return [
    ...steps.filter((step) => !replaced.has(printStep(step))),
    ...difference.steps,
    ...wordingSteps(result, printed),
  ];
}

interface Worked<V extends Value> {
  readonly value: V;
  readonly steps: readonly Step[];
}

/** The whole working: from the data to the value, and from there to the text. `format` is null when none was asked for. */
export function stepsToText(worked: Worked<Value>, printed: Printed, format: NumberFormat | null): readonly Step[] {
  const { value, steps } = worked;
  if (value.kind === 'number') return numberSteps({ value, steps }, printed, format ?? plainNumberFormat);
  const isWorded = format !== null && (value.kind === 'list' || (value.kind === 'missing' && printed.gap === null));
  return isWorded ? [...steps, { kind: 'wording', printed: null, text: printed.text }] : steps;
}
