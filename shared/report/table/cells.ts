import { Fraction } from 'fraction.js';
import { parseFormat } from '../../figures/format.ts';
import { convert, type NumberValue } from '../../figures/quantity.ts';
import { printRounded } from '../../figures/rounding.ts';
import type { Unit } from '../../figures/unit.ts';
import type { TableCell } from '../document.ts';
import { type Figure, type Figures, textOfNode } from '../figure.ts';

/** A cell of one number, counted in the unit that it prints in. */
export interface NumberCell {
  readonly figure: Figure;
  readonly value: NumberValue;
  readonly unit: Unit;
  readonly exact: Fraction;
  /** The number in print; null when that is no rounding of the exact one (八成多, 近8.1万). */
  readonly decimal: string | null;
  readonly byHand: boolean;
}

/** What a cell is to somebody who adds up its column. */
export type CellContent =
  | { readonly kind: 'number'; readonly cell: NumberCell }
  /** A name, —, or nothing at all. */
  | { readonly kind: 'words'; readonly text: string }
  /** A number still to come, several numbers, a number typed by hand. */
  | { readonly kind: 'unclear' };

function printedUnit(figure: Figure, value: NumberValue): Unit {
  const format = parseFormat(figure.attributes.format);
  const unit = format.ok ? format.value.unit : null;
  return unit !== null && unit.dimension === value.unit.dimension ? unit : value.unit;
}

export function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

/** A text set by hand counts as a number when it is one, in the column's own unit. */
function decimalByHand(text: string, unit: Unit): string | null {
  const plain = text.replaceAll(/[,，\s]/g, '');
  const [decimal = null] = /^-?\d+(\.\d+)?/.exec(plain) ?? [];
  const rest = plain.slice(decimal?.length ?? 0);
  return rest === '' || rest === unit.symbol ? decimal : null;
}

function numberCell(figure: Figure, value: NumberValue): NumberCell {
  const unit = printedUnit(figure, value);
  const exact = convert(value, unit);
  const { override } = figure.attributes;
  if (override !== null) {
    return { figure, value, unit, exact, decimal: decimalByHand(override.text, unit), byHand: true };
  }
  const { decimal } = figure.printed;
  const isRounded = decimal !== null && printRounded(exact, placesOf(decimal)) === decimal;
  return { figure, value, unit, exact, decimal: isRounded ? decimal : null, byHand: false };
}

export function readCell({ content, attrs }: TableCell, figures: Figures): CellContent {
  const inside = content.flatMap((node) => (node.type === 'figure' ? [figures.get(node.attrs.id)] : []));
  const typed = content.map((node) => (node.type === 'text' ? node.text : '')).join('');
  const [figure] = inside;
  if (inside.some((each) => each === undefined || each.printed.gap !== null)) return { kind: 'unclear' };
  if (inside.every((each) => each?.value.kind !== 'number')) {
    const texts = content.map((node) => textOfNode(node, figures));
    return { kind: 'words', text: texts.join('').trim() };
  }
  const isAlone = inside.length === 1 && attrs.colspan === 1 && attrs.rowspan === 1 && !/\d/.test(typed);
  if (figure?.value.kind !== 'number' || !isAlone) return { kind: 'unclear' };
  return { kind: 'number', cell: numberCell(figure, figure.value) };
}

/** The sum of what the cells print; null when one of them prints no number that can be added. */
export function printedSum(cells: readonly NumberCell[]): Fraction | null {
  let sum = new Fraction(0);
  for (const { decimal } of cells) {
    if (decimal === null) return null;
    sum = sum.add(decimal);
  }
  return sum;
}
