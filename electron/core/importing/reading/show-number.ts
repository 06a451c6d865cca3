import { shiftDecimal, tidyDecimal } from '../../../../shared/reading/decimal-text.ts';
import { foldWidth } from '../../../../shared/reading/fold-name.ts';
import { type FormatSection, formatSections, sectionFor } from './number-format.ts';
import { roundDecimal, shownDecimal } from './shown-decimal.ts';

/** A number as its format shows it. */
export interface ShownNumber {
  /** In the unit that is shown. */
  readonly decimal: string;
  /** Rounded as shown, where that differs. */
  readonly shown: string | null;
  /** Unit that the format writes beside it. */
  readonly unit?: string;
  /** What a person sees, where that is another number or none. */
  readonly printed?: string;
}

const formats = new Map<string, readonly FormatSection[]>();

function sectionsOf(format: string): readonly FormatSection[] {
  const known = formats.get(format);
  if (known) return known;
  // A hostile file may hold any number of formats, and this outlives it.
  if (formats.size > 10_000) formats.clear();
  const sections = formatSections(format);
  formats.set(format, sections);
  return sections;
}

interface Written {
  readonly format: string;
  /** As the reader prints it; it knows most formats, and not all. */
  readonly printed: string | undefined;
}

/** A number that a format may round, move to another power of ten, write a unit behind or replace by a word. */
export function showNumber(decimal: string, { format, printed }: Written): ShownNumber {
  const chosen = sectionFor(sectionsOf(format), Number(decimal));
  if (!chosen) return { decimal, shown: shownDecimal(decimal, printed) };
  const { section, isUnsigned } = chosen;
  if (decimal === '0' ? !section.writesNought : !section.writesNumbers) return showWord(decimal, section);
  const literals = withoutSign(section, { isNegative: decimal.startsWith('-'), isUnsigned });
  if (literals === null) return { decimal, shown: null, printed: printed?.trim() ?? '' };
  const { before, behind } = literals;
  if (before === '' && behind === '' && section.shift === 0) return { decimal, shown: shownDecimal(decimal, printed) };
  const unit = unitOf(before, behind);
  if (unit === null) return { decimal, shown: null, printed: `${before}${decimal}${behind}` };
  return scaled(decimal, section, unit);
}

/** A section without digits. A dash for nought is the accountant's, who keeps 0. */
function showWord(decimal: string, { before, behind }: FormatSection): ShownNumber {
  const word = `${before}${behind}`;
  return decimal === '0' && /^[¥￥]?[-–—]*$/.test(word)
    ? { decimal, shown: null }
    : { decimal, shown: null, printed: word };
}

/** What stands before a number below nought, with or without the sign of the currency. */
const below = /^([¥￥]?)[-−(△▲负]/;

/** The literals without what tells a number below nought; null where they show the other sign. */
function withoutSign(
  { before, behind, isColoured }: FormatSection,
  { isNegative, isUnsigned }: { readonly isNegative: boolean; readonly isUnsigned: boolean },
): { readonly before: string; readonly behind: string } | null {
  const sign = below.test(before) || (before === '' && behind === '-');
  if (!isNegative) return sign ? null : { before: before.replace(/^\+/, ''), behind };
  if (!isUnsigned) return sign ? null : { before, behind };
  if (!sign) return isColoured ? { before, behind } : null;
  const isBracketed = before.startsWith('(');
  return {
    before: before.replace(below, '$1'),
    behind: isBracketed ? behind.replace(/\)$/, '') : behind.replace(/^-$/, ''),
  };
}

const currency = /^(?:[¥￥]|CNY|RMB|人民币)$/i;

/** What is written around the digits as a unit, empty where there is none; null where it is something else. */
function unitOf(before: string, behind: string): string | null {
  if (currency.test(before)) return behind === '' ? '¥' : behind;
  if (before !== '') return null;
  return behind === '' || /^[\p{Script=Han}a-zA-Z%‰/]+$/u.test(behind) ? behind : null;
}

const powers: Readonly<Record<string, number>> = { 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 };

/** `0!.0,"万元"` moves the point as far as its unit says, so that the number as kept is in 元; else what is shown holds. */
function scaled(decimal: string, { shift, decimals }: FormatSection, unit: string): ShownNumber {
  const [power = ''] = /^[十百千万亿]+/.exec(unit) ?? [];
  if (shift > 0 && powers[power] === shift) {
    const base = unit.slice(power.length);
    return { decimal, shown: null, ...(base === '' ? {} : { unit: base }) };
  }
  const moved = shift === 0 ? decimal : shiftDecimal(decimal, -shift);
  const rounded = decimals === null ? moved : roundDecimal(moved, decimals);
  return { decimal: moved, shown: rounded === tidyDecimal(moved) ? null : rounded, ...(unit === '' ? {} : { unit }) };
}

/** The same where only the text is known that the file shows. */
export function showAsPrinted(decimal: string, text: string): ShownNumber {
  const [, before = '', number = '', behind = ''] =
    /^([^\d.(-]*)(\(?-?[\d,]+(?:\.\d+)?\)?)(\D*)$/.exec(foldWidth(text).replaceAll(/\s/g, '')) ?? [];
  const unit = unitOf(before, behind);
  if (number === '' || unit === null || unit === '') return { decimal, shown: shownDecimal(decimal, text) };
  const shown = shownDecimal(decimal, number);
  return { decimal, shown, unit };
}
