import { chineseCount, chineseNumeral } from '../chinese-numeral.ts';
import { isPercent, percent } from '../unit.ts';
import { inFormat, numberParts, plainPhrase } from './plain-number.ts';
import type { Wording } from './wording.ts';

/** 汉字: 两所, 第二位, 百分之八十; what is not a whole number up to 9999 stays in digits. */
export const chineseNumerals: Wording = {
  name: '汉字',
  suits: { kind: 'number' },
  print(quantity, format) {
    const { prefix, decimal, unit } = numberParts(quantity, format);
    if (!/^\d{1,4}$/.test(decimal)) return plainPhrase(quantity, format);
    const number = Number(decimal);
    if (prefix !== '') return { text: prefix + chineseNumeral(number) + unit, decimal };
    if (isPercent(inFormat(quantity, format).unit) && unit === percent.symbol) {
      return { text: `百分之${chineseNumeral(number)}`, decimal };
    }
    return { text: chineseCount(number) + unit, decimal };
  },
};
