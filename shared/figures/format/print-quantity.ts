import { absenceText, comparisonText, gapText, reasonText } from '../missing-text.ts';
import { isPending, type MissingValue, type NumberValue, type Quantity } from '../quantity.ts';
import { plainPhrase } from './plain-number.ts';
import { type Format, isVerb, type Phrase, type Place, type Printed } from './wording.ts';

export const present = (text: string, decimal: string | null = null): Printed => ({ text, decimal, gap: null });

/** （缺2个区县数据）: what is true of the number only together with it. */
export function remarkText(remarks: readonly string[]): string {
  return remarks.length === 0 ? '' : `（${remarks.join('，')}）`;
}

/** The number in its words, without its remarks. */
export function phraseOf(quantity: NumberValue, format: Format): Phrase {
  return format.wording ? format.wording.print(quantity, format) : plainPhrase(quantity, format);
}

export function printNumber(quantity: NumberValue, format: Format): Printed {
  const { text, decimal } = phraseOf(quantity, format);
  return present(text + remarkText(quantity.remarks), decimal);
}

/** A missing number never prints blank, 0 or NaN: 【待填：…】, 【无法计算：…】, a sentence of its own, or — in a table. */
export function printMissing(value: MissingValue, format: Format, place: Place): Printed {
  if (isPending(value.reason)) {
    // A cell is narrow, and its row and column say what is missing.
    const text = place === 'table' ? '【待填】' : `【待填：${gapText(value.gaps)}】`;
    return { text, decimal: null, gap: '待填' };
  }
  if (place === 'table') return present('—');
  if (isVerb(format)) return present(comparisonText(value));
  // Of what is not there the function says more: 没有第9位.
  const why = (value.reason === '无此项' ? value.sentence : null) ?? reasonText(value.reason);
  return { text: `【无法计算：${why}】`, decimal: null, gap: '无法计算' };
}

/** A value behind a region's name in a list, which says already what is missing. */
export function printMember(quantity: Quantity, format: Format, place: Place): Printed {
  if (quantity.kind === 'number') return printNumber(quantity, format);
  if (isPending(quantity.reason)) return { text: '【待填】', decimal: null, gap: '待填' };
  if (place === 'table' || isVerb(format)) return printMissing(quantity, format, place);
  return present(absenceText(quantity.reason));
}
