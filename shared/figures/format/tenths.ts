import { chineseNumeral } from '../chinese-numeral.ts';
import type { NumberValue } from '../quantity.ts';
import { inUnit, plainPhrase } from './plain-number.ts';
import type { Wording } from './wording.ts';

/** Null where tenths say nothing: 0 and below, the whole and more. */
function tenthsOf({ value }: NumberValue): string | null {
  if (value.lte(0) || value.gte(100)) return null;
  if (value.lt(5)) return '不足一成';
  if (value.gte(95)) return '九成以上';
  const whole = Number(value.div(10).floor());
  const rest = value.sub(whole * 10);
  if (rest.equals(0)) return `${chineseNumeral(whole)}成`;
  if (rest.equals(5) && whole > 0) return `${chineseNumeral(whole)}成五`;
  return rest.lt(5) ? `${chineseNumeral(whole)}成多` : `近${chineseNumeral(whole + 1)}成`;
}

/** 成数: 八成多, 近八成, 八成, 八成五 — each true of the exact share. */
export const tenths: Wording = {
  name: '成数',
  suits: { kind: 'rate' },
  print(quantity, format) {
    const plain = plainPhrase(quantity, format);
    return { text: tenthsOf(inUnit(quantity, format.unit)) ?? plain.text, decimal: plain.decimal };
  },
};
